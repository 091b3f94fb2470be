// See import.h.
#include "core/interchange/import.h"

#include <deque>
#include <filesystem>
#include <set>

#include "core/compiler/locale_data.h"
#include "core/compiler/message_check.h"
#include "core/interchange/authored_text.h"
#include "core/interchange/export.h"
#include "core/interchange/incoming_file.h"
#include "core/interchange/locale_edit.h"

namespace codeglot {
namespace {

namespace fs = std::filesystem;
using Take = ImportFilesOptions::Take;

std::string place(const Position &position) {
  return position.file + (position.line > 0 ? ":" + std::to_string(position.line) : "");
}

class Merger {
 public:
  Merger(const ImportFilesOptions &options, Exchange exchange, Diagnostics &diagnostics)
      : options_(options),
        format_(*exchange_format(options.format)),
        exchange_(std::move(exchange)),
        diagnostics_(diagnostics) {}

  MergedFiles run() {
    for (const std::string &path : options_.files) {
      const std::optional<IncomingFile> file = read_incoming_file(path, options_.locale, format_.xml, import_bytes_most,
                                                                  diagnostics_);
      if (file) {
        files_.push_back(*file);
        read_file_of(files_.back());
      }
    }
    if (!diagnostics_.has_errors()) {
      edit_files();
    }
    if (diagnostics_.has_errors()) {
      merged_.files.clear();
    }
    return std::move(merged_);
  }

 private:
  void read_file_of(const IncomingFile &file) {
    file_ = &file;
    record_.clear();
    if (!format_.keeps_exported) {
      find_record();
    }
    for (Incoming &message : format_.read(exchange_, file, diagnostics_)) {
      if (known(message)) {
        merge(message);
      }
    }
  }

  void find_record() {
    std::vector<std::string> paths = {options_.record};
    if (options_.record.empty()) {
      paths = {record_path_of_file(file_->path)};
      fs::path folder = fs::path(file_->path).parent_path();
      for (int up = 0; up < 2; ++up) {
        paths.push_back(record_path_of_folder(folder.string(), options_.format));
        folder = folder.empty() ? fs::path("..") : folder / "..";
      }
    }
    for (const std::string &path : paths) {
      if (!options_.record.empty() || fs::exists(path)) {
        const std::optional<std::string> text = read_file(path, diagnostics_);
        record_ = text ? read_record(path, *text, diagnostics_).value_or(ExportRecord{}) : ExportRecord{};
        return;
      }
    }
  }

  Position position(const Incoming &message) const { return file_->position(message.byte); }

  void fail(const Incoming &message, const std::string &what) {
    diagnostics_.error(position(message), "\"" + message.name + "\" " + what);
  }

  /// Whether a message is one of the catalog's, and comes once.
  bool known(const Incoming &message) {
    if (exchange_.locale(message.locale) == nullptr) {
      if (message.locale == options_.locale) {
        exchange_.locales.push_back(empty_locale(options_.folder, message.locale));
      } else {
        if (strangers_.insert(file_->path + message.locale).second) {
          diagnostics_.error(position(message), "the catalog has no locale " + message.locale + ": pass --locale " +
                                                    message.locale + " to begin it");
        }
        return false;
      }
    }
    if (exchange_.retired.count(message.name) > 0) {
      diagnostics_.warning(position(message), "\"" + message.name + "\" is retired by now: its text is not taken");
      return false;
    }
    if (exchange_.name(message.name) == nullptr) {
      fail(message, "is no code of codes.json: correct the name, or remove the message");
      return false;
    }
    const auto [first, is_new] = seen_.emplace(std::pair(message.locale, message.name), std::pair(file_, message.byte));
    if (!is_new) {
      const auto &[file, byte] = first->second;
      fail(message, "comes a second time for " + message.locale + "; the first is in " + place(file->position(byte)) +
                        ": keep one of the two");
    }
    return is_new;
  }

  std::optional<AuthoredText> exported_of(const Incoming &message) const {
    if (message.exported) {
      return message.exported;
    }
    const auto locale = record_.find(message.locale);
    if (locale == record_.end()) {
      return std::nullopt;
    }
    const auto text = locale->second.find(message.name);
    return text == locale->second.end() ? std::nullopt : std::optional(text->second);
  }

  /// The message as an author would write it: in the very words of the export, or of the locale file, if it says the same.
  std::optional<AuthoredText> written(const Incoming &message, const std::optional<AuthoredText> &exported,
                                      const ExchangeText *ours) {
    if (!message.content) {
      return message.source;
    }
    const std::string source = write_content(*message.content);
    std::string reason;
    const std::optional<Content> content = read_content(source, reason);
    if (!content) {
      fail(message, "cannot be taken: " + reason);
      return std::nullopt;
    }
    const auto says_the_same = [&](const AuthoredText &text) {
      const ExchangeText read = read_text(text);
      return read.content && same_content(*read.content, *content);
    };
    if (ours != nullptr && says_the_same(ours->authored)) {
      return ours->authored;
    }
    return exported && says_the_same(*exported) ? *exported : AuthoredText{false, source};
  }

