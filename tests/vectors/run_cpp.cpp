// Runs every vector through the C++ face, codeglot.hpp, as a C++ program that uses Codeglot would.
//   codeglot_vectors_cpp PACKS_FOLDER VECTORS_FOLDER
// Prints each failing case, then `vectors: N passed, M failed`; exits 1 if any failed or there is none, 2 if the files
// cannot be read.
#include <algorithm>
#include <codeglot/codeglot.hpp>
#include <codeglot/json_response.hpp>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string read_file(const fs::path &path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    throw std::runtime_error(path.string() + " cannot be read");
  }
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_of(const fs::path &folder, const char *extension) {
  std::vector<fs::path> files;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == extension) {
      files.push_back(entry.path());
    }
  }
  // By tag: "en" before "en-GB".
  std::sort(files.begin(), files.end(),
            [](const fs::path &left, const fs::path &right) { return left.stem() < right.stem(); });
  if (files.empty()) {
    throw std::runtime_error(folder.string() + " holds no *" + extension);
  }
  return files;
}

cg::Catalog load_catalog(const fs::path &folder) {
  cg::Catalog catalog;
  for (const fs::path &file : files_of(folder, ".cgpk")) {
    if (const cg_status status = catalog.add(read_file(file)); status != CG_OK) {
      throw std::runtime_error(file.string() + ": " + cg_status_text(status));
    }
  }
  return catalog;
}

std::string repeated(const json &unit_and_count) {
  const auto unit = unit_and_count[0].get<std::string>();
  std::string text;
  for (size_t count = unit_and_count[1].get<size_t>(); count > 0; --count) {
    text += unit;
  }
  return text;
}

std::string expand(const json &text) {
  if (text.is_string()) {
    return text.get<std::string>();
  }
  std::string joined;
  for (const json &part : text) {
    joined += part.is_string() ? part.get<std::string>() : repeated(part.at("repeat"));
  }
  return joined;
}

/// The arguments of a case, with the texts that they borrow.
class Arguments {
 public:
  explicit Arguments(const json &object) {
    for (const auto &[name, value] : object.items()) {
      if (!value.is_null()) {
        add(keep(name), value);
      }
    }
  }

  std::span<const cg::Argument> span() const { return arguments_; }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  void add(std::string_view name, const json &value) {
    if (value.is_string()) {
      arguments_.emplace_back(name, keep(value.get<std::string>()));
    } else if (value.is_number_integer()) {
      arguments_.emplace_back(name, value.get<int64_t>());
    } else if (value.is_number()) {
      arguments_.emplace_back(name, value.get<double>());
    } else if (value.contains("repeat")) {
      arguments_.emplace_back(name, keep(repeated(value["repeat"])));
    } else if (value.contains("date")) {
      const std::string zone = value.contains("zone") ? " " + value["zone"].get<std::string>() : "";
      arguments_.emplace_back(name, keep(value["date"].dump() + zone)).type = CG_TYPE_DATE;
    } else if (value.contains("decimal")) {
      arguments_.emplace_back(name, cg::Decimal{keep(value["decimal"].get<std::string>())});
    } else if (value.contains("int64")) {
      arguments_.emplace_back(name, int64_t{std::stoll(value["int64"].get<std::string>())});
    } else if (value.contains("double")) {
      arguments_.emplace_back(name, std::strtod(value["double"].get<std::string>().c_str(), nullptr));
    } else {
      arguments_.emplace_back(name, "").type = CG_TYPE_ANY;  // true, []: no type that an argument can have.
    }
  }

  std::deque<std::string> texts_;
  std::vector<cg::Argument> arguments_;
};

const char *status_name(cg_status status) {
  static constexpr const char *names[] = {
      "ok",      "unknown-code",    "missing-argument", "wrong-argument-type", "unreadable-response",
      "no-pack", "output-too-long", "needs-icu"};
  return status >= 0 && status < static_cast<cg_status>(std::size(names)) ? names[status] : "no status of a text";
}

