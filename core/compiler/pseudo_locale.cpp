// See pseudo_locale.h.
#include "core/compiler/pseudo_locale.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <functional>

#include "core/compiler/message_check.h"
#include "core/compiler/message_shape.h"
#include "core/compiler/message_texts.h"

namespace codeglot {
namespace {

constexpr size_t longer_percent = 30;  // The brackets come on top.

constexpr std::array<const char *, 26> small = {"å", "ƀ", "ç", "đ", "é", "ƒ", "ĝ", "ĥ", "î", "ĵ", "ķ", "ļ", "ɱ",
                                                "ñ", "ö", "þ", "ǫ", "ŕ", "š", "ţ", "û", "ṽ", "ŵ", "ẋ", "ý", "ž"};
constexpr std::array<const char *, 26> capital = {"Å", "Ɓ", "Ç", "Đ", "É", "Ƒ", "Ĝ", "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "Ṁ",
                                                  "Ñ", "Ö", "Þ", "Ǫ", "Ŕ", "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};

/// What makes a text longer: words, so that it breaks into lines where a text does.
constexpr const char *filling = "one two three four five six seven eight nine ten eleven twelve ";

std::string accented(std::string_view text) {
  std::string result;
  for (const char here : text) {
    if (here >= 'a' && here <= 'z') {
      result += small[static_cast<size_t>(here - 'a')];
    } else if (here >= 'A' && here <= 'Z') {
      result += capital[static_cast<size_t>(here - 'A')];
    } else {
      result += here;
    }
  }
  return result;
}

size_t code_points(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// A space and words, `count` characters in all; nothing where that is too short for a letter.
std::string padding(size_t count) {
  if (count < 2) {
    return "";
  }
  const std::string words = filling;
  std::string result = " ";
  while (result.size() < count) {
    result += words.substr(0, count - result.size());
  }
  if (result.back() == ' ') {
    result.back() = 'o';  // A text that ends with a space is trimmed in places.
  }
  return accented(result);
}

/// Each word between two controls. White space, which may break a line, stays outside.
std::string mirrored(std::string_view text) {
  constexpr const char *override_begin = "\u202E";
  constexpr const char *override_end = "\u202C";
  std::string result;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const size_t from = at;
    UChar32 point = 0;
    U8_NEXT(text.data(), at, text.size(), point);
    const bool word = point < 0 || !u_isUWhiteSpace(point);
    if (word != inside) {
      result += word ? override_begin : override_end;
      inside = word;
    }
    result += text.substr(from, at - from);
  }
  return inside ? result + override_end : result;
}

struct Edit {
  size_t from_byte;
  size_t to_byte;
  std::string text;
};

/// The edits on one level of a message, in order.
void disguise(const std::string &source, const TextSequence &sequence, bool accents, std::vector<Edit> &edits) {
  size_t length = 0;
  for (const TextRange &range : sequence.texts) {
    const std::string_view text = std::string_view(source).substr(range.from_byte, range.to_byte - range.from_byte);
    length += code_points(text);
    edits.push_back({range.from_byte, range.to_byte, accents ? accented(text) : mirrored(text)});
  }
  if (!accents) {
    return;
  }
  if (sequence.whole) {
    edits.push_back({sequence.from_byte, sequence.from_byte, "["});
  }
  edits.push_back({sequence.to_byte, sequence.to_byte,
                   padding((length * longer_percent + 50) / 100) + (sequence.whole ? "]" : "")});
}

class Disguise {
 public:
  Disguise(const Catalog &catalog, const LocaleData &rules, const std::string &tag, Diagnostics &diagnostics)
      : catalog_(catalog), rules_(rules), tag_(tag), diagnostics_(diagnostics) {}

  /// Checked and proved anew, as what is written in a file is. Its places are those of the message that it disguises.
  LocaleMessage of(const std::string &name, const LocaleMessage &message) {
    LocaleMessage result;
    result.syntax = message.syntax;
    result.position = message.position;
    result.source = pseudo_message(message.source, message.syntax, tag_);
    CheckedMessage checked = check_message(result.source, result.syntax, parameters_of_member(catalog_, name), rules_,
                                           catalog_.functions, &proved_);
    for (const MessageProblem &problem : checked.errors) {
      diagnostics_.error(message.position,
                         "\"" + name + "\" has no form in the pseudo-locale " + tag_ + ": " + problem.message);
    }
    result.tree = std::move(checked.tree);
    if (result.tree) {
      for (const MessageProblem &reason : result.tree->reasons) {
        result.reasons.push_back({message.position, reason.message});
      }
    }
    return result;
  }

 private:
  const Catalog &catalog_;
  const LocaleData &rules_;
  const std::string tag_;
  Diagnostics &diagnostics_;
  ProvedShapes proved_;
};

}  // namespace

bool is_pseudo_locale(const std::string &tag) {
  const size_t dash = tag.rfind('-');
  const std::string region = dash == std::string::npos ? "" : tag.substr(dash + 1);
  return region == "XA" || region == "XB";
}

std::string pseudo_message(const std::string &source, Format::Syntax syntax, const std::string &tag) {
  std::vector<Edit> edits;
  for (const TextSequence &sequence : message_texts(source, syntax)) {
    disguise(source, sequence, tag == accented_locale, edits);
  }
  // A level's own bracket comes before its text, and its padding behind it: both stand where nothing else does.
  std::stable_sort(edits.begin(), edits.end(), [](const Edit &left, const Edit &right) {
    return std::pair(left.from_byte, left.to_byte) < std::pair(right.from_byte, right.to_byte);
  });
  std::string result;
  size_t at = 0;
  for (const Edit &edit : edits) {
    result += source.substr(at, edit.from_byte - at) + edit.text;
    at = edit.to_byte;
  }
  return result + source.substr(at);
}

void list_pseudo_locales(Catalog &catalog, const std::string &basis, Diagnostics &diagnostics) {
  const std::string wanted = !basis.empty() ? basis : catalog.locale("en") != nullptr ? "en" : catalog.default_locale;
  const LocaleFile *file = catalog.locale(wanted);
  bool usable = file != nullptr && !is_pseudo_locale(wanted);
  if (!usable) {
    diagnostics.error({catalog.path, 0, 0}, "no pseudo-locale can be made of \"" + wanted +
                                                "\": name a locale that the catalog has messages in");
  }
  for (const char *tag : {accented_locale, mirrored_locale}) {
    if (const LocaleFile *own = catalog.locale(tag)) {
      diagnostics.error({own->path, 0, 0}, std::string(tag) + " is made by the compiler: remove the file");
      usable = false;
    }
  }
  if (!usable) {
    return;
  }
  const std::string path = file->path;
  for (const char *tag : {accented_locale, mirrored_locale}) {
    LocaleFile made;
    made.tag = tag;
    made.path = path;
    made.basis = wanted;
    catalog.locales.push_back(std::move(made));
  }
  std::sort(catalog.locales.begin(), catalog.locales.end(),
            [](const LocaleFile &left, const LocaleFile &right) { return left.tag < right.tag; });
}

void disguise_locale(const Catalog &catalog, const LocaleData &rules, LocaleFile &file, Diagnostics &diagnostics,
                     Work *work) {
  const LocaleFile &basis = *catalog.locale(file.basis);
  Disguise disguise(catalog, rules, file.tag, diagnostics);
  for (const std::string &name : message_names(catalog)) {
    if (work != nullptr) {
      work->check();
      ++work->messages_done;
    }
    const LocaleMessage *message = basis.find_or_inherited(name);
    if (message == nullptr || !message->tree) {
      continue;
    }
    LocaleMessage made = disguise.of(name, *message);
    if (name == unknown_code_member) {
      file.unknown_code = std::move(made);
    } else if (name == unreadable_response_member) {
      file.unreadable_response = std::move(made);
    } else {
      file.messages.emplace(name, std::move(made));
    }
  }
}

}  // namespace codeglot
