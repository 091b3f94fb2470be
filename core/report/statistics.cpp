// See statistics.h.
#include "core/report/statistics.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace codeglot {
namespace {

using icu::BreakIterator;
using icu::UnicodeString;

struct Size {
  size_t words = 0;
  size_t characters = 0;
};

/// Counts as one locale's readers do.
class Counter {
 public:
  explicit Counter(const std::string &tag) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    words_.reset(BreakIterator::createWordInstance(locale, status));
    characters_.reset(BreakIterator::createCharacterInstance(locale, status));
    if (U_FAILURE(status)) {
      throw std::runtime_error(std::string("ICU has no data of words: ") + u_errorName(status));
    }
  }

  Size size(const std::string &text) {
    const UnicodeString units = UnicodeString::fromUTF8(text);
    Size result;
    words_->setText(units);
    while (words_->next() != BreakIterator::DONE) {
      result.words += words_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT ? 1 : 0;
    }
    characters_->setText(units);
    while (characters_->next() != BreakIterator::DONE) {
      ++result.characters;
    }
    return result;
  }

 private:
  std::unique_ptr<BreakIterator> words_;
  std::unique_ptr<BreakIterator> characters_;
};

/// Adds up what is written on every branch.
void add_written(const std::vector<Node> &nodes, Counter &counter, Size &sum) {
  for (const Node &node : nodes) {
    if (node.kind == Node::Kind::text) {
      const Size size = counter.size(node.text);
      sum.words += size.words;
      sum.characters += size.characters;
    }
    for (const Branch &branch : node.branches) {
      add_written(branch.nodes, counter, sum);
    }
  }
}

/// Characters of the longest way through the branches.
size_t longest_text(const std::vector<Node> &nodes, Counter &counter) {
  size_t length = 0;
  for (const Node &node : nodes) {
    length += node.kind == Node::Kind::text ? counter.size(node.text).characters : 0;
    size_t longest = 0;
    for (const Branch &branch : node.branches) {
      longest = std::max(longest, longest_text(branch.nodes, counter));
    }
    length += longest;
  }
  return length;
}

bool has_letter(const std::string &text) {
  const UnicodeString units = UnicodeString::fromUTF8(text);
  for (int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
    if (u_isalpha(units.char32At(at))) {
      return true;
    }
  }
  return false;
}

/// Sums of lengths that a ratio is made of.
struct Lengths {
  size_t own = 0;
  size_t source = 0;

  double ratio() const { return source == 0 ? 0 : static_cast<double>(own) / static_cast<double>(source); }
};

class LocaleCount {
 public:
  LocaleCount(const Catalog &catalog, const LocaleFile &file, const std::map<std::string, size_t> &source_lengths)
      : catalog_(catalog), file_(file), source_lengths_(source_lengths), counter_(file.tag) {
    result_.tag = file.tag;
  }

  LocaleStatistics count() {
    for (const std::string &name : message_names(catalog_)) {
      if (const LocaleMessage *message = file_.find(name)) {
        add(name, *message);
      } else {
        ++(file_.inherited.count(name) != 0 ? result_.inherited : result_.missing);
      }
    }
    result_.length_ratio = lengths_.ratio();
    return result_;
  }

  const Lengths &lengths() const { return lengths_; }

 private:
  void add(const std::string &name, const LocaleMessage &message) {
    ++result_.messages;
    const LocaleFile *source_file = catalog_.locale(catalog_.source_locale);
    const LocaleMessage *source = source_file == nullptr ? nullptr : source_file->find(name);
    if (source != nullptr && source_file != &file_ && source->source == message.source && has_letter(message.source)) {
      ++result_.same_as_source;
    }
    if (!message.tree) {
      return;
    }
    Size written;
    add_written(message.tree->nodes, counter_, written);
    result_.words += written.words;
    result_.characters += written.characters;
    const size_t length = longest_text(message.tree->nodes, counter_);
    if (length > result_.longest) {
      result_.longest = length;
      result_.longest_name = name;
    }
    if (const auto found = source_lengths_.find(name); found != source_lengths_.end()) {
      lengths_.own += length;
      lengths_.source += found->second;
    }
  }

  const Catalog &catalog_;
  const LocaleFile &file_;
  const std::map<std::string, size_t> &source_lengths_;
  Counter counter_;
  LocaleStatistics result_;
  Lengths lengths_;
};

std::map<std::string, size_t> lengths_of_source(const Catalog &catalog) {
  std::map<std::string, size_t> lengths;
  const LocaleFile *file = catalog.locale(catalog.source_locale);
  if (file == nullptr) {
    return lengths;
  }
  Counter counter(file->tag);
  for (const std::string &name : message_names(catalog)) {
    const LocaleMessage *message = file->find(name);
    if (message != nullptr && message->tree) {
      lengths[name] = longest_text(message->tree->nodes, counter);
    }
  }
  return lengths;
}

}  // namespace

