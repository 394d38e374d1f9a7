#include "opc/xml.hpp"

#include "base/characters.hpp"
#include "base/problem.hpp"
#include "opc/limits.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace lg::opc {
namespace {

/// What is wrong with a part, for the one sentence that tells it.
struct Fault {
  std::string code;
  std::string message;
};

[[noreturn]] void refuse(const std::string& file, std::string_view part, const Fault& fault) {
  throw UnreadableFile(
      Problem{Severity::error,
              fault.code,
              FileLocation{file},
              "Delen ”" + std::string(part) + "” " + fault.message,
              "Öppna filen i Excel eller Word, låt programmet reparera den och spara den på nytt.",
              {}});
}

const Fault damaged{"FIL-030", "är skadad och kan inte läsas."};
const Fault doctype{"FIL-031", "innehåller en DOCTYPE, som Excel och Word aldrig skriver."};
const Fault characters{"FIL-032", "innehåller tecken som inte är tillåtna."};
const Fault encoding{"FIL-033", "är skriven i en teckenkodning som Excel och Word inte använder."};
const Fault elements{"FIL-035", "har fler element än gränsen tillåter."};
const Fault depth{"FIL-034", "har fler nivåer i varandra än gränsen tillåter."};

bool is_utf16(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  const bool mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const bool pattern = (bytes[0] == '<' && bytes[1] == '\0') || (bytes[0] == '\0' && bytes[1] == '<');
  return mark || pattern;
}

/// The declared encoding, in lower case; empty when none is declared.
std::string declared_encoding(const pugi::xml_document& document) {
  std::string name = document.first_child().attribute("encoding").value();
  if (document.first_child().type() != pugi::node_declaration) return "";
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

/// Legal UTF-8 without the control characters that XML 1.0 forbids (2.2).
bool has_legal_characters(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    // Most bytes are ASCII: eight at a time, no high bit and none below a blank.
    if (i + 8 <= bytes.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + i, 8);
      const bool plain =
          (word & 0x8080808080808080U) == 0 && ((word - 0x2020202020202020U) & 0x8080808080808080U) == 0;
      if (plain) {
        i += 8;
        continue;
      }
    }
    const CodePoint c = code_point_at(bytes, i);
    if (!c.valid || (c.value < 0x20U && !is_xml_character(c.value))) return false;
    i += c.size;
  }
  return true;
}

/// "&#10;", "&#x41;", or one of the five names that XML itself defines (4.6).
bool is_legal_reference(std::string_view text) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos) return false;
  const std::string name(text.substr(1, end - 1));
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return true;
  if (name.size() < 2 || name[0] != '#') return false;
  const bool hex = name[1] == 'x';
  const char* digits = name.c_str() + (hex ? 2 : 1);
  char* rest = nullptr;
  const unsigned long value = std::strtoul(digits, &rest, hex ? 16 : 10);
  return *digits != '\0' && *rest == '\0' && is_xml_character(static_cast<char32_t>(value));
}

/// Outside of CDATA sections and comments every "&" begins a reference; a bare one inside them is rare enough
/// to be looked at as text only when one is found.
bool has_legal_references(std::string_view bytes) {
  for (std::size_t at = bytes.find('&'); at != std::string_view::npos; at = bytes.find('&', at + 1)) {
    if (is_legal_reference(bytes.substr(at))) continue;
    const std::size_t cdata = bytes.rfind("<![CDATA[", at);
    const std::size_t comment = bytes.rfind("<!--", at);
    const bool in_cdata = cdata != std::string_view::npos && bytes.find("]]>", cdata) > at;
    const bool in_comment = comment != std::string_view::npos && bytes.find("-->", comment) > at;
    if (!in_cdata && !in_comment) return false;
  }
  return true;
}

bool is_too_deep(const pugi::xml_document& document) {
  std::size_t level = 0;
  pugi::xml_node node = document.first_child();
  while (node) {
    if (const pugi::xml_node inner = node.first_child()) {
      node = inner;
      if (++level > limits.xml_depth) return true;
      continue;
    }
    pugi::xml_node next = node.next_sibling();
    for (; !next && level > 0; --level) {
      node = node.parent();
      next = node.next_sibling();
    }
    node = next;
  }
  return false;
}

