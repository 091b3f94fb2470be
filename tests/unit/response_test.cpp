// Responses: what transports' statuses and bodies mean, in the runtime, and the reading of a body in json_response.hpp.
#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "codeglot/json_response.hpp"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

/// A response as the transport gave it: what of the project's own catalog answers in English.
cg::Resolution respond(std::string_view transport, int32_t status, std::optional<int32_t> code = std::nullopt) {
  static const cg::Catalog catalog = open_packs(built_packs());
  return catalog.resolve_response({transport, status, code ? &*code : nullptr}, "en");
}

/// "name" of the code that a response means; "unknown", "unreadable".
std::string meaning(std::string_view transport, int32_t status, std::optional<int32_t> code = std::nullopt) {
  const cg::Resolution resolution = respond(transport, status, code);
  return resolution.status == CG_UNREADABLE_RESPONSE ? "unreadable"
         : resolution.status == CG_UNKNOWN_CODE      ? "unknown"
                                                     : resolution.name;
}

}  // namespace

TEST_CASE("A status whose body is read means the body's code") {
  CHECK(meaning("http", 200, 102) == "account_no_exist");
  CHECK(meaning("http", 200, 403) == "account-disabled");
  CHECK(meaning("http", 200, 200) == "success");
  CHECK(meaning("http", 200, 99999) == "unknown");
  CHECK(meaning("http", 200) == "unreadable");
}

TEST_CASE("A status that is mapped means its code, whatever the body says") {
  CHECK(meaning("http", 403) == "auth-failed");
  CHECK(meaning("http", 403, 102) == "auth-failed");
  CHECK(meaning("http", 403, 403) == "auth-failed");
  CHECK(meaning("http", 404) == "invalid-param");
  CHECK(meaning("http", 404, 404) == "invalid-param");
  CHECK(respond("http", 403).code == 3);
  CHECK(respond("http", 404).code == 305);
}

TEST_CASE("A transport's status is never a return code") {
  for (int32_t status = 0; status < 1000; ++status) {
    const std::string name = meaning("http", status);
    INFO(status);
    CHECK(name == (status == 403 ? "auth-failed" : status == 404 ? "invalid-param" : "unreadable"));
  }
}

TEST_CASE("Any other status is unreadable, even with a code in its body") {
  for (const int32_t status :
       {0, -1, 100, 201, 204, 301, 400, 401, 402, 500, 503, 1000, 200 + 65536, INT32_MIN, INT32_MAX}) {
    INFO(status);
    CHECK(meaning("http", status, 102) == "unreadable");
    CHECK(respond("http", status, 102).code == 0);
    CHECK(respond("http", status, 102).name.empty());
    CHECK(respond("http", status).text == "The server’s response could not be read. Please try again later.");
  }
}

TEST_CASE("A transport without statuses always means the body's code") {
  CHECK(meaning("rpc", 0, 102) == "account_no_exist");
  CHECK(meaning("rpc", 0, 403) == "account-disabled");
  CHECK(meaning("rpc", 7, 102) == "account_no_exist");
  CHECK(meaning("rpc", 0) == "unreadable");
}

TEST_CASE("A transport that the catalog does not know is unreadable") {
  CHECK(meaning("", 200, 102) == "unreadable");
  CHECK(meaning("HTTP", 200, 102) == "unreadable");
  CHECK(meaning("htt", 200, 102) == "unreadable");
  CHECK(meaning("grpc", 0, 102) == "unreadable");
}

TEST_CASE("Each transport has statuses of its own") {
  const Compiled compiled = compile_files(
      {{"codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})", R"(, "transports": {
          "first": {"readBodyOf": [0], "statuses": {"5": "a", "6": "a"}},
          "second": {"readBodyOf": [6], "statuses": {"5": "b"}}})")},
       {"en.json", R"({"$unknown-code": "?", "$unreadable-response": "-", "a": "A", "b": "B"})"}});
  const cg::Catalog catalog = open_packs(compiled.packs);
  const int32_t code = 2;
  CHECK(catalog.resolve_response({"first", 5, nullptr}, "en").text == "A");
  CHECK(catalog.resolve_response({"second", 5, nullptr}, "en").text == "B");
  CHECK(catalog.resolve_response({"first", 6, &code}, "en").text == "A");
  CHECK(catalog.resolve_response({"second", 6, &code}, "en").text == "B");
  CHECK(catalog.resolve_response({"second", 0, &code}, "en").text == "-");
}