Statistics statistics_of(const Catalog &catalog) {
  Statistics result;
  result.source_locale = catalog.source_locale;
  result.expected = message_names(catalog).size();
  const std::map<std::string, size_t> source_lengths = lengths_of_source(catalog);
  Lengths all;
  LocaleStatistics &total = result.total;
  for (const LocaleFile &file : catalog.locales) {
    LocaleCount count(catalog, file, source_lengths);
    const LocaleStatistics locale = count.count();
    for (size_t LocaleStatistics::*number :
         {&LocaleStatistics::messages, &LocaleStatistics::missing, &LocaleStatistics::inherited,
          &LocaleStatistics::same_as_source, &LocaleStatistics::words, &LocaleStatistics::characters}) {
      total.*number += locale.*number;
    }
    if (locale.longest > total.longest) {
      total.longest = locale.longest;
      total.longest_name = locale.longest_name;
    }
    if (file.tag != catalog.source_locale) {
      all.own += count.lengths().own;
      all.source += count.lengths().source;
    }
    result.locales.push_back(locale);
  }
  total.length_ratio = all.ratio();
  return result;
}

unsigned coverage_percent(const LocaleStatistics &locale, size_t expected) {
  return expected == 0 ? 100 : static_cast<unsigned>((locale.messages + locale.inherited) * 100 / expected);
}

namespace {

std::string ratio_text(double ratio) {
  const auto hundredths = static_cast<unsigned long>(ratio * 100 + 0.5);
  const std::string fraction = std::to_string(hundredths % 100);
  return ratio == 0 ? "-" : std::to_string(hundredths / 100) + '.' + (fraction.size() < 2 ? "0" : "") + fraction;
}

std::vector<std::string> cells(const LocaleStatistics &locale, size_t expected) {
  return {locale.tag.empty() ? "total" : locale.tag,
          std::to_string(coverage_percent(locale, expected)) + '%',
          std::to_string(locale.messages),
          std::to_string(locale.missing),
          std::to_string(locale.inherited),
          std::to_string(locale.same_as_source),
          std::to_string(locale.words),
          std::to_string(locale.characters),
          ratio_text(locale.length_ratio),
          std::to_string(locale.longest),
          locale.longest_name};
}

nlohmann::ordered_json json_of(const LocaleStatistics &locale, size_t expected) {
  nlohmann::ordered_json result;
  if (!locale.tag.empty()) {
    result["locale"] = locale.tag;
  }
  result["coveragePercent"] = coverage_percent(locale, expected);
  result["messages"] = locale.messages;
  result["missing"] = locale.missing;
  result["inherited"] = locale.inherited;
  result["sameAsSource"] = locale.same_as_source;
  result["words"] = locale.words;
  result["characters"] = locale.characters;
  result["lengthRatio"] = locale.length_ratio == 0 ? nlohmann::ordered_json()
                                                   : nlohmann::ordered_json(locale.length_ratio);
  result["longest"] = {{"name", locale.longest_name}, {"characters", locale.longest}};
  return result;
}

}  // namespace

std::string statistics_text(const Statistics &statistics) {
  std::vector<std::vector<std::string>> rows = {{"locale", "coverage", "messages", "missing", "inherited", "as source",
                                                 "words", "characters", "length", "longest", ""}};
  for (const LocaleStatistics &locale : statistics.locales) {
    rows.push_back(cells(locale, statistics.expected));
  }
  rows.push_back(cells(statistics.total, statistics.expected * statistics.locales.size()));
  std::vector<size_t> widths(rows[0].size());
  for (const auto &row : rows) {
    for (size_t column = 0; column < row.size(); ++column) {
      widths[column] = std::max(widths[column], row[column].size());
    }
  }
  std::string text;
  for (const auto &row : rows) {
    std::string line;
    for (size_t column = 0; column < row.size(); ++column) {
      const std::string space(widths[column] - row[column].size(), ' ');
      const bool left = column == 0 || column + 1 == row.size();
      line += (column == 0 ? "" : "  ") + (left ? row[column] + space : space + row[column]);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text + "length: the longest texts against those of " + statistics.source_locale + "\n";
}

std::string statistics_json(const Statistics &statistics) {
  nlohmann::ordered_json result;
  result["sourceLocale"] = statistics.source_locale;
  result["expected"] = statistics.expected;
  result["locales"] = nlohmann::ordered_json::array();
  for (const LocaleStatistics &locale : statistics.locales) {
    result["locales"].push_back(json_of(locale, statistics.expected));
  }
  result["total"] = json_of(statistics.total, statistics.expected * statistics.locales.size());
  return result.dump(2) + '\n';
}

}  // namespace codeglot
