// See writer.h.
#include "core/pack/writer.h"

#include <algorithm>
#include <stdexcept>

#include "core/pack/checksum.h"

namespace codeglot {

void ByteWriter::u16(uint32_t value) {
  byte(static_cast<uint8_t>(value));
  byte(static_cast<uint8_t>(value >> 8));
}

void ByteWriter::u32(uint32_t value) {
  u16(value);
  u16(value >> 16);
}

void ByteWriter::text(std::string_view value) {
  if (value.size() > UINT16_MAX) {
    throw std::length_error("a text of a pack has more than 65535 bytes");
  }
  u16(static_cast<uint32_t>(value.size()));
  raw(value);
}

void ByteWriter::value(Value value) {
  u32(static_cast<uint32_t>(value.mantissa));
  byte(value.fraction_digits);
}

std::string write_mark(layout::Mark mark, std::string_view name, std::string_view id) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(mark));
  out.text(name);
  out.text(id);
  return out.bytes();
}

std::string write_pack(PackContents contents) {
  std::sort(contents.records.begin(), contents.records.end(),
            [](const auto &left, const auto &right) { return left.code < right.code; });
  ByteWriter meta;
  meta.text(contents.catalog_namespace);
  meta.text(contents.default_locale);
  meta.text(contents.source_locale);
  meta.byte(static_cast<uint8_t>(contents.profiles.size()));
  for (const std::string &profile : contents.profiles) {
    meta.text(profile);
  }
  meta.text(contents.unknown_code);
  meta.text(contents.unreadable_response);
  meta.text(contents.transports);
  meta.text(contents.locale_table);

  ByteWriter codes;
  ByteWriter starts;
  ByteWriter records;
  for (const PackContents::Record &record : contents.records) {
    codes.u32(static_cast<uint32_t>(record.code));
    starts.u32(static_cast<uint32_t>(records.bytes().size()));
    records.text(record.name);
    records.raw(record.body);
  }
  starts.u32(static_cast<uint32_t>(records.bytes().size()));

  const std::string tables = codes.bytes() + starts.bytes();
  ByteWriter pack;
  for (const uint8_t byte : layout::magic) {
    pack.byte(byte);
  }
  pack.u16(layout::version);
  pack.u16(contents.features);
  pack.u32(static_cast<uint32_t>(layout::header_bytes + tables.size() + meta.bytes().size() + records.bytes().size()));
  pack.u32(0);
  pack.u32(static_cast<uint32_t>(contents.records.size()));
  pack.u32(static_cast<uint32_t>(meta.bytes().size()));
  pack.raw(tables);
  pack.raw(meta.bytes());
  pack.raw(records.bytes());
  std::string bytes = pack.bytes();
  seal_pack(bytes);
  return bytes;
}

void seal_pack(std::string &pack) {
  const auto *const data = reinterpret_cast<const uint8_t *>(pack.data());
  const uint32_t sum = checksum(data + layout::checksum_from, pack.size() - layout::checksum_from);
  for (size_t index = 0; index < 4; ++index) {
    pack[12 + index] = static_cast<char>(sum >> (8 * index));
  }
}

}  // namespace codeglot