TEST_CASE("A problem that is mapped comes before the status and the code") {
  const Compiled compiled = compile_files(
      {{"codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"}, {"code": 3, "name": "c"})",
                                 R"(, "transports": {
          "other": {"problemTypes": {"urn:b": "c", "urn:c": "c"}},
          "http": {"readBodyOf": [200], "statuses": {"403": "a"},
                   "problemTypes": {"urn:b": "b"}, "errorReasons": {"d.example": {"B": "b"}}}})")},
       {"en.json", R"({"$unknown-code": "?", "$unreadable-response": "-", "a": "A", "b": "B", "c": "C"})"}});
  const cg::Catalog catalog = open_packs(compiled.packs);
  const int32_t code = 3;
  for (const int32_t status : {0, 200, 403, 500, -1, INT32_MAX}) {
    for (const int32_t *given : {static_cast<const int32_t *>(nullptr), &code}) {
      CHECK(catalog.resolve_response({"http", status, given, "urn:b"}, "en").text == "B");
      CHECK(catalog.resolve_response({"http", status, given, "B@d.example"}, "en").text == "B");
    }
  }
  CHECK(catalog.resolve_response({"other", 0, nullptr, "urn:b"}, "en").text == "C");
  const std::string long_key(100000, 'u');
  for (const std::string_view key :
       {std::string_view("urn:c"), std::string_view("urn:b\0", 6), std::string_view("urn:"), std::string_view("URN:b"),
        std::string_view("B"), std::string_view("@"), std::string_view("B@d.example."), std::string_view("\xFF"),
        std::string_view(long_key), std::string_view()}) {
    INFO(key.substr(0, 20));
    CHECK(catalog.resolve_response({"http", 403, &code, key}, "en").text == "A");
    CHECK(catalog.resolve_response({"http", 200, &code, key}, "en").text == "C");
    CHECK(catalog.resolve_response({"http", 500, &code, key}, "en").text == "-");
  }
}

TEST_CASE("Arguments reach the message that a response means") {
  static const cg::Catalog catalog = open_packs(small_packs());
  const int32_t code = 1;
  const std::vector<cg::Argument> arguments = {{"s", "Ada"}, {"n", 2}};
  CHECK(catalog.resolve_response({"http", 200, &code}, "en", arguments).text == "Hello Ada!");
  CHECK(catalog.resolve_response({"http", 404, &code}, "en", arguments).text == "2 files");
  CHECK(catalog.resolve_response({"http", 404, nullptr}, "en").status == CG_MISSING_ARGUMENT);
  CHECK(catalog.resolve_response({"http", 403, nullptr}, "en").code == -7);
  CHECK(catalog.resolve_response({"http", 500, nullptr}, "ar").text == "غير مقروء");
  CHECK(catalog.resolve_response({"http", 500, nullptr}, "ar").direction == CG_RIGHT_TO_LEFT);
}

TEST_CASE("A code is read from a JSON body as an integer, however it is written") {
  for (const auto &[body, code] :
       std::initializer_list<std::pair<const char *, int32_t>>{{R"({"code": 102})", 102},
                                                               {R"({"code":-5})", -5},
                                                               {R"({"code": 0})", 0},
                                                               {R"({"code": -0})", 0},
                                                               {R"({"code": 1e2})", 100},
                                                               {R"({"code": 102.0})", 102},
                                                               {R"({"code": 2147483647})", INT32_MAX},
                                                               {R"({"code": -2147483648})", INT32_MIN},
                                                               {R"({"code": "102"})", 102},
                                                               {R"({"code": "-5"})", -5},
                                                               {R"({"code": "0"})", 0},
                                                               {R"({"code": "2147483647"})", INT32_MAX},
                                                               {R"({"data": {"code": 1}, "code": 7, "msg": "x"})", 7},
                                                               {"\xEF\xBB\xBF{\"code\": 5}", 5},
                                                               {" \n{\"code\" : 5}\n", 5},
                                                               {R"({"\u0063ode": 5})", 5}}) {
    INFO(body);
    CHECK(cg::read_return_code(body) == code);
  }
}

