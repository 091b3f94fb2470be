// See incoming_file.h.
#include "core/interchange/incoming_file.h"

#include <unicode/unistr.h>

#include <filesystem>

#include "core/pack/utf8.h"

namespace codeglot {
namespace {

enum class Utf16 { none, little, big };

Utf16 utf16_of(const std::string &bytes) {
  const auto starts = [&bytes](std::string_view prefix) { return std::string_view(bytes).starts_with(prefix); };
  if (starts("\xFF\xFE") || starts(std::string_view("<\0", 2))) {
    return Utf16::little;
  }
  return starts("\xFE\xFF") || starts(std::string_view("\0<", 2)) ? Utf16::big : Utf16::none;
}

/// UTF-16 as UTF-8; nothing if a surrogate stands alone or a byte is missing.
std::optional<std::string> from_utf16(const std::string &bytes, Utf16 order) {
  if (bytes.size() % 2 != 0) {
    return std::nullopt;
  }
  icu::UnicodeString text;
  for (size_t at = 0; at < bytes.size(); at += 2) {
    const auto first = static_cast<uint8_t>(bytes[at]);
    const auto second = static_cast<uint8_t>(bytes[at + 1]);
    text.append(static_cast<char16_t>(order == Utf16::little ? first | second << 8 : first << 8 | second));
  }
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    if (U_IS_SURROGATE(text.char32At(at))) {
      return std::nullopt;
    }
  }
  std::string result;
  return text.toUTF8String(result);
}

}  // namespace

std::optional<IncomingFile> decode_incoming_file(const std::string &path, std::string bytes, const std::string &locale,
                                                 bool xml, Diagnostics &diagnostics) {
  if (const Utf16 order = utf16_of(bytes); order != Utf16::none) {
    std::optional<std::string> text = xml ? from_utf16(bytes, order) : std::nullopt;
    if (!text) {
      diagnostics.error({path, 1, 1}, xml ? "the file is UTF-16, but damaged" : "the file is UTF-16: save it as UTF-8");
      return std::nullopt;
    }
    bytes = std::move(*text);
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  }
  const size_t valid = utf8_valid_bytes(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
  IncomingFile file{path, std::move(bytes), locale};
  if (valid < file.text.size()) {
    diagnostics.error(file.position(valid), "this byte is no UTF-8: save the file as UTF-8");
    return std::nullopt;
  }
  return file;
}

std::optional<IncomingFile> read_incoming_file(const std::string &path, const std::string &locale, bool xml,
                                               size_t bytes_most, Diagnostics &diagnostics) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size > bytes_most) {
    diagnostics.error({path, 0, 0}, "the file has more than " + std::to_string(bytes_most) + " bytes");
    return std::nullopt;
  }
  std::optional<std::string> bytes = read_file(path, diagnostics);
  return bytes ? decode_incoming_file(path, std::move(*bytes), locale, xml, diagnostics) : std::nullopt;
}

void warn_if_cut(const IncomingFile &file, Diagnostics &diagnostics) {
  if (!file.text.empty() && !file.text.ends_with("\n")) {
    diagnostics.warning(file.position(file.text.size()),
                        "the file does not end with an end of line: it may be cut off");
  }
}

}  // namespace codeglot
