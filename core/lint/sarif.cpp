// SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format); see report.h. Columns count code points, as in every
// report, which the run says.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/lint/report.h"

namespace codeglot {
namespace {

using nlohmann::ordered_json;
namespace fs = std::filesystem;

std::string percent_encoded(const std::string &path) {
  constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char character : path) {
    if (unreserved.find(character) != std::string_view::npos) {
      result += character;
    } else {
      const auto byte = static_cast<unsigned char>(character);
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

/// Relative to the root of the sources, or, outside of it, absolute.
ordered_json artifact(const std::string &file, const std::string &root) {
  const fs::path path = fs::absolute(file).lexically_normal();
  const fs::path relative = path.lexically_relative(fs::absolute(root).lexically_normal());
  if (!relative.empty() && *relative.begin() != "..") {
    return {{"uri", percent_encoded(relative.generic_string())}, {"uriBaseId", "%SRCROOT%"}};
  }
  return {{"uri", "file://" + percent_encoded(path.generic_string())}};
}

std::string help(const RuleInfo &rule, bool markdown) {
  const std::string_view quote = markdown ? "`" : "";
  const auto quoted = [&](std::string_view text) {
    return std::string(quote) + std::string(text) + std::string(quote);
  };
  return std::string(rule.sentence) + (markdown ? "\n\n- wrong: " : "\nWrong: ") + quoted(rule.example.wrong) +
         (markdown ? "\n- right: " : "\nRight: ") + quoted(rule.example.right) +
         (rule.fixable
              ? std::string(markdown ? "\n\n" : "\n") + "codeglot check --fix mends it where that is without a doubt."
              : "");
}

ordered_json rule_descriptors() {
  ordered_json rules = ordered_json::array();
  for (const RuleInfo &rule : all_rules()) {
    rules.push_back({{"id", rule.id},
                     {"shortDescription", {{"text", rule.sentence}}},
                     {"help", {{"text", help(rule, false)}, {"markdown", help(rule, true)}}},
                     {"defaultConfiguration", {{"level", rule.severity == Severity::error ? "error" : "warning"}}}});
  }
  return rules;
}

}  // namespace

std::string sarif_report(const CheckResult &result, const std::string &root) {
  ordered_json results = ordered_json::array();
  for (const Diagnostic &finding : result.findings) {
    ordered_json location = {{"artifactLocation", artifact(finding.position.file, root)}};
    if (finding.position.line > 0) {
      location["region"] = {{"startLine", finding.position.line}, {"startColumn", finding.position.column}};
    }
    const std::string id(info(finding.rule).id);
    const std::string file = fs::path(finding.position.file).filename().generic_string();
    ordered_json item = {{"ruleId", id},
                         {"ruleIndex", static_cast<size_t>(finding.rule)},
                         {"level", finding.severity == Severity::error ? "error" : "warning"},
                         {"message", {{"text", finding.message}}},
                         {"locations", {{{"physicalLocation", std::move(location)}}}}};
    // By these a finding is the same one after its line has moved, as in a baseline.
    item["partialFingerprints"] = {{"ruleFileName/v1", id + ":" + file + ":" + finding.name}};
    results.push_back(std::move(item));
  }
  ordered_json run = {{"tool", {{"driver", {{"name", "codeglot"}, {"rules", rule_descriptors()}}}}},
                      {"columnKind", "unicodeCodePoints"},
                      {"results", std::move(results)}};
  const ordered_json log = {
      {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", ordered_json::array({std::move(run)})}};
  return log.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace codeglot
