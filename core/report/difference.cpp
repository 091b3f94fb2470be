// See difference.h.
#include "core/report/difference.h"

#include <algorithm>
#include <set>

namespace codeglot {
namespace {

std::string label(const CodeEntry &entry) { return entry.name + " (" + std::to_string(entry.code) + ")"; }

const Parameter *find(const std::vector<Parameter> &parameters, const std::string &name) {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter &parameter) { return parameter.name == name; });
  return found == parameters.end() ? nullptr : &*found;
}

const Transport *find(const std::vector<Transport> &transports, const std::string &name) {
  const auto found = std::find_if(transports.begin(), transports.end(),
                                  [&](const Transport &transport) { return transport.name == name; });
  return found == transports.end() ? nullptr : &*found;
}

class Comparison {
 public:
  Comparison(const Catalog &before, const Catalog &after) : before_(before), after_(after) {}

  Difference run() {
    compare_heads();
    compare_codes();
    compare_transports();
    compare_locales();
    return std::move(result_);
  }

 private:
  void breaking(const Position &position, std::string sentence) {
    result_.breaking.push_back({position, std::move(sentence)});
  }
  void addition(const Position &position, std::string sentence) {
    result_.additions.push_back({position, std::move(sentence)});
  }
  void other(const Position &position, std::string sentence) {
    result_.others.push_back({position, std::move(sentence)});
  }

  void compare_heads() {
    const Position whole{after_.path, 0, 0};
    if (before_.catalog_namespace != after_.catalog_namespace) {
      breaking(after_.namespace_position,
               "the namespace \"" + before_.catalog_namespace + "\" becomes \"" + after_.catalog_namespace +
                   "\": packs of the two cannot be in one catalog, and constants are renamed");
    }
    if (before_.default_locale != after_.default_locale) {
      breaking(whole, "the default locale " + before_.default_locale + " becomes " + after_.default_locale +
                          ": readers whom no locale fits get another language");
    }
    if (before_.source_locale != after_.source_locale) {
      other(whole, "the source locale " + before_.source_locale + " becomes " + after_.source_locale);
    }
    const auto has = [](const Catalog &catalog, const std::string &function) {
      return std::find(catalog.functions.begin(), catalog.functions.end(), function) != catalog.functions.end();
    };
    for (const std::string &function : after_.functions) {
      if (!has(before_, function)) {
        breaking(whole, "the function :" + function + " is new: programs have to bring it");
      }
    }
    for (const std::string &function : before_.functions) {
      if (!has(after_, function)) {
        other({before_.path, 0, 0}, "the function :" + function + " is gone");
      }
    }
  }

  void compare_codes() {
    for (const CodeEntry &old : before_.codes) {
      const CodeEntry *by_name = after_.find(old.name);
      const CodeEntry *by_number = after_.find(old.code);
      if (by_name != nullptr) {
        if (by_name->code != old.code) {
          breaking(by_name->position,
                   old.name + ": the number " + std::to_string(old.code) + " becomes " + std::to_string(by_name->code));
        }
        compare_entries(old, *by_name);
      } else if (by_number != nullptr && before_.find(by_number->name) == nullptr) {
        breaking(by_number->position,
                 std::to_string(old.code) + ": the name " + old.name + " becomes " + by_number->name);
        compare_entries(old, *by_number);
      } else {
        breaking(old.position, label(old) + " is gone: a code that is no longer returned is to be retired");
      }
    }
    for (const CodeEntry &entry : after_.codes) {
      const CodeEntry *renamed = before_.find(entry.code);
      const bool known = before_.find(entry.name) != nullptr ||
                         (renamed != nullptr && after_.find(renamed->name) == nullptr);
      if (!known) {
        addition(entry.position, label(entry) + " is new");
      }
    }
  }

  void compare_entries(const CodeEntry &old, const CodeEntry &entry) {
    if (old.retired != entry.retired) {
      if (entry.retired) {
        other(entry.position, label(entry) + " is retired: it has no text any more");
      } else {
        addition(entry.position, label(entry) + " is no longer retired");
      }
    }
    for (const auto &[member, from, to] :
         {std::tuple("category", &old.category, &entry.category),
          std::tuple("severity", &old.severity, &entry.severity), std::tuple("action", &old.action, &entry.action)}) {
      if (*from != *to) {
        other(entry.position, label(entry) + ": the " + member + " " + quoted(*from) + " becomes " + quoted(*to));
      }
    }
    if (old.retryable.value_or(false) != entry.retryable.value_or(false)) {
      other(entry.position,
            label(entry) + (entry.retryable.value_or(false) ? " becomes" : " is no longer") + " retryable");
    }
    compare_parameters(old, entry);
  }

  static std::string quoted(const std::string &text) { return '"' + text + '"'; }

  void compare_parameters(const CodeEntry &old, const CodeEntry &entry) {
    for (const Parameter &from : old.parameters) {
      const std::string subject = label(entry) + ": the argument " + from.name;
      const Parameter *to = find(entry.parameters, from.name);
      if (to == nullptr) {
        breaking(entry.position, subject + " is gone");
        continue;
      }
      if (from.type != to->type) {
        breaking(entry.position, subject + " was a " + type_name(from.type) + " and becomes a " + type_name(to->type));
      }
      if (from.default_value && !to->default_value) {
        breaking(entry.position, subject + " has no default any more");
      } else if (!from.default_value && to->default_value) {
        addition(entry.position, subject + " gets the default " + quoted(*to->default_value));
      } else if (from.default_value != to->default_value) {
        other(entry.position, subject + " has the default " + quoted(*to->default_value) + " in place of " +
                                  quoted(*from.default_value));
      }
    }
    for (const Parameter &parameter : entry.parameters) {
      if (find(old.parameters, parameter.name) == nullptr) {
        const std::string subject = label(entry) + ": the argument " + parameter.name + " is new";
        if (parameter.default_value) {
          addition(entry.position, subject + ", with the default " + quoted(*parameter.default_value));
        } else {
          breaking(entry.position, subject + " and has no default");
        }
      }
    }
  }

