// Fuzz target: the readers of translation tools' files. The first byte chooses the format, the rest is the file. Whatever is
// read can be written as a message, and says the same when it is read again. A text that is MessageFormat survives
// each format's own spelling.
#include "core/interchange/formats.h"
#include "core/interchange/incoming_file.h"
#include "core/interchange/placeholders.h"
#include "target.h"

namespace {

using namespace codeglot;

const Exchange &catalog() {
  static const Exchange exchange = [] {
    Diagnostics diagnostics;
    return read_exchange(CODEGLOT_NASTY, diagnostics).value();
  }();
  return exchange;
}

void check_content(const Content &content) {
  const std::string source = write_content(content);
  std::string reason;
  const std::optional<Content> read = read_content(source, reason);
  if (!read) {
    return;  // Without "other", with an empty branch, nested too deep: import refuses it.
  }
  const std::optional<Content> again = read_content(write_content(*read), reason);
  fuzz::require(again && same_content(*read, *again), "content is read as it was written");
}

void check_placeholders(const Content &content) {
  if (!content.is_flat()) {
    return;
  }
  for (const ExchangeName &name : catalog().names) {
    for (const PlaceholderStyle style :
         {PlaceholderStyle::android, PlaceholderStyle::apple, PlaceholderStyle::python, PlaceholderStyle::i18next}) {
      std::string reason;
      const Placeholders placeholders(style, name, false);
      const bool formatted = has_placeholder(content.pieces);
      if (const auto text = placeholders.write(content.pieces, formatted, reason)) {
        Content back;
        back.pieces = placeholders.read(*text, formatted, reason).value();
        fuzz::require(same_content(back, content), "placeholders are read as they were written");
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  if (bytes == 0) {
    return 0;
  }
  const ExchangeFormat &format = exchange_formats()[data[0] % exchange_formats().size()];
  const std::string text = fuzz::to_string(data + 1, bytes - 1);
  // Formats whose files do not name their locale take it from the folder.
  const std::string path = format.name == std::string("i18next") ? "de/file" : "values-de/file";
  Diagnostics diagnostics;
  if (const auto file = decode_incoming_file(path, text, "", format.xml, diagnostics)) {
    for (const Incoming &message : format.read(catalog(), *file, diagnostics)) {
      fuzz::require(message.byte <= file->text.size(), "a message is in its file");
      if (message.content) {
        check_content(*message.content);
      }
    }
    std::string reason;
    if (const std::optional<Content> content = read_content(file->text, reason)) {
      check_content(*content);
      check_placeholders(*content);
    }
  }
  diagnostics.text();
  return 0;
}