TEST_CASE("Anything else in a body is no code") {
  for (const char *body : {R"({"code": "007"})",
                           R"({"code": " 7"})",
                           R"({"code": "7 "})",
                           R"({"code": "+7"})",
                           R"({"code": "-0"})",
                           R"({"code": "0x10"})",
                           R"({"code": "1e2"})",
                           R"({"code": "102.0"})",
                           R"({"code": ""})",
                           R"({"code": "abc"})",
                           R"({"code": "2147483648"})",
                           R"({"code": 2147483648})",
                           R"({"code": -2147483649})",
                           R"({"code": 4294967398})",
                           R"({"code": 18446744073709551615})",
                           R"({"code": 102.5})",
                           R"({"code": 1e300})",
                           R"({"code": 1e400})",
                           R"({"code": null})",
                           R"({"code": true})",
                           R"({"code": [102]})",
                           R"({"code": {"code": 102}})",
                           R"({"Code": 102})",
                           R"({"data": {"code": 102}})",
                           "{}",
                           "[]",
                           R"([{"code": 102}])",
                           "102",
                           "\"102\"",
                           "null",
                           "",
                           " ",
                           "<html>403 Forbidden</html>",
                           "{\"code\": 102",
                           "{\"code\": 102}}",
                           "{code: 102}",
                           "\xFF\xFE{\0",
                           "\xEF\xBB\xBF",
                           "\xEF\xBB",
                           "{\"code\": \"\xFF\"}"}) {
    INFO(body);
    CHECK_FALSE(cg::read_return_code(body).has_value());
  }
  CHECK_FALSE(cg::read_return_code(std::string_view("{\"code\": 1\0}", 12)).has_value());
}

TEST_CASE("A body names its problem by a type, or by a reason and a domain") {
  const std::string info =
      R"({"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "R", "domain": "d.example"})";
  for (const auto &[body, problem] : std::initializer_list<std::pair<std::string, const char *>>{
           {R"({"type": "urn:x"})", "urn:x"},
           {R"({"type": "about:blank"})", "about:blank"},
           {R"({"type": 1})", ""},
           {R"(["urn:x"])", ""},
           {R"("urn:x")", ""},
           {R"({"type": "urn:x")", ""},
           {R"({"details": [)" + info + "]}", "R@d.example"},
           {R"({"error": {"details": [1, {}, )" + info + "]}}", "R@d.example"},
           {R"({"error": {"error": {"details": [)" + info + "]}}}", ""},
           {R"({"type": "urn:x", "details": [)" + info + "]}", "R@d.example"},
           {R"({"type": "urn:x", "details": {"0": )" + info + "}}", "urn:x"},
           {R"({"details": [{"@type": "google.rpc.ErrorInfo", "reason": 1, "domain": "d"}]})", "@d"},
           {R"({"details": [{"@type": 1, "reason": "R", "domain": "d"}]})", ""}}) {
    INFO(body);
    CHECK(cg::read_response_body(body).problem == problem);
  }
}

TEST_CASE("The code of a google.rpc.Status is no return code") {
  const std::string info = R"({"@type": "type.googleapis.com/google.rpc.ErrorInfo"})";
  CHECK(cg::read_return_code(R"({"code": 5, "details": []})") == 5);
  CHECK_FALSE(cg::read_return_code(R"({"code": 5, "details": [)" + info + "]}").has_value());
  CHECK_FALSE(cg::read_return_code(R"({"code": 5, "error": {"details": [)" + info + "]}}").has_value());
}

TEST_CASE("The first details of a status are looked at, and no more") {
  const auto problem = [](size_t before) {
    return cg::read_response_body("{\"details\": [" + repeat("{},", before) +
                                  R"({"@type": "google.rpc.ErrorInfo", "reason": "R", "domain": "d"}]})")
        .problem;
  };
  CHECK(problem(CG_MAX_STATUS_DETAILS - 1) == "R@d");
  CHECK(problem(CG_MAX_STATUS_DETAILS).empty());
  CHECK(problem(1000000).empty());
}

TEST_CASE("A body of a million brackets is no code, and no crash") {
  CHECK_FALSE(cg::read_return_code(repeat("[", 1000000)).has_value());
  CHECK_FALSE(cg::read_return_code(repeat("{\"code\":", 1000000)).has_value());
  CHECK(cg::read_response_body(repeat("{\"error\":", 1000000)).problem.empty());
  CHECK(cg::read_response_body(R"({"type": ")" + repeat("x", 1000000) + "\"}").problem.size() == 1000000);
  CHECK_FALSE(cg::read_return_code(repeat("[", 100000) + repeat("]", 100000)).has_value());
  CHECK(cg::read_return_code("{\"deep\": " + repeat("[", 100000) + repeat("]", 100000) + ", \"code\": 7}") == 7);
}