  void merge(const Incoming &message) {
    ImportCounts &counts = merged_.counts[message.locale];
    if (!message.translated) {
      ++counts.untranslated;
      return;
    }
    const ExchangeText *ours = exchange_.locale(message.locale)->text(message.name);
    const std::optional<AuthoredText> exported = exported_of(message);
    const std::optional<AuthoredText> theirs = written(message, exported, ours);
    if (!theirs) {
      return;
    }
    if (ours != nullptr && ours->authored == *theirs) {
      ++counts.same;
    } else if (ours == nullptr) {
      ++counts.added;
      accept(message, *theirs);
    } else if (exported == theirs) {
      ++counts.kept;  // Only we have changed it: no conflict, whatever the caller says of conflicts.
    } else if (exported == ours->authored || options_.take == Take::theirs) {
      ++counts.taken;
      accept(message, *theirs);
    } else if (options_.take == Take::ours) {
      ++counts.kept;
    } else {
      fail(message, "differs: here " + quoted(*theirs) + ", in " + place(ours->position) + " " +
                        quoted(ours->authored) + "; " +
                        (exported ? "both were changed since it was exported as " + quoted(*exported)
                                  : "nothing tells what was exported, and so which of the two is newer") +
                        ": make them the same, or pass --take theirs or --take ours");
    }
  }

  static std::string quoted(const AuthoredText &text) { return "\"" + text.source + "\""; }

  void accept(const Incoming &message, const AuthoredText &text) {
    auto data = data_.find(message.locale);
    if (data == data_.end()) {
      data = data_.emplace(message.locale, LocaleData::load(message.locale)).first;
    }
    std::vector<Parameter> parameters;
    for (const ExchangeArgument &argument : exchange_.name(message.name)->arguments) {
      Parameter &parameter = parameters.emplace_back(Parameter{argument.name, argument.type, {}});
      if (!argument.default_value.empty()) {
        parameter.default_value = argument.default_value;
      }
    }
    const CheckedMessage checked = check_message(text.source, text.mf2 ? Format::Syntax::mf2 : Format::Syntax::mf1,
                                                 parameters, data->second, exchange_.functions);
    for (const MessageProblem &problem : checked.errors) {
      fail(message, "cannot be taken, " + quoted(text) + ": " + problem.message);
    }
    for (const MessageProblem &problem : checked.warnings) {
      diagnostics_.warning(position(message), "\"" + message.name + "\": " + problem.message);
    }
    accepted_[message.locale][message.name] = text;
  }

  void edit_files() {
    for (const auto &[tag, messages] : accepted_) {
      const std::string &path = exchange_.locale(tag)->path;
      const bool fresh = !fs::exists(path);
      std::optional<std::string> text = fresh ? std::optional(fresh_locale_file(tag)) : read_file(path, diagnostics_);
      Diagnostics known;  // The catalog has been read without errors.
      const std::optional<JsonDocument> document = text ? JsonDocument::parse(path, std::move(*text), known)
                                                        : std::nullopt;
      if (document) {
        merged_.files[path] = edit_locale_file(*document, exchange_, messages);
      }
    }
  }

  const ImportFilesOptions &options_;
  const ExchangeFormat &format_;
  Exchange exchange_;
  Diagnostics &diagnostics_;
  const IncomingFile *file_ = nullptr;
  ExportRecord record_;
  std::set<std::string> strangers_;
  std::deque<IncomingFile> files_;
  std::map<std::pair<std::string, std::string>, std::pair<const IncomingFile *, size_t>> seen_;
  std::map<std::string, LocaleData> data_;
  std::map<std::string, std::map<std::string, AuthoredText>> accepted_;
  MergedFiles merged_;
};

}  // namespace

MergedFiles import_files(const ImportFilesOptions &options, Diagnostics &diagnostics) {
  std::optional<Exchange> exchange = read_exchange(options.folder, diagnostics);
  if (!options.locale.empty() && canonical_tag(options.locale) != options.locale) {
    const std::string meant = canonical_tag(options.locale);
    diagnostics.error({options.folder, 0, 0}, "--locale " + options.locale + " is no canonical BCP 47 locale tag" +
                                                  (meant.empty() ? "" : ": write " + meant));
  }
  if (!exchange || diagnostics.has_errors()) {
    return {};
  }
  return Merger(options, std::move(*exchange), diagnostics).run();
}

}  // namespace codeglot
