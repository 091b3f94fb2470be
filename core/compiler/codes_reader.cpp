// See catalog_reader.h: codes.json.
#include <algorithm>
#include <limits>

#include "codeglot/limits.h"
#include "core/compiler/catalog_reader.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/object_reader.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

constexpr size_t statuses_most = 255;            // A pack counts them in a byte.
constexpr size_t transports_bytes_most = 65535;  // All of them are one text of a pack.

bool is_identifier(const std::string &text, bool dashes) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && text.size() <= 64 && (letter(text[0]) || (!dashes && text[0] == '_')) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_' || (dashes && c == '-'); });
}

/// "shop:price"
bool is_function_name(const std::string &text) {
  const size_t colon = text.find(':');
  return colon != std::string::npos && is_identifier(text.substr(0, colon), true) &&
         is_identifier(text.substr(colon + 1), true);
}

/// Printable ASCII without spaces, as URIs and the names of domains and reasons are.
bool is_printable(const std::string &text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

/// What a transport takes in a pack (core/pack/layout.h).
size_t packed_bytes(const Transport &transport) {
  size_t bytes = 5 + transport.name.size() + 2 * transport.read_body_of.size() + 8 * transport.statuses.size();
  for (const auto &[key, meaning] : transport.problems) {
    bytes += 8 + key.size();
  }
  return bytes;
}

/// Reads codes.json.
class CodesReader {
 public:
  CodesReader(const JsonDocument &document, Diagnostics &diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  std::optional<Catalog> read() {
    if (!document_.root().is(Kind::object)) {
      diagnostics_.error(document_.position(document_.root()), "codes.json must be an object");
      return std::nullopt;
    }
    ObjectReader reader(document_, document_.root(), diagnostics_);
    catalog_.path = document_.file();
    catalog_.catalog_namespace = reader.text("namespace");
    if (const JsonValue *name = document_.root().find("namespace")) {
      catalog_.namespace_position = document_.position(*name);
    }
    catalog_.source_locale = locale_tag(reader.required("sourceLocale", Kind::string));
    catalog_.default_locale = locale_tag(reader.required("defaultLocale", Kind::string));
    if (const JsonValue *codes = reader.required("codes", Kind::array)) {
      for (const JsonValue &entry : codes->items) {
        read_code(entry);
      }
    }
    if (const JsonValue *transports = reader.optional("transports", Kind::object)) {
      size_t bytes = 0;
      for (const JsonMember &member : transports->members) {
        read_transport(member);
      }
      for (const Transport &transport : catalog_.transports) {
        bytes += packed_bytes(transport);
      }
      if (bytes > transports_bytes_most) {
        diagnostics_.add(Rule::limit, document_.position(*transports),
                         "the transports take " + std::to_string(bytes) + " bytes of each pack, which has room for " +
                             std::to_string(transports_bytes_most) + ": map fewer problems");
      }
    }
    if (const JsonValue *functions = reader.optional("functions", Kind::array)) {
      for (const JsonValue &name : functions->items) {
        read_function(name);
      }
    }
    reader.report_unknown();
    std::stable_sort(catalog_.codes.begin(), catalog_.codes.end(),
                     [](const CodeEntry &left, const CodeEntry &right) { return left.code < right.code; });
    catalog_.index_names();
    report_duplicates();
    for (const Transport &transport : catalog_.transports) {
      check_transport(transport);
    }
    return std::move(catalog_);
  }

 private:
  std::string locale_tag(const JsonValue *value) {
    if (value == nullptr) {
      return "";
    }
    if (canonical_tag(value->text) != value->text) {
      diagnostics_.add(Rule::locale_tag, document_.position(*value),
                       "\"" + value->text + "\" is no canonical BCP 47 locale tag, such as \"en\" or \"zh-Hant\"");
    }
    return value->text;
  }

  void read_code(const JsonValue &value) {
    if (!value.is(Kind::object)) {
      diagnostics_.error(document_.position(value), "each code must be an object, not " + kind_name(value.kind));
      return;
    }
    ObjectReader reader(document_, value, diagnostics_);
    CodeEntry entry;
    entry.position = document_.position(value);
    bool usable = true;
    if (const JsonValue *code = reader.required("code", Kind::integer)) {
      usable = code->integer >= std::numeric_limits<int32_t>::min() &&
               code->integer <= std::numeric_limits<int32_t>::max();
      entry.code = static_cast<int32_t>(usable ? code->integer : 0);
      entry.position = document_.position(*code);
      if (!usable) {
        diagnostics_.error(entry.position, "a code must be a 32-bit integer, from -2147483648 to 2147483647");
      }
    } else {
      usable = false;
    }
    if (const JsonValue *name = reader.required("name", Kind::string)) {
      entry.name = name->text;
      if (!is_code_name(entry.name)) {
        diagnostics_.error(document_.position(*name),
                           "a name must begin with a letter and have letters, digits, '-' and '_' only, 64 at most");
        usable = false;
      }
    } else {
      usable = false;
    }
    if (const JsonValue *retired = reader.optional("retired", Kind::boolean)) {
      entry.retired = retired->boolean;
    }
    if (const JsonValue *arguments = reader.optional("args", Kind::object)) {
      for (const JsonMember &member : arguments->members) {
        read_parameter(member, entry);
      }
    }
    const auto words = [&reader](const char *member) {
      const JsonValue *text = reader.optional(member, Kind::string);
      return text == nullptr ? std::string() : text->text;
    };
    entry.category = words("category");
    entry.severity = words("severity");
    entry.action = words("action");
    entry.note = words("note");
    if (const JsonValue *retryable = reader.optional("retryable", Kind::boolean)) {
      entry.retryable = retryable->boolean;
    }
    reader.report_unknown();
    if (usable) {
      catalog_.codes.push_back(std::move(entry));
    }
  }

  void read_parameter(const JsonMember &member, CodeEntry &entry) {
    if (!is_identifier(member.name, false)) {
      diagnostics_.error(document_.position(member.byte),
                         "an argument's name must begin with a letter or '_' and have letters, digits and '_' only");
      return;
    }
    if (!member.value.is(Kind::object)) {
      diagnostics_.error(document_.position(member.value), "an argument must be an object with a \"type\"");
      return;
    }
    ObjectReader reader(document_, member.value, diagnostics_);
    Parameter parameter;
    parameter.name = member.name;
    const JsonValue *type = reader.required("type", Kind::string);
    if (type == nullptr) {
      return;
    }
    if (type->text == "string" || type->text == "number" || type->text == "date") {
      parameter.type = type->text == "string"   ? layout::Type::string
                       : type->text == "number" ? layout::Type::number
                                                : layout::Type::date;
    } else {
      diagnostics_.error(document_.position(*type),
                         "an argument's type must be \"string\", \"number\" or \"date\", not \"" + type->text + "\"");
      return;
    }
    reader.ignore({"default"});
    if (const JsonValue *description = reader.optional("description", Kind::string)) {
      entry.descriptions[parameter.name] = description->text;
    }
    if (const JsonValue *value = member.value.find("default")) {
      const bool number = value->is(Kind::integer) || value->is(Kind::number);
      if (parameter.type == layout::Type::date) {
        diagnostics_.error(document_.position(*value), "a date has no default: leave \"default\" out");
      } else if (number != (parameter.type == layout::Type::number) || (!number && !value->is(Kind::string))) {
        diagnostics_.error(document_.position(*value), "the default of a " + type->text + " must be a " + type->text +
                                                           ", not " + kind_name(value->kind));
      } else {
        parameter.default_value = value->text;
      }
    }
    reader.report_unknown();
    entry.parameters.push_back(std::move(parameter));
  }

  void read_function(const JsonValue &value) {
    std::vector<std::string> &names = catalog_.functions;
    if (!value.is(Kind::string) || !is_function_name(value.text)) {
      diagnostics_.error(document_.position(value),
                         "a function of the application must be named by a namespace and a name, as in \"shop:price\"");
    } else if (std::find(names.begin(), names.end(), value.text) != names.end()) {
      diagnostics_.error(document_.position(value), "\"" + value.text + "\" stands here a second time");
    } else {
      names.push_back(value.text);
    }
  }

  void read_transport(const JsonMember &member) {
    if (!member.value.is(Kind::object)) {
      diagnostics_.error(document_.position(member.value), "a transport must be an object");
      return;
    }
    ObjectReader reader(document_, member.value, diagnostics_);
    Transport transport;
    transport.name = member.name;
    transport.position = document_.position(member.byte);
    reader.ignore({"codeField"});
    if (const JsonValue *field = member.value.find("codeField");
        field != nullptr && (!field->is(Kind::string) || field->text != "code")) {
      diagnostics_.error(document_.position(*field), "the field that holds the return code must be \"code\"");
    }
    if (const JsonValue *read = reader.optional("readBodyOf", Kind::array)) {
      if (read->items.empty()) {
        diagnostics_.error(
            document_.position(*read),
            "\"readBodyOf\" names no status: name at least one, or leave it out for a transport without statuses");
      }
      for (const JsonValue &status : read->items) {
        if (!status.is(Kind::integer) || status.integer < 0 || status.integer > 999) {
          diagnostics_.error(document_.position(status), "a status must be an integer from 0 to 999");
          continue;
        }
        transport.read_body_of.push_back(static_cast<uint32_t>(status.integer));
      }
    }
    if (const JsonValue *statuses = reader.optional("statuses", Kind::object)) {
      for (const JsonMember &status : statuses->members) {
        if (status.name.empty() || status.name.size() > 3 ||
            status.name.find_first_not_of("0123456789") != std::string::npos || !status.value.is(Kind::string)) {
          diagnostics_.error(
              document_.position(status.byte),
              "expected a status and the name of the code that it means, as in \"403\": \"auth-failed\"");
          continue;
        }
        transport.statuses[static_cast<uint32_t>(std::stoul(status.name))] = status.value.text;
      }
    }
    if (const JsonValue *types = reader.optional("problemTypes", Kind::object)) {
      for (const JsonMember &type : types->members) {
        if (!is_printable(type.name) || type.name == "about:blank") {
          diagnostics_.error(
              document_.position(type.byte),
              "a problem type must be a URI that tells it from others, in ASCII and without spaces, as in "
              "\"https://example.com/problems/no-credit\"");
          continue;
        }
        read_problem(type.name, type, transport);
      }
    }
    if (const JsonValue *domains = reader.optional("errorReasons", Kind::object)) {
      for (const JsonMember &domain : domains->members) {
        read_reasons(domain, transport);
      }
    }
    reader.report_unknown();
    if (transport.read_body_of.size() > statuses_most || transport.statuses.size() > statuses_most) {
      diagnostics_.error(transport.position,
                         "a transport may name at most " + std::to_string(statuses_most) + " statuses");
    }
    catalog_.transports.push_back(std::move(transport));
  }

  /// The reasons of one domain.
  void read_reasons(const JsonMember &domain, Transport &transport) {
    if (!is_printable(domain.name) || !domain.value.is(Kind::object)) {
      diagnostics_.error(document_.position(domain.byte),
                         "expected a domain and an object with its reasons, as in \"example.com\": "
                         "{\"NO_CREDIT\": \"no-credit\"}");
      return;
    }
    for (const JsonMember &reason : domain.value.members) {
      if (!is_printable(reason.name) || reason.name.find('@') != std::string::npos) {
        diagnostics_.error(document_.position(reason.byte),
                           "a reason must be a word in ASCII, without spaces and '@', as in \"NO_CREDIT\"");
        continue;
      }
      read_problem(reason.name + "@" + domain.name, reason, transport);
    }
  }

  void read_problem(const std::string &key, const JsonMember &member, Transport &transport) {
    const Position position = document_.position(member.byte);
    if (!member.value.is(Kind::string)) {
      diagnostics_.error(position, "the problem \"" + key + "\" must have the name of the code that it means, not " +
                                       kind_name(member.value.kind));
    } else if (key.size() > CG_MAX_PROBLEM_KEY_BYTES) {
      diagnostics_.add(Rule::limit, position,
                       "the problem \"" + key + "\" has " + std::to_string(key.size()) + " bytes; at most " +
                           std::to_string(CG_MAX_PROBLEM_KEY_BYTES) + " are read");
    } else if (!transport.problems.emplace(key, ProblemMeaning{member.value.text, position}).second) {
      diagnostics_.error(position, "the problem \"" + key + "\" stands here as a type and as a reason: leave one out");
    }
  }

  void report_duplicates() {
    std::map<int32_t, const CodeEntry *> codes;
    std::map<std::string, const CodeEntry *> names;
    for (const CodeEntry &entry : catalog_.codes) {
      const auto [code, new_code] = codes.emplace(entry.code, &entry);
      if (!new_code) {
        const bool retired = code->second->retired || entry.retired;
        diagnostics_.add(
            Rule::code_taken, entry.position,
            "code " + std::to_string(entry.code) + (retired ? " is retired and stays reserved for ever" : " is taken") +
                ": it belongs to \"" + code->second->name + "\" in line " +
                std::to_string(code->second->position.line) + "; give \"" + entry.name + "\" a number of its own",
            entry.name);
      }
      const auto [name, new_name] = names.emplace(entry.name, &entry);
      if (!new_name) {
        diagnostics_.add(Rule::code_taken, entry.position,
                         "the name \"" + entry.name + "\" is taken by code " + std::to_string(name->second->code),
                         entry.name);
      }
    }
  }

  void check_transport(const Transport &transport) {
    const auto check = [&](const std::string &subject, const std::string &name, const Position &position) {
      const CodeEntry *entry = catalog_.find(name);
      if (entry == nullptr || entry->retired) {
        diagnostics_.add(
            Rule::unknown_name, position,
            subject + " of " + transport.name + " means \"" + name + "\", which is no code of this catalog");
      }
    };
    for (const auto &[status, name] : transport.statuses) {
      check("status " + std::to_string(status), name, transport.position);
    }
    for (const auto &[key, meaning] : transport.problems) {
      check("the problem \"" + key + "\"", meaning.name, meaning.position);
    }
  }

  const JsonDocument &document_;
  Diagnostics &diagnostics_;
  Catalog catalog_;
};

}  // namespace

bool is_code_name(const std::string &name) { return is_identifier(name, true); }

std::optional<Catalog> read_codes(const JsonDocument &document, Diagnostics &diagnostics) {
  return CodesReader(document, diagnostics).read();
}

}  // namespace codeglot
