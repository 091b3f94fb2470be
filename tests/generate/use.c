/* The generated header as strict C11: values, and the constant of a retired code, which only warns. */
#include <new_files2_codes.h>
#include <stdint.h>
#include <stdio.h>

_Static_assert(NEW_FILES2_CODE_LEAST == INT32_MIN && NEW_FILES2_CODE_MOST == INT32_MAX, "the limits of a code");
_Static_assert(NEW_FILES2_CODE_NEGATIVE_CODE == -7 && NEW_FILES2_CODE_HTTP_ERROR == 7, "numbers");
_Static_assert(NEW_FILES2_CODE_STEP_1_2 == 9 && NEW_FILES2_CODE_STEP_12 == 10, "digits stay apart");

int main(void) {
  enum new_files2_code code = NEW_FILES2_CODE_ACCOUNT_LEN_INVALID;
  puts(code == 8 ? "values are right" : "wrong");
  return code != 8;
}
