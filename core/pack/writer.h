// Writes packs, in the layout of layout.h. Host only: the runtime never links it.
#ifndef CODEGLOT_PACK_WRITER_H
#define CODEGLOT_PACK_WRITER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/pack/bytes.h"
#include "core/pack/layout.h"

namespace codeglot {

/// Appends the pack's primitive values.
class ByteWriter {
 public:
  void byte(uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void u32(uint32_t value);
  void u16(uint32_t value);
  /// Throws std::length_error for more bytes than a text can have.
  void text(std::string_view value);
  void value(Value value);
  void raw(std::string_view bytes) { bytes_.append(bytes); }

  const std::string &bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// A mark without options (layout.h).
std::string write_mark(layout::Mark mark, std::string_view name, std::string_view id);

/// The parts of a pack; sections and bodies are already in their layout.
struct PackContents {
  struct Record {
    int32_t code;
    std::string name;
    std::string body;
  };

  uint32_t features = 0;  // layout::Feature
  std::string catalog_namespace;
  std::string default_locale;
  std::string source_locale;
  std::vector<std::string> profiles;
  std::string unknown_code;
  std::string unreadable_response;
  std::string transports;
  std::string locale_table;
  std::vector<Record> records;  // in any order
};

/// The pack's bytes: the same contents give the same bytes, whatever the host.
std::string write_pack(PackContents contents);

/// Puts the right checksum into a pack whose bytes were changed; for tests of the reader.
void seal_pack(std::string &pack);

}  // namespace codeglot
#endif
