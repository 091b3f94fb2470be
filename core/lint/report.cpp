// See report.h: all reports but SARIF.
#include "core/lint/report.h"

#include <filesystem>
#include <nlohmann/json.hpp>

namespace codeglot {
namespace {

using nlohmann::ordered_json;

const char *severity_name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

/// GitHub's escaping of workflow commands: of a message, and of a property, which ends at ',' and ':', too.
std::string escaped(const std::string &text, bool property) {
  std::string result;
  for (const char character : text) {
    switch (character) {
      case '%':
        result += "%25";
        break;
      case '\r':
        result += "%0D";
        break;
      case '\n':
        result += "%0A";
        break;
      case ':':
        result += property ? "%3A" : ":";
        break;
      case ',':
        result += property ? "%2C" : ",";
        break;
      default:
        result += character;
    }
  }
  return result;
}

/// JSON in which ill-formed UTF-8, which a file's name may have, is U+FFFD.
std::string dump(const ordered_json &json, int indentation) {
  return json.dump(indentation, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string text_report(const CheckResult &result) {
  std::string text;
  for (const Diagnostic &finding : result.findings) {
    text += text_line(finding) + " [" + std::string(info(finding.rule).id) + "]\n";
  }
  return text;
}

std::string json_report(const CheckResult &result) {
  ordered_json findings = ordered_json::array();
  for (const Diagnostic &finding : result.findings) {
    ordered_json item = {{"rule", info(finding.rule).id},
                         {"severity", severity_name(finding.severity)},
                         {"file", finding.position.file}};
    if (finding.position.line > 0) {
      item["line"] = finding.position.line;
      item["column"] = finding.position.column;
    }
    if (!finding.name.empty()) {
      item["name"] = finding.name;
    }
    item["message"] = finding.message;
    item["fixable"] = !finding.edits.empty();
    findings.push_back(std::move(item));
  }
  return dump({{"version", 1},
               {"findings", std::move(findings)},
               {"errors", result.errors},
               {"warnings", result.warnings},
               {"excepted", result.excepted},
               {"baselined", result.baselined}},
              2);
}

std::string github_report(const CheckResult &result, const std::string &root) {
  std::string text;
  for (const Diagnostic &finding : result.findings) {
    const std::filesystem::path path = std::filesystem::absolute(finding.position.file).lexically_normal();
    const std::filesystem::path relative = path.lexically_relative(std::filesystem::absolute(root).lexically_normal());
    const bool inside = !relative.empty() && *relative.begin() != "..";
    text += std::string("::") + severity_name(finding.severity) +
            " file=" + escaped((inside ? relative : path).generic_string(), true);
    if (finding.position.line > 0) {
      text += ",line=" + std::to_string(finding.position.line) + ",col=" + std::to_string(finding.position.column);
    }
    text += ",title=" + std::string(info(finding.rule).id) + "::" + escaped(finding.message, false) + '\n';
  }
  return text;
}

std::string rules_text() {
  std::string text;
  for (const RuleInfo &rule : all_rules()) {
    text += std::string(rule.id) + " (" + severity_name(rule.severity) + (rule.fixable ? ", --fix" : "") +
            (rule.adjustable ? "" : ", always on") + ")\n  " + std::string(rule.sentence) + '\n';
    const std::string in = rule.example.locale.empty() ? "" : std::string(rule.example.locale) + ": ";
    if (!rule.example.source.empty()) {
      text += "  source: en: " + std::string(rule.example.source) + '\n';
    }
    text += "  wrong:  " + in + std::string(rule.example.wrong) + "\n  right:  " + in +
            std::string(rule.example.right) + '\n';
  }
  return text;
}

std::string rules_json() {
  ordered_json rules = ordered_json::array();
  for (const RuleInfo &rule : all_rules()) {
    rules.push_back({{"id", rule.id},
                     {"severity", severity_name(rule.severity)},
                     {"adjustable", rule.adjustable},
                     {"fixable", rule.fixable},
                     {"sentence", rule.sentence},
                     {"example",
                      {{"locale", rule.example.locale},
                       {"source", rule.example.source},
                       {"wrong", rule.example.wrong},
                       {"right", rule.example.right}}}});
  }
  return dump(rules, 2);
}

}  // namespace codeglot
