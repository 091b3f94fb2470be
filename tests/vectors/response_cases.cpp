// See cases.h. The rule, from codes.json: HTTP 403 and 404 have codes of their own, whatever the body says; the body of
// HTTP 200 and of RPC is read for "code"; nothing else is, and an HTTP status is never a return code.
#include <optional>

#include "cases.h"

namespace vectors {
namespace {

struct Answer {
  const char *id;
  const char *transport;
  int32_t status;
  const char *body;             // Null for none.
  std::optional<int32_t> code;  // What the answer means by the rule; nothing if it cannot be read.
};

constexpr int32_t auth_failed = 3;
constexpr int32_t invalid_param = 305;
constexpr auto unreadable = std::nullopt;

const Answer answers[] = {
    {"200 with a code", "http", 200, R"({"code":102})", 102},
    {"200 with more members", "http", 200, R"({"msg":"x","data":{"code":1,"list":[1,{"code":2}]},"code":135})", 135},
    {"200 with success", "http", 200, R"({"code":200})", 200},
    {"200 with code 403", "http", 200, R"({"code":403})", 403},
    {"200 with code 404", "http", 200, R"({"code":404})", 404},
    {"200 with an unknown code", "http", 200, R"({"code":999})", 999},
    {"200 with code 0", "http", 200, R"({"code":0})", 0},
    {"200 with a negative code", "http", 200, R"({"code":-1})", -1},
    {"200 with the least code", "http", 200, R"({"code":-2147483648})", INT32_MIN},
    {"200 with the greatest code", "http", 200, R"({"code":2147483647})", INT32_MAX},
    {"200 with a code past 32 bits", "http", 200, R"({"code":2147483648})", unreadable},
    {"200 with a code far past 32 bits", "http", 200, R"({"code":4294967398})", unreadable},
    {"200 with a fraction", "http", 200, R"({"code":102.5})", unreadable},
    {"200 with a point", "http", 200, R"({"code":102.0})", 102},
    {"200 with an exponent", "http", 200, R"({"code":1.02e2})", 102},
    {"200 with minus zero", "http", 200, R"({"code":-0})", 0},
    {"200 with a string code", "http", 200, R"({"code":"102"})", 102},
    {"200 with a negative string code", "http", 200, R"({"code":"-1"})", -1},
    {"200 with a padded string code", "http", 200, R"({"code":" 102"})", unreadable},
    {"200 with leading zeros", "http", 200, R"({"code":"0102"})", unreadable},
    {"200 with a plus sign", "http", 200, R"({"code":"+102"})", unreadable},
    {"200 with a string fraction", "http", 200, R"({"code":"102.0"})", unreadable},
    {"200 with a string exponent", "http", 200, R"({"code":"1e2"})", unreadable},
    {"200 with hexadecimal", "http", 200, R"({"code":"0x66"})", unreadable},
    {"200 with minus zero in a string", "http", 200, R"({"code":"-0"})", unreadable},
    {"200 with a string past 32 bits", "http", 200, R"({"code":"2147483648"})", unreadable},
    {"200 with an empty string", "http", 200, R"({"code":""})", unreadable},
    {"200 with a name", "http", 200, R"({"code":"too-many-roles"})", unreadable},
    {"200 with null", "http", 200, R"({"code":null})", unreadable},
    {"200 with true", "http", 200, R"({"code":true})", unreadable},
    {"200 with a list", "http", 200, R"({"code":[102]})", unreadable},
    {"200 with an object", "http", 200, R"({"code":{"code":102}})", unreadable},
    {"200 without a code", "http", 200, R"({"msg":"ok"})", unreadable},
    {"200 with a code in capitals", "http", 200, R"({"Code":102})", unreadable},
    {"200 with an escaped name", "http", 200, R"({"\u0063ode":102})", 102},
    {"200 with two codes", "http", 200, R"({"code":1,"code":102})", 102},
    {"200 with space around", "http", 200, " \t\r\n{ \"code\" : 102 } \n", 102},
    {"200 with a byte order mark", "http", 200, "\xEF\xBB\xBF{\"code\":102}", 102},
    {"200 with an emoji", "http", 200, R"({"msg":"😀","code":102})", 102},
    {"200 without a body", "http", 200, nullptr, unreadable},
    {"200 with an empty body", "http", 200, "", unreadable},
    {"200 with HTML", "http", 200, "<html><body>code: 102</body></html>", unreadable},
    {"200 with a number", "http", 200, "102", unreadable},
    {"200 with a string", "http", 200, "\"102\"", unreadable},
    {"200 with null for a body", "http", 200, "null", unreadable},
    {"200 with a list for a body", "http", 200, R"([{"code":102}])", unreadable},
    {"200 cut off", "http", 200, R"({"code":102)", unreadable},
    {"200 with more after", "http", 200, R"({"code":102}x)", unreadable},
    {"200 with a comment", "http", 200, R"({"code":102/*x*/})", unreadable},
    {"200 with a trailing comma", "http", 200, R"({"code":102,})", unreadable},
    {"200 with apostrophes", "http", 200, "{'code':102}", unreadable},
    {"403 without a body", "http", 403, nullptr, auth_failed},
    {"403 with an empty body", "http", 403, "", auth_failed},
    {"403 with HTML", "http", 403, "<html><h1>403 Forbidden</h1></html>", auth_failed},
    {"403 with its own code", "http", 403, R"({"code":106})", auth_failed},
    {"403 with code 403", "http", 403, R"({"code":403})", auth_failed},
    {"403 with code 200", "http", 403, R"({"code":200})", auth_failed},
    {"404 without a body", "http", 404, nullptr, invalid_param},
    {"404 with HTML", "http", 404, "<html>404 Not Found</html>", invalid_param},
    {"404 with code 404", "http", 404, R"({"code":404})", invalid_param},
    {"500 without a body", "http", 500, nullptr, unreadable},
    {"500 with HTML", "http", 500, "<html>500</html>", unreadable},
    {"500 with a code", "http", 500, R"({"code":102})", unreadable},
    {"400 with a code", "http", 400, R"({"code":102})", unreadable},
    {"401 with a code", "http", 401, R"({"code":102})", unreadable},
    {"201 with a code", "http", 201, R"({"code":102})", unreadable},
    {"204 without a body", "http", 204, nullptr, unreadable},
    {"302 without a body", "http", 302, nullptr, unreadable},
    {"502 without a body", "http", 502, nullptr, unreadable},
    {"102 without a body", "http", 102, nullptr, unreadable},
    {"RPC with a code", "rpc", 0, R"({"code":102})", 102},
    {"RPC with code 403", "rpc", 0, R"({"code":403})", 403},
    {"RPC with code 404", "rpc", 0, R"({"code":404})", 404},
    {"RPC with code 200", "rpc", 0, R"({"code":200})", 200},
    {"RPC with an unknown code", "rpc", 0, R"({"code":12345})", 12345},
    {"RPC with a string code", "rpc", 0, R"({"code":"135"})", 135},
    {"RPC without a code", "rpc", 0, "{}", unreadable},
    {"RPC without a body", "rpc", 0, nullptr, unreadable},
};

}  // namespace

std::vector<Json> response_cases(const Oracle &oracle) {
  std::vector<Json> cases;
  for (const Answer &answer : answers) {
    for (const char *locale : {"en", "zh-Hans", "ar", "zh-TW"}) {
      const Expectation expected = answer.code ? oracle.message(*answer.code, locale, Json::object())
                                               : oracle.unreadable(locale);
      cases.push_back({{"id", std::string(answer.id) + "/" + locale},
                       {"call", "response"},
                       {"transport", answer.transport},
                       {"status_in", answer.status},
                       {"body", answer.body == nullptr ? Json() : Json(answer.body)},
                       {"locale", locale},
                       {"text", expected.text},
                       {"status", expected.status},
                       {"code", expected.code}});
    }
  }
  return cases;
}

}  // namespace vectors
