// CSV for spreadsheets: a row for each message, or for each branch of one, a column for each locale. Cells are
// MessageFormat source of the branch, so that nothing is lost; "case" says which branch: "plural:max one", and for
// branches inside branches "select:who none > plural:max =0". The file begins with a byte order mark, without which
// spreadsheets take UTF-8 for something else.
#include <algorithm>
#include <set>

#include "core/compiler/locale_data.h"
#include "core/interchange/csv_syntax.h"
#include "core/interchange/formats.h"
#include "core/interchange/xliff.h"

namespace codeglot {
namespace {

constexpr const char *mf2_case = "mf2";
constexpr const char *between_steps = " > ";
const std::vector<std::string> fixed_columns = {"name", "case", "note", "arguments"};

/// The cells of one message in one locale, by case, in order.
using Cells = std::vector<std::pair<std::string, std::string>>;

void add_cells(const Content &content, const std::string &way, bool in_plural, bool translated, Cells &cells) {
  if (content.is_flat()) {
    cells.emplace_back(way, translated ? write_pieces(content.pieces, in_plural) : "");
    return;
  }
  const std::string step = (way.empty() ? "" : way + between_steps) + write_switch(content) +
                           (content.offset.empty() ? "" : " offset:" + content.offset) + " ";
  for (const ContentBranch &branch : content.branches) {
    add_cells(branch.content, step + branch.key, content.counts(), translated, cells);
  }
}

Cells cells_of(const XliffMessage &message) {
  Cells cells;
  const std::string source = message.target == nullptr ? "" : message.target->authored.source;
  if (message.content && (message.target == nullptr || !message.content->is_flat())) {
    add_cells(*message.content, "", false, message.target != nullptr, cells);
  } else {
    cells.emplace_back(message.mf2 ? mf2_case : "", source);
  }
  return cells;
}

std::string arguments_of(const ExchangeName &name) {
  std::string result;
  for (const ExchangeArgument &argument : name.arguments) {
    result += (result.empty() ? "" : "\n") + argument_note(argument);
  }
  return result;
}

class Reader {
 public:
  Reader(const IncomingFile &file, Diagnostics &diagnostics) : file_(file), diagnostics_(diagnostics) {}

  std::vector<Incoming> read() {
    const size_t errors_before = diagnostics_.error_count();
    const std::vector<CsvRow> rows = read_csv_rows(file_, diagnostics_);
    if (diagnostics_.error_count() > errors_before || !read_head(rows)) {
      return {};
    }
    // A message's rows stand together: sorted otherwise, they still belong to it.
    std::map<std::string, std::vector<const CsvRow *>> by_name;
    std::vector<std::string> order;
    for (size_t index = 1; index < rows.size(); ++index) {
      if (rows[index].size() != rows[0].size()) {
        fail(rows[index][0].byte, "this row has " + std::to_string(rows[index].size()) + " cells, the first has " +
                                      std::to_string(rows[0].size()));
        continue;
      }
      const std::string &name = rows[index][columns_.at("name")].text;
      if (by_name[name].empty()) {
        order.push_back(name);
      }
      by_name[name].push_back(&rows[index]);
    }
    for (const std::string &name : order) {
      for (const auto &[locale, column] : locales_) {
        read_message(name, locale, column, by_name[name]);
      }
    }
    return std::move(incoming_);
  }

 private:
  void fail(size_t byte, const std::string &message) { diagnostics_.error(file_.position(byte), message); }

  bool read_head(const std::vector<CsvRow> &rows) {
    if (rows.empty()) {
      fail(0, "the file is empty: expected a first row with name, case, and a column for each locale");
      return false;
    }
    bool good = true;
    for (size_t column = 0; column < rows[0].size(); ++column) {
      const CsvCell &cell = rows[0][column];
      if (!columns_.emplace(cell.text, column).second) {
        fail(cell.byte, "the column \"" + cell.text + "\" stands here a second time");
        good = false;
      }
      if (std::find(fixed_columns.begin(), fixed_columns.end(), cell.text) != fixed_columns.end()) {
        continue;
      }
      const std::string tag = canonical_tag(cell.text);
      if (tag.empty()) {
        fail(cell.byte, "\"" + cell.text + "\" is no column of an export, and no locale tag");
        good = false;
      } else if (file_.locale.empty() || file_.locale == tag) {
        locales_.emplace_back(tag, column);
      }
    }
    for (const char *wanted : {"name", "case"}) {
      if (columns_.find(wanted) == columns_.end()) {
        fail(rows[0][0].byte, std::string("the column \"") + wanted + "\" is missing");
        good = false;
      }
    }
    if (good && locales_.empty()) {
      fail(rows[0][0].byte, "there is no column for " + (file_.locale.empty() ? "any locale" : file_.locale));
    }
    return good && !locales_.empty();
  }

