// See settings.h.
#include "core/lint/settings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_set>

#include "core/compiler/locale_data.h"
#include "core/compiler/object_reader.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

std::string key(Rule rule, const std::string &locale, const std::string &name) {
  return std::string(info(rule).id) + '\n' + locale + '\n' + name;
}

}  // namespace

double LengthSettings::factor_of(const LocaleTraits &locale) const {
  for (std::string tag = locale.tag; !tag.empty(); tag = parent_locale(tag)) {
    if (const auto found = locales.find(tag); found != locales.end()) {
      return found->second;
    }
  }
  for (const UScriptCode script : locale.scripts) {
    if (const auto found = scripts.find(uscript_getShortName(script)); found != scripts.end()) {
      return found->second;
    }
  }
  return factor;
}

class SettingsReader {
 public:
  SettingsReader(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics)
      : document_(document), diagnostics_(diagnostics) {
    for (const CodeEntry &entry : catalog.codes) {
      names_.insert(entry.name);
    }
    names_.insert({unknown_code_member, unreadable_response_member});
    for (const LocaleFile &file : catalog.locales) {
      tags_.insert(file.tag);
    }
  }

  CheckSettings read() {
    if (!document_.root().is(Kind::object)) {
      error(document_.root(), "check.json must be an object");
      return std::move(settings_);
    }
    ObjectReader reader(document_, document_.root(), diagnostics_);
    if (const JsonValue *rules = reader.optional("rules", Kind::object)) {
      for (const JsonMember &member : rules->members) {
        read_rule(member);
      }
    }
    if (const JsonValue *exceptions = reader.optional("exceptions", Kind::array)) {
      for (const JsonValue &value : exceptions->items) {
        read_exception(value);
      }
    }
    reader.report_unknown();
    return std::move(settings_);
  }

 private:
  void error(const JsonValue &value, const std::string &message) {
    diagnostics_.add(Rule::invalid_file, document_.position(value), message);
  }

  const RuleInfo *rule_of(const std::string &id, size_t byte) {
    const RuleInfo *rule = find_rule(id);
    if (rule == nullptr) {
      diagnostics_.add(Rule::invalid_file, document_.position(byte),
                       "\"" + id + "\" is no rule: codeglot check --rules lists them");
    } else if (!rule->adjustable) {
      diagnostics_.add(Rule::invalid_file, document_.position(byte),
                       "\"" + id + "\" cannot be set or excepted: without it the catalog does not compile");
      rule = nullptr;
    }
    return rule;
  }

  void read_rule(const JsonMember &member) {
    const RuleInfo *rule = rule_of(member.name, member.byte);
    if (rule == nullptr) {
      return;
    }
    if (member.value.is(Kind::string)) {
      read_severity(*rule, member.value);
      return;
    }
    if (!member.value.is(Kind::object)) {
      error(member.value,
            "a rule is set by \"error\", \"warning\" or \"off\", or by an object with \"severity\" and "
            "the rule's options, not by " +
                kind_name(member.value.kind));
      return;
    }
    ObjectReader reader(document_, member.value, diagnostics_);
    if (const JsonValue *severity = reader.optional("severity", Kind::string)) {
      read_severity(*rule, *severity);
    }
    if (rule->rule == Rule::length) {
      read_length(reader, member.value);
    } else if (rule->rule == Rule::html) {
      read_tags(reader);
    }
    reader.report_unknown();
  }

  void read_severity(const RuleInfo &rule, const JsonValue &value) {
    if (value.text == "off") {
      settings_.severities_[rule.rule] = std::nullopt;
    } else if (value.text == "error" || value.text == "warning") {
      settings_.severities_[rule.rule] = value.text == "error" ? Severity::error : Severity::warning;
    } else {
      error(value, "a severity must be \"error\", \"warning\" or \"off\", not \"" + value.text + "\"");
    }
  }

  /// Nothing, with an error, if it is no number between the limits.
  std::optional<double> number(const JsonValue &value, double least, double most) {
    const bool is_number = value.is(Kind::integer) || value.is(Kind::number);
    const double result = is_number ? std::strtod(value.text.c_str(), nullptr) : 0;
    if (!is_number || !(result >= least && result <= most)) {
      error(value, "this must be a number from " + std::to_string(static_cast<int>(least)) + " to " +
                       std::to_string(static_cast<int>(most)));
      return std::nullopt;
    }
    return result;
  }

