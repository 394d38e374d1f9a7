#include "sml/shared_strings.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "opc/xml.hpp"

#include <charconv>
#include <optional>

namespace lg::sml {
namespace {

/// The UTF-16 unit of "_x000D_" at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(at, 7);
  if (escape.size() < 7 || !escape.starts_with("_x") || escape[6] != '_') return {};
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
  if (error != std::errc() || end != escape.data() + 6) return {};
  return unit;
}

void append_text(std::string& text, pugi::xml_node t) {
  for (const pugi::xml_node piece : t.children()) {
    if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata) text += piece.value();
  }
}

}  // namespace

std::string decode_escapes(std::string_view text) {
  std::string plain;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto unit = text[i] == '_' ? escape_at(text, i) : std::nullopt;
    if (!unit) {
      plain.push_back(text[i++]);
      continue;
    }
    i += 7;
    char32_t value = *unit;
    const auto low = value >= 0xD800U && value < 0xDC00U ? escape_at(text, i) : std::nullopt;
    if (low && *low >= 0xDC00U && *low < 0xE000U) {
      value = 0x10000U + ((value - 0xD800U) << 10U) + (*low - 0xDC00U);
      i += 7;
    }
    const bool lone = value >= 0xD800U && value < 0xE000U;
    append_utf8(plain, lone ? 0xFFFDU : value);
  }
  return plain;
}

std::string rich_text(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node node : item.children()) {
    const std::string_view name = opc::local_name(node);
    if (name == "t") append_text(text, node);
    if (name == "r") append_text(text, opc::child(node, "t"));
  }
  return text.find("_x") == std::string::npos ? text : decode_escapes(text);
}

CellText keep_text(std::string text, std::deque<std::string>& texts) {
  CleanText legal = clean(text);
  texts.push_back(legal.changed ? std::move(text) : std::move(legal.text));
  return {texts.back(), legal.changed};
}

std::vector<CellText> read_shared_strings(const opc::Package& package, const opc::PartName& workbook,
                                          std::deque<std::string>& texts) {
  std::vector<CellText> strings;
  const auto parts = package.related(workbook, "sharedStrings");
  if (parts.empty() || !package.has(parts.front())) return strings;
  const auto document =
      opc::parse_xml(package.bytes(parts.front()), package.file_name(), parts.front().text());
  for (const pugi::xml_node item : document.document_element().children()) {
    if (opc::local_name(item) == "si") strings.push_back(keep_text(rich_text(item), texts));
  }
  return strings;
}

}  // namespace lg::sml
