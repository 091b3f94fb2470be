// The generated header as C++20: values, keywords and macros among the names.
#include <cerrno>
#include <limits>
#include <new_files2_codes.hpp>
#include <type_traits>

namespace codes = new_files2::codes;
static_assert(codes::least == std::numeric_limits<std::int32_t>::min());
static_assert(codes::most == std::numeric_limits<std::int32_t>::max());
static_assert(codes::delete_ == 1 && codes::class_ == 2 && codes::errno_ == 5 && codes::http_error == 7);
static_assert(codes::step_1_2 == 9 && codes::step_12 == 10);
static_assert(std::is_same_v<decltype(codes::exception), const std::int32_t>);

int main() { return codes::exception; }
