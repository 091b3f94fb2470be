// See table.h.
#include "core/generate/table.h"

#include <map>

#include "core/compiler/inheritance.h"
#include "core/compiler/locale_data.h"

namespace codeglot {
namespace {

std::string yes(bool is) { return is ? "yes" : ""; }

std::vector<std::string> properties_of(const CodeEntry &entry) {
  return {entry.category, entry.severity, yes(entry.retryable.value_or(false)), entry.action, yes(entry.retired)};
}

std::vector<std::string> arguments_of(const CodeEntry &entry) {
  std::vector<std::string> arguments;
  for (const Parameter &parameter : entry.parameters) {
    arguments.push_back(parameter.name + ": " + type_name(parameter.type) +
                        (parameter.default_value ? ", default " + *parameter.default_value : ", required"));
  }
  return arguments;
}

/// The locales whose words can stand for one's, itself first.
std::vector<const LocaleFile *> answering(const Catalog &catalog, const LocaleFile &file) {
  const LocaleChain chain = locale_chain(catalog, file.tag);
  std::vector<const LocaleFile *> files = {&file};
  files.insert(files.end(), chain.parents.begin(), chain.parents.end());
  files.insert(files.end(), chain.others.begin(), chain.others.end());
  return files;
}

}  // namespace

Table make_table(const Catalog &catalog) {
  Table table;
  table.headings = {"category", "severity", "retryable", "action", "retired"};
  std::map<std::string, TableLocale> locales;
  std::vector<std::vector<const LocaleFile *>> chains;
  for (const LocaleFile &file : catalog.locales) {
    const TableLocale locale = {file.tag, is_right_to_left(file.tag)};
    locales.emplace(file.tag, locale);
    table.locales.push_back(locale);
    chains.push_back(answering(catalog, file));
  }
  const auto add_cells = [&](TableRow &row) {
    for (const std::vector<const LocaleFile *> &chain : chains) {
      TableCell cell = {"", locales.at(chain.front()->tag), false};
      for (const LocaleFile *file : chain) {
        const bool own = file == chain.front();  // What it inherits are its parents' words.
        if (const LocaleMessage *message = own ? file->find(row.name) : file->find_or_inherited(row.name)) {
          cell = {message->source, locales.at(file->tag), own};
          break;
        }
      }
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  };
  for (const CodeEntry &entry : catalog.codes) {
    TableRow row = {std::to_string(entry.code), entry.name, &entry, properties_of(entry), arguments_of(entry), {}};
    if (entry.retired) {
      table.rows.push_back(std::move(row));
    } else {
      add_cells(row);
    }
  }
  for (const char *name : {unknown_code_member, unreadable_response_member}) {
    TableRow row = {"", name, nullptr, {}, {}, {}};
    add_cells(row);
  }
  return table;
}

}  // namespace codeglot
