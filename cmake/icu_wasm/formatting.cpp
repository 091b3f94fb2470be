// Stands in for ICU's region.cpp, which reads all the world's regions to tell that "DD" is now "DE": only a locale of a
// region that is no more would have another clock by it. And for the strtod of messagepattern.cpp and
// the snprintf of plurrule.cpp, with the reader and the writer of numbers that ICU has anyway.
#include <cmath>
#include <cstdarg>
#include <cstring>

#include "double-conversion-double-to-string.h"
#include "double-conversion-string-to-double.h"
#include "region_impl.h"
#include "unicode/region.h"

U_NAMESPACE_BEGIN

const Region *Region::getInstance(const char *, UErrorCode &status) {
  if (U_SUCCESS(status)) {
    status = U_UNSUPPORTED_ERROR;
  }
  return nullptr;
}

const char *Region::getRegionCode() const { return ""; }

U_NAMESPACE_END

extern "C" double codeglot_strtod(const char *text, char **end) {
  using icu::double_conversion::StringToDoubleConverter;
  const StringToDoubleConverter converter(
      StringToDoubleConverter::ALLOW_HEX | StringToDoubleConverter::ALLOW_LEADING_SPACES |
          StringToDoubleConverter::ALLOW_TRAILING_JUNK | StringToDoubleConverter::ALLOW_CASE_INSENSITIVITY,
      0, 0, "inf", "nan");
  int length = 0;
  const double value = converter.StringToDouble(text, static_cast<int>(std::strlen(text)), &length);
  if (end != nullptr) {
    *end = const_cast<char *>(text) + length;
  }
  return value;
}

// Writes "%1.15e", as printf does: one digit, the point, fifteen digits, the exponent's sign and two digits or three.
extern "C" int codeglot_snprintf(char *text, size_t, const char *format, ...) {
  using icu::double_conversion::DoubleToStringConverter;
  va_list arguments;
  va_start(arguments, format);
  const double value = va_arg(arguments, double);
  va_end(arguments);
  *text = '\0';
  if (std::strcmp(format, "%1.15e") != 0 || !std::isfinite(value)) {
    return 0;  // Only a debugger's toString() has another format.
  }
  constexpr int digits_count = 16;
  char digits[digits_count + 1] = {};
  bool negative = false;
  int length = 0;
  int point = 0;
  DoubleToStringConverter::DoubleToAscii(value, DoubleToStringConverter::PRECISION, digits_count, digits, sizeof digits,
                                         &negative, &length, &point);
  char *at = text;
  if (negative) {
    *at++ = '-';
  }
  for (int place = 0; place < digits_count; ++place) {
    *at++ = place < length ? digits[place] : '0';
    if (place == 0) {
      *at++ = '.';
    }
  }
  int exponent = value == 0 ? 0 : point - 1;
  *at++ = 'e';
  *at++ = exponent < 0 ? '-' : '+';
  exponent = exponent < 0 ? -exponent : exponent;
  if (exponent >= 100) {
    *at++ = static_cast<char>('0' + exponent / 100);
  }
  *at++ = static_cast<char>('0' + exponent / 10 % 10);
  *at++ = static_cast<char>('0' + exponent % 10);
  *at = '\0';
  return static_cast<int>(at - text);
}
