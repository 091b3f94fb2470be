// See format_lowering.h. The ICU engine formats a message of one placeholder; what is seen of it is lowered, and proved
// here before anything uses it.
#include "core/compiler/format_lowering.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "core/compiler/argument_value.h"
#include "core/compiler/date_lowering.h"
#include "core/compiler/message_shape.h"
#include "core/compiler/number_lowering.h"
#include "core/compiler/probes.h"
#include "core/icu_engine/message.h"
#include "core/runtime/format_date.h"
#include "core/runtime/format_number.h"
#include "core/runtime/number_format.h"

namespace codeglot {
namespace {

/// The format's message, and what it made of one value.
class Printer {
 public:
  Printer(const Format &format, const std::string &locale) : format_(format) {
    const bool mf1 = format.syntax == Format::Syntax::mf1;
    message_ = mf1 ? make_mf1_message(format.source, locale) : make_mf2_message(format.source, locale);
    context_.bidi = format.syntax == Format::Syntax::mf2 ? BidiIsolation::automatic : BidiIsolation::none;
  }

  /// The argument's part; nothing if there is an error or more text than that part and its isolation.
  std::optional<Part> print(const ArgumentValue &value) {
    const Formatted formatted = message_->format({{format_.argument, value}}, context_);
    std::optional<Part> found;
    std::string before;
    std::string behind;
    for (const Part &part : formatted.parts) {
      if (part.type == Part::Type::bidi_isolation) {
        (found ? behind : before) += part.value;
      } else if (found || part.type == Part::Type::text || part.type == Part::Type::fallback) {
        return std::nullopt;
      } else {
        found = part;
      }
    }
    const bool first = !seen_;
    seen_ = true;
    if (first) {
      before_ = before;
      behind_ = behind;
      id_ = found ? found->id : "";
    }
    return formatted.errors.empty() && before == before_ && behind == behind_ ? found : std::nullopt;
  }

  const std::string &id() const { return id_; }
  layout::Isolation isolation() const { return isolation_of(before_, format_.syntax); }

 private:
  const Format &format_;
  std::unique_ptr<EngineMessage> message_;
  FormatContext context_;
  bool seen_ = false;
  std::string before_;
  std::string behind_;
  std::string id_;
};

/// What the runtime prints in a profile that has nothing but the format.
class LoneFormat {
 public:
  LoneFormat(const LoweredFormat &format, const LocaleData &locale) : kind_(format.kind) {
    ProfileNeeds needs;
    needs.cardinal = true;
    const auto index = format.kind == LoweredFormat::Kind::style ? needs.style(format.record, locale)
                                                                 : needs.format(format.record, locale);
    index_ = index.value_or(0);
    section_ = write_profile(locale, needs, layout::feature_formats);
    readable_ = read_profile({section_.data(), static_cast<uint32_t>(section_.size())}, profile_,
                             layout::feature_formats);
  }

  bool readable() const { return readable_; }

  std::string print(const Decimal &value) const {
    return into_text([&](Sink &sink) {
      Decimal decimal = value;
      if (kind_ == LoweredFormat::Kind::style) {
        apply_style(profile_.numbers, index_, decimal);
        print_number(profile_.numbers, index_, decimal, sink);
      } else {
        const NumberFormat format(profile_.format(index_));
        const NumberFormat::Shown shown = format.apply(decimal);
        format.print(profile_, decimal, shown, sink);
      }
    });
  }

  /// Nothing for an instant that is left to the ICU engine.
  std::optional<std::string> print(const Instant &instant) const {
    const Text format = profile_.format(index_);
    if (!shows(format, instant)) {
      return std::nullopt;
    }
    return into_text([&](Sink &sink) { print_date(profile_, format, instant, sink); });
  }

 private:
  template <typename Print>
  static std::string into_text(Print print) {
    std::string text(4096, '\0');
    Sink sink(text.data(), text.size());
    print(sink);
    text.resize(std::min(sink.finish(), text.size() - 1));
    return text;
  }

