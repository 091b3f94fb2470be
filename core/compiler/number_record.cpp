// See number_record.h.
#include "core/compiler/number_record.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "core/pack/writer.h"
#include "core/runtime/spans.h"

namespace codeglot {
namespace {

layout::Piece piece_of(const std::string &name) {
  static const std::map<std::string, layout::Piece> pieces = {{"minusSign", layout::Piece::minus_sign},
                                                              {"plusSign", layout::Piece::plus_sign},
                                                              {"percentSign", layout::Piece::percent_sign},
                                                              {"currency", layout::Piece::currency},
                                                              {"unit", layout::Piece::unit},
                                                              {"compact", layout::Piece::compact},
                                                              {"infinity", layout::Piece::infinity},
                                                              {"nan", layout::Piece::nan}};
  const auto found = pieces.find(name);
  return found == pieces.end() ? layout::Piece::literal : found->second;
}

std::string affix_of(const std::vector<Part::Piece> &pieces) {
  ByteWriter out;
  for (const Part::Piece &piece : pieces) {
    out.byte(static_cast<uint8_t>(piece_of(piece.type)));
    out.text(piece.value);
  }
  return out.bytes();
}

std::string text_of(const std::vector<Part::Piece> &pieces) {
  std::string result;
  for (const Part::Piece &piece : pieces) {
    result += piece.value;
  }
  return result;
}

/// An affix with one piece where several of one kind touch.
std::string joined(const std::string &affix) {
  ByteWriter out;
  std::string text;
  const auto *at = reinterpret_cast<const uint8_t *>(affix.data());
  for (const uint8_t *const end = at + affix.size(); at != end;) {
    const uint8_t piece = *at++;
    const Text part = read_text(at);
    text.append(part.data, part.bytes);
    if (at == end || *at != piece) {
      out.byte(piece);
      out.text(text);
      text.clear();
    }
  }
  return out.bytes();
}

/// The pieces that the runtime finds in an affix of a style, which is text alone.
std::string pieces_in_style(const std::string &text) {
  cg_span found[16];
  Spans spans(found, std::size(found));
  Sink sink(nullptr, 0);
  sink.note_spans(&spans);
  append_affix(sink, {text.data(), static_cast<uint32_t>(text.size())});
  ByteWriter out;
  for (size_t index = 0; index < std::min(spans.count(), std::size(found)); ++index) {
    out.byte(static_cast<uint8_t>(piece_of(std::string(found[index].name.data, found[index].name.bytes))));
    out.text(text.substr(found[index].from, found[index].to - found[index].from));
  }
  return out.bytes();
}

/// The locale's decimal (0) or group (1) symbol.
std::string symbol(const LocaleData &locale, size_t index) {
  const auto *at = reinterpret_cast<const uint8_t *>(locale.number_symbols.data()) + 1 +
                   10 * static_cast<size_t>(locale.number_symbols[0]);
  Text text = read_text(at);
  for (; index > 0; --index) {
    text = read_text(at);
  }
  return {text.data, text.bytes};
}

}  // namespace

Affixes make_affixes(const std::vector<Part::Piece> &prefix, const std::vector<Part::Piece> &suffix, bool has_digits) {
  return {affix_of(prefix), affix_of(suffix), text_of(prefix), text_of(suffix), !has_digits};
}

/// Digits times 10^power, as a decimal string without an exponent.
std::string scaled(const std::string &digits, int power) {
  const bool negative = digits[0] == '-';
  std::string text = negative ? digits.substr(1) : digits;
  const size_t dot = text.find('.');
  int point = static_cast<int>(dot == std::string::npos ? text.size() : dot) + power;
  if (dot != std::string::npos) {
    text.erase(dot, 1);
  }
  if (point <= 0) {
    text.insert(0, static_cast<size_t>(1 - point), '0');
    point = 1;
  }
  if (point > static_cast<int>(text.size())) {
    text.append(static_cast<size_t>(point) - text.size(), '0');
  }
  if (point < static_cast<int>(text.size())) {
    text.insert(static_cast<size_t>(point), 1, '.');
  }
  return (negative ? "-" : "") + text;
}

std::string NumberRecord::format(const std::vector<NumberForm> &special_forms) const {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(layout::FormatKind::number));
  out.byte(static_cast<uint8_t>(rounding));
  out.byte(static_cast<uint8_t>(mode));
  out.byte(static_cast<uint8_t>(least_integer));
  out.byte(static_cast<uint8_t>(least));
  out.byte(static_cast<uint8_t>(most));
  out.byte(static_cast<uint8_t>(static_cast<int8_t>(scale)));
  out.byte(strips_zeros ? layout::format_strips_zeros : uint8_t{0});
  out.byte(static_cast<uint8_t>(primary));
  out.byte(static_cast<uint8_t>(secondary));
  out.byte(static_cast<uint8_t>(least_grouping));
  out.text(decimal);
  out.text(group);
  std::vector<NumberForm> written = special_forms;
  written.insert(written.end(), forms.begin(), forms.end());
  for (size_t magnitude = shifts.size(); forms.empty() && magnitude-- > 0;) {
    written.push_back({static_cast<int>(magnitude), shifts[magnitude], layout::form_of_any, layout::sign_any, {}});
  }
  for (const NumberForm &form : written) {
    out.byte(static_cast<uint8_t>(form.magnitude));
    out.byte(static_cast<uint8_t>(form.shift + (form.affixes.without_digits ? layout::form_without_digits : 0)));
    out.byte(form.category);
    out.byte(form.signs);
    out.text(form.affixes.prefix);
    out.text(form.affixes.suffix);
  }
  return out.bytes();
}

std::optional<std::string> NumberRecord::style(const LocaleData &locale) const {
  const auto is_symbol = [&](const std::string &text, size_t index) {
    return text.empty() || text == symbol(locale, index);
  };
  if (rounding != layout::Rounding::fraction || mode != layout::RoundingMode::half_even || least != 0 || strips_zeros ||
      least_integer != 1 || scale < 0 || forms.size() != 2 || !is_symbol(decimal, 0) || !is_symbol(group, 1) ||
      forms[0].signs != (layout::sign_negative | layout::sign_negative_zero) ||
      forms[0].category != layout::form_of_any || forms[0].shift != 0) {
    return std::nullopt;
  }
  ByteWriter out;
  out.byte(static_cast<uint8_t>(most));
  out.byte(static_cast<uint8_t>(scale));
  out.byte(static_cast<uint8_t>(primary));
  out.byte(static_cast<uint8_t>(secondary == primary ? 0 : secondary));
  out.byte(static_cast<uint8_t>(least_grouping));
  for (const NumberForm &form : {forms[1], forms[0]}) {
    if (joined(form.affixes.prefix) != pieces_in_style(form.affixes.prefix_text) ||
        joined(form.affixes.suffix) != pieces_in_style(form.affixes.suffix_text)) {
      return std::nullopt;
    }
    out.text(form.affixes.prefix_text);
    out.text(form.affixes.suffix_text);
  }
  return out.bytes();
}

}  // namespace codeglot
