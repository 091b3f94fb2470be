// The parts of the C interface that small hosts do without: a catalog on the heap, counts, sentences on statuses.
#include <new>

#include "core/runtime/catalog.h"
#include "core/runtime/interpreter.h"

cg_status cg_catalog_create(cg_catalog **catalog) noexcept {
  if (catalog == nullptr) {
    return CG_INVALID_CALL;
  }
  *catalog = new (std::nothrow) cg_catalog;
  return *catalog == nullptr ? CG_OUT_OF_MEMORY : CG_OK;
}

void cg_catalog_destroy(cg_catalog *catalog) noexcept { delete catalog; }

int32_t cg_parameter_count(const cg_catalog *catalog, cg_locale locale, int32_t code) noexcept {
  const codeglot::Pack *pack = catalog == nullptr ? nullptr : catalog->pack(locale);
  const int32_t place = pack == nullptr ? -1 : pack->find(code);
  if (place < 0) {
    return -1;
  }
  codeglot::Text body;
  pack->record(static_cast<uint32_t>(place), body);
  return static_cast<int32_t>(codeglot::parameter_count(body));
}

const char *cg_status_text(cg_status status) noexcept {
  switch (status) {
    case CG_OK:
      return "The message is complete.";
    case CG_UNKNOWN_CODE:
      return "The catalog has no message for this code.";
    case CG_MISSING_ARGUMENT:
      return "An argument of the message was not given and has no default.";
    case CG_WRONG_ARGUMENT_TYPE:
      return "An argument has another type than the message declares.";
    case CG_UNREADABLE_RESPONSE:
      return "The response has no return code, and its status has no meaning in the catalog.";
    case CG_NO_PACK:
      return "The catalog has no pack.";
    case CG_OUTPUT_TOO_LONG:
      return "The text was cut at the largest size that a message may have.";
    case CG_NEEDS_ICU:
      return "Only the ICU engine can format all of the message.";
    case CG_INVALID_CALL:
      return "A pointer is null or an index is out of range.";
    case CG_PACK_TRUNCATED:
      return "The bytes end before the pack does.";
    case CG_PACK_NOT_A_PACK:
      return "The bytes are not a pack.";
    case CG_PACK_VERSION:
      return "The pack has a format version that this library does not read.";
    case CG_PACK_CHECKSUM:
      return "The pack is damaged: its bytes do not match its checksum.";
    case CG_PACK_MALFORMED:
      return "The pack's contents break a rule of the format.";
    case CG_PACK_TOO_LARGE:
      return "The pack has more bytes or codes than this library reads.";
    case CG_PACK_OF_OTHER_CATALOG:
      return "The pack belongs to another catalog than the packs already added.";
    case CG_TOO_MANY_PACKS:
      return "The catalog already holds as many packs as it can.";
    case CG_OUT_OF_MEMORY:
      return "Memory for the catalog could not be had.";
    case CG_PACK_NEEDS_FORMATS:
      return "The pack has formats of numbers or dates, which this build of the library leaves out.";
    case CG_DATA_MALFORMED:
      return "The bytes are no CLDR data for the ICU engine, or damaged.";
    case CG_NO_SOURCE:
      return "The message has no source in the pack.";
    default:
      return "This status number has no meaning.";
  }
}