  /// What a transport takes a status for.
  static std::string meaning(const Transport &transport, uint32_t status) {
    if (const auto found = transport.statuses.find(status); found != transport.statuses.end()) {
      return found->second;
    }
    const std::vector<uint32_t> &read = transport.read_body_of;
    return read.empty() || std::find(read.begin(), read.end(), status) != read.end() ? "the code in the body"
                                                                                     : "an unreadable response";
  }

  /// The number that a name stands for, so that renaming a code is told once.
  static std::string resolved(const Catalog &catalog, const std::string &meaning) {
    const CodeEntry *entry = catalog.find(meaning);
    return entry == nullptr ? meaning : std::to_string(entry->code);
  }

  void compare_problems(const Transport &old, const Transport &now) {
    for (const auto &[key, meaning] : old.problems) {
      const std::string sentence = "the transport " + old.name + ": the problem " + quoted(key) + " meant " +
                                   meaning.name;
      const auto found = now.problems.find(key);
      if (found == now.problems.end()) {
        breaking(now.position, sentence + " and means nothing any more");
      } else if (resolved(before_, meaning.name) != resolved(after_, found->second.name)) {
        breaking(found->second.position, sentence + " and means " + found->second.name);
      }
    }
    for (const auto &[key, meaning] : now.problems) {
      if (!old.problems.contains(key)) {
        addition(meaning.position,
                 "the transport " + now.name + ": the problem " + quoted(key) + " means " + meaning.name);
      }
    }
  }

  void compare_transports() {
    for (const Transport &old : before_.transports) {
      const Transport *now = find(after_.transports, old.name);
      if (now == nullptr) {
        breaking(old.position, "the transport " + old.name + " is gone: its responses become unreadable");
        continue;
      }
      std::set<uint32_t> statuses;
      for (const Transport *transport : {&old, now}) {
        statuses.insert(transport->read_body_of.begin(), transport->read_body_of.end());
        for (const auto &[status, name] : transport->statuses) {
          statuses.insert(status);
        }
      }
      for (const uint32_t status : statuses) {
        const std::string from = meaning(old, status);
        const std::string to = meaning(*now, status);
        if (resolved(before_, from) != resolved(after_, to)) {
          const std::string sentence = "the transport " + old.name + ": status " + std::to_string(status) + " meant " +
                                       from + " and means " + to;
          from == "an unreadable response" ? addition(now->position, sentence) : breaking(now->position, sentence);
        }
      }
      compare_problems(old, *now);
      if (old.read_body_of.empty() != now->read_body_of.empty()) {
        const std::string sentence = "the transport " + old.name + ": all other statuses meant " +
                                     (old.read_body_of.empty()
                                          ? "the code in the body and mean an unreadable response"
                                          : "an unreadable response and mean the code in the body");
        old.read_body_of.empty() ? breaking(now->position, sentence) : addition(now->position, sentence);
      }
    }
    for (const Transport &transport : after_.transports) {
      if (find(before_.transports, transport.name) == nullptr) {
        addition(transport.position, "the transport " + transport.name + " is new");
      }
    }
  }

  void compare_locales() {
    for (const LocaleFile &file : before_.locales) {
      if (const LocaleFile *now = after_.locale(file.tag)) {
        compare_texts(file, *now);
      } else {
        breaking({file.path, 0, 0}, "the locale " + file.tag + " is gone");
      }
    }
    for (const LocaleFile &file : after_.locales) {
      if (before_.locale(file.tag) == nullptr) {
        addition({file.path, 0, 0}, "the locale " + file.tag + " is new");
      }
    }
  }

  /// The name that a code of the new catalog had in the old one.
  std::string old_name(const std::string &name) const {
    const CodeEntry *entry = after_.find(name);
    const CodeEntry *old = entry == nullptr || before_.find(name) != nullptr ? nullptr : before_.find(entry->code);
    return old == nullptr ? name : old->name;
  }

  void compare_texts(const LocaleFile &old, const LocaleFile &now) {
    std::set<std::string> compared;
    for (const std::string &name : message_names(after_)) {
      const std::string was = old_name(name);
      compared.insert(was);
      const LocaleMessage *from = old.find(was);
      const LocaleMessage *to = now.find(name);
      if (from == nullptr && to == nullptr) {
        continue;
      }
      const bool same = from != nullptr && to != nullptr && from->source == to->source && from->syntax == to->syntax;
      if (!same) {
        result_.texts.push_back(
            {now.tag, name, to == nullptr ? from->position : to->position, text_of(from), text_of(to)});
      }
    }
    for (const std::string &name : message_names(before_)) {
      const LocaleMessage *from = old.find(name);
      if (compared.count(name) == 0 && from != nullptr) {
        result_.texts.push_back({now.tag, name, from->position, from->source, std::nullopt});
      }
    }
  }

  static std::optional<std::string> text_of(const LocaleMessage *message) {
    return message == nullptr ? std::nullopt : std::optional(message->source);
  }

  const Catalog &before_;
  const Catalog &after_;
  Difference result_;
};

}  // namespace

Difference difference_of(const Catalog &before, const Catalog &after) { return Comparison(before, after).run(); }

}  // namespace codeglot
