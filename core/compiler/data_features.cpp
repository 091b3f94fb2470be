// See data_features.h. What cannot be told from the source is taken to be anything: too much data, never too little.
#include "core/compiler/data_features.h"

#include <unicode/locid.h>
#include <unicode/messagepattern.h>

#include <algorithm>
#include <sstream>

#include "core/syntax/mf1_source.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace {

using icu::MessagePattern;
using icu::UnicodeString;

std::string utf8(const UnicodeString &text) {
  std::string result;
  return text.toUTF8String(result);
}

/// A number skeleton: stems and options, with spaces between.
void add_skeleton(const std::string &skeleton, DataFeatures &features) {
  std::istringstream words(skeleton);
  for (std::string word; words >> word;) {
    const size_t slash = word.find('/');
    const std::string stem = word.substr(0, slash);
    const std::string option = slash == std::string::npos ? "" : word.substr(slash + 1);
    if (stem == "currency") {
      features.currencies.insert(option);
    } else if (stem == "unit") {
      features.units.insert(option);
    } else if (stem == "measure-unit" || stem == "per-measure-unit") {
      features.all_units = true;  // Two of them may make one unit of CLDR's.
    } else if (stem.starts_with("compact-") || stem.find_first_not_of('K') == std::string::npos) {
      features.compact = true;
    } else if (stem == "numbering-system") {
      features.spellout = true;  // Some are algorithms.
    }
  }
}

void add_mf1_format(const std::string &type, const std::string &style, DataFeatures &features) {
  if (type == "date" || type == "time") {
    features.dates = features.zones = true;
  } else if (type == "spellout" || type == "ordinal" || type == "duration") {
    features.spellout = true;
  } else if (type == "number") {
    const size_t skeleton = style.find("::");
    if (skeleton != std::string::npos) {
      add_skeleton(style.substr(skeleton + 2), features);
    } else {
      features.all_currencies = features.all_currencies || style.find("\xC2\xA4") != std::string::npos ||
                                style.find("currency") != std::string::npos;
    }
  }
}

void add_mf1(const std::string &source, DataFeatures &features) {
  const Mf1Source parsed(source, source.size());
  const MessagePattern &parts = parsed.parts();
  for (int32_t part = 0; !parsed.problem() && part < parts.countParts(); ++part) {
    if (parts.getPartType(part) != UMSGPAT_PART_TYPE_ARG_TYPE) {
      continue;
    }
    const bool styled = part + 1 < parts.countParts() && parts.getPartType(part + 1) == UMSGPAT_PART_TYPE_ARG_STYLE;
    add_mf1_format(utf8(parts.getSubstring(parts.getPart(part)).toLower(icu::Locale::getRoot())),
                   styled ? utf8(parts.getSubstring(parts.getPart(part + 1))) : "", features);
  }
}

/// The value of an option if the message says it; empty if it is worked out when formatted, or absent.
std::string literal_option(const mf2::FunctionReference &function, const std::string &name) {
  for (const mf2::Option &option : function.options) {
    const auto *literal = std::get_if<mf2::Literal>(&option.value);
    if (option.name == name && literal != nullptr) {
      return literal->value;
    }
  }
  return "";
}

void add_expression(const mf2::Expression &expression, DataFeatures &features) {
  if (!expression.function) {
    return;
  }
  const mf2::FunctionReference &function = *expression.function;
  const std::string &name = function.name;
  if (name == "date" || name == "time" || name == "datetime") {
    features.dates = features.zones = true;
    features.calendars = features.calendars ||
                         std::any_of(function.options.begin(), function.options.end(),
                                     [](const mf2::Option &option) { return option.name == "calendar"; });
  } else if (name == "currency") {
    const std::string currency = literal_option(function, "currency");
    features.all_currencies = features.all_currencies || currency.empty();
    features.currencies.insert(currency);
  } else if (name == "unit") {
    const std::string unit = literal_option(function, "unit");
    features.all_units = features.all_units || unit.empty();
    features.units.insert(unit);
  }
}

void add_mf2(const std::string &source, DataFeatures &features) {
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> message = parse_mf2(source, errors);
  if (!message) {
    return;
  }
  const auto add_pattern = [&](const mf2::Pattern &pattern) {
    for (const mf2::PatternPart &part : pattern.parts) {
      if (const auto *expression = std::get_if<mf2::Expression>(&part)) {
        add_expression(*expression, features);
      }
    }
  };
  for (const mf2::Declaration &declaration : message->declarations) {
    add_expression(declaration.value, features);
  }
  if (message->pattern) {
    add_pattern(*message->pattern);
  }
  for (const mf2::Variant &variant : message->variants) {
    add_pattern(variant.pattern);
  }
}

bool has_date(const std::vector<Node> &nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [](const Node &node) {
    return (node.format && node.format->date) ||
           std::any_of(node.branches.begin(), node.branches.end(),
                       [](const Branch &branch) { return has_date(branch.nodes); });
  });
}

}  // namespace

void add_data_features(const LocaleFile &file, bool zones, std::optional<DataFeatures> &result) {
  const auto add = [&](const LocaleMessage &message) {
    if (!message.tree || (message.tree->reasons.empty() && !(zones && has_date(message.tree->nodes)))) {
      return;
    }
    if (!result) {
      result.emplace();
    }
    DataFeatures &features = *result;
    if (message.syntax == Format::Syntax::mf1) {
      add_mf1(message.source, features);
      features.dates = features.dates || has_date(message.tree->nodes);  // {d} alone says no type.
      features.zones = features.zones || features.dates;
    } else {
      add_mf2(message.source, features);
    }
  };
  for (const auto *messages : {&file.messages, &file.inherited}) {
    for (const auto &[name, message] : *messages) {
      add(message);
    }
  }
  if (result) {
    result->currencies.erase("");
    result->units.erase("");
  }
}

std::optional<DataFeatures> data_features(const Catalog &catalog, bool zones) {
  std::optional<DataFeatures> features;
  for (const LocaleFile &file : catalog.locales) {
    add_data_features(file, zones, features);
  }
  return features;
}

}  // namespace codeglot
