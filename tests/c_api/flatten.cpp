// Writes the vectors as run_vectors.c reads them, since C has no JSON. Text is length-prefixed, so nothing is escaped:
//   file      one item a line: lower-case word, then its values; texts follow their line
//   case      begins with "case" and a text (its file and id), ends with "end"; between them, each optional:
//               call WORD; code NUMBER; status_in NUMBER; body NUMBER (the return code in the body, if it has one);
//               problem (that the body names), transport, locale, text, status, name, answered, direction, argument, chosen, source: a text each
//               parts: a text, of each part its type, name, value and text, with a newline after each of the four
//               arg KIND: a text (the name), then of KIND string, decimal, date: a text; int64, double: a word; none: nothing
//   text      a line with the number of parts; each part a line "REPEAT BYTES", then its bytes and a newline
// The kinds of call and the JSON are taken as they stand: a case of an unknown shape throws, and nothing is written.
//   codeglot_flatten_vectors OUTPUT VECTORS.json...
#include <codeglot/json_response.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

class Writer {
 public:
  void line(const std::string &text) { out_ += text + '\n'; }

  void text(const json &value) {
    const json parts = value.is_string() ? json::array({value}) : value.is_array() ? value : json::array({value});
    line(std::to_string(parts.size()));
    for (const json &part : parts) {
      const bool repeated = part.is_object();
      const auto unit = (repeated ? part.at("repeat").at(0) : part).get<std::string>();
      const auto count = repeated ? part.at("repeat").at(1).get<size_t>() : size_t{1};
      line(std::to_string(count) + " " + std::to_string(unit.size()));
      line(unit);
    }
  }

  void argument(const std::string &name, const json &value) {
    const std::string kind = value.is_string() || value.contains("repeat")          ? "string"
                             : value.is_number_integer() || value.contains("int64") ? "int64"
                             : value.is_number() || value.contains("double")        ? "double"
                             : value.contains("decimal")                            ? "decimal"
                             : value.contains("date")                               ? "date"
                                                                                    : "none";
    line("arg " + kind);
    text(name);
    if (kind == "string") {
      text(value);
    } else if (kind == "decimal") {
      text(value.at("decimal"));
    } else if (kind == "date") {
      text(value["date"].dump() + (value.contains("zone") ? " " + value["zone"].get<std::string>() : ""));
    } else if (kind == "int64" || kind == "double") {
      line(value.is_object() ? value.begin()->get<std::string>() : value.dump());
    }
  }

  const std::string &bytes() const { return out_; }

 private:
  std::string out_;
};

void write_case(Writer &out, const std::string &file, const json &vector) {
  out.line("case");
  out.text(file + ": " + vector.at("id").get<std::string>());
  out.line("call " + vector.at("call").get<std::string>());
  for (const char *number : {"code", "status_in"}) {
    if (vector.contains(number)) {
      out.line(std::string(number) + " " + vector[number].dump());
    }
  }
  if (vector.contains("body") && vector["body"].is_string()) {
    const cg::ResponseBody body = cg::read_response_body(vector["body"].get<std::string>());
    if (body.code) {
      out.line("body " + std::to_string(*body.code));
    }
    if (!body.problem.empty()) {
      out.line("problem");
      out.text(body.problem);
    }
  }
  for (const char *text :
       {"transport", "locale", "text", "status", "name", "answered", "direction", "argument", "chosen", "source"}) {
    if (vector.contains(text)) {
      out.line(text);
      out.text(vector[text]);
    }
  }
  if (vector.contains("parts")) {
    std::string parts;
    for (const json &part : vector["parts"]) {
      for (const json &member : part) {
        parts += member.get<std::string>() + "\n";
      }
    }
    out.line("parts");
    out.text(parts);
  }
  if (vector.contains("args")) {
    for (const auto &[name, value] : vector["args"].items()) {
      if (!value.is_null()) {
        out.argument(name, value);
      }
    }
  }
  out.line("end");
}

}  // namespace

int main(int argument_count, char **arguments) {
  if (argument_count < 3) {
    std::cerr << "usage: codeglot_flatten_vectors OUTPUT VECTORS.json...\n";
    return 2;
  }
  try {
    Writer out;
    for (int index = 2; index < argument_count; ++index) {
      std::ifstream stream(arguments[index], std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
      const std::string file = std::filesystem::path(arguments[index]).filename().string();
      const json document = json::parse(text);
      for (const json &vector : document.at("cases")) {
        write_case(out, file, vector);
      }
    }
    std::ofstream stream(arguments[1], std::ios::binary);
    stream << out.bytes();
    stream.close();
    if (!stream) {
      std::cerr << "codeglot_flatten_vectors: " << arguments[1] << " cannot be written\n";
      return 1;
    }
  } catch (const std::exception &problem) {
    std::cerr << "codeglot_flatten_vectors: " << problem.what() << '\n';
    return 1;
  }
  return 0;
}
