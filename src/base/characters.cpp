#include "base/characters.hpp"

#include "base/text.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace lg {
namespace {

struct Freed {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* raw = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &raw,
                                             static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Freed> owned(raw);
  if (size < 0) return std::string(text);  // not legal UTF-8: left as it is
  return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

/// Dropped when names are compared: what a reader would not call another name.
bool is_punctuation(char32_t c) {
  return c == '*' || c == '_' || c == ':' || c == ';' || c == '/' || c == '(' || c == ')' || c == ',' ||
         c == '.' || c == '!' || c == '?' || c == '\\' || c == '[' || c == ']' || c == '|' || c == '{' ||
         c == '}' || c == '~' || c == '^' || c == '`' || c == U'´';
}

/// Swedish places å ä ö after z, in that order; other letters with marks sort as their base letter.
char32_t swedish_rank(char32_t c) {
  switch (c) {
    case U'å': return 'z' + 1;
    case U'ä':
    case U'æ': return 'z' + 2;
    case U'ö':
    case U'ø': return 'z' + 3;
    case U'é':
    case U'è':
    case U'ê': return 'e';
    case U'ü': return 'y';
    case U'á':
    case U'à': return 'a';
    default: return c;
  }
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80U) return {first, 1, true};
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
  utf8proc_int32_t value = 0;
  const utf8proc_ssize_t size =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - offset), &value);
  if (size <= 0) return {0xFFFDU, 1, false};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(size), true};
}

void append_utf8(std::string& text, char32_t value) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09U && c <= 0x0DU) || c == 0x85U || c == 0xA0U || c == 0x1680U ||
         (c >= 0x2000U && c <= 0x200AU) || c == 0x2028U || c == 0x2029U || c == 0x202FU || c == 0x205FU ||
         c == 0x3000U;
}

bool is_ignorable(char32_t c) {
  return c == 0xADU || (c >= 0x200BU && c <= 0x200FU) || c == 0x2060U || c == 0xFEFFU;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010U && c <= 0x2015U) || c == 0x2212U || c == 0x1EU;
}

bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || (c >= 0x2018U && c <= 0x201FU) || c == 0xABU || c == 0xBBU;
}

bool is_xml_character(char32_t c) {
  return c == 0x9U || c == 0xAU || c == 0xDU || (c >= 0x20U && c <= 0xD7FFU) ||
         (c >= 0xE000U && c <= 0xFFFDU) || (c >= 0x10000U && c <= 0x10FFFFU);
}

std::string fold_unicode(std::string_view text) {
  const std::string composed = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  std::string folded;
  folded.reserve(composed.size());
  for (std::size_t i = 0; i < composed.size();) {
    const CodePoint c = code_point_at(composed, i);
    const bool kept = !is_blank(c.value) && !is_ignorable(c.value) && !is_dash(c.value) &&
                      !is_quote(c.value) && !is_punctuation(c.value) && c.value >= 0x20U;
    if (kept) folded.append(composed, i, c.size);
    i += c.size;
  }
  return folded;
}

std::string compose_nfc(std::string_view text) {
  // Nearly all text is composed already: only what holds a combining mark (U+0300 to U+036F) may not be.
  const bool marks =
      text.find('\xCC') != std::string_view::npos || text.find('\xCD') != std::string_view::npos;
  return marks ? mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE) : std::string(text);
}

std::string to_lower(std::string_view text) {
  std::string lower;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    append_utf8(lower, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))));
    i += c.size;
  }
  return lower;
}

std::string to_upper_first(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint first = code_point_at(text, 0);
  std::string upper;
  append_utf8(upper, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(first.value))));
  return upper.append(text.substr(first.size));
}

std::string swedish_sort_key(std::string_view text) {
  const std::string lower = to_lower(compose_nfc(text));
  std::string key;
  for (std::size_t i = 0; i < lower.size();) {
    const CodePoint c = code_point_at(lower, i);
    i += c.size;
    if (c.value >= '0' && c.value <= '9') {
      // A run of digits sorts by its length first, that is as a number.
      std::size_t end = i;
      while (end < lower.size() && lower[end] >= '0' && lower[end] <= '9') ++end;
      std::string digits = lower.substr(i - 1, end - i + 1);
      digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
      key.push_back('0');
      key.push_back(static_cast<char>(std::min<std::size_t>(digits.size(), 100)));
      key += digits;
      i = end;
      continue;
    }
    if (is_ignorable(c.value)) continue;
    append_utf8(key, is_blank(c.value) || is_dash(c.value) ? U' ' : swedish_rank(c.value));
  }
  return key;
}

CleanText clean(std::string_view text) {
  CleanText cleaned;
  cleaned.text.reserve(text.size());
  const auto is_plain = [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_plain(text[end])) ++end;
    cleaned.text.append(text, i, end - i);
    i = end;
    if (i == text.size()) break;
    const CodePoint c = code_point_at(text, i);
    if (c.value == '\r' || c.value == 0x0BU || c.value == 0x85U || c.value == 0x2028U || c.value == 0x2029U) {
      const bool pair = c.value == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
      if (!pair) cleaned.text.push_back('\n');
    } else if (!c.valid) {
      append_utf8(cleaned.text, 0xFFFDU);
      cleaned.changed = true;
    } else if (!is_xml_character(c.value)) {
      cleaned.changed = true;
    } else {
      cleaned.text.append(text.substr(i, c.size));
    }
    i += c.size;
  }
  return cleaned;
}

}  // namespace lg
