// Stands in for ICU's uniset_props.cpp, static_unicode_sets.cpp and uprops.cpp, whose tables of every property's values
// and names are 190 kB. What formats asks for a handful of sets, which need no more than the general categories:
// where a currency's sign is set apart from digits (CLDR has two patterns for that, the same in every locale), and what is
// left out at a piece's ends. On failure: another pattern is an error, another property is false.
#include "patternprops.h"
#include "static_unicode_sets.h"
#include "ucln_cmn.h"
#include "unicode/uchar.h"
#include "unicode/uniset.h"

U_NAMESPACE_BEGIN
namespace {

struct Categories {
  UnicodeSet *set;
  uint32_t mask;
};

void add_categories(UnicodeSet &set, uint32_t mask) {
  Categories categories = {&set, mask};
  u_enumCharTypes(
      [](const void *context, UChar32 start, UChar32 limit, UCharCategory category) -> UBool {
        const auto *wanted = static_cast<const Categories *>(context);
        if ((U_MASK(category) & wanted->mask) != 0) {
          wanted->set->add(start, limit - 1);
        }
        return true;
      },
      &categories);
}

UnicodeSet *ignorables = nullptr;
UnicodeSet *nothing = nullptr;

UBool forget_sets() {
  delete ignorables;
  delete nothing;
  ignorables = nothing = nullptr;
  return true;
}

}  // namespace

UnicodeSet::UnicodeSet(const UnicodeString &pattern, UErrorCode &status) {
  if (U_FAILURE(status)) {
    return;
  }
  if (pattern == UnicodeString(u"[:digit:]")) {
    add_categories(*this, U_GC_ND_MASK);
  } else if (pattern == UnicodeString(u"[[:^S:]&[:^Z:]]")) {
    add_categories(*this, ~(U_GC_S_MASK | U_GC_Z_MASK));
  } else {
    status = U_UNSUPPORTED_ERROR;
  }
}

namespace unisets {

const UnicodeSet *get(Key key) {
  if (ignorables == nullptr) {
    ucln_common_registerCleanup(UCLN_COMMON_NUMPARSE_UNISETS, forget_sets);
    nothing = new UnicodeSet;
    // [[:Zs:][\u0009][:Bidi_Control:][:Variation_Selector:]]
    ignorables = new UnicodeSet;
    add_categories(*ignorables, U_GC_ZS_MASK);
    ignorables->add(0x9).add(0x61c).add(0x200e, 0x200f).add(0x202a, 0x202e).add(0x2066, 0x2069);
    ignorables->add(0x180b, 0x180d).add(0x180f).add(0xfe00, 0xfe0f).add(0xe0100, 0xe01ef);
    ignorables->freeze();
  }
  return key == DEFAULT_IGNORABLES ? ignorables : nothing;
}

}  // namespace unisets
U_NAMESPACE_END

U_CAPI UBool U_EXPORT2 u_hasBinaryProperty(UChar32 point, UProperty property) {
  switch (property) {
    case UCHAR_PATTERN_WHITE_SPACE:
      return icu::PatternProps::isWhiteSpace(point);
    case UCHAR_WHITE_SPACE:
      return u_isUWhiteSpace(point);
    default:
      return false;
  }
}
