// See observed_number.h.
#include "core/compiler/observed_number.h"

#include <algorithm>

namespace codeglot {

std::optional<std::string> ascii_digits(const std::string &text, const LocaleData &locale) {
  const auto size = static_cast<size_t>(locale.number_symbols[0]);
  if (text.size() % size != 0) {
    return std::nullopt;
  }
  std::string result;
  for (size_t at = 0; at < text.size(); at += size) {
    int digit = 0;
    while (digit < 10 &&
           text.compare(at, size, locale.number_symbols, 1 + static_cast<size_t>(digit) * size, size) != 0) {
      ++digit;
    }
    if (digit == 10) {
      return std::nullopt;
    }
    result += static_cast<char>('0' + digit);
  }
  return result;
}

namespace {

bool is_core(const std::string &type) {
  return type == "integer" || type == "group" || type == "decimal" || type == "fraction";
}

}  // namespace

std::optional<int> ObservedNumber::power(char digit) const {
  const std::string digits = integer + fraction;
  const size_t one = digits.find(digit);
  if (one == std::string::npos || digits.find_first_not_of('0') != one ||
      digits.find_first_not_of('0', one + 1) != std::string::npos) {
    return std::nullopt;
  }
  return static_cast<int>(integer.size()) - static_cast<int>(one) - 1;
}

std::optional<ObservedNumber> observe(const Part &part, const LocaleData &locale) {
  ObservedNumber result;
  result.text = part.value;
  size_t first = part.pieces.size();
  size_t last = 0;
  for (size_t index = 0; index < part.pieces.size(); ++index) {
    if (is_core(part.pieces[index].type)) {
      first = std::min(first, index);
      last = index;
    }
  }
  if (part.type != Part::Type::number || locale.number_symbols.empty()) {
    return std::nullopt;
  }
  if (first == part.pieces.size()) {
    result.prefix = part.pieces;
    return result;
  }
  result.prefix.assign(part.pieces.begin(), part.pieces.begin() + static_cast<std::ptrdiff_t>(first));
  result.suffix.assign(part.pieces.begin() + static_cast<std::ptrdiff_t>(last) + 1, part.pieces.end());
  std::vector<size_t> groups_after;
  for (size_t index = first; index <= last; ++index) {
    const Part::Piece &piece = part.pieces[index];
    if (piece.type == "integer" || piece.type == "fraction") {
      const std::optional<std::string> digits = ascii_digits(piece.value, locale);
      if (!digits) {
        return std::nullopt;
      }
      (piece.type == "integer" ? result.integer : result.fraction) += *digits;
    } else if (piece.type == "group") {
      if (!result.group.empty() && result.group != piece.value) {
        return std::nullopt;
      }
      result.group = piece.value;
      groups_after.push_back(result.integer.size());
    } else if (piece.type == "decimal") {
      result.decimal = piece.value;
    } else {
      return std::nullopt;  // An exponent, a separator between mixed units.
    }
  }
  for (const size_t after : groups_after) {
    result.groups.push_back(result.integer.size() - after);
  }
  return result;
}

}  // namespace codeglot
