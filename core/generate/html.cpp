// HTML: one page without scripts and without anything beside it, one row a code, one column a locale. Each cell says its
// language and its direction.
#include "core/generate/comment.h"
#include "core/generate/languages.h"
#include "core/generate/table.h"

namespace codeglot {
namespace {

/// Text inside an element or an attribute. What HTML forbids even as a reference is U+FFFD.
std::string escaped(const std::string &text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    const char here = text[at];
    const bool control = (static_cast<unsigned char>(here) < ' ' && here != '\n' && here != '\t') || here == '\x7F';
    // U+0080 to U+009F, and U+FFFE and U+FFFF
    const bool c1 = text.compare(at, 1, "\xC2") == 0 && at + 1 < text.size() &&
                    static_cast<unsigned char>(text[at + 1]) < 0xA0;
    const bool noncharacter = text.compare(at, 3, "\xEF\xBF\xBE") == 0 || text.compare(at, 3, "\xEF\xBF\xBF") == 0;
    if (control || c1 || noncharacter) {
      result += "\xEF\xBF\xBD";
      at += c1 ? 1 : noncharacter ? 2 : 0;
    } else if (here == '&') {
      result += "&amp;";
    } else if (here == '<') {
      result += "&lt;";
    } else if (here == '>') {
      result += "&gt;";
    } else if (here == '"') {
      result += "&quot;";
    } else {
      result += here;
    }
  }
  return result;
}

std::string lines(const std::vector<std::string> &texts) {
  std::string result;
  for (const std::string &text : texts) {
    result += (result.empty() ? "" : "<br/>") + escaped(text);
  }
  return result;
}

std::string attributes(const TableLocale &locale) {
  return " lang=\"" + escaped(locale.tag) + "\" dir=\"" + (locale.right_to_left ? "rtl" : "ltr") + '"';
}

constexpr const char *style =
    "body { font: 14px/1.4 sans-serif; margin: 1rem }\n"
    "table { border-collapse: collapse }\n"
    "th, td { border: 1px solid #999; padding: .3rem .5rem; vertical-align: top; text-align: start }\n"
    "thead th { position: sticky; top: 0; background: #eee }\n"
    "td { min-width: 6rem; max-width: 24rem; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: plaintext }\n"
    ".number { text-align: end }\n"
    ".inherited { color: #767676; font-style: italic }\n"
    ".retired { text-decoration: line-through }\n";

}  // namespace

std::string generate_html(const Catalog &catalog, const std::string & /*package*/, Diagnostics & /*diagnostics*/) {
  const Table table = make_table(catalog);
  const std::string title = "Return codes of " + escaped(catalog.catalog_namespace);
  std::string text =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"generator\" content=\"" +
      escaped(origin(catalog, "html")) + "\"/>\n<title>" + title + "</title>\n<style>\n" + style +
      "</style>\n</head>\n<body>\n<h1>" + title +
      "</h1>\n<p>Messages are in italics where a locale has none of its own and another one’s stands "
      "in.</p>\n<table>\n<thead>\n<tr>";
  std::vector<std::string> headings = {"code", "name"};
  headings.insert(headings.end(), table.headings.begin(), table.headings.end());
  headings.insert(headings.end(), {"arguments", "note"});
  for (const std::string &heading : headings) {
    text += "<th scope=\"col\">" + heading + "</th>";
  }
  for (const TableLocale &locale : table.locales) {
    text += "<th scope=\"col\">" + escaped(locale.tag) + "</th>";
  }
  text += "</tr>\n</thead>\n<tbody>\n";
  for (const TableRow &row : table.rows) {
    const bool retired = row.entry != nullptr && row.entry->retired;
    text += std::string("<tr><td class=\"number\">") + row.code + "</td><th scope=\"row\"" +
            (retired ? " class=\"retired\"" : "") + ">" + escaped(row.name) + "</th>";
    for (const std::string &property : row.properties) {
      text += "<td>" + escaped(property) + "</td>";
    }
    text += row.entry == nullptr ? "<td colspan=\"" + std::to_string(table.headings.size() + 2) + "\"></td>\n"
                                 : "<td>" + lines(row.arguments) + "</td><td>" + escaped(row.entry->note) + "</td>\n";
    for (const TableCell &cell : row.cells) {
      text += "<td" + attributes(cell.locale) + (cell.own ? "" : " class=\"inherited\"") + ">" + escaped(cell.pattern) +
              "</td>\n";
    }
    if (row.cells.empty() && !table.locales.empty()) {
      text += "<td colspan=\"" + std::to_string(table.locales.size()) + "\"></td>\n";
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n</body>\n</html>\n";
}

}  // namespace codeglot
