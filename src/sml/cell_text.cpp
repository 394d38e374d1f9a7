#include "sml/cell_text.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/shared_strings.hpp"

#include <sstream>

namespace lg::sml {
namespace {

using opc::local_name;

std::string xml_of(pugi::xml_node node) {
  std::ostringstream stream;
  node.print(stream, "", pugi::format_raw);
  return stream.str();
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Would a reader take "_xHHHH_" at the start of this text for one character (22.9.2.19)?
bool reads_as_escape(std::string_view text) {
  return text.size() >= 7 && text[1] == 'x' && is_hex(text[2]) && is_hex(text[3]) && is_hex(text[4]) &&
         is_hex(text[5]) && text[6] == '_';
}

void append_special(std::string& xml, std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '&')
    xml += "&amp;";
  else if (c == '<')
    xml += "&lt;";
  else if (c == '>')
    xml += "&gt;";
  else if (c == '_')
    xml += reads_as_escape(text.substr(at)) ? "_x005F_" : "_";
  else if (c == '\n' || c == '\t')
    xml += c;
}

/// Of each byte: must append_escaped look at it?
bool is_special(char c) {
  return c == '&' || c == '<' || c == '>' || c == '_' || static_cast<unsigned char>(c) < 0x20;
}

/// Characters that XML cannot hold as "_x001b_" (22.9.2.19), and line breaks too where `breaks`.
std::string with_escapes(std::string_view text, bool breaks) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool broken = breaks && c.value < 0x20U;
    if (is_xml_character(c.value) && !broken) {
      escaped.append(text, i, c.size);
    } else if (c.value <= 0xFFFFU) {
      constexpr std::string_view digits = "0123456789abcdef";
      escaped += "_x";
      for (const unsigned shift : {12U, 8U, 4U, 0U}) escaped += digits[(c.value >> shift) & 0xFU];
      escaped += '_';
    }
    i += c.size;
  }
  return escaped;
}

}  // namespace

std::vector<TextRun> read_runs(pugi::xml_node item) {
  std::vector<TextRun> runs;
  for (const pugi::xml_node node : item.children()) {
    const std::string_view name = local_name(node);
    if (name != "t" && name != "r") continue;
    TextRun run;
    const pugi::xml_node text = name == "t" ? node : opc::child(node, "t");
    for (const pugi::xml_node piece : text.children()) run.text += piece.value();
    if (run.text.find("_x") != std::string::npos) run.text = clean(decode_escapes(run.text)).text;
    if (const pugi::xml_node properties = opc::child(node, "rPr")) run.properties = xml_of(properties);
    runs.push_back(std::move(run));
  }
  return runs;
}

void append_escaped(std::string& xml, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_special(text[i])) continue;
    xml.append(text, from, i - from);
    append_special(xml, text, i);
    from = i + 1;
  }
  xml.append(text, from);
}

std::string escaped_name(std::string_view text) {
  return with_escapes(text, true);
}

std::string escaped_text(std::string_view text) {
  return with_escapes(text, false);
}

std::size_t bytes_of_units(std::string_view text, std::size_t units) {
  if (text.size() <= units) return std::string_view::npos;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    used += c.value >= 0x10000U ? 2 : 1;
    if (used > units) return i;
    i += c.size;
  }
  return std::string_view::npos;
}

}  // namespace lg::sml
