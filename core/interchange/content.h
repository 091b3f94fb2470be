// Content: what a message says, in a form between the authoring syntax and the formats of other tools: flat text with
// placeholders, or branches by a plural or a select that are flat, or branches again. It has no form for a message in
// which text stands beside a plural; such a message travels as its source.
#ifndef CODEGLOT_INTERCHANGE_CONTENT_H
#define CODEGLOT_INTERCHANGE_CONTENT_H

#include <optional>
#include <string>
#include <vector>

namespace codeglot {

/// A run of text, or a placeholder.
struct Piece {
  /// `argument` is {name}, `pound` the '#' of a plural, `formatted` any other placeholder that holds no text.
  enum class Kind { text, argument, pound, formatted };

  Kind kind = Kind::text;
  std::string text;      // The text itself; of a placeholder its MessageFormat 1 source.
  std::string argument;  // Of a placeholder; of a pound, what its plural counts.

  bool operator==(const Piece &) const = default;
};

struct ContentBranch;

struct Content {
  enum class Kind { flat, plural, ordinal, select };

  Kind kind = Kind::flat;
  std::vector<Piece> pieces;  // Of flat content.
  std::string argument;       // What a plural or select goes by.
  std::string offset;         // A plural's, as MessageFormat writes it; empty if it has none.
  std::vector<ContentBranch> branches;

  bool is_flat() const { return kind == Kind::flat; }
  bool counts() const { return kind == Kind::plural || kind == Kind::ordinal; }
  bool operator==(const Content &) const;
};

/// One branch: a category, "=1" for an exact value, or a select's key.
struct ContentBranch {
  std::string key;
  Content content;

  bool operator==(const ContentBranch &) const = default;
};

/// The content of a MessageFormat 1 message; nothing, and a reason, if it has none.
std::optional<Content> read_content(const std::string &mf1, std::string &reason);

/// The pieces of a branch of `parent` (or, without one, of a whole message) that is written alone; nothing, and a
/// reason, if it is no flat MessageFormat 1.
std::optional<std::vector<Piece>> read_pieces(const std::string &mf1, const Content *parent, std::string &reason);

/// The placeholder that this is the source of ('#' included, whose argument is left open); nothing if it is none, or more.
std::optional<Piece> read_placeholder(const std::string &mf1);

/// Whether a word can be the key of a branch, or an argument: written into a message, it stays one word.
bool is_word(const std::string &text);

/// MessageFormat 1 that has this content. Text is quoted where it must be, an apostrophe is always doubled.
std::string write_content(const Content &content);
std::string write_pieces(const std::vector<Piece> &pieces, bool in_plural);

/// Whether two contents mean the same: the order of branches, and whether a plural's number is written '#' or by its
/// name, do not matter.
bool same_content(const Content &left, const Content &right);

bool has_placeholder(const std::vector<Piece> &pieces);

/// Adds text to the last piece, or a piece of text.
void append_text(std::vector<Piece> &pieces, const std::string &text);

/// A branch of this key, or the branch "other", or null.
const Content *branch_for(const Content &content, const std::string &key);

}  // namespace codeglot
#endif
