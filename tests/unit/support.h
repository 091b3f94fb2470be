// What the unit tests share: temporary folders, catalogs compiled from files in memory, packs made by hand, the command
// run as a user runs it. On failure helpers throw or fail the test that calls them; nothing here decides a result.
#ifndef CODEGLOT_TESTS_UNIT_SUPPORT_H
#define CODEGLOT_TESTS_UNIT_SUPPORT_H

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "codeglot/codeglot.hpp"
#include "core/compiler/argument_value.h"
#include "core/compiler/locale_data.h"
#include "core/pack/pack.h"
#include "core/pack/writer.h"
#include "core/syntax/message_tree.h"

namespace codeglot::test {

/// A folder of its own for one test, removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  const std::string &path() const { return path_; }
  std::string path(const std::string &name) const { return path_ + "/" + name; }
  /// Writes a file, with the folders it is in, and returns its path.
  std::string write(const std::string &name, std::string_view bytes) const;
  /// Names of everything in the folder, sorted.
  std::vector<std::string> names() const;

 private:
  std::string path_;
};

std::string read_bytes(const std::string &path);

/// Files of a catalog folder: name → contents.
using Files = std::map<std::string, std::string>;

/// What the compiler makes of a folder.
struct Compiled {
  std::map<std::string, std::string> packs;  // by tag
  std::string findings;                      // Diagnostics::text(), with file names relative to the folder
  size_t error_count = 0;
  size_t warning_count = 0;
};
Compiled compile_files(const Files &files);

/// A codes.json of namespace "test", source and default locale "en", with these items in "codes".
std::string codes_json(std::string_view codes, std::string_view more_members = "");

/// A small catalog in en, ar and zh-Hant that uses every construct, with the arguments n, s and k.
const Files &small_catalog();
/// Its packs, compiled once in a process.
const std::map<std::string, std::string> &small_packs();

/// A catalog in en, ar and ja with formats of every kind, markup, isolation, and messages that only the ICU engine can
/// format; the arguments are n (number), d (date) and s (string).
const Files &format_catalog();
/// Its packs, compiled once in a process.
const std::map<std::string, std::string> &format_packs();

/// A catalog with these packs; fails the test if one is rejected.
cg::Catalog open_packs(const std::map<std::string, std::string> &packs);

/// A pack that the build made from locales/.
std::string built_pack(const std::string &tag);
std::map<std::string, std::string> built_packs();

/// Bytes in a heap block of exactly their size (and `offset` more in front), so that a sanitizer sees any read past it.
class ExactBytes {
 public:
  explicit ExactBytes(std::string_view bytes, size_t offset = 0);
  const uint8_t *data() const { return block_.get() + offset_; }
  size_t size() const { return size_; }

 private:
  std::unique_ptr<uint8_t[]> block_;
  size_t offset_;
  size_t size_;
};

/// open_pack on an exact copy of the bytes.
cg_status status_of(std::string_view pack);

/// A message of MessageFormat 1, parsed; fails the test if it does not parse.
Message parse_message(const std::string &pattern);

/// All that the messages of a profile can need of a locale: its three number styles, its plural rules.
ProfileNeeds all_needs(const LocaleData &locale);
inline constexpr uint8_t styles_of_all = 3;

/// A profile of a section that the pack reader accepts; fails the test if it does not.
Profile read_section(const std::string &section, uint32_t features = 0);

/// A pack by hand: profiles en and ar with all number styles and rules, one plain message (code 1), and one program
/// (code 2) that uses every operation.
PackContents example_contents();

/// A body of profile 0: plain text, or a program with untyped parameters of these names.
std::string text_body(std::string_view text);
std::string program_body(const std::vector<std::string> &parameters, std::string_view nodes);
std::string text_node(std::string_view text);
/// A select on parameter 0 whose only branch is "other".
std::string select_node(std::string_view nodes);
/// A plural or select around the bytes of its flags and branches.
std::string branching_node(layout::Operation operation, uint8_t parameter, std::string_view part);

/// Arguments that try to break a formatter, for the names that the catalogs of these tests use.
const std::vector<std::vector<NamedArgument>> &hostile_arguments();

/// Formats every code of the catalog's packs, and the two texts without a code, with each set of arguments, into
/// buffers of several sizes; fails the test if a result is no valid UTF-8 or is not ended. Returns how many were made.
size_t format_everything(const cg_catalog *catalog, const std::vector<std::vector<NamedArgument>> &argument_sets);

bool is_utf8(std::string_view text);

/// "ab" three times is "ababab".
std::string repeat(std::string_view text, size_t times);

/// What a run of the codeglot command gave. `output` stays empty if its standard output is a file of the caller's.
struct CommandResult {
  int exit_status = -1;  // -1 if a signal ended it
  std::string output;
  std::string errors;
};
CommandResult run_command(const std::vector<std::string> &arguments, std::string_view input = "",
                          const std::map<std::string, std::string> &environment = {},
                          const std::string &output_file = "");

}  // namespace codeglot::test
#endif
