// Apple's string catalogs. A plural by CLDR's categories is variations.plural. Placeholders are %1$@ and %1$lld, by the
// arguments' order in codes.json. Foundation knows no MessageFormat, so what has no form here is left out.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/compiler/json_document.h"
#include "core/compiler/locale_data.h"
#include "core/interchange/formats.h"
#include "core/interchange/placeholders.h"

namespace codeglot {
namespace {

using Json = nlohmann::ordered_json;
using Kind = JsonValue::Kind;

Json unit(const std::string &value) { return {{"stringUnit", {{"state", "translated"}, {"value", value}}}}; }

/// A localization, or nothing and a reason.
std::optional<Json> localization(const ExchangeName &name, const ExchangeText &text, std::string &reason) {
  if (!text.content) {
    reason = text.reason;
    return std::nullopt;
  }
  const Content &content = *text.content;
  if (content.is_flat()) {
    const auto value = Placeholders(PlaceholderStyle::apple, name, false)
                           .write(content.pieces, has_placeholder(content.pieces), reason);
    return value ? std::optional(unit(*value)) : std::nullopt;
  }
  if (!is_simple_plural(content, name, false, false, reason)) {
    return std::nullopt;
  }
  const bool shown = std::any_of(content.branches.begin(), content.branches.end(), [&](const ContentBranch &branch) {
    return std::any_of(branch.content.pieces.begin(), branch.content.pieces.end(),
                       [&](const Piece &piece) { return piece.argument == content.argument; });
  });
  if (!shown) {
    reason = "none of its branches shows the number, which Apple chooses the branch by";
    return std::nullopt;
  }
  const Placeholders placeholders(PlaceholderStyle::apple, name, true);
  Json forms = Json::object();
  for (const ContentBranch &branch : content.branches) {
    const auto value = placeholders.write(branch.content.pieces, true, reason);
    if (!value) {
      return std::nullopt;
    }
    forms[branch.key] = unit(*value);
  }
  return Json{{"variations", {{"plural", forms}}}};
}

class Reader {
 public:
  Reader(const Exchange &exchange, const IncomingFile &file, const JsonDocument &document, Diagnostics &diagnostics)
      : exchange_(exchange), file_(file), document_(document), diagnostics_(diagnostics) {}

  std::vector<Incoming> read() {
    const JsonValue *strings = document_.root().find("strings");
    if (strings == nullptr || !strings->is(Kind::object)) {
      diagnostics_.error(document_.position(document_.root()), "a string catalog must be an object with \"strings\"");
      return {};
    }
    for (const JsonMember &string : strings->members) {
      const JsonValue *localizations = string.value.find("localizations");
      if (localizations == nullptr) {
        continue;
      }
      for (const JsonMember &localization : localizations->members) {
        const std::string tag = canonical_tag(localization.name);
        if (file_.locale.empty() || tag == file_.locale) {
          read_localization(string.name, tag.empty() ? localization.name : tag, localization);
        }
      }
    }
    return std::move(incoming_);
  }

 private:
  void fail(const JsonValue &value, const std::string &message) {
    diagnostics_.error(document_.position(value), message);
  }

  void read_localization(const std::string &key, const std::string &tag, const JsonMember &localization) {
    const ExchangeName *name = exchange_.name(key);
    Incoming message;
    message.locale = tag;
    message.name = key;
    message.byte = localization.byte;
    if (name != nullptr && !read_value(*name, localization.value, message)) {
      return;
    }
    incoming_.push_back(std::move(message));
  }

  bool read_value(const ExchangeName &name, const JsonValue &value, Incoming &message) {
    const JsonValue *variations = value.find("variations");
    if (variations == nullptr && value.find("substitutions") == nullptr) {
      return read_unit(name, value, false, message, message.content.emplace().pieces);
    }
    const JsonValue *plural = variations == nullptr ? nullptr : variations->find("plural");
    if (plural == nullptr || variations->members.size() != 1 || value.find("substitutions") != nullptr) {
      fail(value, "\"" + name.name +
                      "\" has variations other than by plural, or substitutions: MessageFormat has none of these");
      return false;
    }
    if (name.counted() == nullptr) {
      fail(value, "\"" + name.name + "\" has no number that a plural could count");
      return false;
    }
    Content content;
    content.kind = Content::Kind::plural;
    content.argument = name.counted()->name;
    for (const JsonMember &form : plural->members) {
      if (!is_category(form.name)) {
        fail(form.value, "\"" + form.name + "\" is no plural category: expected zero, one, two, few, many or other");
        return false;
      }
      content.branches.push_back({form.name, {}});
      if (!read_unit(name, form.value, true, message, content.branches.back().content.pieces)) {
        return false;
      }
    }
    message.translated = message.translated && !content.branches.empty();
    message.content = std::move(content);
    return true;
  }

  bool read_unit(const ExchangeName &name, const JsonValue &value, bool counting, Incoming &message,
                 std::vector<Piece> &pieces) {
    const JsonValue *unit = value.find("stringUnit");
    const JsonValue *text = unit == nullptr ? nullptr : unit->find("value");
    const JsonValue *state = unit == nullptr ? nullptr : unit->find("state");
    if (text == nullptr || !text->is(Kind::string)) {
      fail(value, "\"" + name.name + "\" must have a \"stringUnit\" with a string as its \"value\"");
      return false;
    }
    if (text->text.empty() || (state != nullptr && state->text == "new")) {
      message.translated = false;
      return true;
    }
    const Placeholders placeholders(PlaceholderStyle::apple, name, counting);
    std::string reason;
    std::optional<std::vector<Piece>> read = placeholders.read(
        text->text, counting || placeholders.looks_formatted(text->text), reason);
    if (!read) {
      fail(*text, "\"" + text->text + "\": " + reason);
      return false;
    }
    pieces = std::move(*read);
    return true;
  }

  const Exchange &exchange_;
  const IncomingFile &file_;
  const JsonDocument &document_;
  Diagnostics &diagnostics_;
  std::vector<Incoming> incoming_;
};

}  // namespace

ExportedFiles write_xcstrings(const Exchange &exchange, const std::vector<std::string> &locales) {
  ExportedFiles exported;
  Json strings = Json::object();
  for (const ExchangeName &name : exchange.names) {
    Json localizations = Json::object();
    for (const std::string &tag : locales) {
      const ExchangeText *text = exchange.locale(tag)->text(name.name);
      std::string reason;
      if (text == nullptr) {
        continue;
      }
      if (const std::optional<Json> json = localization(name, *text, reason)) {
        localizations[tag] = *json;
      } else {
        exported.losses.push_back({Loss::Kind::left_out, tag, name.name, text->position, reason});
      }
    }
    if (!localizations.empty()) {
      Json &entry = strings[name.name] = Json::object();
      if (const std::string note = full_note(name); !note.empty()) {
        entry["comment"] = note;
      }
      entry["extractionState"] = "manual";
      entry["localizations"] = std::move(localizations);
    }
  }
  const Json file = {{"sourceLanguage", exchange.source_locale}, {"strings", strings}, {"version", "1.0"}};
  exported.files[exchange.catalog_namespace + ".xcstrings"] = file.dump(2) + "\n";
  return exported;
}

std::vector<Incoming> read_xcstrings(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics) {
  const std::optional<JsonDocument> document = JsonDocument::parse(file.path, file.text, diagnostics);
  return document ? Reader(exchange, file, *document, diagnostics).read() : std::vector<Incoming>{};
}

}  // namespace codeglot
