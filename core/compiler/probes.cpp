// See probes.h.
#include "core/compiler/probes.h"

#include <algorithm>

namespace codeglot {
namespace {

std::vector<std::string> make_numbers() {
  std::vector<std::string> result;
  const auto both_signs = [&](const std::string &digits) {
    result.push_back(digits);
    result.push_back("-" + digits);
  };
  for (int integer = 0; integer <= 125; ++integer) {
    result.push_back(std::to_string(integer));
  }
  for (const char *digits : {"0",
                             "1",
                             "2",
                             "3",
                             "5",
                             "11",
                             "21",
                             "0.1",
                             "0.5",
                             "1.5",
                             "2.5",
                             "0.05",
                             "0.015",
                             "0.025",
                             "0.005",
                             "1.005",
                             "0.994",
                             "0.995",
                             "0.999",
                             "0.9995",
                             "9.5",
                             "9.95",
                             "9.995",
                             "9.9995",
                             "99.5",
                             "99.95",
                             "999.4",
                             "999.5",
                             "999.95",
                             "999.995",
                             "1.0004",
                             "1.00049",
                             "1.0005",
                             "123.456",
                             "1.01",
                             "1.1",
                             "1.10",
                             "1.001",
                             "0.0001234",
                             "1234.5678",
                             "9999.5",
                             "99999.5",
                             "999999.5",
                             "999949",
                             "999950",
                             "999999",
                             "9999999999999999",
                             "123456789.987654321",
                             "12345678901234567890123.456"}) {
    both_signs(digits);
  }
  for (const char *start :
       {"1", "1.04", "1.05", "1.5", "2", "3", "4.49", "5", "9.9", "9.949", "9.95", "9.99", "9.999"}) {
    for (int power = 1; power <= 22; ++power) {
      std::string digits = start;
      const size_t dot = digits.find('.');
      const size_t fraction = dot == std::string::npos ? 0 : digits.size() - dot - 1;
      if (dot != std::string::npos) {
        digits.erase(dot, 1);
      }
      const auto shift = static_cast<size_t>(power);
      if (shift >= fraction) {
        digits.append(shift - fraction, '0');
      } else {
        digits.insert(digits.size() - (fraction - shift), ".");
      }
      both_signs(digits);
    }
  }
  for (const int integer :
       {1000,  1001,   1002,    1005,    1100,    1234,    2000,    2001,    5000,    10000,    11000,
        21000, 100000, 1000001, 1000002, 1100000, 2000000, 2000001, 2100000, 5000000, 11000000, 21000000}) {
    result.push_back(std::to_string(integer));
  }
  result.insert(result.end(), {"Infinity", "-Infinity", "NaN"});
  return result;
}

std::vector<DateTime> make_dates() {
  constexpr double minute = 60000;
  constexpr double day = 86400000;
  std::vector<DateTime> result;
  const auto in_zones = [&](double milliseconds) {
    for (const char *zone : {"", "+05:30", "-08:00", "-00:30", "+01:00"}) {
      result.push_back({milliseconds, zone});
    }
  };
  for (int step = 0; step < 800; ++step) {
    result.push_back({1577836800000 + step * day + step * 37.0 * minute + step * 1001.0, ""});  // From 2020-01-01.
  }
  for (int half_hour = 0; half_hour < 48; ++half_hour) {
    in_zones(1614556800000 + half_hour * 30 * minute);  // 2021-03-01
  }
  for (const double milliseconds : {0.0,
                                    -1.0,
                                    999.0,
                                    1000.0,
                                    59999.0,
                                    951782400000.0,
                                    951868799999.0,
                                    1709164800000.0,
                                    4107542400000.0,
                                    4102444799999.0,
                                    253402300799999.0,
                                    253402300800000.0,
                                    -2208988800000.0,
                                    -12219292800000.0,
                                    -12219292800001.0,
                                    -12219379200000.0,
                                    -14831769600000.0,
                                    -62135596800000.0,
                                    -62135769600000.0,
                                    -62167219200000.0,
                                    -62200000000000.0,
                                    -99999999999999.0,
                                    -1e15,
                                    1e15}) {
    in_zones(milliseconds);
  }
  return result;
}

}  // namespace

std::vector<std::string> number_format_probes(bool counted) {
  constexpr size_t exact_digits = 15;
  static const std::vector<std::string> all = make_numbers();
  std::vector<std::string> probes;
  for (const std::string &digits : all) {
    const auto count = std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!counted || static_cast<size_t>(count) <= exact_digits) {
      probes.push_back(digits);
    }
  }
  return probes;
}

const std::vector<DateTime> &date_probes() {
  static const std::vector<DateTime> probes = make_dates();
  return probes;
}

}  // namespace codeglot