  void read_length(ObjectReader &reader, const JsonValue &object) {
    reader.ignore({"factor", "slack"});
    if (const JsonValue *factor = object.find("factor")) {
      settings_.length.factor = number(*factor, 0, 100).value_or(settings_.length.factor);
    }
    if (const JsonValue *slack = object.find("slack")) {
      const std::optional<double> columns = number(*slack, 0, 10000);
      settings_.length.slack = columns ? static_cast<size_t>(*columns) : settings_.length.slack;
    }
    const auto factors = [&](const char *name, std::map<std::string, double> &into) {
      if (const JsonValue *values = reader.optional(name, Kind::object)) {
        for (const JsonMember &member : values->members) {
          if (const std::optional<double> factor = number(member.value, 0, 100)) {
            into[member.name] = *factor;
          }
        }
      }
    };
    factors("locales", settings_.length.locales);
    factors("scripts", settings_.length.scripts);
  }

  void read_tags(ObjectReader &reader) {
    if (const JsonValue *allow = reader.optional("allow", Kind::array)) {
      for (const JsonValue &tag : allow->items) {
        const bool is_name = tag.is(Kind::string) && !tag.text.empty() &&
                             std::all_of(tag.text.begin(), tag.text.end(),
                                         [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
        if (is_name) {
          settings_.allowed_tags.insert(tag.text);
        } else {
          error(tag, "an allowed tag must be its name in small letters, such as \"b\"");
        }
      }
    }
  }

  void read_exception(const JsonValue &value) {
    if (!value.is(Kind::object)) {
      error(value, "an exception must be an object, not " + kind_name(value.kind));
      return;
    }
    ObjectReader reader(document_, value, diagnostics_);
    const JsonValue *id = reader.required("rule", Kind::string);
    const JsonValue *locale = reader.optional("locale", Kind::string);
    const JsonValue *name = reader.optional("name", Kind::string);
    const JsonValue *reason = reader.required("reason", Kind::string);
    reader.report_unknown();
    const RuleInfo *rule = id == nullptr ? nullptr : rule_of(id->text, id->byte);
    if (rule == nullptr || reason == nullptr) {
      return;
    }
    if (reason->text.find_first_not_of(" \t\r\n") == std::string::npos) {
      error(*reason, "an exception needs a reason that a reader of this file understands");
    }
    if (locale == nullptr && name == nullptr) {
      error(value, "an exception needs a \"locale\", a \"name\" or both: to switch the rule off, set it in \"rules\"");
      return;
    }
    if (locale != nullptr && !tags_.contains(locale->text)) {
      error(*locale, "\"" + locale->text + "\" is no locale of this catalog");
      return;
    }
    if (name != nullptr && !names_.contains(name->text)) {
      diagnostics_.add(Rule::unknown_name, document_.position(*name),
                       "\"" + name->text + "\" is no code of codes.json: correct the name, or remove the exception");
      return;
    }
    Exception exception{rule->rule, locale == nullptr ? "" : locale->text, name == nullptr ? "" : name->text,
                        reason->text, document_.position(value)};
    const auto [first, is_new] = settings_.by_key_.try_emplace(key(exception.rule, exception.locale, exception.name),
                                                               settings_.exceptions_.size());
    if (!is_new) {
      error(value, "the same exception stands in line " +
                       std::to_string(settings_.exceptions_[first->second].position.line) + ": keep one of the two");
      return;
    }
    settings_.exceptions_.push_back(std::move(exception));
  }

  const JsonDocument &document_;
  Diagnostics &diagnostics_;
  std::unordered_set<std::string> names_;
  std::unordered_set<std::string> tags_;
  CheckSettings settings_;
};

CheckSettings CheckSettings::read(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics) {
  return SettingsReader(document, catalog, diagnostics).read();
}

std::optional<Severity> CheckSettings::severity(Rule rule) const {
  const auto found = severities_.find(rule);
  return found == severities_.end() ? info(rule).severity : found->second;
}

const Exception *CheckSettings::exception_for(const Diagnostic &finding, const std::string &locale) const {
  using Place = std::pair<std::string, std::string>;
  for (const auto &[tag, name] : {Place(locale, finding.name), Place(locale, ""), Place("", finding.name)}) {
    const auto found = tag.empty() && name.empty() ? by_key_.end() : by_key_.find(key(finding.rule, tag, name));
    if (found != by_key_.end()) {
      return &exceptions_[found->second];
    }
  }
  return nullptr;
}

}  // namespace codeglot
