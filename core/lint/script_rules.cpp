// Letters of a script that the locale is not written in, words of look-alikes, and marks in two widths.
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/lint/message_rules.h"

namespace codeglot {
namespace {

std::string script_name(UScriptCode script) {
  const char *name = uscript_getName(script);
  std::string result = name == nullptr ? "unknown" : name;
  for (char &character : result) {
    character = character == '_' ? ' ' : character;
  }
  return result;
}

UScriptCode script_of(char32_t point) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(point), &status);
}

bool is_common(UScriptCode script) {
  return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

/// Whether a letter may stand in a text of the locale.
bool belongs(char32_t point, const LocaleTraits &locale) {
  if (is_common(script_of(point))) {
    return true;
  }
  for (const UScriptCode script : locale.scripts) {
    if (uscript_hasScript(static_cast<UChar32>(point), script)) {
      return true;
    }
  }
  return false;
}

/// Scripts whose letters look like each other's.
bool looks_alike(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
}

/// Runs of letters and marks.
std::vector<Word> letter_words(std::string_view text) {
  std::vector<Word> words;
  size_t from = std::string_view::npos;
  visit_code_points(text, [&](char32_t point, size_t byte) {
    const bool inside = u_isalpha(static_cast<UChar32>(point)) ||
                        (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_M_MASK) != 0;
    if (inside && from == std::string_view::npos) {
      from = byte;
    } else if (!inside && from != std::string_view::npos) {
      words.push_back({text.substr(from, byte - from), from});
      from = std::string_view::npos;
    }
  });
  if (from != std::string_view::npos) {
    words.push_back({text.substr(from), from});
  }
  return words;
}

/// What a word's letters say: look-alike scripts in it, and the first that is neither Latin nor of the locale.
struct Letters {
  std::set<UScriptCode> look_alikes;
  UScriptCode foreign = USCRIPT_INVALID_CODE;
};

Letters letters_of(std::string_view word, const LocaleTraits &locale) {
  Letters letters;
  visit_code_points(word, [&](char32_t point, size_t) {
    const UScriptCode script = script_of(point);
    if (looks_alike(script)) {
      letters.look_alikes.insert(script);
    }
    if (letters.foreign == USCRIPT_INVALID_CODE && script != USCRIPT_LATIN && !belongs(point, locale)) {
      letters.foreign = script;
    }
  });
  return letters;
}

struct Mark {
  char32_t narrow;
  char32_t wide;
};
constexpr std::array marks{Mark{',', 0xFF0C}, Mark{';', 0xFF1B}, Mark{':', 0xFF1A}, Mark{'!', 0xFF01},
                           Mark{'?', 0xFF1F}, Mark{'(', 0xFF08}, Mark{')', 0xFF09}};

bool is_wide_mark(char32_t point) {
  // The ideographic comma, full stop and brackets, and the wide forms of ASCII's.
  return (point >= 0x3001 && point <= 0x3002) || (point >= 0x3008 && point <= 0x3011) ||
         (point >= 0xFF01 && point <= 0xFF60 && !u_isalnum(static_cast<UChar32>(point)));
}

bool is_east_asian_letter(char32_t point) {
  const UScriptCode script = script_of(point);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || point == 0x30FC;
}

const Mark *narrow_mark(char32_t point) {
  for (const Mark &mark : marks) {
    if (mark.narrow == point) {
      return &mark;
    }
  }
  return nullptr;
}

std::string utf8(char32_t point) {
  std::array<char, 4> bytes{};
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, static_cast<UChar32>(point));
  return {bytes.data(), static_cast<size_t>(length)};
}

/// Wide Latin letters and digits, narrow kana.
bool is_of_other_width(char32_t point) {
  return (point >= 0xFF10 && point <= 0xFF19) || (point >= 0xFF21 && point <= 0xFF3A) ||
         (point >= 0xFF41 && point <= 0xFF5A) || (point >= 0xFF65 && point <= 0xFF9F);
}

bool has_wide_mark(const std::vector<Node> &nodes) {
  bool found = false;
  visit_nodes(nodes, [&](const Node &node) {
    if (node.kind == Node::Kind::text && !found) {
      visit_code_points(node.text, [&](char32_t point, size_t) { found = found || is_wide_mark(point); });
    }
  });
  return found;
}

void report_mixed(const MessageView &view, const Node &node, const Word &word, const std::set<UScriptCode> &scripts) {
  std::string names;
  for (const UScriptCode script : scripts) {
    names += (names.empty() ? "" : " and ") + script_name(script);
  }
  view.report(
      Rule::mixed_script_word, view.byte_of(node, word.byte),
      "\"" + std::string(word.text) + "\" has letters of " + names + ", which look alike: write it in one script");
}

