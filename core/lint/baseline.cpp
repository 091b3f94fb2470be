// See baseline.h.
#include "core/lint/baseline.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/compiler/object_reader.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

std::string relative_to(const std::string &folder, const std::string &file) {
  return std::filesystem::path(file).lexically_relative(folder).generic_string();
}

std::string key(const std::string &rule, const std::string &file, const std::string &name) {
  return rule + '\n' + file + '\n' + name;
}

}  // namespace

Baseline Baseline::read(const JsonDocument &document, const std::string &folder, Diagnostics &diagnostics) {
  Baseline baseline;
  baseline.folder_ = folder;
  if (!document.root().is(Kind::object)) {
    diagnostics.add(Rule::invalid_file, document.position(document.root()), "a baseline must be an object");
    return baseline;
  }
  ObjectReader reader(document, document.root(), diagnostics);
  const JsonValue *findings = reader.required("findings", Kind::array);
  reader.report_unknown();
  if (findings == nullptr) {
    return baseline;
  }
  for (const JsonValue &item : findings->items) {
    if (!item.is(Kind::object)) {
      diagnostics.add(Rule::invalid_file, document.position(item),
                      "an entry must be an object with \"rule\" and \"file\", not " + kind_name(item.kind));
      continue;
    }
    ObjectReader entry(document, item, diagnostics);
    const std::string rule = entry.text("rule");
    const std::string file = entry.text("file");
    const JsonValue *name = entry.optional("name", Kind::string);
    entry.report_unknown();
    const RuleInfo *known = find_rule(rule);
    if (known == nullptr || !known->adjustable) {
      if (!rule.empty()) {
        diagnostics.add(Rule::invalid_file, document.position(item),
                        "\"" + rule + "\" is no rule that a baseline can hold: codeglot check --rules lists them");
      }
      continue;
    }
    const std::string what = rule + " in " + file + (name == nullptr ? "" : ", \"" + name->text + "\"");
    baseline.entries_.try_emplace(key(rule, file, name == nullptr ? "" : name->text),
                                  Entry{what, document.position(item), false});
  }
  return baseline;
}

bool Baseline::holds(const Diagnostic &finding) {
  const RuleInfo &rule = info(finding.rule);
  const auto found = entries_.find(
      key(std::string(rule.id), relative_to(folder_, finding.position.file), finding.name));
  if (!rule.adjustable || found == entries_.end()) {
    return false;
  }
  found->second.used = true;
  return true;
}

void Baseline::report_stale(Diagnostics &diagnostics) const {
  for (const auto &[key, entry] : entries_) {
    if (!entry.used) {
      diagnostics.add(Rule::stale_baseline, entry.position,
                      "no longer found: " + entry.description + "; remove the entry, or write the baseline anew");
    }
  }
}

std::string Baseline::write(const std::vector<Diagnostic> &findings, const std::string &folder) {
  std::set<std::tuple<std::string, std::string, std::string>> entries;
  for (const Diagnostic &finding : findings) {
    const RuleInfo &rule = info(finding.rule);
    if (rule.adjustable && finding.rule != Rule::stale_baseline) {
      entries.emplace(relative_to(folder, finding.position.file), finding.name, rule.id);
    }
  }
  std::string result = "{\n  \"findings\": [";
  const char *separator = "\n";
  for (const auto &[file, name, rule] : entries) {
    nlohmann::ordered_json entry = {{"rule", rule}, {"file", file}};
    if (!name.empty()) {
      entry["name"] = name;
    }
    result += separator + std::string("    ") + entry.dump();
    separator = ",\n";
  }
  return result + (entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace codeglot
