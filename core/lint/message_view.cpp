// See message_view.h.
#include "core/lint/message_view.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "core/compiler/locale_data.h"

namespace codeglot {
namespace {

std::vector<UScriptCode> written_in(UScriptCode script) {
  switch (script) {
    case USCRIPT_SIMPLIFIED_HAN:
    case USCRIPT_TRADITIONAL_HAN:
      return {USCRIPT_HAN, USCRIPT_BOPOMOFO};
    case USCRIPT_JAPANESE:
      return {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};
    case USCRIPT_KOREAN:
      return {USCRIPT_HANGUL, USCRIPT_HAN};
    default:
      return {script};
  }
}

bool is_latin_letter(char32_t point) {
  return u_isalpha(static_cast<UChar32>(point)) && uscript_hasScript(static_cast<UChar32>(point), USCRIPT_LATIN);
}

bool is_joiner(char32_t point) {
  return point < 0x80 && std::string_view("_-.@/:+").find(static_cast<char>(point)) != std::string_view::npos;
}

}  // namespace

LocaleTraits LocaleTraits::of(const std::string &tag) {
  LocaleTraits traits;
  traits.tag = tag;
  traits.language = tag.substr(0, tag.find('-'));
  // "zh-Hant-HK": the likely tag always has its script second.
  const std::string likely = likely_tag(tag);
  const size_t from = likely.find('-');
  if (from != std::string::npos && likely.size() >= from + 5) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code = USCRIPT_INVALID_CODE;
    uscript_getCode(likely.substr(from + 1, 4).c_str(), &code, 1, &status);
    if (U_SUCCESS(status) && code != USCRIPT_INVALID_CODE && code != USCRIPT_UNKNOWN) {
      traits.scripts = written_in(code);
    }
  }
  return traits;
}

bool LocaleTraits::has_script(UScriptCode script) const {
  return std::find(scripts.begin(), scripts.end(), script) != scripts.end();
}

MessageView::MessageView(const LocaleTraits &locale_of, const std::string &name_of, const LocaleMessage &message,
                         const JsonDocument &document, const JsonValue &text, Diagnostics &diagnostics)
    : locale(locale_of),
      name(name_of),
      tree(*message.tree),
      all_variants(variants(*message.tree)),
      document_(document),
      text_(text),
      diagnostics_(diagnostics) {}

bool MessageView::is_literal(const Node &node) const {
  return node.kind == Node::Kind::text && node.from_byte <= tree.source.size() &&
         tree.source.compare(node.from_byte, node.text.size(), node.text) == 0;
}

size_t MessageView::byte_of(const Node &node, size_t text_byte) const {
  return node.from_byte + (is_literal(node) ? text_byte : 0);
}

void MessageView::report(Rule rule, size_t byte, std::string sentence, std::vector<TextEdit> edits) const {
  for (TextEdit &edit : edits) {
    edit.from_byte = document_.byte_inside(text_, edit.from_byte);
    edit.to_byte = document_.byte_inside(text_, edit.to_byte);
  }
  diagnostics_.add(rule, document_.position_inside(text_, byte), std::move(sentence), name, std::move(edits));
}

std::vector<Word> latin_words(std::string_view text) {
  std::vector<Word> words;
  size_t from = std::string_view::npos;
  bool letters = false;
  const auto end = [&](size_t to) {
    if (from != std::string_view::npos && letters) {
      std::string_view word = text.substr(from, to - from);
      while (is_joiner(static_cast<unsigned char>(word.back())) && word.back() != '_') {
        word.remove_suffix(1);
      }
      words.push_back({word, from});
    }
    from = std::string_view::npos;
    letters = false;
  };
  visit_code_points(text, [&](char32_t point, size_t byte) {
    const bool letter = is_latin_letter(point);
    const bool mark = from != std::string_view::npos && (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
    const bool digit = point >= '0' && point <= '9';
    const bool joins = is_joiner(point) && (from != std::string_view::npos || point == '_');
    if (letter || mark || digit || joins) {
      from = from == std::string_view::npos ? byte : from;
      letters = letters || letter;
    } else {
      end(byte);
    }
  });
  end(text.size());
  return words;
}

bool is_identifier_like(std::string_view word) {
  if (word.size() == 1) {
    return word[0] >= 'A' && word[0] <= 'Z';  // "X axis"
  }
  if (word.find_first_of("_@/:0123456789") != std::string_view::npos) {
    return true;
  }
  // Dots and dashes join words of a language, too; a dot without a space is that of an address or of a file.
  const size_t dot = word.find('.');
  if (dot != std::string_view::npos && dot + 1 < word.size()) {
    return true;
  }
  return std::any_of(word.begin() + 1, word.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

}  // namespace codeglot
