// json_response.hpp: reads a JSON body, with nlohmann_json, for what it says of its return code and its problem. Optional,
// header-only, and no part of the runtime, which never sees JSON. On failure: neither, which the catalog has its own text
// for.
#ifndef CODEGLOT_JSON_RESPONSE_HPP
#define CODEGLOT_JSON_RESPONSE_HPP

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "codeglot/limits.h"

namespace cg {

struct ResponseBody {
  std::optional<int32_t> code;
  std::string problem;  // As cg_response has it; empty if the body names none.
};

namespace detail {

/// Null if it is no object or has no such member.
inline const nlohmann::json *member(const nlohmann::json &json, const char *name) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return found == json.end() ? nullptr : &*found;
}

/// Empty if that is no string.
inline std::string text_member(const nlohmann::json &json, const char *name) {
  const nlohmann::json *const found = member(json, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

inline std::optional<int32_t> to_code(const nlohmann::json &value) {
  if (value.is_number()) {
    const double number = value.get<double>();
    const bool fits = number >= std::numeric_limits<int32_t>::min() && number <= std::numeric_limits<int32_t>::max();
    return fits && number == static_cast<double>(static_cast<int32_t>(number))
               ? std::optional(static_cast<int32_t>(number))
               : std::nullopt;
  }
  if (!value.is_string()) {
    return std::nullopt;
  }
  const auto &digits = value.get_ref<const std::string &>();
  int32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code);
  const bool canonical = error == std::errc() && end == digits.data() + digits.size() && std::to_string(code) == digits;
  return canonical ? std::optional(code) : std::nullopt;
}

/// The google.rpc.ErrorInfo among the first details of a google.rpc.Status; null if there is none.
inline const nlohmann::json *error_info(const nlohmann::json &status) {
  const nlohmann::json *const details = member(status, "details");
  const size_t count = details == nullptr || !details->is_array()
                           ? 0
                           : std::min<size_t>(details->size(), CG_MAX_STATUS_DETAILS);
  for (size_t index = 0; index < count; ++index) {
    if (text_member((*details)[index], "@type").ends_with("google.rpc.ErrorInfo")) {
      return &(*details)[index];
    }
  }
  return nullptr;
}

}  // namespace detail

/// The return code is the member "code" of a JSON object: an integer of 32 bits (1e2 and 102.0 are), or its digits in a
/// string as a number is written ("102", "-5"; not "007", "0x10", " 7"). Anything else is no return code. The problem is
/// the "type" of RFC 9457 problem details. A google.rpc.Status, by itself or as the member "error", whose details have an
/// ErrorInfo has that one's "REASON@domain" instead, and no return code: its "code" is another number space.
inline ResponseBody read_response_body(std::string_view body) {
  if (body.substr(0, 3) == "\xEF\xBB\xBF") {
    body.remove_prefix(3);
  }
  const nlohmann::json json = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
  const nlohmann::json *info = detail::error_info(json);
  if (const nlohmann::json *error = detail::member(json, "error"); info == nullptr && error != nullptr) {
    info = detail::error_info(*error);
  }
  if (info != nullptr) {
    return {std::nullopt, detail::text_member(*info, "reason") + '@' + detail::text_member(*info, "domain")};
  }
  const nlohmann::json *const code = detail::member(json, "code");
  return {code == nullptr ? std::nullopt : detail::to_code(*code), detail::text_member(json, "type")};
}

/// The return code alone.
inline std::optional<int32_t> read_return_code(std::string_view body) { return read_response_body(body).code; }

}  // namespace cg
#endif
