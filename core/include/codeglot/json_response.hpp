// json_response.hpp: reads the return code from a JSON body, with nlohmann_json. Optional, header-only, and no part of
// the runtime, which never sees JSON. On failure: no code, which the catalog has its own text for.
#ifndef CODEGLOT_JSON_RESPONSE_HPP
#define CODEGLOT_JSON_RESPONSE_HPP

#include <charconv>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cg {

/// The member "code" of a JSON object: an integer of 32 bits (1e2 and 102.0 are), or its digits in a string as a number
/// is written ("102", "-5"; not "007", "0x10", " 7"). Anything else is no return code.
inline std::optional<int32_t> read_return_code(std::string_view body) {
  if (body.substr(0, 3) == "\xEF\xBB\xBF") {
    body.remove_prefix(3);
  }
  const nlohmann::json json = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
  const auto member = json.is_object() ? json.find("code") : json.end();
  if (!json.is_object() || member == json.end()) {
    return std::nullopt;
  }
  if (member->is_number()) {
    const double number = member->get<double>();
    const bool fits = number >= std::numeric_limits<int32_t>::min() && number <= std::numeric_limits<int32_t>::max();
    return fits && number == static_cast<double>(static_cast<int32_t>(number))
               ? std::optional(static_cast<int32_t>(number))
               : std::nullopt;
  }
  if (!member->is_string()) {
    return std::nullopt;
  }
  const auto &digits = member->get_ref<const std::string &>();
  int32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code);
  const bool canonical = error == std::errc() && end == digits.data() + digits.size() && std::to_string(code) == digits;
  return canonical ? std::optional(code) : std::nullopt;
}

}  // namespace cg
#endif
