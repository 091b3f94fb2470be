// Fuzz target: the reader of EDN tables, and what import makes of each text: a pattern that prints it.
#include "core/compiler/edn_reader.h"

#include "codeglot/limits.h"
#include "core/compiler/import_edn.h"
#include "core/pack/utf8.h"
#include "core/syntax/mf1_parser.h"
#include "target.h"

namespace {

void check_pattern(const std::string &text) {
  const std::string pattern = codeglot::quote_mf1(text);
  const bool is_utf8 = codeglot::utf8_valid_bytes(reinterpret_cast<const uint8_t *>(text.data()), text.size()) ==
                       text.size();
  if (!is_utf8 || pattern.size() > CG_MAX_MESSAGE_BYTES) {
    return;
  }
  std::vector<codeglot::MessageProblem> problems;
  const std::optional<codeglot::Message> message = codeglot::parse_mf1(pattern, problems);
  if (!message) {
    return;  // Braces nested past the limit, quoted or not.
  }
  std::string printed;
  for (const codeglot::Node &node : message->nodes) {
    fuzz::require(node.kind == codeglot::Node::Kind::text, "a quoted text has no placeholder");
    printed += node.text;
  }
  fuzz::require(printed == text, "a quoted text prints itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  codeglot::Diagnostics diagnostics;
  for (const codeglot::EdnCode &code :
       codeglot::read_edn_codes("table.edn", fuzz::to_string(data, bytes), diagnostics)) {
    if (code.text) {
      check_pattern(*code.text);
    }
  }
  diagnostics.text();
  return 0;
}
