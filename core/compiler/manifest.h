// manifest.json: what a program must know of a catalog's packs before it loads any. Made of nothing but the packs, so it
// says what they say; the same packs give the same bytes. Its form is
// in locales/schema/manifest.schema.json.
#ifndef CODEGLOT_COMPILER_MANIFEST_H
#define CODEGLOT_COMPILER_MANIFEST_H

#include <map>
#include <string>
#include <vector>

namespace codeglot {

inline constexpr const char *manifest_file = "manifest.json";

/// A pack's checksum as eight hexadecimal digits: the name of its contents.
std::string pack_hash(const std::string &pack);

/// "fr.cgpk", or "fr.3fa94c1d.cgpk", which is never another file's name: it can be cached for ever.
std::string pack_file_name(const std::string &tag, const std::string &pack, bool hashed);

/// Whether a file's name is of the second kind.
bool is_hashed_file_name(const std::string &name);

class Manifest {
 public:
  /// A pack that the compiler has made, and the name that its file has beside the manifest. Packs have one namespace.
  void add(const std::string &file, const std::string &pack);

  std::string json() const;

 private:
  struct Entry {
    std::string file;
    std::string hash;
    size_t bytes = 0;
    bool right_to_left = false;
    std::string locale_table;
  };

  std::string catalog_namespace_;
  std::string default_locale_;
  std::string source_locale_;
  std::map<std::string, Entry> entries_;  // by tag
};

/// The files of packs that a manifest names, in its order. None if it is no manifest. Names with a folder, which the
/// compiler does not write, are left out.
std::vector<std::string> files_of_manifest(const std::string &json);

}  // namespace codeglot
#endif
