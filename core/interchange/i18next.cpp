// i18next's JSON, version 4. A plural by CLDR's categories is key_one, key_other, an ordinal one key_ordinal_one; the
// exact value 0 is key_zero, which i18next takes for 0 in every language, where the language has no category zero.
// Placeholders are {{name}}, what a plural counts {{count}}. Any other message with branches is MessageFormat source, in
// a file of its own for the plug-in i18next-icu.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/compiler/json_document.h"
#include "core/interchange/formats.h"
#include "core/interchange/placeholders.h"

namespace codeglot {
namespace {

using Json = nlohmann::ordered_json;
using Kind = JsonValue::Kind;

bool has_zero(const ExchangeLocale &locale) {
  return std::find(locale.categories.begin(), locale.categories.end(), "zero") != locale.categories.end();
}

class Writer {
 public:
  Writer(const Exchange &exchange, const ExchangeLocale &locale, std::vector<Loss> &losses)
      : exchange_(exchange), locale_(locale), losses_(losses) {}

  void write(ExportedFiles &exported) {
    for (const ExchangeName &name : exchange_.names) {
      const ExchangeText *text = locale_.text(name.name);
      std::string reason;
      if (text == nullptr || write_text(name, *text, reason)) {
        continue;
      }
      if (!text->authored.mf2) {
        icu_[name.name] = text->authored.source;
      }
      losses_.push_back({text->authored.mf2 ? Loss::Kind::left_out : Loss::Kind::as_source, locale_.tag, name.name,
                         text->position, reason});
    }
    const std::string path = locale_.tag + "/" + exchange_.catalog_namespace;
    exported.files[path + ".json"] = own_.dump(2) + "\n";
    if (!icu_.empty()) {
      exported.files[path + "-icu.json"] = icu_.dump(2) + "\n";
    }
  }

 private:
  bool write_text(const ExchangeName &name, const ExchangeText &text, std::string &reason) {
    if (!text.content) {
      reason = text.reason;
      return false;
    }
    const Content &content = *text.content;
    if (content.is_flat()) {
      const auto value = Placeholders(PlaceholderStyle::i18next, name, false).write(content.pieces, true, reason);
      if (value) {
        own_[name.name] = *value;
      }
      return value.has_value();
    }
    const bool ordinal = content.kind == Content::Kind::ordinal;
    if (!is_simple_plural(content, name, !has_zero(locale_) && !ordinal, true, reason)) {
      return false;
    }
    const Placeholders placeholders(PlaceholderStyle::i18next, name, true);
    std::vector<std::pair<std::string, std::string>> forms;
    for (const ContentBranch &branch : content.branches) {
      if (branch.key == "zero" && !has_zero(locale_)) {
        reason = "its branch zero, which " + locale_.tag + " never uses, would be that of the number 0 in i18next";
        return false;
      }
      const std::string key = name.name + (ordinal ? "_ordinal_" : "_") + (branch.key == "=0" ? "zero" : branch.key);
      if (exchange_.name(key) != nullptr) {
        reason = "its key " + key + " is that of another message";
        return false;
      }
      const auto value = placeholders.write(branch.content.pieces, true, reason);
      if (!value) {
        return false;
      }
      forms.emplace_back(key, *value);
    }
    for (const auto &[key, value] : forms) {
      own_[key] = value;
    }
    return true;
  }

  const Exchange &exchange_;
  const ExchangeLocale &locale_;
  std::vector<Loss> &losses_;
  Json own_ = Json::object();
  Json icu_ = Json::object();
};

class Reader {
 public:
  Reader(const Exchange &exchange, const JsonDocument &document, std::string locale, Diagnostics &diagnostics)
      : exchange_(exchange), document_(document), locale_(std::move(locale)), diagnostics_(diagnostics) {
    const ExchangeLocale *known = exchange.locale(locale_);
    has_zero_ = known != nullptr ? has_zero(*known) : has_zero(empty_locale("", locale_));
  }

  std::vector<Incoming> read(bool icu) {
    for (const JsonMember &member : document_.root().members) {
      if (!member.value.is(Kind::string)) {
        fail(member, "a message must be a string, not " + kind_name(member.value.kind));
      } else if (icu) {
        Incoming &message = add(member.name, member);
        message.source.source = member.value.text;
        message.translated = !member.value.text.empty();
      } else {
        read_member(member);
      }
    }
    return std::move(incoming_);
  }

