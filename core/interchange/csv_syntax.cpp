// See csv_syntax.h.
#include "core/interchange/csv_syntax.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/interchange/incoming_file.h"

namespace codeglot {
namespace {

/// Whether a spreadsheet takes a cell for a formula (OWASP, "CSV injection"), apostrophes at its start set aside. Signs of
/// full width count, too.
bool begins_formula(std::string_view cell) {
  static constexpr std::array<std::string_view, 10> signs = {
      "=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  const size_t from = cell.find_first_not_of('\'');
  return from != std::string_view::npos && std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
           return cell.substr(from).starts_with(sign);
         });
}

/// Reads to the end of the file, cell by cell.
class Reader {
 public:
  Reader(const IncomingFile &file, Diagnostics &diagnostics)
      : file_(file), text_(file.text), diagnostics_(diagnostics) {}

  std::vector<CsvRow> read() {
    separator_ = find_separator();
    std::vector<CsvRow> rows;
    while (at_ < text_.size() && !failed_) {
      CsvRow row = read_row();
      if (row.size() > 1 || !row[0].text.empty()) {
        rows.push_back(std::move(row));
      }
    }
    return failed_ ? std::vector<CsvRow>{} : rows;
  }

 private:
  char find_separator() const {
    size_t at = text_.starts_with("\"") ? text_.find('"', 1) : 0;
    at = text_.find_first_of(",;\t\r\n", at == std::string::npos ? 0 : at);
    return at != std::string::npos && (text_[at] == ';' || text_[at] == '\t') ? text_[at] : ',';
  }

  CsvRow read_row() {
    CsvRow row;
    for (;;) {
      row.push_back(read_cell());
      if (at_ < text_.size() && text_[at_] == separator_ && !failed_) {
        ++at_;
        continue;
      }
      at_ += text_.compare(at_, 2, "\r\n") == 0 ? 2 : 1;
      return row;
    }
  }

  CsvCell read_cell() {
    CsvCell cell{"", at_};
    if (at_ < text_.size() && text_[at_] == '"') {
      read_quoted(cell);
    } else {
      const char ends[] = {separator_, '\r', '\n', '\0'};
      const size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
      cell.text = text_.substr(at_, end - at_);
      at_ = end;
    }
    if (cell.text.starts_with("'") && begins_formula(cell.text)) {
      cell.text.erase(0, 1);
    }
    return cell;
  }

  void read_quoted(CsvCell &cell) {
    for (++at_;; ++at_) {
      const size_t quote = text_.find('"', at_);
      if (quote == std::string::npos) {
        fail(cell.byte, "this cell has no closing quotation mark: the file is cut off, or the mark is missing");
        return;
      }
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') {
        break;
      }
      cell.text += '"';
    }
    if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n') {
      fail(at_, "text stands behind a cell's closing quotation mark: write \"\" for a mark inside");
    }
  }

  void fail(size_t byte, const std::string &message) {
    diagnostics_.error(file_.position(byte), message);
    failed_ = true;
    at_ = text_.size();
  }

  const IncomingFile &file_;
  const std::string &text_;
  Diagnostics &diagnostics_;
  char separator_ = ',';
  size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string write_csv_row(const std::vector<std::string> &cells) {
  std::string row;
  for (const std::string &cell : cells) {
    std::string text = (begins_formula(cell) ? "'" : "") + cell;
    if (text.find_first_of("\",;\t\r\n") != std::string::npos || text.starts_with(" ") || text.ends_with(" ")) {
      for (size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2)) {
        text.insert(at, 1, '"');
      }
      text = '"' + text + '"';
    }
    row += (&cell == cells.data() ? "" : ",") + text;
  }
  return row + "\r\n";
}

std::vector<CsvRow> read_csv_rows(const IncomingFile &file, Diagnostics &diagnostics) {
  warn_if_cut(file, diagnostics);
  return Reader(file, diagnostics).read();
}

}  // namespace codeglot
