// Writes the vector files, or compares them with what it would write.
//   codeglot_generate_vectors write|check LOCALES_FOLDER VECTORS_FOLDER
// On failure: exits 1 with the first difference, or with what the oracle could not judge; 2 for wrong usage.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>

#include "cases.h"
#include "core/compiler/file_output.h"

namespace {

using vectors::Json;

/// Characters that an editor does not show, or shows as another text than the file has, become escapes.
std::string escape_invisible(const std::string &json) {
  static const std::map<std::string, std::string> escapes = {
      {"\u200B", "\\u200b"}, {"\u200D", "\\u200d"}, {"\u200E", "\\u200e"}, {"\u200F", "\\u200f"}, {"\u2028", "\\u2028"},
      {"\u2029", "\\u2029"}, {"\u202A", "\\u202a"}, {"\u202B", "\\u202b"}, {"\u202C", "\\u202c"}, {"\u202D", "\\u202d"},
      {"\u202E", "\\u202e"}, {"\u2066", "\\u2066"}, {"\u2067", "\\u2067"}, {"\u2068", "\\u2068"}, {"\u2069", "\\u2069"},
      {"\uFEFF", "\\ufeff"}, {"\u00A0", "\\u00a0"}, {"\u202F", "\\u202f"}, {"\x7F", "\\u007f"},   {"\u0085", "\\u0085"},
      {"\u0080", "\\u0080"}, {"\uFFFE", "\\ufffe"}, {"\uFFFF", "\\uffff"}};
  std::string result;
  for (size_t at = 0; at < json.size();) {
    const auto lead = static_cast<unsigned char>(json[at]);
    const size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string character = json.substr(at, bytes);
    const auto escape = escapes.find(character);
    result += escape == escapes.end() ? character : escape->second;
    at += bytes;
  }
  return result;
}

std::string file_text(const std::vector<Json> &cases) {
  std::string text = "{\"cases\":[\n";
  std::set<std::string> ids;
  for (size_t index = 0; index < cases.size(); ++index) {
    const auto id = cases[index].at("id").get<std::string>();
    if (!ids.insert(id).second) {
      throw std::runtime_error("two cases have the id " + id);
    }
    text += escape_invisible(cases[index].dump()) + (index + 1 < cases.size() ? ",\n" : "\n");
  }
  return text + "]}\n";
}

std::string first_difference(const std::string &expected, const std::string &found) {
  size_t line = 1;
  size_t at = 0;
  while (at < expected.size() && at < found.size() && expected[at] == found[at]) {
    line += expected[at++] == '\n' ? 1 : 0;
  }
  const auto whole_line = [at](const std::string &text) {
    const size_t from = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return from > text.size() ? std::string() : text.substr(from, text.find('\n', from) - from);
  };
  return "line " + std::to_string(line) + "\n  generated " + whole_line(expected) + "\n  committed " +
         whole_line(found);
}

/// Writes a file or compares it; false if it differs or cannot be written.
bool settle(bool write, const std::string &path, const std::string &text) {
  if (write) {
    const std::string problem = codeglot::write_file(path, text);
    std::cerr << problem << (problem.empty() ? "" : "\n");
    return problem.empty();
  }
  std::ifstream stream(path, std::ios::binary);
  const std::string found{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (found == text) {
    return true;
  }
  std::cerr << path << " is not what ICU and the rules give now, first at " << first_difference(text, found)
            << "\nIf locales/ or the cases changed on purpose, write the vectors anew and review the difference:\n"
               "  cmake --build build/release --target update_vectors\n";
  return false;
}

/// Removes the files of locales that are no more, or names them; false if there are any that stay.
bool settle_surplus(bool write, const std::string &folder, const std::map<std::string, std::vector<Json>> &files) {
  bool all_well = true;
  for (const auto &entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json" || files.contains(entry.path().filename().string())) {
      continue;
    }
    if (write) {
      std::filesystem::remove(entry.path());
    } else {
      std::cerr << entry.path().string() << " has no cases any more: remove it, or run the target update_vectors\n";
      all_well = false;
    }
  }
  return all_well;
}

}  // namespace

int main(int argument_count, char **arguments) {
  const std::string mode = argument_count == 4 ? arguments[1] : "";
  if (mode != "write" && mode != "check") {
    std::cerr << "usage: codeglot_generate_vectors write|check LOCALES_FOLDER VECTORS_FOLDER\n";
    return 2;
  }
  try {
    const vectors::Oracle oracle(arguments[2]);
    const vectors::Oracle formats(std::string(arguments[3]) + "/formats/catalog");
    const vectors::Oracle problems(std::string(arguments[3]) + "/problems/catalog");
    std::map<std::string, std::vector<Json>> files = vectors::message_cases(oracle);
    files["arguments.json"] = vectors::argument_cases(oracle);
    files["responses.json"] = vectors::response_cases(oracle);
    files["locales.json"] = vectors::locale_cases(oracle);
    files["formats/vectors.json"] = vectors::format_cases(formats);
    files["problems/vectors.json"] = vectors::problem_cases(problems);
    bool all_well = settle_surplus(mode == "write", arguments[3], files);
    size_t count = 0;
    for (const auto &[name, cases] : files) {
      all_well = settle(mode == "write", std::string(arguments[3]) + "/" + name, file_text(cases)) && all_well;
      count += cases.size();
    }
    std::cout << count << " vectors " << (mode == "write" ? "written" : "compared") << '\n';
    return all_well ? 0 : 1;
  } catch (const std::exception &problem) {
    std::cerr << "codeglot_generate_vectors: " << problem.what() << '\n';
    return 1;
  }
}
