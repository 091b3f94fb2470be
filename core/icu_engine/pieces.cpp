// See pieces.h.
#include "core/icu_engine/pieces.h"

#include <unicode/udat.h>
#include <unicode/unum.h>

#include <algorithm>

namespace codeglot {
namespace {

struct Field {
  const char *type;
  int32_t from;
  int32_t to;
};

const char *number_type(int32_t field, NumberClass number_class) {
  switch (field) {
    case UNUM_INTEGER_FIELD:
      return number_class == NumberClass::infinity       ? "infinity"
             : number_class == NumberClass::not_a_number ? "nan"
                                                         : "integer";
    case UNUM_FRACTION_FIELD:
      return "fraction";
    case UNUM_DECIMAL_SEPARATOR_FIELD:
      return "decimal";
    case UNUM_EXPONENT_SYMBOL_FIELD:
      return "exponentSeparator";
    case UNUM_EXPONENT_SIGN_FIELD:
      return "exponentMinusSign";
    case UNUM_EXPONENT_FIELD:
      return "exponentInteger";
    case UNUM_GROUPING_SEPARATOR_FIELD:
      return "group";
    case UNUM_CURRENCY_FIELD:
      return "currency";
    case UNUM_PERCENT_FIELD:
      return "percentSign";
    case UNUM_SIGN_FIELD:
      return "minusSign";
    case UNUM_MEASURE_UNIT_FIELD:
      return "unit";
    case UNUM_COMPACT_FIELD:
      return "compact";
    case UNUM_APPROXIMATELY_SIGN_FIELD:
      return "approximatelySign";
    default:
      return "literal";
  }
}

const char *date_type(int32_t field) {
  switch (field) {
    case UDAT_ERA_FIELD:
      return "era";
    case UDAT_YEAR_FIELD:
    case UDAT_YEAR_WOY_FIELD:
    case UDAT_EXTENDED_YEAR_FIELD:
      return "year";
    case UDAT_YEAR_NAME_FIELD:
      return "yearName";
    case UDAT_RELATED_YEAR_FIELD:
      return "relatedYear";
    case UDAT_QUARTER_FIELD:
    case UDAT_STANDALONE_QUARTER_FIELD:
      return "quarter";
    case UDAT_MONTH_FIELD:
    case UDAT_STANDALONE_MONTH_FIELD:
      return "month";
    case UDAT_WEEK_OF_YEAR_FIELD:
    case UDAT_WEEK_OF_MONTH_FIELD:
      return "week";
    case UDAT_DATE_FIELD:
    case UDAT_DAY_OF_YEAR_FIELD:
      return "day";
    case UDAT_DAY_OF_WEEK_FIELD:
    case UDAT_DOW_LOCAL_FIELD:
    case UDAT_STANDALONE_DAY_FIELD:
      return "weekday";
    case UDAT_AM_PM_FIELD:
    case UDAT_AM_PM_MIDNIGHT_NOON_FIELD:
    case UDAT_FLEXIBLE_DAY_PERIOD_FIELD:
      return "dayPeriod";
    case UDAT_HOUR_OF_DAY1_FIELD:
    case UDAT_HOUR_OF_DAY0_FIELD:
    case UDAT_HOUR1_FIELD:
    case UDAT_HOUR0_FIELD:
      return "hour";
    case UDAT_MINUTE_FIELD:
      return "minute";
    case UDAT_SECOND_FIELD:
      return "second";
    case UDAT_FRACTIONAL_SECOND_FIELD:
      return "fractionalSecond";
    case UDAT_TIMEZONE_FIELD:
    case UDAT_TIMEZONE_RFC_FIELD:
    case UDAT_TIMEZONE_GENERIC_FIELD:
    case UDAT_TIMEZONE_SPECIAL_FIELD:
    case UDAT_TIMEZONE_LOCALIZED_GMT_OFFSET_FIELD:
    case UDAT_TIMEZONE_ISO_FIELD:
    case UDAT_TIMEZONE_ISO_LOCAL_FIELD:
      return "timeZoneName";
    default:
      return "literal";
  }
}

/// The text cut at the fields' ends. Of fields in each other the inner one counts: a group inside an integer.
std::vector<Part::Piece> cut(const icu::UnicodeString &text, std::vector<Field> fields) {
  std::stable_sort(fields.begin(), fields.end(),
                   [](const Field &left, const Field &right) { return left.to - left.from > right.to - right.from; });
  std::vector<int32_t> owners(static_cast<size_t>(text.length()), -1);
  for (size_t index = 0; index < fields.size(); ++index) {
    for (int32_t unit = std::max(fields[index].from, 0); unit < std::min(fields[index].to, text.length()); ++unit) {
      owners[static_cast<size_t>(unit)] = static_cast<int32_t>(index);
    }
  }
  std::vector<Part::Piece> pieces;
  for (int32_t from = 0, to = 0; from < text.length(); from = to) {
    const int32_t owner = owners[static_cast<size_t>(from)];
    while (to < text.length() && owners[static_cast<size_t>(to)] == owner) {
      ++to;
    }
    const char *const type = owner < 0 ? "literal" : fields[static_cast<size_t>(owner)].type;
    pieces.push_back({type, to_utf8(text.tempSubStringBetween(from, to))});
  }
  return pieces;
}

}  // namespace

std::string to_utf8(const icu::UnicodeString &text) {
  std::string result;
  return text.toUTF8String(result);
}

std::vector<Part::Piece> number_pieces(const icu::FormattedValue &number, NumberClass number_class) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = number.toString(status);
  icu::ConstrainedFieldPosition position;
  position.constrainCategory(UFIELD_CATEGORY_NUMBER);
  std::vector<Field> fields;
  while (U_SUCCESS(status) && number.nextPosition(position, status)) {
    const int32_t from = position.getStart();
    const int32_t to = position.getLimit();
    const bool plus = text.indexOf(u'+', from, to - from) >= 0;
    const char *type = number_type(position.getField(), number_class);
    if (position.getField() == UNUM_SIGN_FIELD && plus) {
      type = "plusSign";
    }
    fields.push_back({type, from, to});
  }
  return cut(text, std::move(fields));
}

std::vector<Part::Piece> date_pieces(const icu::UnicodeString &text, icu::FieldPositionIterator &fields) {
  std::vector<Field> found;
  icu::FieldPosition position;
  while (fields.next(position)) {
    found.push_back({date_type(position.getField()), position.getBeginIndex(), position.getEndIndex()});
  }
  return cut(text, std::move(found));
}

}  // namespace codeglot
