// Numbers of MessageFormat 1.
#ifndef CODEGLOT_ICU_ENGINE_MF1_NUMBER_FORMAT_H
#define CODEGLOT_ICU_ENGINE_MF1_NUMBER_FORMAT_H

#include <unicode/numberformatter.h>
#include <unicode/numfmt.h>

#include "core/icu_engine/mf1_formats.h"

namespace codeglot {

/// A skeleton ("::percent scale/100"): plurals count the number itself.
class Mf1Skeleton : public Mf1Format {
 public:
  explicit Mf1Skeleton(const icu::number::LocalizedNumberFormatter &formatter) : formatter_(formatter) {}
  bool format(const Mf1Operand &operand, const std::string &time_zone, Part &part,
              std::vector<Mf1Fault> &faults) const override;

 protected:
  icu::number::FormattedNumber format_number(const Mf1Operand &operand, UErrorCode &status) const;

 private:
  icu::number::LocalizedNumberFormatter formatter_;
};

/// Styles and patterns of digits, icu::DecimalFormat: plurals count the number as it is printed.
class Mf1DecimalFormat final : public Mf1Skeleton {
 public:
  /// `formatter` is `format`'s own, which it may not outlive.
  Mf1DecimalFormat(std::unique_ptr<icu::NumberFormat> format, const icu::number::LocalizedNumberFormatter &formatter)
      : Mf1Skeleton(formatter), format_(std::move(format)) {}
  std::optional<std::string> select(double number, const Mf1Operand &operand,
                                    const icu::PluralRules &rules) const override;

 private:
  std::unique_ptr<icu::NumberFormat> format_;
};

/// Spelled-out numbers, and the algorithmic numbering systems (Roman numerals): icu::RuleBasedNumberFormat.
class Mf1RuleFormat final : public Mf1Format {
 public:
  /// `algorithmic`: the locale's own numbers are rules, too. `names_fractions`: "0.5" is "five tenths" there.
  Mf1RuleFormat(std::unique_ptr<icu::NumberFormat> format, bool algorithmic, bool names_fractions)
      : format_(std::move(format)), algorithmic_(algorithmic), names_fractions_(names_fractions) {}
  bool format(const Mf1Operand &operand, const std::string &time_zone, Part &part,
              std::vector<Mf1Fault> &faults) const override;

 private:
  std::unique_ptr<icu::NumberFormat> format_;
  /// Operands for which ICU would not come back.
  bool is_harmful(const Mf1Operand &operand) const;

  bool algorithmic_;
  bool names_fractions_;
};

}  // namespace codeglot
#endif
