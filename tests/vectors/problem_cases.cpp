// See cases.h. The rule, from problems/catalog/codes.json: a problem that the transport maps comes first, then a status
// that it maps, then the body's code, where it is read. The body of a google.rpc.Status with an ErrorInfo has no code.
#include <optional>

#include "cases.h"

namespace vectors {
namespace {

struct Answer {
  std::string id;
  const char *transport;
  int32_t status;
  std::optional<std::string> body;
  std::optional<int32_t> code;  // What the answer means by the rule; nothing if it cannot be read.
};

constexpr int32_t closed = 5;
constexpr int32_t missing = 7;
constexpr int32_t denied = 102;
constexpr int32_t refused = 403;
constexpr int32_t no_credit = 404;
constexpr auto unreadable = std::nullopt;

constexpr const char *type_of_no_credit = "https://example.com/problems/no-credit";

std::string problem(const std::string &type, const std::string &more = "") {
  return R"({"type":")" + type + R"(","title":"x")" + more + "}";
}

std::string error_info(const std::string &reason, const std::string &domain) {
  return R"({"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":")" + reason + R"(","domain":")" + domain +
         R"(","metadata":{"code":"7"}})";
}

/// A google.rpc.Status by itself, and as Google's APIs send it over HTTP.
std::string status(const std::string &details, int code = 5) {
  return R"({"code":)" + std::to_string(code) + R"(,"message":"x","details":[)" + details + "]}";
}
std::string wrapped(const std::string &details) { return R"({"error":)" + status(details, 404) + "}"; }

std::string shop(const std::string &reason) { return error_info(reason, "shop.example.com"); }

std::string repeated(const std::string &unit, int count) {
  std::string text;
  for (; count > 0; --count) {
    text += unit;
  }
  return text;
}

