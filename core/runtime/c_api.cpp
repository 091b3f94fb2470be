// The C interface over the runtime; see codeglot.h for what each function promises. Nothing here allocates.
#include <new>

#include "codeglot/codeglot.h"
#include "core/pack/layout.h"
#include "core/runtime/catalog.h"
#include "core/runtime/interpreter.h"
#include "core/runtime/response.h"
#include "core/runtime/sink.h"

namespace {

using codeglot::Arguments;
using codeglot::Pack;
using codeglot::Profile;
using codeglot::Shortfall;
using codeglot::Sink;
using codeglot::Text;

cg_string to_string(Text text) { return {text.data, text.bytes}; }

/// The decimal digits of a code, for texts that name it.
class CodeText {
 public:
  explicit CodeText(int32_t code) {
    uint32_t rest = code < 0 ? 0u - static_cast<uint32_t>(code) : static_cast<uint32_t>(code);
    do {
      text_[--from_] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (code < 0) {
      text_[--from_] = '-';
    }
  }
  cg_string string() const { return {text_ + from_, sizeof text_ - from_}; }

 private:
  char text_[11];
  size_t from_ = sizeof text_;
};

/// Where a call's text and reason go.
struct Answer {
  Sink sink;
  cg_resolution *resolution;

  Answer(char *text, size_t capacity, cg_resolution *to) : sink(text, capacity), resolution(to) {
    if (to != nullptr) {
      *to = {};
    }
  }

  size_t finish(cg_status status) {
    if (resolution != nullptr) {
      resolution->status = sink.full() ? CG_OUTPUT_TOO_LONG : status;
    }
    return sink.finish();
  }

  size_t without_pack(int32_t code) {
    const CodeText digits(code);
    sink.append("[", 1);
    sink.append(digits.string().data, digits.string().bytes);
    sink.append("]", 1);
    if (resolution != nullptr) {
      resolution->code = code;
    }
    return finish(CG_NO_PACK);
  }

  size_t body(const Pack &pack, Text body, Arguments arguments, cg_status status) {
    Profile storage;
    const Profile &profile = profile_at(pack, codeglot::body_profile(body), storage);
    Shortfall shortfall;
    run_body(body, profile, arguments, sink, shortfall);
    if (resolution != nullptr) {
      resolution->locale = to_string(profile.locale);
      resolution->pack_locale = to_string(pack.own.locale);
      resolution->direction = profile.direction;
      resolution->argument = to_string(shortfall.argument);
    }
    return finish(status == CG_OK ? shortfall.status : status);
  }

  size_t code(const Pack &pack, int32_t code, Arguments arguments) {
    if (resolution != nullptr) {
      resolution->code = code;
    }
    const int32_t index = pack.find(code);
    if (index >= 0) {
      Text message;
      const Text name = pack.record(static_cast<uint32_t>(index), message);
      if (resolution != nullptr) {
        resolution->name = to_string(name);
      }
      return body(pack, message, arguments, CG_OK);
    }
    const CodeText digits(code);
    cg_argument argument;
    argument.name = {"code", 4};
    argument.type = CG_TYPE_STRING;
    argument.value.string = digits.string();
    return body(pack, pack.unknown_code, {&argument, 1}, CG_UNKNOWN_CODE);
  }
};

Arguments given(const cg_argument *arguments, size_t count) {
  return {arguments, arguments == nullptr ? 0 : count};
}

/// The message of a code in a locale's pack; false if there is none.
bool find_body(const cg_catalog *catalog, cg_locale locale, int32_t code, Text &body) {
  const Pack *pack = catalog == nullptr ? nullptr : catalog->pack(locale);
  const int32_t index = pack == nullptr ? -1 : pack->find(code);
  if (index < 0) {
    return false;
  }
  pack->record(static_cast<uint32_t>(index), body);
  return true;
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
  const Pack *pack = catalog == nullptr ? nullptr : catalog->pack(locale);
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
  return catalog->choose(readable ? Text{tag, static_cast<uint32_t>(tag_bytes)} : Text{});
}

int32_t cg_catalog_code_count(const cg_catalog *catalog, cg_locale locale) noexcept {
  const Pack *pack = catalog == nullptr ? nullptr : catalog->pack(locale);
  return pack == nullptr ? 0 : static_cast<int32_t>(pack->code_count);
}

int32_t cg_catalog_code_at(const cg_catalog *catalog, cg_locale locale, int32_t index) noexcept {
  return index < 0 || index >= cg_catalog_code_count(catalog, locale)
             ? 0
             : catalog->pack(locale)->code(static_cast<uint32_t>(index));
}

int32_t cg_parameter_count(const cg_catalog *catalog, cg_locale locale, int32_t code) noexcept {
  Text body;
  return find_body(catalog, locale, code, body) ? static_cast<int32_t>(codeglot::parameter_count(body)) : -1;
}

cg_status cg_parameter_at(const cg_catalog *catalog, cg_locale locale, int32_t code, int32_t index,
                          cg_parameter *parameter) noexcept {
  Text body;
  if (parameter == nullptr || index < 0 || !find_body(catalog, locale, code, body) ||
      static_cast<uint32_t>(index) >= codeglot::parameter_count(body)) {
    return CG_INVALID_CALL;
  }
  *parameter = codeglot::parameter_at(body, static_cast<uint32_t>(index));
  return CG_OK;
}

size_t cg_resolve(const cg_catalog *catalog, cg_locale locale, int32_t code, const cg_argument *arguments,
                  size_t argument_count, char *text, size_t capacity, cg_resolution *resolution) noexcept {
  Answer answer(text, capacity, resolution);
  const Pack *pack = catalog == nullptr ? nullptr : catalog->pack(locale);
  return pack == nullptr ? answer.without_pack(code) : answer.code(*pack, code, given(arguments, argument_count));
}

size_t cg_message(const cg_catalog *catalog, int32_t code, const char *locale, size_t locale_bytes,
                  const cg_argument *arguments, size_t argument_count, char *text, size_t capacity) noexcept {
  return cg_resolve(catalog, cg_catalog_choose(catalog, locale, locale_bytes), code, arguments, argument_count, text,
                    capacity, nullptr);
}

size_t cg_resolve_response(const cg_catalog *catalog, cg_locale locale, const cg_response *response,
                           const cg_argument *arguments, size_t argument_count, char *text, size_t capacity,
                           cg_resolution *resolution) noexcept {
  Answer answer(text, capacity, resolution);
  const Pack *pack = catalog == nullptr ? nullptr : catalog->pack(locale);
  if (pack == nullptr) {
    return answer.without_pack(response != nullptr && response->has_code != 0 ? response->code : 0);
  }
  int32_t code = 0;
  if (response != nullptr && response_code(*pack, *response, code)) {
    return answer.code(*pack, code, given(arguments, argument_count));
  }
  return answer.body(*pack, pack->unreadable_response, {}, CG_UNREADABLE_RESPONSE);
}
