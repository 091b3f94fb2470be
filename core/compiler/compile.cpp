// See compile.h. Fallback happens here: each pack gets a text for every code, from the first locale of its chain that
// has one (itself, CLDR's parents, the default, the source): with its own profile what it inherits (inheritance.h), with
// the other locale's all else.
#include "core/compiler/compile.h"

#include <algorithm>
#include <utility>

#include "codeglot/limits.h"
#include "core/compiler/locale_table.h"
#include "core/pack/pack.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

std::string write_transports(const Catalog &catalog) {
  ByteWriter out;
  const auto map = [&](const std::string &problem, uint32_t status, const std::string &name) {
    const CodeEntry *entry = catalog.find(name);  // Null in a catalog with an error, of which no pack is made.
    out.text(problem);
    out.u16(status);
    out.u32(entry == nullptr ? 0 : static_cast<uint32_t>(entry->code));
  };
  for (const Transport &transport : catalog.transports) {
    out.text(transport.name);
    out.byte(static_cast<uint8_t>(transport.read_body_of.size()));
    for (const uint32_t status : transport.read_body_of) {
      out.u16(status);
    }
    out.u16(static_cast<uint32_t>(transport.problems.size() + transport.statuses.size()));
    for (const auto &[key, meaning] : transport.problems) {
      map(key, 0, meaning.name);
    }
    for (const auto &[status, name] : transport.statuses) {
      map("", status, name);
    }
  }
  return out.bytes();
}

/// Builds one pack; profiles are added as messages of their locales turn up.
class PackBuilder {
 public:
  PackBuilder(const LocaleDataSet &data, const LocaleFile &file, const LocaleChain &chain, Diagnostics &diagnostics)
      : data_(data), file_(file), chain_(chain), diagnostics_(diagnostics) {
    profile(file.tag);
  }

  /// The body of a name's message: the file's own, else the one that it inherits, else a parent's, else that of another
  /// locale of the chain. Empty with an error if none has it.
  std::string body(const std::string &name, const std::vector<Parameter> &parameters) {
    std::optional<std::string> result = lowered(file_.tag, file_.find_or_inherited(name), parameters);
    for (auto parent = chain_.parents.begin(); !result && parent != chain_.parents.end(); ++parent) {
      result = lowered((*parent)->tag, (*parent)->find(name), parameters);
    }
    for (auto other = chain_.others.begin(); !result && other != chain_.others.end(); ++other) {
      result = lowered((*other)->tag, (*other)->find_or_inherited(name), parameters);
    }
    if (!result) {
      diagnostics_.add(Rule::no_message, {file_.path, 0, 0},
                       "\"" + name + "\" has no message here, nor in a parent locale, the default or the source", name);
    }
    return result.value_or("");
  }

  uint32_t features() const {
    uint32_t result = 0;
    for (const ProfileNeeds &needs : needs_) {
      result |= needs.features();
    }
    return result;
  }

  std::vector<std::string> profiles() const {
    std::vector<std::string> result;
    for (size_t index = 0; index < tags_.size(); ++index) {
      result.push_back(write_profile(data_.at(tags_[index]), needs_[index], features()));
    }
    return result;
  }

 private:
  /// Nothing if there is no message, or it has an error.
  std::optional<std::string> lowered(const std::string &tag, const LocaleMessage *message,
                                     const std::vector<Parameter> &parameters) {
    if (message == nullptr || !message->tree) {
      return std::nullopt;
    }
    const uint8_t index = profile(tag);
    std::vector<MessageProblem> problems;
    std::vector<MessageProblem> reasons;
    return lower(*message->tree, parameters, {index, data_.at(tag), needs_[index]}, reasons, problems);
  }

  uint8_t profile(const std::string &tag) {
    const auto found = std::find(tags_.begin(), tags_.end(), tag);
    if (found != tags_.end()) {
      return static_cast<uint8_t>(found - tags_.begin());
    }
    tags_.push_back(tag);
    needs_.emplace_back();
    return static_cast<uint8_t>(tags_.size() - 1);
  }

  const LocaleDataSet &data_;
  const LocaleFile &file_;
  const LocaleChain &chain_;
  Diagnostics &diagnostics_;
  std::vector<std::string> tags_;
  std::vector<ProfileNeeds> needs_;
};

}  // namespace

PackCompiler::PackCompiler(const Catalog &catalog) : catalog_(catalog) {
  std::vector<std::string> tags;
  for (const LocaleFile &file : catalog.locales) {
    tags.push_back(file.tag);
    data_.emplace(file.tag, locale_data(file));
  }
  tables_ = locale_tables(tags);
  transports_ = write_transports(catalog);
}

std::string PackCompiler::compile(const LocaleFile &file, const LocaleChain &chain, Diagnostics &diagnostics,
                                  Work *work) const {
  PackBuilder builder(data_, file, chain, diagnostics);
  PackContents contents;
  contents.catalog_namespace = catalog_.catalog_namespace;
  contents.default_locale = catalog_.default_locale;
  contents.source_locale = catalog_.source_locale;
  contents.transports = transports_;
  contents.locale_table = tables_.at(file.tag);
  for (const auto &[member, body] : {std::pair(unknown_code_member, &contents.unknown_code),
                                     std::pair(unreadable_response_member, &contents.unreadable_response)}) {
    *body = builder.body(member, parameters_of_member(catalog_, member));
  }
  contents.records.reserve(catalog_.codes.size());
  for (const CodeEntry &entry : catalog_.codes) {
    if (work != nullptr) {
      work->check();
    }
    if (!entry.retired) {
      contents.records.push_back({entry.code, entry.name, builder.body(entry.name, entry.parameters)});
    }
  }
  if (diagnostics.has_errors()) {
    return "";
  }
  contents.features = builder.features();
  contents.profiles = builder.profiles();
  std::string bytes = write_pack(std::move(contents));
  Pack pack{};
  if (const cg_status status = open_pack(bytes.data(), bytes.size(), pack); status != CG_OK) {
    diagnostics.add(Rule::limit, {file.path, 0, 0},
                    std::string("the compiled pack is beyond a limit: ") + cg_status_text(status));
    bytes.clear();
  }
  return bytes;
}

std::map<std::string, std::string> compile(const Catalog &catalog, Diagnostics &diagnostics) {
  std::map<std::string, std::string> packs;
  if (diagnostics.has_errors()) {
    return packs;
  }
  const PackCompiler compiler(catalog);
  for (const LocaleFile &file : catalog.locales) {
    Diagnostics of_pack;
    packs.emplace(file.tag, compiler.compile(file, locale_chain(catalog, file.tag), of_pack));
    diagnostics.append(std::move(of_pack));
  }
  if (diagnostics.has_errors()) {
    packs.clear();
  }
  return packs;
}

}  // namespace codeglot
