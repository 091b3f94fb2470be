// The formats that a MessageFormat 1 argument can name, {n, number}, {d, date, ::yMMMd}, {n, spellout}…: ICU's own
// formatters, made as icu::MessageFormat makes them, so that they print the same.
#ifndef CODEGLOT_ICU_ENGINE_MF1_FORMATS_H
#define CODEGLOT_ICU_ENGINE_MF1_FORMATS_H

#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/icu_engine/formatted.h"
#include "core/icu_engine/mf1_operand.h"

namespace codeglot {

struct Mf1Fault {
  ErrorKind kind;
  std::string sentence;
};

/// One format, made once and then used by any number of threads.
class Mf1Format {
 public:
  virtual ~Mf1Format() = default;
  /// Sets the part's type, value and pieces; false for an operand that ICU refuses. What is wrong in spite of a text
  /// goes to `faults`. `time_zone` is of dates that name none.
  virtual bool format(const Mf1Operand &operand, const std::string &time_zone, Part &part,
                      std::vector<Mf1Fault> &faults) const = 0;
  /// The plural keyword of a number as this format prints it; nothing for an operand that ICU refuses.
  virtual std::optional<std::string> select(double number, const Mf1Operand &operand,
                                            const icu::PluralRules &rules) const;
};

/// {n, type, style}; null, with ICU's reason in `status`, if ICU refuses it.
std::shared_ptr<const Mf1Format> make_mf1_format(const icu::UnicodeString &type, const icu::UnicodeString &style,
                                                 const icu::Locale &locale, UErrorCode &status);
/// {n} and '#' of a number.
std::shared_ptr<const Mf1Format> make_mf1_default_number(const icu::Locale &locale, UErrorCode &status);
/// {d} of a date.
std::shared_ptr<const Mf1Format> make_mf1_default_date(const icu::Locale &locale, UErrorCode &status);

/// Whether icu::MessageFormat knows the type: number, date, time, spellout, ordinal, duration.
bool is_mf1_type(const icu::UnicodeString &type);

}  // namespace codeglot
#endif
