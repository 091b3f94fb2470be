// codeglot.hpp: a header-only C++20 face over codeglot.h. Owns its catalog and the packs' bytes.
// On failure: text is always text, as in C; a rejected pack is a status, never an exception.
#ifndef CODEGLOT_CODEGLOT_HPP
#define CODEGLOT_CODEGLOT_HPP

#include <concepts>
#include <initializer_list>
#include <list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codeglot/codeglot.h"

namespace cg {

/// A number as its digits ("12.50"), kept exactly.
struct Decimal {
  std::string_view digits;
};

/// A point in time as CG_TYPE_DATE writes it: "1637685775123", "1637685775123 Europe/Paris".
struct Date {
  std::string_view text;
};

/// A named argument; borrows its name and text for the length of the call.
class Argument : public cg_argument {
 public:
  Argument(std::string_view its_name, std::string_view text) : Argument(its_name, Kind{CG_TYPE_STRING}) {
    value.string = {text.data(), text.size()};
  }
  Argument(std::string_view its_name, const char *text) : Argument(its_name, std::string_view(text)) {}
  template <std::signed_integral Integer>
  Argument(std::string_view its_name, Integer integer) : Argument(its_name, Kind{CG_TYPE_INT64}) {
    value.integer = integer;
  }
  /// An unsigned integer beyond 64 signed bits becomes a double; give it as a Decimal to keep it exact.
  template <std::unsigned_integral Integer>
  Argument(std::string_view its_name, Integer integer) : Argument(its_name, Kind{CG_TYPE_INT64}) {
    value.integer = static_cast<int64_t>(integer);
    if (value.integer < 0) {
      type = CG_TYPE_DOUBLE;
      value.number = static_cast<double>(integer);
    }
  }
  Argument(std::string_view its_name, double number) : Argument(its_name, Kind{CG_TYPE_DOUBLE}) {
    value.number = number;
  }
  Argument(std::string_view its_name, Decimal decimal) : Argument(its_name, Kind{CG_TYPE_DECIMAL}) {
    value.string = {decimal.digits.data(), decimal.digits.size()};
  }
  Argument(std::string_view its_name, Date date) : Argument(its_name, Kind{CG_TYPE_DATE}) {
    value.string = {date.text.data(), date.text.size()};
  }

 private:
  struct Kind {
    cg_type type;  // A type of its own: a bare number here would be taken for an int argument.
  };
  Argument(std::string_view text, Kind kind) : cg_argument{{text.data(), text.size()}, kind.type, {}} {}
};

inline std::string_view view(cg_string string) {
  return string.bytes == 0 ? std::string_view() : std::string_view(string.data, string.bytes);
}

/// What was shown and why; see cg_resolution.
struct Resolution {
  std::string text;
  cg_status status = CG_OK;
  int32_t code = 0;
  std::string name;
  std::string locale;
  std::string pack_locale;
  std::string argument;
  cg_direction direction = CG_LEFT_TO_RIGHT;
};

/// What a response said; see cg_response.
struct Response {
  std::string_view transport = "http";
  int32_t status = 0;
  const int32_t *code = nullptr;  // The return code in the body; null if there is none.
  std::string_view problem = {};  // What the body names its problem by; empty if it names none.
};

class Catalog {
 public:
  Catalog() {
    cg_catalog *made = nullptr;
    cg_catalog_create(&made);  // Without memory the catalog stays null, which every C function allows for.
    catalog_.reset(made);
  }

  /// Adds a pack, and keeps its bytes as long as the catalog.
  cg_status add(std::string pack) {
    packs_.push_back(std::move(pack));
    const cg_status status = add_borrowed(packs_.back());
    if (status != CG_OK) {
      packs_.pop_back();
    }
    return status;
  }
  /// Adds a pack whose bytes the caller keeps.
  cg_status add_borrowed(std::string_view pack) { return cg_catalog_add(catalog_.get(), pack.data(), pack.size()); }

  std::vector<std::string> locales() const {
    std::vector<std::string> tags;
    for (cg_locale locale = 0; locale < cg_catalog_locale_count(catalog_.get()); ++locale) {
      size_t bytes = 0;
      const char *tag = cg_catalog_locale_tag(catalog_.get(), locale, &bytes);
      tags.emplace_back(tag, bytes);
    }
    return tags;
  }

  cg_locale choose(std::string_view tag) const { return cg_catalog_choose(catalog_.get(), tag.data(), tag.size()); }

  std::string message(int32_t code, std::string_view locale, std::initializer_list<Argument> arguments = {}) const {
    return message(code, locale, std::span(arguments.begin(), arguments.size()));
  }
  std::string message(int32_t code, std::string_view locale, std::span<const Argument> arguments) const {
    return resolve(code, locale, arguments).text;
  }

  Resolution resolve(int32_t code, std::string_view locale, std::initializer_list<Argument> arguments = {}) const {
    return resolve(code, locale, std::span(arguments.begin(), arguments.size()));
  }
  Resolution resolve(int32_t code, std::string_view locale, std::span<const Argument> arguments) const {
    const cg_locale chosen = choose(locale);
    return write([&](char *text, size_t capacity, cg_resolution *resolution) {
      return cg_resolve(catalog_.get(), chosen, code, arguments.data(), arguments.size(), text, capacity, resolution);
    });
  }

  Resolution resolve_response(const Response &response, std::string_view locale,
                              std::span<const Argument> arguments = {}) const {
    const cg_response answer{{response.transport.data(), response.transport.size()},
                             {response.problem.data(), response.problem.size()},
                             response.status,
                             response.code == nullptr ? 0 : *response.code,
                             response.code != nullptr};
    const cg_locale chosen = choose(locale);
    return write([&](char *text, size_t capacity, cg_resolution *resolution) {
      return cg_resolve_response(catalog_.get(), chosen, &answer, arguments.data(), arguments.size(), text, capacity,
                                 resolution);
    });
  }

  const cg_catalog *get() const { return catalog_.get(); }

 private:
  struct Destroy {
    void operator()(cg_catalog *catalog) const { cg_catalog_destroy(catalog); }
  };

  /// Calls once into a buffer that nearly every message fits, and again into a larger one if it does not.
  template <typename Call>
  static Resolution write(Call call) {
    Resolution result;
    cg_resolution reason{};
    char buffer[512];
    const size_t bytes = call(buffer, sizeof buffer, &reason);
    if (bytes < sizeof buffer) {
      result.text.assign(buffer, bytes);
    } else {
      result.text.resize(bytes);
      call(result.text.data(), bytes + 1, &reason);
    }
    result.status = reason.status;
    result.code = reason.code;
    result.name = view(reason.name);
    result.locale = view(reason.locale);
    result.pack_locale = view(reason.pack_locale);
    result.argument = view(reason.argument);
    result.direction = reason.direction;
    return result;
  }

  std::unique_ptr<cg_catalog, Destroy> catalog_;
  std::list<std::string> packs_;  // A list: its elements stay where they are when another is added.
};

}  // namespace cg
#endif