  void read_message(const std::string &name, const std::string &locale, size_t column,
                    const std::vector<const CsvRow *> &rows) {
    Incoming message;
    message.locale = locale;
    message.name = name;
    message.byte = rows[0]->at(column).byte;
    message.translated = false;
    std::string first_case;
    std::set<std::string> seen;
    Content content;
    for (const CsvRow *row : rows) {
      const CsvCell &cell = row->at(column);
      const CsvCell &which = row->at(columns_.at("case"));
      if (!seen.insert(which.text).second) {
        fail(which.byte, "\"" + name + "\" has this case twice");
        return;
      }
      if (cell.text.empty()) {
        continue;
      }
      const bool whole = which.text.empty() || which.text == mf2_case;
      if (message.translated && (whole || first_case.empty() || first_case == mf2_case)) {
        fail(cell.byte,
             "\"" + name + "\" has both a text without branches and one with: empty the cells of one of the two");
        return;
      }
      message.byte = message.translated ? message.byte : cell.byte;
      first_case = message.translated ? first_case : which.text;
      message.translated = true;
      if (whole) {
        message.source = {which.text == mf2_case, cell.text};
      } else if (!add_branch(content, which, cell)) {
        return;
      }
    }
    if (message.translated && !content.is_flat()) {
      message.translated = is_complete(content);
      message.content = std::move(content);
    }
    incoming_.push_back(std::move(message));
  }

  static bool is_complete(const Content &content) {
    return content.is_flat() || (branch_for(content, "other") != nullptr &&
                                 std::all_of(content.branches.begin(), content.branches.end(),
                                             [](const ContentBranch &branch) { return is_complete(branch.content); }));
  }

  bool add_branch(Content &root, const CsvCell &which, const CsvCell &cell) {
    Content *at = &root;
    Content *parent = nullptr;
    for (size_t from = 0; from < which.text.size();) {
      const size_t end = std::min(which.text.find(between_steps, from), which.text.size());
      const std::string step = which.text.substr(from, end - from);
      from = end + std::string_view(between_steps).size();
      const size_t key_at = step.rfind(' ');
      const size_t offset = step.find(" offset:");
      std::optional<Content> wanted = read_switch(step.substr(0, std::min(step.find(' '), step.size())));
      const std::string key = key_at == std::string::npos ? "" : step.substr(key_at + 1);
      if (wanted && offset < key_at) {
        wanted->offset = step.substr(offset + 8, key_at - offset - 8);
      }
      const bool fits = wanted && is_word(key) && (wanted->offset.empty() || is_word(wanted->offset));
      if (!fits) {
        fail(which.byte, "\"" + which.text + "\" is no case: expected one as in \"plural:max other\"");
        return false;
      }
      const bool is_new = at->is_flat() && at->pieces.empty();
      if (is_new) {
        *at = *wanted;
      }
      if (at->kind != wanted->kind || at->argument != wanted->argument || at->offset != wanted->offset) {
        fail(which.byte, "\"" + which.text + "\" goes by something else than the message's rows before it");
        return false;
      }
      auto branch = std::find_if(at->branches.begin(), at->branches.end(),
                                 [&](const ContentBranch &known) { return known.key == key; });
      if (branch == at->branches.end()) {
        at->branches.push_back({key, {}});
        branch = std::prev(at->branches.end());
      }
      parent = at;
      at = &branch->content;
    }
    std::string reason;
    const std::optional<std::vector<Piece>> pieces = read_pieces(cell.text, parent, reason);
    if (!pieces) {
      fail(cell.byte, "\"" + cell.text + "\": " + reason);
      return false;
    }
    if (!at->is_flat()) {
      fail(cell.byte, "this branch has branches of its own in other rows");
      return false;
    }
    at->pieces = *pieces;
    return true;
  }

  const IncomingFile &file_;
  Diagnostics &diagnostics_;
  std::map<std::string, size_t> columns_;
  std::vector<std::pair<std::string, size_t>> locales_;
  std::vector<Incoming> incoming_;
};

}  // namespace

ExportedFiles write_csv(const Exchange &exchange, const std::vector<std::string> &locales) {
  ExportedFiles exported;
  std::vector<std::string> columns = {exchange.source_locale};
  std::copy_if(locales.begin(), locales.end(), std::back_inserter(columns),
               [&](const std::string &tag) { return tag != exchange.source_locale; });
  std::map<std::string, std::map<std::string, Cells>> cells;  // by name, by locale
  for (const std::string &tag : columns) {
    for (const XliffMessage &message : xliff_messages(exchange, *exchange.locale(tag), exported.losses)) {
      cells[message.name->name][tag] = cells_of(message);
    }
  }
  std::vector<std::string> head = fixed_columns;
  head.insert(head.end(), columns.begin(), columns.end());
  std::string text = "\xEF\xBB\xBF" + write_csv_row(head);
  for (const ExchangeName &name : exchange.names) {
    std::vector<std::string> cases;
    for (const std::string &tag : columns) {
      for (const auto &[which, cell] : cells[name.name][tag]) {
        if (std::find(cases.begin(), cases.end(), which) == cases.end()) {
          cases.push_back(which);
        }
      }
    }
    for (const std::string &which : cases) {
      std::vector<std::string> row = {name.name, which, name.note, arguments_of(name)};
      for (const std::string &tag : columns) {
        const Cells &own = cells[name.name][tag];
        const auto found = std::find_if(own.begin(), own.end(), [&](const auto &cell) { return cell.first == which; });
        row.push_back(found == own.end() ? "" : found->second);
      }
      text += write_csv_row(row);
    }
  }
  exported.files[exchange.catalog_namespace + ".csv"] = text;
  return exported;
}

std::vector<Incoming> read_csv(const Exchange &, const IncomingFile &file, Diagnostics &diagnostics) {
  return Reader(file, diagnostics).read();
}

}  // namespace codeglot
