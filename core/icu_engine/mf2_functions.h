// The functions of MessageFormat 2 (LDML 48.2, part 9, "Default Functions"): :string, :number, :integer, :percent, :offset,
// :currency, :unit, :datetime, :date, :time. Each makes a value of an operand and options; values are formatted and
// matched with keys by their type.
#ifndef CODEGLOT_ICU_ENGINE_MF2_FUNCTIONS_H
#define CODEGLOT_ICU_ENGINE_MF2_FUNCTIONS_H

#include <unicode/locid.h>

#include <string>
#include <vector>

#include "core/icu_engine/formatted.h"
#include "core/icu_engine/kept_formatters.h"
#include "core/icu_engine/mf2_value.h"

namespace codeglot::mf2 {

/// A message's locale, in the shapes that are needed of it.
struct MessageLocale {
  explicit MessageLocale(const std::string &locale_tag);

  std::string tag;
  icu::Locale locale;
  Direction direction;
};

/// A call of a function: what it is given, and where its errors go.
struct Call {
  const std::string &function;
  const Value *operand;  // Null if there is none; may be a fallback.
  const std::vector<CallOption> &options;
  const MessageLocale &locale;
  std::vector<MessageError> &errors;
  size_t byte;  // Of the expression.

  void fail(ErrorKind kind, std::string sentence, size_t at_byte) const {
    errors.push_back({kind, std::move(sentence), at_byte});
  }
  void bad_operand(std::string sentence) const { fail(ErrorKind::bad_operand, std::move(sentence), byte); }
  void bad_option(std::string sentence) const { fail(ErrorKind::bad_option, std::move(sentence), byte); }
};

/// Gives a value, which is a fallback (without its source) after an error that leaves nothing to show.
using Handler = Value (*)(const Call &call);

/// Null for a name that the specification does not define.
Handler find_function(const std::string &name);

Value call_number_function(const Call &call);
Value call_date_function(const Call &call);
Value call_string_function(const Call &call);

/// What formatting needs besides the value.
struct FormatTools {
  const MessageLocale &locale;
  const std::string &time_zone;  // Of dates that name none.
  KeptFormatters &kept;
};

/// How well a key matches: 0 is best; nothing if it does not.
using Rank = std::optional<int>;

/// The keys that a number matches: its exact value, then the plural category of how it is formatted.
class NumberSelection {
 public:
  NumberSelection(const Value &value, FormatTools &tools);
  /// Sets `bad_key` for a key that is neither a number nor a plural category.
  Rank match(const std::string &key, bool &bad_key) const;

 private:
  std::string exact_;
  std::string category_;  // Empty if only exact values match.
};

/// Fills in the part's type, value and pieces; false with a sentence if ICU cannot.
bool format_number(const Value &value, FormatTools &tools, Part &part, std::string &error);
bool format_date(const Value &value, FormatTools &tools, Part &part, std::string &error);

/// What a value is formatted by: its function and options, for a reader of the locale.
Key format_key(const Value &value, const MessageLocale &locale);

/// The locale with Unicode extension keywords that options set: "numberingSystem", "calendar".
icu::Locale localized(const icu::Locale &locale, const Value &value);
/// Whether the option's value is a numbering system or a calendar that CLDR knows.
bool is_numbering_system(const std::string &name);
bool is_calendar(const std::string &name);

/// "one two" has "one".
bool is_one_of(std::string_view word, std::string_view words);

}  // namespace codeglot::mf2
#endif