std::vector<Answer> type_answers() {
  const std::string longest = "https://example.com/problems/" + repeated("x", 226);
  return {
      {"500 with a problem", "http", 500, problem(type_of_no_credit), no_credit},
      {"500 with an escaped problem", "http", 500, problem("https:\\/\\/example.com\\/problems\\/no-credit"),
       no_credit},
      {"500 with a problem after a byte order mark", "http", 500, "\xEF\xBB\xBF" + problem(type_of_no_credit),
       no_credit},
      {"500 with a relative problem", "http", 500, problem("/problems/closed"), closed},
      {"500 with a problem as it is written", "http", 500, problem("urn:example:%41"), closed},
      {"500 with a problem written in another way", "http", 500, problem("urn:example:A"), unreadable},
      {"500 with a problem in capitals", "http", 500, problem("HTTPS://example.com/problems/no-credit"), unreadable},
      {"500 with a problem and a slash", "http", 500, problem("https://example.com/problems/no-credit/"), unreadable},
      {"500 with a problem and NUL", "http", 500, problem("https://example.com/problems/no-credit\\u0000"), unreadable},
      {"500 with the start of a problem", "http", 500, problem("https://example.com/problems/no-credi"), unreadable},
      {"500 with an unknown problem and a code", "http", 500, problem("urn:x", R"(,"code":5)"), unreadable},
      {"500 with about:blank", "http", 500, problem("about:blank"), unreadable},
      {"500 with the longest problem", "http", 500, problem(longest), closed},
      {"500 with a problem past the longest", "http", 500, problem(longest + "x"), unreadable},
      {"500 with a problem far past the longest", "http", 500, problem(longest + repeated("x", 1000)), unreadable},
      {"500 with a problem in many bytes", "http", 500, problem(repeated("😀", 130)), unreadable},
      {"500 with a problem inside", "http", 500, R"({"error":{"type":"https://example.com/problems/no-credit"}})",
       unreadable},
      {"500 with a problem in a list", "http", 500, "[" + problem(type_of_no_credit) + "]", unreadable},
      {"500 with a problem cut off", "http", 500, R"({"type":"https://example.com/problems/no-credit")", unreadable},
      {"403 with a problem", "http", 403, problem(type_of_no_credit), no_credit},
      {"403 with a problem and a code", "http", 403, problem("/problems/closed", R"(,"code":7,"status":404)"), closed},
      {"403 with an unknown problem", "http", 403, problem("urn:x"), denied},
      {"404 with about:blank", "http", 404, problem("about:blank", R"(,"status":404,"code":5)"), missing},
      {"200 with a problem and a code", "http", 200, problem(type_of_no_credit, R"(,"code":5)"), no_credit},
      {"200 with an unknown problem and a code", "http", 200, problem("urn:x", R"(,"code":5)"), closed},
      {"200 with about:blank and a code", "http", 200, problem("about:blank", R"(,"code":5)"), closed},
      {"200 with an empty problem and a code", "http", 200, problem("", R"(,"code":5)"), closed},
      {"200 with a problem of another type and a code", "http", 200, R"({"type":404,"code":5})", closed},
      {"200 with a list of problems and a code", "http", 200, R"({"type":["/problems/closed"],"code":7})", missing},
      {"200 with null for a problem and a code", "http", 200, R"({"type":null,"code":5})", closed},
      {"200 with a problem's status", "http", 200, problem("urn:x", R"(,"status":403)"), unreadable},
      {"200 with two problems", "http", 200,
       R"({"type":"/problems/closed","type":"https://example.com/problems/no-credit"})", no_credit},
      {"RPC with a problem of HTTP", "rpc", 0, problem(type_of_no_credit, R"(,"code":5)"), closed},
      {"a transport without problems", "plain", 200, problem(type_of_no_credit, R"(,"code":5)"), closed},
      {"an unknown transport with a problem", "mail", 200, problem(type_of_no_credit, R"(,"code":5)"), unreadable},
  };
}

std::vector<Answer> reason_answers() {
  const std::string other = R"({"@type":"type.googleapis.com/google.rpc.Help","links":[]})";
  const std::string no_info = R"({"@type":"type.googleapis.com/google.rpc.ErrorInfo")";
  return {
      {"404 with a reason", "http", 404, wrapped(shop("NO_CREDIT")), no_credit},
      {"404 with a reason by itself", "http", 404, status(shop("CLOSED")), closed},
      {"404 with a reason of another domain", "http", 404, wrapped(error_info("NO_CREDIT", "bank.example.com")),
       refused},
      {"404 with an unknown reason", "http", 404, wrapped(shop("OPEN")), missing},
      {"404 with an unknown domain", "http", 404, wrapped(error_info("NO_CREDIT", "example.com")), missing},
      {"500 with a reason", "http", 500, wrapped(shop("CLOSED")), closed},
      {"500 with a reason in small letters", "http", 500, wrapped(shop("closed")), unreadable},
      {"500 with a reason after other details", "http", 500, wrapped(other + ",1,null,[],\"x\"," + shop("CLOSED")),
       closed},
      {"500 with a reason as the 16th detail", "http", 500, wrapped(repeated(other + ",", 15) + shop("CLOSED")),
       closed},
      {"500 with a reason as the 17th detail", "http", 500, wrapped(repeated(other + ",", 16) + shop("CLOSED")),
       unreadable},
      {"500 with 1000 details", "http", 500, wrapped(shop("CLOSED") + repeated(",{}", 1000)), closed},
      {"500 with two reasons", "http", 500, wrapped(shop("CLOSED") + "," + shop("NO_CREDIT")), closed},
      {"500 with a reason of another prefix", "http", 500,
       R"({"details":[{"@type":"example.com/google.rpc.ErrorInfo","reason":"CLOSED","domain":"shop.example.com"}]})",
       closed},
      {"500 with a reason of another type", "http", 500,
       R"({"details":[{"@type":"x/google.rpc.ErrorInfos","reason":"CLOSED","domain":"shop.example.com"}]})",
       unreadable},
      {"500 with a reason without a type", "http", 500,
       R"({"details":[{"reason":"CLOSED","domain":"shop.example.com"}]})", unreadable},
      {"500 with a reason of a list for a type", "http", 500,
       R"({"details":[{"@type":["google.rpc.ErrorInfo"],"reason":"CLOSED","domain":"shop.example.com"}]})", unreadable},
      {"500 with details that are no list", "http", 500, R"({"details":)" + shop("CLOSED") + "}", unreadable},
      {"500 with details like a list", "http", 500, R"({"details":{"length":1,"0":)" + shop("CLOSED") + "}}",
       unreadable},
      {"500 with a reason too deep", "http", 500, R"({"error":)" + wrapped(shop("CLOSED")) + "}", unreadable},
      {"500 with a status in a list", "http", 500, "[" + status(shop("CLOSED")) + "]", unreadable},
      {"500 with a reason and a problem", "http", 500,
       R"({"type":"https://example.com/problems/no-credit","details":[)" + shop("CLOSED") + "]}", closed},
      {"500 with a status and another in it", "http", 500,
       R"({"error":)" + status(shop("NO_CREDIT")) + R"(,"details":[)" + shop("CLOSED") + "]}", closed},
      {"200 with a reason", "http", 200, status(shop("NO_CREDIT")), no_credit},
      {"200 with an unknown reason and a status's code", "http", 200, status(shop("OPEN")), unreadable},
      {"200 with an unknown reason and a code outside", "http", 200,
       R"({"code":5,"error":)" + status(shop("OPEN")) + "}", unreadable},
      {"200 with an unknown reason and a problem", "http", 200,
       R"({"type":"/problems/closed","code":5,"details":[)" + shop("OPEN") + "]}", unreadable},
      {"200 with a reason that is a number", "http", 200,
       status(no_info + R"(,"reason":1,"domain":"shop.example.com"})"), unreadable},
      {"200 with a reason without a domain", "http", 200, status(no_info + R"(,"reason":"CLOSED"})"), unreadable},
      {"200 with nothing but the type of a reason", "http", 200, status(no_info + "}"), unreadable},
      {"200 with a long reason", "http", 200, status(shop(repeated("CLOSED", 200))), unreadable},
      {"200 with a status without a reason", "http", 200, status(other), closed},
      {"200 with no details and a code", "http", 200, status(""), closed},
      {"200 with null for details and a code", "http", 200, R"({"details":null,"code":7})", missing},
      {"200 with null for an error and a code", "http", 200, R"({"error":null,"code":7})", missing},
      {"200 with an error that is a text and a code", "http", 200, R"({"error":"details","code":7})", missing},
      {"200 with an error that is a list and a code", "http", 200, R"({"error":[{"details":[]}],"code":7})", missing},
      {"RPC with a reason", "rpc", 0, status(shop("NO_CREDIT")), refused},
      {"RPC with a reason and a status", "rpc", 404, status(shop("NO_CREDIT")), refused},
      {"RPC with a reason of HTTP", "rpc", 0, status(shop("CLOSED")), unreadable},
      {"a transport without reasons", "plain", 200, status(shop("NO_CREDIT")), unreadable},
      {"500 in a deep body", "http", 500,
       R"({"type":"/problems/closed","deep":)" + repeated("[", 500) + repeated("]", 500) + "}", closed},
  };
}

std::vector<Answer> other_answers() {
  return {
      {"500 without a body", "http", 500, std::nullopt, unreadable},
      {"500 with an empty body", "http", 500, "", unreadable},
      {"403 with HTML", "http", 403, "<html>https://example.com/problems/no-credit</html>", denied},
      {"403 with a body that is a problem's type", "http", 403, R"("https://example.com/problems/no-credit")", denied},
      {"200 with a code", "http", 200, R"({"code":404})", no_credit},
  };
}

}  // namespace

std::vector<Json> problem_cases(const Oracle &oracle) {
  std::vector<Json> cases;
  for (const std::vector<Answer> &answers : {type_answers(), reason_answers(), other_answers()}) {
    for (const Answer &answer : answers) {
      for (const char *locale : {"en", "ar"}) {
        const Expectation expected = answer.code ? oracle.message(*answer.code, locale, Json::object())
                                                 : oracle.unreadable(locale);
        cases.push_back({{"id", answer.id + "/" + locale},
                         {"call", "response"},
                         {"transport", answer.transport},
                         {"status_in", answer.status},
                         {"body", answer.body ? Json(*answer.body) : Json()},
                         {"locale", locale},
                         {"text", expected.text},
                         {"status", expected.status},
                         {"code", expected.code}});
      }
    }
  }
  return cases;
}

}  // namespace vectors
