#include "web/content_type.hpp"

#include <string_view>

namespace lg::web {
namespace {

constexpr std::string_view office = "application/vnd.openxmlformats-officedocument.";

/// RFC 8187, section 3.2.1: attr-char stands for itself.
bool is_plain(unsigned char byte) {
  const bool letter =
      (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  return letter || std::string_view("!#$&+-.^_`|~").find(static_cast<char>(byte)) != std::string_view::npos;
}

}  // namespace

std::string content_type(const std::string& name) {
  if (name.ends_with(".docx")) return std::string(office) + "wordprocessingml.document";
  if (name.ends_with(".xlsx")) return std::string(office) + "spreadsheetml.sheet";
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  return "application/octet-stream";
}

std::string attachment(const std::string& name) {
  constexpr std::string_view figures = "0123456789ABCDEF";
  std::string plain;
  std::string whole;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool safe = byte >= 0x20U && byte < 0x7FU && c != '"' && c != '\\';
    if (safe) plain += c;
    if (!safe && (byte & 0xC0U) != 0x80U) plain += '_';  // once a character
    if (is_plain(byte)) {
      whole += c;
    } else {
      whole += '%';
      whole += figures[byte >> 4U];
      whole += figures[byte & 0xFU];
    }
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
}

}  // namespace lg::web
