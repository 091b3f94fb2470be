// See compile.h. Fallback happens here: each pack gets a text for every code, from the first locale of its chain that
// has one (itself, CLDR's parents, the default, the source), with that locale's profile.
#include "core/compiler/compile.h"

#include <algorithm>
#include <functional>

#include "codeglot/limits.h"
#include "core/compiler/fallback.h"
#include "core/compiler/locale_table.h"
#include "core/pack/pack.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

std::string write_transports(const Catalog &catalog) {
  ByteWriter out;
  for (const Transport &transport : catalog.transports) {
    out.text(transport.name);
    out.byte(static_cast<uint8_t>(transport.read_body_of.size()));
    for (const uint32_t status : transport.read_body_of) {
      out.u16(status);
    }
    out.byte(static_cast<uint8_t>(transport.statuses.size()));
    for (const auto &[status, name] : transport.statuses) {
      out.u16(status);
      out.u32(static_cast<uint32_t>(catalog.find(name)->code));
    }
  }
  return out.bytes();
}

/// Builds one pack; profiles are added as messages of their locales turn up.
class PackBuilder {
 public:
  PackBuilder(const Catalog &catalog, const std::map<std::string, LocaleData> &data, const LocaleFile &file,
              Diagnostics &diagnostics)
      : data_(data), file_(file), chain_(fallback_chain(catalog, file.tag)), diagnostics_(diagnostics) {
    profile(file.tag);
  }

  /// The body for a message that each locale of the chain may have; empty with an error if none has it.
  std::string body(const std::function<const LocaleMessage *(const LocaleFile &)> &find, const std::string &name,
                   const std::vector<Parameter> &parameters) {
    for (const LocaleFile *file : chain_) {
      const LocaleMessage *message = find(*file);
      if (message == nullptr || !message->tree) {
        continue;
      }
      std::vector<MessageProblem> problems;
      const uint8_t index = profile(file->tag);
      std::vector<MessageProblem> reasons;
      std::optional<std::string> body = lower(*message->tree, parameters, {index, data_.at(file->tag), needs_[index]},
                                              reasons, problems);
      if (body) {
        return std::move(*body);
      }
    }
    diagnostics_.error({file_.path, 0, 0},
                       "\"" + name + "\" has no message here, nor in a parent locale, the default or the source");
    return "";
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
  uint8_t profile(const std::string &tag) {
    const auto found = std::find(tags_.begin(), tags_.end(), tag);
    if (found != tags_.end()) {
      return static_cast<uint8_t>(found - tags_.begin());
    }
    tags_.push_back(tag);
    needs_.emplace_back();
    return static_cast<uint8_t>(tags_.size() - 1);
  }

  const std::map<std::string, LocaleData> &data_;
  const LocaleFile &file_;
  std::vector<const LocaleFile *> chain_;
  Diagnostics &diagnostics_;
  std::vector<std::string> tags_;
  std::vector<ProfileNeeds> needs_;
};

}  // namespace

std::map<std::string, std::string> compile(const Catalog &catalog, Diagnostics &diagnostics) {
  std::map<std::string, std::string> packs;
  if (diagnostics.has_errors()) {
    return packs;
  }
  std::vector<std::string> tags;
  std::map<std::string, LocaleData> data;
  for (const LocaleFile &file : catalog.locales) {
    tags.push_back(file.tag);
    data.emplace(file.tag, locale_data(file));
  }
  const std::map<std::string, std::string> tables = locale_tables(tags);
  const std::string transports = write_transports(catalog);
  for (const LocaleFile &file : catalog.locales) {
    PackBuilder builder(catalog, data, file, diagnostics);
    PackContents contents;
    contents.catalog_namespace = catalog.catalog_namespace;
    contents.default_locale = catalog.default_locale;
    contents.source_locale = catalog.source_locale;
    contents.transports = transports;
    contents.locale_table = tables.at(file.tag);
    contents.unknown_code = builder.body(
        [](const LocaleFile &from) { return from.unknown_code ? &*from.unknown_code : nullptr; }, unknown_code_member,
        {{"code", layout::Type::string, {}}});
    contents.unreadable_response = builder.body(
        [](const LocaleFile &from) { return from.unreadable_response ? &*from.unreadable_response : nullptr; },
        unreadable_response_member, {});
    for (const CodeEntry &entry : catalog.codes) {
      if (entry.retired) {
        continue;
      }
      const auto find = [&entry](const LocaleFile &from) {
        const auto found = from.messages.find(entry.name);
        return found == from.messages.end() ? nullptr : &found->second;
      };
      contents.records.push_back({entry.code, entry.name, builder.body(find, entry.name, entry.parameters)});
    }
    if (diagnostics.has_errors()) {
      continue;
    }
    contents.features = builder.features();
    contents.profiles = builder.profiles();
    std::string bytes = write_pack(std::move(contents));
    Pack pack{};
    if (const cg_status status = open_pack(bytes.data(), bytes.size(), pack); status != CG_OK) {
      diagnostics.error({file.path, 0, 0},
                        std::string("the compiled pack is beyond a limit: ") + cg_status_text(status));
      continue;
    }
    packs.emplace(file.tag, std::move(bytes));
  }
  if (diagnostics.has_errors()) {
    packs.clear();
  }
  return packs;
}

}  // namespace codeglot