void report_foreign(const MessageView &view, const Node &node, const Word &word, UScriptCode script) {
  std::string scripts;
  for (const UScriptCode own : view.locale.scripts) {
    scripts += (scripts.empty() ? "" : ", ") + script_name(own);
  }
  view.report(Rule::wrong_script, view.byte_of(node, word.byte),
              "\"" + std::string(word.text) + "\" is " + script_name(script) + ", but " + view.locale.tag +
                  " is written in " + scripts + ": translate it, or name it under \"verbatim\" in glossary.json");
}

}  // namespace

void check_scripts(const MessageView &view, const std::unordered_set<std::string> &verbatim) {
  if (view.locale.scripts.empty()) {
    return;
  }
  std::unordered_set<std::string> reported;  // Each word once.
  visit_nodes(view.tree.nodes, [&](const Node &node) {
    if (node.kind != Node::Kind::text) {
      return;
    }
    std::vector<std::pair<size_t, size_t>> mixed;  // What is reported as mixed is not reported as foreign, too.
    for (const Word &word : letter_words(node.text)) {
      const Letters letters = letters_of(word.text, view.locale);
      if (letters.look_alikes.size() > 1) {
        mixed.emplace_back(word.byte, word.byte + word.text.size());
      }
      const bool wrong = letters.look_alikes.size() > 1 || letters.foreign != USCRIPT_INVALID_CODE;
      if (wrong && !verbatim.contains(std::string(word.text)) && reported.insert(std::string(word.text)).second) {
        if (letters.look_alikes.size() > 1) {
          report_mixed(view, node, word, letters.look_alikes);
        } else {
          report_foreign(view, node, word, letters.foreign);
        }
      }
    }
    if (view.locale.has_script(USCRIPT_LATIN)) {
      return;
    }
    for (const Word &word : latin_words(node.text)) {
      const bool in_mixed = std::any_of(mixed.begin(), mixed.end(), [&](const auto &range) {
        return word.byte < range.second && word.byte + word.text.size() > range.first;
      });
      if (!in_mixed && !is_identifier_like(word.text) && !verbatim.contains(std::string(word.text)) &&
          reported.insert(std::string(word.text)).second) {
        report_foreign(view, node, word, USCRIPT_LATIN);
      }
    }
  });
}

void note_wide_marks(const Message &message, LocaleTraits &locale) {
  visit_nodes(message.nodes, [&](const Node &node) {
    if (node.kind == Node::Kind::text) {
      visit_code_points(node.text, [&](char32_t point, size_t) {
        if (point >= 0xFF01 && point <= 0xFF60) {
          locale.wide_marks.insert(point);
        }
      });
    }
  });
}

void check_widths(const MessageView &view) {
  const bool wide_here = view.locale.east_asian() && has_wide_mark(view.tree.nodes);
  std::string narrow;  // Marks of this message that are wide elsewhere, each once.
  std::string wide;
  size_t first_byte = 0;
  std::unordered_set<char32_t> reported;
  const auto note = [&](const Node &node, const Mark &mark, size_t byte) {
    if ((wide_here || view.locale.wide_marks.contains(mark.wide)) && reported.insert(mark.narrow).second) {
      first_byte = narrow.empty() ? view.byte_of(node, byte) : first_byte;
      narrow += utf8(mark.narrow);
      wide += utf8(mark.wide);
    }
  };
  visit_nodes(view.tree.nodes, [&](const Node &node) {
    if (node.kind != Node::Kind::text) {
      return;
    }
    char32_t previous = 0;
    const Mark *pending = nullptr;  // A narrow mark whose neighbor on the right is not known yet.
    size_t pending_byte = 0;
    visit_code_points(node.text, [&](char32_t point, size_t byte) {
      if (is_of_other_width(point) && reported.insert(point).second) {
        view.report(Rule::mixed_width, view.byte_of(node, byte),
                    "\"" + utf8(point) + "\" is not in the width of letters and digits: write " +
                        (point >= 0xFF65 ? "kana in full width" : "\"" + utf8(point - 0xFEE0) + "\""));
      }
      if (pending != nullptr && is_east_asian_letter(point)) {
        note(node, *pending, pending_byte);
      }
      pending = view.locale.east_asian() ? narrow_mark(point) : nullptr;
      pending_byte = byte;
      if (pending != nullptr && is_east_asian_letter(previous)) {
        note(node, *pending, byte);
        pending = nullptr;
      }
      previous = point;
    });
  });
  if (!narrow.empty()) {
    view.report(Rule::mixed_width, first_byte,
                "\"" + narrow + "\" beside East Asian letters, where " + (wide_here ? "this message" : "this file") +
                    " has wide marks, too: write \"" + wide + "\"");
  }
}

}  // namespace codeglot