/// One root element; beside it only comments, instructions and blanks.
bool has_one_root(const pugi::xml_document& document) {
  int roots = 0;
  for (const pugi::xml_node node : document.children()) {
    if (node.type() == pugi::node_element) ++roots;
    const bool text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    if (text && std::strspn(node.value(), " \t\r\n") != std::strlen(node.value())) return false;
  }
  return roots == 1;
}

/// The code unit at `at`, in the order of bytes that the text begins with.
char32_t unit_at(std::string_view bytes, std::size_t at, bool little) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return little ? first | (second << 8U) : second | (first << 8U);
}

}  // namespace

std::string as_utf8(std::string bytes) {
  if (!is_utf16(bytes)) return bytes;
  const bool little = bytes[0] == '\xFF' || bytes[1] == '\0';
  constexpr char32_t mark = 0xFEFF;
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit_at(bytes, at, little);
    const bool high = c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size();
    const char32_t low = high ? unit_at(bytes, at + 2, little) : 0;
    if (low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    }
    const bool lone = c >= 0xD800 && c < 0xE000;
    if (c != mark) append_utf8(text, lone ? 1 : c);  // 1: refused when the part is parsed
  }
  // The declaration is to say what is true now.
  const std::size_t end = text.find("?>");
  const std::size_t encoding = text.find("encoding=");
  if (encoding < end) text.erase(encoding, text.find(text[encoding + 9], encoding + 10) + 1 - encoding);
  return text;
}

pugi::xml_document parse_xml(std::string_view bytes, const std::string& file, std::string_view part) {
  // Blank text is kept, and line ends and attribute blanks are left as they are; a DOCTYPE and text beside
  // the root are kept too, only to be refused below.
  constexpr unsigned options = (pugi::parse_default & ~(pugi::parse_wconv_attribute | pugi::parse_eol)) |
                               pugi::parse_ws_pcdata | pugi::parse_declaration | pugi::parse_pi |
                               pugi::parse_comments | pugi::parse_doctype | pugi::parse_fragment;
  // Most parts are too short to have too many: they need not be counted.
  const bool may_be_many = bytes.size() / 2 > limits.elements;
  const std::ptrdiff_t marks = may_be_many ? std::ranges::count(bytes, '<') : 0;
  if (static_cast<std::size_t>(marks) / 2 > limits.elements) refuse(file, part, elements);
  const bool utf16 = is_utf16(bytes);
  if (!utf16 && !has_legal_characters(bytes)) refuse(file, part, characters);
  pugi::xml_document document;
  const pugi::xml_encoding as = utf16 ? pugi::encoding_auto : pugi::encoding_utf8;
  if (!utf16 && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size(), options, as);
  if (document.find_child([](pugi::xml_node n) { return n.type() == pugi::node_doctype; })) {
    refuse(file, part, doctype);
  }
  if (!result || !has_one_root(document)) refuse(file, part, damaged);
  const std::string declared = declared_encoding(document);
  const bool known = declared.empty() || declared == "utf-8" || declared == "utf8" ||
                     declared == "us-ascii" || declared.starts_with("utf-16");
  if (!known) refuse(file, part, encoding);
  if (!utf16 && !has_legal_references(bytes)) refuse(file, part, characters);
  if (is_too_deep(document)) refuse(file, part, depth);
  return document;
}

std::string to_bytes(const pugi::xml_document& document) {
  struct Writer : pugi::xml_writer {
    std::string bytes;
    void write(const void* data, std::size_t size) override {
      bytes.append(static_cast<const char*>(data), size);
    }
  };
  Writer writer;
  writer.bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  for (const pugi::xml_node node : document.children()) {
    if (node.type() != pugi::node_element && node.type() != pugi::node_comment &&
        node.type() != pugi::node_pi)
      continue;
    node.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  }
  return writer.bytes;
}

std::string_view local_name(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute a : node.attributes()) {
    if (local_name(a.name()) == name) return a;
  }
  return {};
}

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute = value.c_str();
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node n : node.children()) {
    if (local_name(n) == name) return n;
  }
  return {};
}

}  // namespace lg::opc
