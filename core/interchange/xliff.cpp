// See xliff.h.
#include "core/interchange/xliff.h"

#include <algorithm>
#include <cctype>

namespace codeglot {
namespace {

/// The source's structure with the categories of another locale.
Content adapted(const Content &source, const ExchangeLocale &locale) {
  Content content = source;
  content.branches.clear();
  const auto add = [&](const std::string &key, const Content &from) {
    content.branches.push_back({key, adapted(from, locale)});
  };
  for (const ContentBranch &branch : source.branches) {
    if (!source.counts() || branch.key.starts_with("=")) {
      add(branch.key, branch.content);
    }
  }
  if (source.counts()) {
    for (const std::string &category : source.kind == Content::Kind::ordinal ? locale.ordinals : locale.categories) {
      add(category, *branch_for(source, category));
    }
  }
  return content;
}

}  // namespace

std::vector<Piece> XliffMessage::source_pieces(const Path &path) const {
  if (!source->content) {
    return text_pieces(source->authored.source);
  }
  const Content *at = &*source->content;
  while (!at->is_flat()) {
    const auto step = std::find_if(path.begin(), path.end(),
                                   [&](const auto &taken) { return taken.first == at->argument; });
    at = branch_for(*at, step == path.end() ? "other" : step->second);
  }
  return at->pieces;
}

std::vector<XliffMessage> xliff_messages(const Exchange &exchange, const ExchangeLocale &locale,
                                         std::vector<Loss> &losses) {
  std::vector<XliffMessage> messages;
  for (const ExchangeName &name : exchange.names) {
    XliffMessage message{&name, locale.text(name.name), exchange.reference(name.name), {}, false};
    const ExchangeText *shape = message.target != nullptr ? message.target : message.source;
    if (shape == nullptr) {
      continue;
    }
    message.source = message.source == nullptr ? shape : message.source;
    if (shape->content) {
      message.content = message.target != nullptr ? *shape->content : adapted(*shape->content, locale);
    } else {
      message.mf2 = shape->authored.mf2;
      losses.push_back({Loss::Kind::as_source, locale.tag, name.name, shape->position, shape->reason});
    }
    messages.push_back(std::move(message));
  }
  return messages;
}

ExportedFiles write_xliff(const Exchange &exchange, const std::vector<std::string> &locales, const XliffWriter &write) {
  ExportedFiles exported;
  for (const std::string &tag : locales) {
    if (tag != exchange.source_locale) {
      const ExchangeLocale &locale = *exchange.locale(tag);
      exported.files[tag + ".xlf"] = write(locale, xliff_messages(exchange, locale, exported.losses));
    }
  }
  return exported;
}

std::unique_ptr<XmlFile> parse_xliff(const IncomingFile &file, char major, Diagnostics &diagnostics) {
  std::unique_ptr<XmlFile> xml = XmlFile::parse(file, "xliff", diagnostics);
  if (!xml) {
    return nullptr;
  }
  const std::string version = xml->root().attribute("version").value();
  if (!version.starts_with(std::string{major, '.'})) {
    const bool first = major == '1';
    xml->error(xml->root(),
               "this is XLIFF " + version +
                   (first ? ", not 1.2: import it with --from xliff2" : ", not 2: import it with --from xliff1"));
    return nullptr;
  }
  return xml;
}

void take_content(Incoming &message, Content content, const std::string &type, const XliffSourceTypes &types) {
  if (type != types.mf1 && type != types.mf2) {
    message.content = std::move(content);
    return;
  }
  message.source.mf2 = type == types.mf2;
  for (const Piece &piece : content.pieces) {
    message.source.source += piece.text;
  }
}

std::string write_switch(const Content &content) {
  const char *const type = content.kind == Content::Kind::plural    ? "plural:"
                           : content.kind == Content::Kind::ordinal ? "ordinal:"
                                                                    : "select:";
  return type + content.argument;
}

std::optional<Content> read_switch(const std::string &text) {
  const size_t colon = text.find(':');
  const std::string type = text.substr(0, colon);
  if (colon == std::string::npos || !is_word(text.substr(colon + 1))) {
    return std::nullopt;
  }
  Content content;
  content.argument = text.substr(colon + 1);
  if (type == "plural" || type == "ordinal") {
    content.kind = type == "plural" ? Content::Kind::plural : Content::Kind::ordinal;
  } else if (type == "select" || type == "gender") {
    content.kind = Content::Kind::select;
  } else {
    return std::nullopt;
  }
  return content;
}

std::string write_case(const Content &content, const std::string &key) {
  return content.counts() && key.starts_with("=") ? key.substr(1) : key;
}

std::string read_case(const Content &content, const std::string &text) {
  const bool number = !text.empty() && (std::isdigit(static_cast<unsigned char>(text[0])) != 0 || text[0] == '-' ||
                                        text[0] == '+' || text[0] == '.');
  return content.counts() && number ? "=" + text : text;
}

std::string xliff_id(const ExchangeName &name) {
  return name.code ? "c" + std::to_string(*name.code) : name.name.substr(1);
}

std::vector<Piece> text_pieces(const std::string &text) {
  std::vector<Piece> pieces;
  append_text(pieces, text);
  return pieces;
}

}  // namespace codeglot
