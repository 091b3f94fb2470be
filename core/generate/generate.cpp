// See generate.h.
#include "core/generate/generate.h"

#include "core/generate/identifiers.h"
#include "core/generate/languages.h"

namespace codeglot {
namespace {

using Generator = std::string (*)(const Catalog &, const std::string &, Diagnostics &);

std::string name_in(const Catalog &catalog, Spelling spelling) {
  return spelled(words_of(catalog.catalog_namespace), spelling);
}

struct Form {
  GeneratedForm form;
  Generator generator;
};

const std::vector<Form> &forms() {
  static const std::vector<Form> all = {
      {{"c", [](const Catalog &of) { return name_in(of, Spelling::snake) + "_codes.h"; }, false, false, false},
       generate_c},
      {{"cpp", [](const Catalog &of) { return name_in(of, Spelling::snake) + "_codes.hpp"; }, false, false, false},
       generate_cpp},
      {{"typescript", [](const Catalog &of) { return name_in(of, Spelling::camel) + "Codes.ts"; }, false, false, false},
       generate_typescript},
      {{"kotlin", [](const Catalog &of) { return name_in(of, Spelling::pascal) + "Codes.kt"; }, false, true, false},
       generate_kotlin},
      {{"java", [](const Catalog &of) { return name_in(of, Spelling::pascal) + "Codes.java"; }, false, true, true},
       generate_java},
      {{"swift", [](const Catalog &of) { return name_in(of, Spelling::pascal) + "Code.swift"; }, false, false, false},
       generate_swift},
      {{"markdown", [](const Catalog &of) { return name_in(of, Spelling::snake) + "_codes.md"; }, true, false, false},
       generate_markdown},
      {{"html", [](const Catalog &of) { return name_in(of, Spelling::snake) + "_codes.html"; }, true, false, false},
       generate_html}};
  return all;
}

}  // namespace

const std::vector<GeneratedForm> &generated_forms() {
  static const std::vector<GeneratedForm> result = [] {
    std::vector<GeneratedForm> names;
    for (const Form &form : forms()) {
      names.push_back(form.form);
    }
    return names;
  }();
  return result;
}

std::string generate(const GeneratedForm &form, const Catalog &catalog, const std::string &package,
                     Diagnostics &diagnostics) {
  const size_t errors_before = diagnostics.error_count();
  std::string text;
  namespace_of(catalog, Spelling::snake, {}, diagnostics);  // Whatever the form, it says whose codes these are.
  for (const Form &known : forms()) {
    if (known.form.name == form.name && diagnostics.error_count() == errors_before) {
      text = known.generator(catalog, package, diagnostics);
    }
  }
  return diagnostics.error_count() > errors_before ? "" : text;
}

}  // namespace codeglot
