// See catalog_reader.h: the messages of one locale.
#include "core/compiler/catalog_reader.h"
#include "core/compiler/message_check.h"
#include "core/compiler/object_reader.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

class LocaleReader {
 public:
  LocaleReader(const JsonDocument &document, const Catalog &catalog, const LocaleData &data, Diagnostics &diagnostics,
               Work *work)
      : document_(document), catalog_(catalog), data_(data), diagnostics_(diagnostics), work_(work) {}

  LocaleFile read() {
    LocaleFile file;
    file.tag = data_.tag;
    file.path = document_.file();
    if (!document_.root().is(Kind::object)) {
      diagnostics_.error(document_.position(document_.root()), "a locale file must be an object of names and messages");
      return file;
    }
    if (const JsonValue *syntax = document_.root().find("$syntax")) {
      mf2_ = read_choice(*syntax, "$syntax", "mf1", "mf2");
    }
    if (const JsonValue *bidi = document_.root().find("$bidi")) {
      isolates_ = !read_choice(*bidi, "$bidi", "default", "none");
    }
    for (const JsonMember &member : document_.root().members) {
      read_member(member, file);
    }
    return file;
  }

 private:
  void read_member(const JsonMember &member, LocaleFile &file) {
    if (member.name == "$schema" || member.name == "$syntax" || member.name == "$bidi" || member.name == "$comment") {
      return;
    }
    if (member.name == "$locale") {
      if (!member.value.is(Kind::string) || member.value.text != file.tag) {
        diagnostics_.error(document_.position(member.value),
                           "\"$locale\" must be \"" + file.tag + "\", as the file is named");
      }
      return;
    }
    if (member.name == unknown_code_member) {
      file.unknown_code = read_message(member, parameters_of_member(catalog_, member.name));
      return;
    }
    if (member.name == unreadable_response_member) {
      file.unreadable_response = read_message(member, {});
      return;
    }
    const CodeEntry *entry = catalog_.find(member.name);
    if (entry == nullptr) {
      diagnostics_.error(document_.position(member.byte),
                         "\"" + member.name + "\" is no code of codes.json: add it there, or correct the name");
      return;
    }
    if (entry->retired) {
      diagnostics_.warning(document_.position(member.byte),
                           "\"" + member.name + "\" is retired: its message is never shown");
      return;
    }
    file.messages[member.name] = read_message(member, entry->parameters);
  }

  /// Whether a member is the second of two words; anything else is an error.
  bool read_choice(const JsonValue &value, const std::string &name, const std::string &first,
                   const std::string &second) {
    if (!value.is(Kind::string) || (value.text != first && value.text != second)) {
      diagnostics_.error(document_.position(value), "\"" + name + "\" must be \"" + first + "\" or \"" + second + "\"");
    }
    return value.is(Kind::string) && value.text == second;
  }

  LocaleMessage read_message(const JsonMember &member, const std::vector<Parameter> &parameters) {
    if (work_ != nullptr) {
      work_->check();
      work_->messages_done.fetch_add(1, std::memory_order_relaxed);
    }
    const JsonValue *text = &member.value;
    bool mf2 = mf2_;
    if (text->is(Kind::object)) {
      ObjectReader reader(document_, *text, diagnostics_);
      if (const JsonValue *syntax = reader.optional("syntax", Kind::string)) {
        mf2 = read_choice(*syntax, "syntax", "mf1", "mf2");
      }
      text = reader.required("text", Kind::string);
      reader.ignore({"note"});
      reader.report_unknown();
    } else if (!text->is(Kind::string)) {
      diagnostics_.error(document_.position(*text), "a message must be a string, not " + kind_name(text->kind));
      text = nullptr;
    }
    LocaleMessage message;
    message.position = document_.position(member.byte);
    if (text == nullptr) {
      return message;
    }
    message.source = text->text;
    message.syntax = !mf2        ? Format::Syntax::mf1
                     : isolates_ ? Format::Syntax::mf2
                                 : Format::Syntax::mf2_without_isolation;
    CheckedMessage checked = check_message(text->text, message.syntax, parameters, data_, catalog_.functions, &proved_);
    for (const MessageProblem &problem : checked.errors) {
      diagnostics_.error(document_.position_inside(*text, problem.byte), problem.message);
    }
    for (const MessageProblem &problem : checked.warnings) {
      diagnostics_.warning(document_.position_inside(*text, problem.byte), problem.message);
    }
    message.tree = std::move(checked.tree);
    if (message.tree) {
      for (const MessageProblem &reason : message.tree->reasons) {
        message.reasons.push_back({document_.position_inside(*text, reason.byte), reason.message});
      }
    }
    return message;
  }

  const JsonDocument &document_;
  const Catalog &catalog_;
  const LocaleData &data_;
  Diagnostics &diagnostics_;
  Work *work_;
  ProvedShapes proved_;
  bool mf2_ = false;      // "$syntax"
  bool isolates_ = true;  // "$bidi"
};

}  // namespace

LocaleFile read_locale(const JsonDocument &document, const LocaleData &locale, const Catalog &catalog,
                       Diagnostics &diagnostics, Work *work) {
  return LocaleReader(document, catalog, locale, diagnostics, work).read();
}

}  // namespace codeglot