/// The parts of a message, as README.md has them.
json parts_of(const cg::Catalog &catalog, int32_t code, const std::string &locale,
              std::span<const cg::Argument> arguments, const std::string &text) {
  static constexpr const char *types[] = {"text",   "string",         "number",   "datetime",
                                          "markup", "bidi-isolation", "fallback", "custom"};
  const cg_locale chosen = catalog.choose(locale);
  size_t count = 0;
  cg_resolve_spans(catalog.get(), chosen, code, arguments.data(), arguments.size(), nullptr, 0, nullptr, 0, &count,
                   nullptr);
  std::vector<cg_span> spans(count);
  cg_resolve_spans(catalog.get(), chosen, code, arguments.data(), arguments.size(), nullptr, 0, spans.data(), count,
                   &count, nullptr);
  json parts = json::array();
  for (const cg_span &span : spans) {
    const char *type = span.type == CG_PART_PIECE ? "piece" : span.type == CG_PART_OPTION ? "option" : types[span.type];
    parts.push_back({type, cg::view(span.name), cg::view(span.value), text.substr(span.from, span.to - span.from)});
  }
  return parts;
}

/// What the call gave, with the members that the case expects.
json answer(const cg::Catalog &catalog, const json &vector) {
  const auto call = vector.at("call").get<std::string>();
  const auto locale = vector.at("locale").get<std::string>();
  if (call == "choose") {
    return {{"chosen", catalog.locales().at(static_cast<size_t>(catalog.choose(locale)))}};
  }
  if (call == "message") {
    const Arguments arguments(vector.at("args"));
    const cg::Resolution result = catalog.resolve(vector.at("code").get<int32_t>(), locale, arguments.span());
    json given = {{"text", result.text},       {"status", status_name(result.status)},
                  {"code", result.code},       {"name", result.name},
                  {"answered", result.locale}, {"direction", result.direction == CG_RIGHT_TO_LEFT ? "rtl" : "ltr"}};
    if (!result.argument.empty()) {
      given["argument"] = result.argument;
    }
    if (vector.contains("parts")) {
      given["parts"] = parts_of(catalog, vector["code"], locale, arguments.span(), result.text);
    }
    cg_pattern pattern{};
    if (vector.contains("source") &&
        cg_source(catalog.get(), catalog.choose(locale), vector["code"].get<int32_t>(), &pattern) == CG_OK) {
      given["source"] = cg::view(pattern.source);
    }
    return given;
  }
  if (call == "response") {
    const json &body = vector.at("body");
    const cg::ResponseBody read = body.is_null() ? cg::ResponseBody{} : cg::read_response_body(body.get<std::string>());
    const auto transport = vector.at("transport").get<std::string>();
    const cg::Response response{transport, vector.at("status_in").get<int32_t>(), read.code ? &*read.code : nullptr,
                                read.problem};
    const cg::Resolution result = catalog.resolve_response(response, locale);
    return {{"text", result.text}, {"status", status_name(result.status)}, {"code", result.code}};
  }
  throw std::runtime_error("no call is named " + call);
}

json expectation(const json &vector) {
  json expected;
  for (const char *member :
       {"text", "status", "code", "name", "answered", "direction", "argument", "chosen", "parts", "source"}) {
    if (vector.contains(member)) {
      expected[member] = member == std::string("text") ? json(expand(vector[member])) : vector[member];
    }
  }
  return expected;
}

std::string shortened(const json &value) {
  const std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  return text.size() < 1000 ? text : text.substr(0, 1000) + "… (" + std::to_string(text.size()) + " bytes)";
}

}  // namespace

int main(int argument_count, char **arguments) {
  if (argument_count != 3) {
    std::cerr << "usage: codeglot_vectors_cpp PACKS_FOLDER VECTORS_FOLDER\n";
    return 2;
  }
  size_t passed = 0;
  size_t failed = 0;
  try {
    const cg::Catalog catalog = load_catalog(arguments[1]);
    for (const fs::path &file : files_of(arguments[2], ".json")) {
      const json document = json::parse(read_file(file));
      for (const json &vector : document.at("cases")) {
        const json expected = expectation(vector);
        const json given = answer(catalog, vector);
        if (given == expected) {
          ++passed;
          continue;
        }
        ++failed;
        std::cerr << file.filename().string() << ": " << vector.at("id").get<std::string>() << "\n  expected "
                  << shortened(expected) << "\n  given    " << shortened(given) << '\n';
      }
    }
  } catch (const std::exception &problem) {
    std::cerr << "codeglot_vectors_cpp: " << problem.what() << '\n';
    return 2;
  }
  std::cout << "vectors: " << passed << " passed, " << failed << " failed" << std::endl;
  return failed == 0 && passed > 0 ? 0 : 1;
}