 private:
  void fail(const JsonMember &member, const std::string &message) {
    diagnostics_.error(document_.position(member.value), message);
  }

  Incoming &add(const std::string &name, const JsonMember &member) {
    Incoming &message = incoming_.emplace_back();
    message.locale = locale_;
    message.name = name;
    message.byte = member.byte;
    return message;
  }

  void read_member(const JsonMember &member) {
    const std::string &key = member.name;
    const size_t dash = key.rfind('_');
    const std::string suffix = dash == std::string::npos ? "" : key.substr(dash + 1);
    const ExchangeName *name = exchange_.name(key);
    if (name == nullptr && is_category(suffix)) {
      const std::string before = key.substr(0, dash);
      const ExchangeName *plain = exchange_.name(before);
      const bool ordinal = plain == nullptr && before.ends_with("_ordinal");
      name = ordinal ? exchange_.name(before.substr(0, before.size() - 8)) : plain;
      if (name != nullptr) {
        read_form(member, *name, ordinal, suffix);
        return;
      }
    }
    Incoming message;
    if (name == nullptr || read_pieces(member, *name, false, message)) {
      Incoming &added = add(key, member);
      added.translated = message.translated;
      added.content = std::move(message.content);
    }
  }

  bool read_pieces(const JsonMember &member, const ExchangeName &name, bool counting, Incoming &message) {
    std::string reason;
    std::optional<std::vector<Piece>> read =
        Placeholders(PlaceholderStyle::i18next, name, counting).read(member.value.text, true, reason);
    if (!read) {
      fail(member, "\"" + member.value.text + "\": " + reason);
      return false;
    }
    message.translated = !member.value.text.empty();
    message.content.emplace().pieces = std::move(*read);
    return true;
  }

  void read_form(const JsonMember &member, const ExchangeName &name, bool ordinal, const std::string &category) {
    if (name.counted() == nullptr) {
      fail(member, "\"" + name.name + "\" has no number that a plural could count");
      return;
    }
    Incoming form;
    if (!read_pieces(member, name, true, form)) {
      return;
    }
    const auto [at, is_new] = plurals_.emplace(name.name, incoming_.size());
    if (is_new) {
      Content &content = add(name.name, member).content.emplace();
      content.kind = ordinal ? Content::Kind::ordinal : Content::Kind::plural;
      content.argument = name.counted()->name;
    }
    Incoming *const found = &incoming_[at->second];
    if ((found->content->kind == Content::Kind::ordinal) != ordinal) {
      fail(member, "\"" + name.name + "\" has cardinal and ordinal forms: MessageFormat has one of the two");
      return;
    }
    found->translated = found->translated && form.translated;
    const bool exact = category == "zero" && !has_zero_ && !ordinal;
    found->content->branches.push_back({exact ? "=0" : category, std::move(*form.content)});
  }

  const Exchange &exchange_;
  const JsonDocument &document_;
  std::string locale_;
  Diagnostics &diagnostics_;
  bool has_zero_ = false;
  std::map<std::string, size_t> plurals_;  // Where the forms of a name are gathered.
  std::vector<Incoming> incoming_;
};

}  // namespace

ExportedFiles write_i18next(const Exchange &exchange, const std::vector<std::string> &locales) {
  ExportedFiles exported;
  for (const std::string &tag : locales) {
    Writer(exchange, *exchange.locale(tag), exported.losses).write(exported);
  }
  return exported;
}

std::vector<Incoming> read_i18next(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics) {
  const std::optional<JsonDocument> document = JsonDocument::parse(file.path, file.text, diagnostics);
  if (!document) {
    return {};
  }
  if (!document->root().is(Kind::object)) {
    diagnostics.error(document->position(document->root()), "an i18next file must be an object of keys and messages");
    return {};
  }
  const std::filesystem::path path(file.path);
  const std::string folder = path.parent_path().filename().string();
  const bool names_locale = exchange.locale(folder) != nullptr;  // Any other folder says nothing.
  const std::string locale = settle_locale(file, names_locale ? folder : "", 0, diagnostics);
  if (locale.empty()) {
    return {};
  }
  return Reader(exchange, *document, locale, diagnostics).read(path.stem().string().ends_with("-icu"));
}

}  // namespace codeglot
