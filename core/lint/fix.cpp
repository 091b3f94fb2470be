// See fix.h.
#include "core/lint/fix.h"

#include <iterator>
#include <map>

#include "core/compiler/file_output.h"

namespace codeglot {
namespace {

constexpr int rounds_most = 8;

/// The edits of a file in this round, and the findings that they mend.
struct FileEdits {
  std::map<size_t, TextEdit> edits;  // by first byte; they do not touch
  std::vector<const Diagnostic *> findings;

  /// All edits of a finding, or none if one of them meets an edit of another finding: that one waits for the next round.
  void add(const Diagnostic &finding) {
    for (const TextEdit &edit : finding.edits) {
      const auto next = edits.upper_bound(edit.to_byte);
      if (next != edits.begin() && std::prev(next)->second.to_byte >= edit.from_byte) {
        return;
      }
    }
    for (const TextEdit &edit : finding.edits) {
      edits.emplace(edit.from_byte, edit);
    }
    findings.push_back(&finding);
  }

  std::vector<TextEdit> in_order() const {
    std::vector<TextEdit> result;
    for (const auto &[from, edit] : edits) {
      result.push_back(edit);
    }
    return result;
  }
};

}  // namespace

std::string with_edits(const std::string &text, const std::vector<TextEdit> &edits) {
  std::string result;
  size_t from = 0;
  for (const TextEdit &edit : edits) {
    result += text.substr(from, edit.from_byte - from) + edit.replacement;
    from = edit.to_byte;
  }
  return result + text.substr(from);
}

std::string mend(const std::string &text, const std::vector<const Diagnostic *> &findings,
                 std::vector<Diagnostic> &mended) {
  FileEdits file;
  for (const Diagnostic *finding : findings) {
    file.add(*finding);
  }
  for (const Diagnostic *finding : file.findings) {
    mended.push_back(*finding);
  }
  return with_edits(text, file.in_order());
}

FixResult fix_catalog(const CheckOptions &options) {
  FixResult result;
  for (int round = 0; round < rounds_most; ++round) {
    const CheckResult checked = check_catalog(options);
    std::map<std::string, std::vector<const Diagnostic *>> files;
    for (const Diagnostic &finding : checked.findings) {
      if (!finding.edits.empty()) {
        files[finding.position.file].push_back(&finding);
      }
    }
    if (files.empty()) {
      break;
    }
    for (const auto &[path, findings] : files) {
      Diagnostics unreadable;
      const std::optional<std::string> text = read_file(path, unreadable);
      result.problem = text ? write_file(path, mend(*text, findings, result.mended)) : path + ": cannot be read";
      if (!result.problem.empty()) {
        return result;
      }
    }
  }
  return result;
}

}  // namespace codeglot
