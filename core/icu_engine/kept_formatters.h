// ICU's objects that cost more to make than to use, kept by what they were made of. For one thread at a time: an engine has
// one of these, or a call of format() its own. Holds a bounded number of each kind; nothing that it gives away lasts.
#ifndef CODEGLOT_ICU_ENGINE_KEPT_FORMATTERS_H
#define CODEGLOT_ICU_ENGINE_KEPT_FORMATTERS_H

#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "codeglot/limits.h"

namespace codeglot {

/// What something was made of, as one string that no other list of texts gives.
class Key {
 public:
  Key &add(std::string_view text) {
    text_ += std::to_string(text.size()) + ':';
    text_ += text;
    return *this;
  }
  const std::string &text() const { return text_; }

 private:
  std::string text_;
};

template <typename Object>
class Kept {
 public:
  /// The object of this key, until the next call; `make` gives a std::unique_ptr, which may be null and is then not kept.
  template <typename Make>
  Object *get(const Key &key, const Make &make) {
    const auto found = objects_.find(key.text());
    if (found != objects_.end()) {
      return found->second.get();
    }
    std::unique_ptr<Object> object = make();
    if (object == nullptr) {
      return nullptr;
    }
    if (objects_.size() >= CG_MAX_KEPT_PATTERNS) {
      objects_.clear();
    }
    return objects_.emplace(key.text(), std::move(object)).first->second.get();
  }

 private:
  std::unordered_map<std::string, std::unique_ptr<Object>> objects_;
};

struct KeptFormatters {
  Kept<icu::number::LocalizedNumberFormatter> numbers;
  Kept<icu::PluralRules> plurals;
  Kept<icu::DateTimePatternGenerator> generators;
  Kept<icu::SimpleDateFormat> dates;
};

}  // namespace codeglot
#endif
