// The C interface over the runtime; see codeglot.h for what each function promises. Nothing here allocates.
#include <new>

#include "codeglot/codeglot.h"
#include "core/pack/layout.h"
#include "core/runtime/catalog.h"
#include "core/runtime/interpreter.h"
#include "core/runtime/response.h"
#include "core/runtime/sink.h"
#include "core/runtime/spans.h"

namespace {

using codeglot::Arguments;
using codeglot::Pack;
using codeglot::Profile;
using codeglot::Shortfall;
using codeglot::Sink;
using codeglot::Text;

cg_string to_string(Text text) { return {text.data, text.bytes}; }

/// The decimal digits of a code, for texts that name it, between brackets.
struct CodeText {
  char buffer[13];

  cg_string write(int32_t code) {
    size_t from = sizeof buffer - 1;
    buffer[from] = ']';
    uint32_t rest = code < 0 ? 0u - static_cast<uint32_t>(code) : static_cast<uint32_t>(code);
    do {
      buffer[--from] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (code < 0) {
      buffer[--from] = '-';
    }
    buffer[from - 1] = '[';
    return {buffer + from, sizeof buffer - 1 - from};
  }
};

/// Of a text in nobody's words: no locale, left to right.
constexpr Profile no_profile{};

/// Writes the text for a return code, or for a response that has none. The one way from a call to its text, so that each
/// gives the same reasons. `resolution` may be null. Takes no structures: the callers would build them in memory.
size_t answer(const Pack *pack, bool readable, int32_t code, const cg_argument *given, size_t given_count, char *buffer,
              size_t capacity, cg_resolution *resolution, codeglot::Spans *spans = nullptr) {
  Sink sink(buffer, capacity);
#ifndef CODEGLOT_WITHOUT_FORMATS
  sink.note_spans(spans);
#else
  static_cast<void>(spans);
#endif
  Arguments arguments{given, given == nullptr ? 0 : given_count};
  CodeText digits;
  cg_status status = CG_OK;
  Text name{nullptr, 0};
  Profile storage;
  const Profile *profile = &no_profile;
  Text pack_locale{nullptr, 0};
  Shortfall shortfall;
  if (pack == nullptr) {
    status = CG_NO_PACK;
    const cg_string text = digits.write(code);
    append_part(sink, CG_PART_TEXT, {text.data - 1, static_cast<uint32_t>(text.bytes + 2)});
  } else {
    Text body = pack->unreadable_response;
    cg_argument code_argument;
    const int32_t index = readable ? pack->find(code) : -1;
    if (index >= 0) {
      name = pack->record(static_cast<uint32_t>(index), body);
    } else if (readable) {
      status = CG_UNKNOWN_CODE;
      body = pack->unknown_code;
      code_argument.name = {"code", 4};
      code_argument.type = CG_TYPE_STRING;
      code_argument.value.string = digits.write(code);
      arguments = {&code_argument, 1};
    } else {
      status = CG_UNREADABLE_RESPONSE;
      arguments = {nullptr, 0};
    }
    profile = &profile_at(*pack, codeglot::body_profile(body), storage);
    pack_locale = pack->own.locale;
    run_body(body, *profile, arguments, sink, shortfall);
  }
  if (cg_resolution *const to = resolution) {
    to->status = sink.full() ? CG_OUTPUT_TOO_LONG : status == CG_OK ? shortfall.status : status;
    to->code = code;
    to->name = to_string(name);
    to->locale = to_string(profile->locale);
    to->pack_locale = to_string(pack_locale);
    to->argument = to_string(shortfall.argument);
    to->direction = profile->direction;
  }
  return sink.finish();
}

const Pack *find_pack(const cg_catalog *catalog, cg_locale locale) {
  return catalog == nullptr ? nullptr : catalog->pack(locale);
}

}  // namespace

uint32_t cg_abi_version(void) noexcept { return CG_ABI_VERSION; }

size_t cg_catalog_size_bytes(void) noexcept { return sizeof(cg_catalog); }

cg_status cg_catalog_init(void *memory, size_t memory_bytes, cg_catalog **catalog) noexcept {
  if (memory == nullptr || catalog == nullptr || memory_bytes < sizeof(cg_catalog) ||
      reinterpret_cast<uintptr_t>(memory) % alignof(cg_catalog) != 0) {
    return CG_INVALID_CALL;
  }
  *catalog = new (memory) cg_catalog;
  return CG_OK;
}

cg_status cg_catalog_add(cg_catalog *catalog, const void *data, size_t bytes) noexcept {
  if (catalog == nullptr || (data == nullptr && bytes > 0)) {
    return CG_INVALID_CALL;
  }
  Pack pack;
  const cg_status status = codeglot::open_pack(data, bytes, pack);
  return status == CG_OK ? catalog->add(pack) : status;
}

int32_t cg_catalog_locale_count(const cg_catalog *catalog) noexcept {
  return catalog == nullptr ? 0 : catalog->pack_count;
}

const char *cg_catalog_locale_tag(const cg_catalog *catalog, cg_locale locale, size_t *tag_bytes) noexcept {
  const Pack *pack = find_pack(catalog, locale);
  if (tag_bytes != nullptr) {
    *tag_bytes = pack == nullptr ? 0 : pack->own.locale.bytes;
  }
  return pack == nullptr ? nullptr : pack->own.locale.data;
}

cg_locale cg_catalog_choose(const cg_catalog *catalog, const char *tag, size_t tag_bytes) noexcept {
  if (catalog == nullptr) {
    return -1;
  }
  // A tag too long to be one is as unknown as no tag; so its length need not fit a Text.
  const bool readable = tag != nullptr && tag_bytes <= CG_MAX_LOCALE_TAG_BYTES;
  return catalog->choose(readable ? Text{tag, static_cast<uint32_t>(tag_bytes)} : Text{nullptr, 0});
}

int32_t cg_catalog_code_count(const cg_catalog *catalog, cg_locale locale) noexcept {
  const Pack *pack = find_pack(catalog, locale);
  return pack == nullptr ? 0 : static_cast<int32_t>(pack->code_count);
}

int32_t cg_catalog_code_at(const cg_catalog *catalog, cg_locale locale, int32_t index) noexcept {
  return index < 0 || index >= cg_catalog_code_count(catalog, locale)
             ? 0
             : catalog->pack(locale)->code(static_cast<uint32_t>(index));
}

cg_status cg_parameter_at(const cg_catalog *catalog, cg_locale locale, int32_t code, int32_t index,
                          cg_parameter *parameter) noexcept {
  const Pack *pack = find_pack(catalog, locale);
  const int32_t place = pack == nullptr ? -1 : pack->find(code);
  if (parameter == nullptr || index < 0 || place < 0) {
    return CG_INVALID_CALL;
  }
  Text body;
  pack->record(static_cast<uint32_t>(place), body);
  return codeglot::parameter_at(body, static_cast<uint32_t>(index), *parameter) ? CG_OK : CG_INVALID_CALL;
}

size_t cg_resolve(const cg_catalog *catalog, cg_locale locale, int32_t code, const cg_argument *arguments,
                  size_t argument_count, char *text, size_t capacity, cg_resolution *resolution) noexcept {
  return answer(find_pack(catalog, locale), true, code, arguments, argument_count, text, capacity, resolution);
}

size_t cg_message(const cg_catalog *catalog, int32_t code, const char *locale, size_t locale_bytes,
                  const cg_argument *arguments, size_t argument_count, char *text, size_t capacity) noexcept {
  return cg_resolve(catalog, cg_catalog_choose(catalog, locale, locale_bytes), code, arguments, argument_count, text,
                    capacity, nullptr);
}

size_t cg_resolve_response(const cg_catalog *catalog, cg_locale locale, const cg_response *response,
                           const cg_argument *arguments, size_t argument_count, char *text, size_t capacity,
                           cg_resolution *resolution) noexcept {
  const Pack *pack = find_pack(catalog, locale);
  int32_t code = 0;
  bool readable = false;
  if (response != nullptr && pack != nullptr) {
    readable = response_code(*pack, *response, code);
    code = readable ? code : 0;
  } else if (response != nullptr && response->has_code != 0) {
    code = response->code;  // Without a pack nothing is known of the transport; the code is all there is.
  }
  return answer(pack, readable, code, arguments, argument_count, text, capacity, resolution);
}

#ifndef CODEGLOT_WITHOUT_FORMATS
size_t cg_resolve_spans(const cg_catalog *catalog, cg_locale locale, int32_t code, const cg_argument *arguments,
                        size_t argument_count, char *text, size_t capacity, cg_span *spans, size_t span_capacity,
                        size_t *span_count, cg_resolution *resolution) noexcept {
  codeglot::Spans noted(spans, span_capacity);
  const size_t bytes = answer(find_pack(catalog, locale), true, code, arguments, argument_count, text, capacity,
                              resolution, &noted);
  if (span_count != nullptr) {
    *span_count = noted.count();
  }
  return bytes;
}

cg_status cg_source(const cg_catalog *catalog, cg_locale locale, int32_t code, cg_pattern *pattern) noexcept {
  const Pack *pack = find_pack(catalog, locale);
  if (pattern == nullptr || pack == nullptr) {
    return CG_INVALID_CALL;
  }
  *pattern = {};
  const int32_t place = pack->find(code);
  Text body;
  Text source;
  if (place < 0) {
    return CG_UNKNOWN_CODE;
  }
  pack->record(static_cast<uint32_t>(place), body);
  if (!codeglot::body_source(body, source)) {
    return CG_NO_SOURCE;
  }
  Profile storage;
  const auto syntax = static_cast<codeglot::layout::SourceSyntax>(*source.begin());
  pattern->syntax = syntax == codeglot::layout::SourceSyntax::mf1 ? CG_SYNTAX_MF1 : CG_SYNTAX_MF2;
  pattern->bidi = syntax == codeglot::layout::SourceSyntax::mf2 ? CG_BIDI_DEFAULT : CG_BIDI_NONE;
  pattern->locale = to_string(profile_at(*pack, codeglot::body_profile(body), storage).locale);
  pattern->source = {source.data + 1, source.bytes - 1};
  return CG_OK;
}
#endif
