// Markdown: one table of the codes, then one of messages a locale, as a table with a column a locale can be read nowhere.
#include "core/generate/comment.h"
#include "core/generate/languages.h"
#include "core/generate/table.h"

namespace codeglot {
namespace {

/// Text as a cell of a table shows it, whatever it holds.
std::string escaped(const std::string &text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    const char here = text[at];
    switch (here) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '\n':
        result += "<br>";
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '|':
      case '~':
      case '$':
      case '#':
      case '!':
        result += '\\';
        result += here;
        break;
      case ':':  // No address becomes a link, no word between two of them a picture.
        result += at + 1 == text.size() || text[at + 1] == ' ' ? ":" : "&#58;";
        break;
      case '.':
        result += at >= 3 && (text.compare(at - 3, 3, "www") == 0 || text.compare(at - 3, 3, "WWW") == 0) ? "&#46;"
                                                                                                          : ".";
        break;
      case '@':
        result += "&#64;";
        break;
      default:
        result += static_cast<unsigned char>(here) < ' ' ? ' ' : here;
    }
  }
  return result;
}

std::string lines(const std::vector<std::string> &texts) {
  std::string result;
  for (const std::string &text : texts) {
    result += (result.empty() ? "" : "<br>") + escaped(text);
  }
  return result;
}

std::string shown(const TableCell &cell, const TableLocale &column) {
  if (cell.pattern.empty()) {
    return "";
  }
  const std::string text = escaped(cell.pattern);
  const bool turned = cell.locale.right_to_left || cell.locale.tag != column.tag;
  const std::string span = turned ? "<span lang=\"" + cell.locale.tag + "\" dir=\"" +
                                        (cell.locale.right_to_left ? "rtl" : "ltr") + "\">" + text + "</span>"
                                  : text;
  return cell.own ? span : span + " (" + cell.locale.tag + ")";
}

}  // namespace

std::string generate_markdown(const Catalog &catalog, const std::string & /*package*/, Diagnostics & /*diagnostics*/) {
  const Table table = make_table(catalog);
  std::string text = "<!-- " + origin(catalog, "markdown") + " -->\n\n# Return codes of " +
                     escaped(catalog.catalog_namespace) + "\n\n| code | name |";
  for (const std::string &heading : table.headings) {
    text += ' ' + heading + " |";
  }
  text += " arguments | note |\n| ---: | --- |";
  for (size_t count = table.headings.size() + 2; count > 0; --count) {
    text += " --- |";
  }
  text += '\n';
  for (const TableRow &row : table.rows) {
    if (row.entry != nullptr) {
      text += "| " + row.code + " | " + escaped(row.name) + " | ";
      for (const std::string &property : row.properties) {
        text += escaped(property) + " | ";
      }
      text += lines(row.arguments) + " | " + escaped(row.entry->note) + " |\n";
    }
  }
  for (size_t column = 0; column < table.locales.size(); ++column) {
    const TableLocale &locale = table.locales[column];
    text += "\n## " + locale.tag + "\n\n| code | name | message |\n| ---: | --- | --- |\n";
    for (const TableRow &row : table.rows) {
      if (!row.cells.empty()) {
        text += "| " + row.code + " | " + escaped(row.name) + " | " + shown(row.cells[column], locale) + " |\n";
      }
    }
  }
  return text;
}

}  // namespace codeglot
