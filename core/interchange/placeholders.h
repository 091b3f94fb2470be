// Placeholders as the format strings of other platforms write them, and the text around them with its escapes. Each
// way back is exact: what would not come back as it was is refused on the way out.
#ifndef CODEGLOT_INTERCHANGE_PLACEHOLDERS_H
#define CODEGLOT_INTERCHANGE_PLACEHOLDERS_H

#include <optional>
#include <string>
#include <vector>

#include "core/interchange/exchange.h"

namespace codeglot {

/// Arguments by their number in codes.json, %1$s and %1$d (Android) or %1$@ and %1$lld (Apple); by name, %(name)s and
/// %(name)d (gettext's python-format) or {{name}} (i18next), where what a plural counts is {{count}}.
enum class PlaceholderStyle { android, apple, python, i18next };

class Placeholders {
 public:
  /// `counting` is of a plural's branch: the number is then the name's first number argument.
  Placeholders(PlaceholderStyle style, const ExchangeName &name, bool counting)
      : style_(style), name_(name), counting_(counting) {}

  /// The text of these pieces; nothing, and a reason, if they cannot be written. Of `formatted` text, per cent signs are
  /// doubled; text that is not has no placeholders.
  std::optional<std::string> write(const std::vector<Piece> &pieces, bool formatted, std::string &reason) const;
  /// One placeholder, as write() has it.
  std::optional<std::string> write_one(const Piece &piece, std::string &reason) const;
  std::optional<std::vector<Piece>> read(const std::string &text, bool formatted, std::string &reason) const;
  /// Whether a text has what could only be a placeholder.
  bool looks_formatted(const std::string &text) const;

 private:
  const ExchangeArgument *counted() const { return counting_ ? name_.counted() : nullptr; }
  Piece piece_of(const ExchangeArgument &argument) const;
  std::optional<std::string> write_plain(const std::vector<Piece> &pieces, bool formatted, std::string &reason) const;
  std::optional<size_t> read_percent(const std::string &text, size_t at, size_t &sequence, std::vector<Piece> &pieces,
                                     std::string &reason) const;
  std::optional<size_t> read_braces(const std::string &text, size_t at, std::vector<Piece> &pieces,
                                    std::string &reason) const;
  bool shows_message_format(const std::vector<Piece> &pieces) const;

  PlaceholderStyle style_;
  const ExchangeName &name_;
  bool counting_;
};

/// A message that is one plural of CLDR's categories by the name's first number, whose branches are flat: what formats
/// can carry that know plurals by category only. Nothing else is; the reason then says what it has. `zero_exact` allows
/// the exact value 0.
bool is_simple_plural(const Content &content, const ExchangeName &name, bool zero_exact, bool ordinal,
                      std::string &reason);

/// Whether a word is one of CLDR's six plural categories.
bool is_category(const std::string &word);

}  // namespace codeglot
#endif
