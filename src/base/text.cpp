#include "base/text.hpp"

#include "base/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace lg {

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_blank(first.value) && !is_ignorable(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    const CodePoint last = code_point_at(text, begin);
    if (!is_blank(last.value) && !is_ignorable(last.value)) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool ascii = true;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80U) {
      ascii = false;
      break;
    }
    if (c >= 'A' && c <= 'Z') {
      folded.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '%' || c == '&' ||
               c == '<' || c == '>' || c == '=' || c == '#' || c == '@' || c == '$') {
      folded.push_back(c);
    }
  }
  return ascii ? folded : fold_unicode(text);
}

std::string excerpt(std::string_view text, std::size_t limit) {
  std::string line;
  for (const char c : trim(text)) line.push_back(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
  if (length(line) <= limit) return line;
  std::size_t end = 0;
  for (std::size_t count = 0; count + 1 < limit && end < line.size(); ++count)
    end += code_point_at(line, end).size;
  const std::size_t blank = line.rfind(' ', end);
  if (blank != std::string::npos && blank > end / 2) end = blank;
  return std::string(trim(std::string_view(line).substr(0, end))) + "…";
}

std::size_t length(std::string_view text) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::ranges::count_if(text, starts));
}

namespace {

/// Edit distance with neighbouring letters swapped counted as one step, on bytes; `limit` ends it early.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

namespace {

/// Folded, and å ä ö as people write them where they cannot: "falt" for "fält".
std::string plain_letters(std::string_view word) {
  std::string plain = fold(word);
  for (const auto& [letter, base] :
       {std::pair{"å", "a"}, std::pair{"ä", "a"}, std::pair{"ö", "o"}, std::pair{"é", "e"}}) {
    for (std::size_t at = plain.find(letter); at != std::string::npos; at = plain.find(letter))
      plain.replace(at, 2, base);
  }
  return plain;
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string folded = plain_letters(word);
  if (folded.empty()) return {};
  const std::size_t limit = std::max<std::size_t>(1, folded.size() / 3);
  std::optional<std::string> best;
  std::size_t best_distance = limit + 1;
  for (const std::string& candidate : candidates) {
    const std::string other = plain_letters(candidate);
    const std::size_t apart = distance(folded, other);
    if (apart < best_distance) {
      best_distance = apart;
      best = candidate;
    }
  }
  return best;
}

std::string join(std::span<const std::string> words, std::string_view last_word) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " " + std::string(last_word) + " " : ", ";
    text += words[i];
  }
  return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t end = text.find(separator);
    const std::string_view piece = trim(text.substr(0, end));
    if (!piece.empty()) pieces.emplace_back(piece);
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

std::optional<double> parse_number(std::string_view text) {
  std::string digits;
  text = trim(text);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (c.value == ',') {
      digits.push_back('.');
    } else if (c.value == 0x2212U) {  // the typographic minus
      digits.push_back('-');
    } else if (!is_blank(c.value)) {
      digits.append(text.substr(i, c.size));
    }
    i += c.size;
  }
  if (digits.empty() || digits.find_first_not_of("0123456789.-+eE") != std::string::npos) return {};
  const char* begin = digits.data() + (digits.front() == '+' ? 1 : 0);
  double number = 0;
  const auto [end, error] = std::from_chars(begin, digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number)) return {};
  return number;
}

std::string number_text(double number, char point) {
  std::array<char, 512> buffer{};
  const bool whole = std::abs(number) < 1e15;
  const auto result =
      whole ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed)
            : std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  std::string text(buffer.data(), result.ptr);
  std::ranges::replace(text, '.', point);
  return text == "-0" ? "0" : text;
}

}  // namespace lg
