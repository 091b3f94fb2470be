// Dates and times of MessageFormat 1.
#ifndef CODEGLOT_ICU_ENGINE_MF1_DATE_FORMAT_H
#define CODEGLOT_ICU_ENGINE_MF1_DATE_FORMAT_H

#include <unicode/datefmt.h>

#include "core/icu_engine/mf1_formats.h"

namespace codeglot {

class Mf1DateFormat final : public Mf1Format {
 public:
  Mf1DateFormat(std::unique_ptr<icu::DateFormat> format, const icu::Locale &locale)
      : format_(std::move(format)), locale_(locale) {}
  bool format(const Mf1Operand &operand, const std::string &time_zone, Part &part,
              std::vector<Mf1Fault> &faults) const override;

 private:
  std::unique_ptr<icu::DateFormat> format_;
  icu::Locale locale_;
};

}  // namespace codeglot
#endif
