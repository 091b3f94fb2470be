// Native benchmark of formats: the runtime, the ICU engine and ICU itself on the same messages. Prints one JSON object:
// medians over rounds, in nanoseconds a call.
#include <unicode/messageformat2.h>
#include <unicode/msgfmt.h>

#include <cstdio>
#include <string>
#include <vector>

#include "bench/median.h"
#include "codeglot/icu.hpp"
#include "core/compiler/lone_message.h"
#include "core/compiler/message_check.h"
#include "core/icu_engine/message.h"
#include "core/pack/writer.h"

namespace {

using codeglot::bench::median;
using codeglot::bench::sink;

using codeglot::Format;
using codeglot::NamedArgument;
enum class Kind { number, date };

struct Case {
  const char *name;
  Format::Syntax syntax;
  const char *pattern;
  Kind kind;
};

constexpr Case cases[] = {
    {"currency", Format::Syntax::mf1, "{x, number, ::currency/EUR}", Kind::number},
    {"compact", Format::Syntax::mf1, "{x, number, ::compact-long}", Kind::number},
    {"unit", Format::Syntax::mf1, "{x, number, ::unit/kilometer unit-width-full-name}", Kind::number},
    {"date", Format::Syntax::mf1, "{x, date, long}", Kind::date},
    {"mf2Number", Format::Syntax::mf2, "Total: {$x :number minimumFractionDigits=2}", Kind::number},
    {"mf2Match", Format::Syntax::mf2, ".input {$x :number} .match $x one {{{$x} file}} * {{{$x} files}}", Kind::number},
};

codeglot::ArgumentValue value_of(Kind kind, int index) {
  if (kind == Kind::date) {
    return codeglot::DateTime{1600000000000.0 + index * 86400000.0, ""};
  }
  return static_cast<double>(index % 5000) + 0.5;
}

/// A pack of one message, added to a catalog: what a client has.
double time_runtime(const Case &one) {
  std::vector<codeglot::MessageProblem> problems;
  const codeglot::LocaleData english = codeglot::LocaleData::load("en");
  const std::vector<codeglot::Parameter> declared = {
      {"x", one.kind == Kind::date ? codeglot::layout::Type::date : codeglot::layout::Type::number, {}}};
  auto message = codeglot::read_message(one.pattern, one.syntax, declared, english, problems);
  codeglot::settle(*message, declared, english, problems);
  codeglot::ProfileNeeds needs;
  std::vector<codeglot::MessageProblem> reasons;
  codeglot::PackContents contents;
  contents.catalog_namespace = "bench";
  contents.default_locale = contents.source_locale = "en";
  contents.unknown_code = contents.unreadable_response = std::string("\0?", 2);
  contents.records.push_back({1, "one", *codeglot::lower(*message, declared, {0, english, needs}, reasons, problems)});
  contents.features = needs.features();
  contents.profiles.push_back(codeglot::write_profile(english, needs, needs.features()));
  cg::Catalog catalog;
  catalog.add(codeglot::write_pack(std::move(contents)));
  char text[256];
  std::vector<codeglot::CArguments> arguments;
  std::vector<std::vector<NamedArgument>> values;
  for (int index = 0; index < 512; ++index) {
    values.push_back({{"x", value_of(one.kind, index)}});
  }
  for (const std::vector<NamedArgument> &value : values) {
    arguments.emplace_back(value);
  }
  return median(20000, [&](int index) {
    const codeglot::CArguments &given = arguments[static_cast<size_t>(index) % arguments.size()];
    sink = cg_message(catalog.get(), 1, "en", 2, given.data(), given.size(), text, sizeof text);
  });
}

double time_engine(const Case &one) {
  const bool mf1 = one.syntax == Format::Syntax::mf1;
  const auto message = mf1 ? codeglot::make_mf1_message(one.pattern, "en")
                           : codeglot::make_mf2_message(one.pattern, "en");
  return median(1000, [&](int index) { sink = message->format({{"x", value_of(one.kind, index)}}, {}).parts.size(); });
}

double time_icu(const Case &one) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(one.pattern);
  const icu::UnicodeString name("x");
  const auto number = [&](int index) {
    return one.kind == Kind::date ? icu::Formattable(1600000000000.0 + index * 86400000.0, icu::Formattable::kIsDate)
                                  : icu::Formattable(static_cast<double>(index % 5000) + 0.5);
  };
  if (one.syntax == Format::Syntax::mf1) {
    const icu::MessageFormat format(source, icu::Locale::getEnglish(), status);
    return median(1000, [&](int index) {
      const icu::Formattable value = number(index);
      icu::UnicodeString text;
      status = U_ZERO_ERROR;
      format.format(&name, &value, 1, text, status);
      sink = static_cast<size_t>(text.length());
    });
  }
  UParseError where;
  icu::message2::MessageFormatter format = icu::message2::MessageFormatter::Builder(status)
                                               .setPattern(source, where, status)
                                               .setLocale(icu::Locale::getEnglish())
                                               .build(status);
  return median(200, [&](int index) {
    status = U_ZERO_ERROR;
    std::map<icu::UnicodeString, icu::message2::Formattable> arguments;
    arguments[name] = icu::message2::Formattable(static_cast<double>(index % 5000) + 0.5);
    const icu::message2::MessageArguments given(arguments, status);
    sink = static_cast<size_t>(format.formatToString(given, status).length());
  });
}

}  // namespace

int main() {
  std::printf("{");
  for (const Case &one : cases) {
    std::printf("%s\"%s\": {\"runtime\": %.1f, \"engine\": %.1f, \"icu\": %.1f}", &one == cases ? "" : ", ", one.name,
                time_runtime(one), time_engine(one), time_icu(one));
  }
  std::printf("}\n");
  return 0;
}