  LoweredFormat::Kind kind_;
  uint8_t index_ = 0;
  std::string section_;
  Profile profile_{};
  bool readable_ = false;
};

std::string differs(const std::string &expected, const std::string &found, const std::string &value) {
  return "ICU prints \"" + expected + "\", the lowered format \"" + found + "\", for " + value;
}

bool proves_number(Printer &printer, const LoneFormat &lone, bool counted, std::string &reason) {
  for (const std::string &digits : number_format_probes(counted)) {
    const std::optional<Part> expected = printer.print(DecimalText{digits});
    Decimal decimal;
    decimal.set(digits.data(), digits.size());
    const std::string found = lone.print(decimal);
    if (!expected || expected->value != found) {
      reason = differs(expected ? expected->value : "nothing", found, digits);
      return false;
    }
  }
  return true;
}

bool proves_date(Printer &printer, const LoneFormat &lone, std::string &reason) {
  for (const DateTime &date : date_probes()) {
    const std::optional<Part> expected = printer.print(date);
    const std::string value = date_text(date);
    Instant instant;
    if (instant.read(value.data(), value.size()) != Instant::Reading::good) {
      reason = value + " is no date";
      return false;
    }
    const std::optional<std::string> found = lone.print(instant);
    if (found && (!expected || expected->value != *found)) {
      reason = differs(expected ? expected->value : "nothing", *found, value);
      return false;
    }
  }
  return true;
}

std::optional<LoweredFormat> lower_number_format(Printer &printer, const LocaleData &locale, std::string &reason) {
  const PrintNumber print = [&](const std::string &digits) { return printer.print(DecimalText{digits}); };
  const std::optional<LoweredNumber> number = lower_number(print, locale, reason);
  if (!number) {
    return std::nullopt;
  }
  std::vector<LoweredFormat> candidates;
  if (number->style) {
    candidates.push_back({LoweredFormat::Kind::style, *number->style, false, printer.isolation(), printer.id()});
  }
  for (const std::string &record : {number->format, number->format_with_specials}) {
    candidates.push_back({LoweredFormat::Kind::number, record, number->by_category, printer.isolation(), printer.id()});
  }
  for (const LoweredFormat &candidate : candidates) {
    const LoneFormat lone(candidate, locale);
    if (lone.readable() && proves_number(printer, lone, number->by_category, reason)) {
      return candidate;
    }
  }
  return std::nullopt;
}

std::optional<LoweredFormat> lower_date_format(Printer &printer, const LocaleData &locale, std::string &reason) {
  const PrintDate print = [&](double milliseconds, const std::string &zone) {
    return printer.print(DateTime{milliseconds, zone});
  };
  for (const bool proleptic : {false, true}) {
    const std::optional<std::string> record = lower_date(print, locale, proleptic, reason);
    if (!record) {
      return std::nullopt;
    }
    const LoweredFormat format{LoweredFormat::Kind::date, *record, false, printer.isolation(), printer.id()};
    const LoneFormat lone(format, locale);
    if (lone.readable() && proves_date(printer, lone, reason)) {
      return format;
    }
  }
  return std::nullopt;
}

struct Known {
  std::once_flag once;
  std::optional<LoweredFormat> format;
  std::string reason;
};

/// The same format of an argument of another name: it prints the same, and is lowered once.
Format with_any_name(Format format) {
  const std::optional<size_t> at = format.syntax == Format::Syntax::mf1
                                       ? mf1_name_byte(format.source, 0, format.argument)
                                       : std::nullopt;
  if (at) {
    format.source.replace(*at, format.argument.size(), "x");
    format.argument = "x";
  }
  return format;
}

/// The one place for a format of a locale, whichever thread asks first; it stays where it is.
Known &known_format(const Format &format, const LocaleData &locale) {
  static std::mutex guard;
  static std::map<std::pair<std::string, Format>, Known> known;
  const std::lock_guard lock(guard);
  return known[{locale.tag, format}];
}

}  // namespace

layout::Isolation isolation_of(const std::string &control, Format::Syntax syntax) {
  if (control.empty()) {
    return syntax == Format::Syntax::mf2 ? layout::Isolation::absence : layout::Isolation::none;
  }
  return control == "\u2066"   ? layout::Isolation::left_to_right
         : control == "\u2067" ? layout::Isolation::right_to_left
                               : layout::Isolation::first_strong;
}

std::optional<LoweredFormat> lower_format(const Format &named, const LocaleData &locale, std::string &reason) {
  const Format format = with_any_name(named);
  Known &answer = known_format(format, locale);
  std::call_once(answer.once, [&] {
    Printer printer(format, locale.tag);
    answer.format = format.date ? lower_date_format(printer, locale, answer.reason)
                                : lower_number_format(printer, locale, answer.reason);
    if (answer.format) {
      answer.reason.clear();  // Of a first attempt that failed.
    }
  });
  reason = answer.reason;
  return answer.format;
}

}  // namespace codeglot
