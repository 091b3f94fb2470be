// Lowers formats of numbers and dates by looking at what the ICU engine prints for them: which digits, where they are
// rounded and grouped, what stands around them for each sign, size and plural category. What was seen is written in the
// pack's layout and run by the runtime on a probe set; a format that then prints anything else is not lowered.
#ifndef CODEGLOT_COMPILER_FORMAT_LOWERING_H
#define CODEGLOT_COMPILER_FORMAT_LOWERING_H

#include <optional>
#include <string>

#include "core/compiler/locale_data.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

struct LoweredFormat {
  /// A style is what every runtime prints (core/pack/layout.h, "numbers"); the others need one with formats.
  enum class Kind { style, number, date };

  Kind kind = Kind::style;
  std::string record;
  bool by_category = false;  // Whether it needs the locale's cardinal rules.
  layout::Isolation isolation = layout::Isolation::none;
  std::string id;  // MF2's u:id, for parts.
};

/// How a placeholder is set apart that the ICU engine prints behind this control, or behind none.
layout::Isolation isolation_of(const std::string &control, Format::Syntax syntax);

/// Nothing, with a reason, if only the ICU engine can format it. Keeps what it finds: the answer for a locale and a format
/// is worked out once.
std::optional<LoweredFormat> lower_format(const Format &format, const LocaleData &locale, std::string &reason);

}  // namespace codeglot
#endif
