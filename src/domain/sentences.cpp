#include "domain/sentences.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace lg::domain {
namespace {

constexpr std::array<std::string_view, 4> marks{"- ", "• ", "– ", "* "};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The word that ends just before `end`, with its full stops: "t.ex", "kap".
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_word_byte(text, begin - 1) || text[begin - 1] == '.')) --begin;
  return text.substr(begin, end - begin);
}

bool is_abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 20> known{
      "t.ex", "bl.a", "m.m", "m.fl", "dvs", "d.v.s", "osv", "o.s.v", "f.d",  "s.k",
      "kap",  "st",   "p",   "nr",   "art", "ca",    "jfr", "resp",  "inkl", "exkl"};
  return std::ranges::find(known, word) != known.end();
}

/// A capital letter, a digit or a quotation mark: what a sentence begins with.
bool begins_sentence(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char c = text[at];
  if (is_ascii_letter(c)) return c <= 'Z';
  if (is_digit(c)) return true;
  const std::string_view rest = text.substr(at);
  return rest.starts_with("Å") || rest.starts_with("Ä") || rest.starts_with("Ö") || rest.starts_with("É") ||
         rest.starts_with("”") || rest.starts_with('"');
}

/// True when the mark at `at` ends a sentence of the line.
bool ends_sentence(std::string_view line, std::size_t at) {
  std::size_t next = at + 1;
  while (next < line.size() && (line[next] == ')' || line[next] == '"')) ++next;
  if (next < line.size() && line[next] != ' ') return false;
  while (next < line.size() && line[next] == ' ') ++next;
  if (!begins_sentence(line, next)) return false;
  if (line[at] != '.') return true;
  const std::string_view word = word_before(line, at);
  const bool number = next < line.size() && std::ranges::all_of(word, is_digit) && word.size() <= 2;
  return !is_abbreviation(word) && !number;
}

void split_line(std::string_view line, std::vector<std::string_view>& sentences) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool mark = line[i] == '.' || line[i] == '!' || line[i] == '?';
    if (!mark || !ends_sentence(line, i)) continue;
    const std::string_view sentence = trim(line.substr(begin, i + 1 - begin));
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = i + 1;
  }
  const std::string_view rest = trim(line.substr(begin));
  if (!rest.empty()) sentences.push_back(rest);
}

}  // namespace

bool is_word_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80U) return is_ascii_letter(text[at]) || is_digit(text[at]);
  // Blanks, dashes and quotation marks beyond ASCII begin with C2 (no-break blank, «, §) or E2 80.
  std::size_t first = at;
  while (first > 0 && (static_cast<unsigned char>(text[first]) & 0xC0U) == 0x80U) --first;
  const auto lead = static_cast<unsigned char>(text[first]);
  return lead >= 0xC3U && lead != 0xE2U && !(lead == 0xC3U && text.substr(first).starts_with("×"));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trim(text.substr(0, end));
    if (!line.empty()) lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  for (const std::string_view line : lines_of(text)) split_line(line, sentences);
  return sentences;
}

std::vector<std::string_view> words_of(std::string_view text) {
  const auto joins = [&](std::size_t i) {
    const bool joint = text[i] == '-' || text[i] == ':' || text[i] == '/';
    return joint && i > 0 && i + 1 < text.size() && is_word_byte(text, i - 1) && is_word_byte(text, i + 1);
  };
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (is_word_byte(text, i) || joins(i))) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

bool is_list_item(std::string_view line) {
  return std::ranges::any_of(marks, [&](std::string_view mark) { return line.starts_with(mark); });
}

std::string_view without_mark(std::string_view line) {
  for (const std::string_view mark : marks) {
    if (line.starts_with(mark)) return trim(line.substr(mark.size()));
  }
  return line;
}

}  // namespace lg::domain
