#include "lint/leftovers.hpp"

#include "base/text.hpp"
#include "lint/foreign_tags.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace lg::lint {
namespace {

constexpr std::size_t longest_bracket = 120;  // in bytes

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_capitals(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c < 'a' || c > 'z'; });
}

/// What a writer leaves for later, whatever its case; of xx there may be more.
bool is_reminder(std::string_view word) {
  const std::string lower = to_lower(word);
  const bool crosses = lower.size() >= 2 && lower.find_first_not_of('x') == std::string::npos;
  // XX is twenty and 20 as often as it is a gap; as small letters it is always a gap.
  if (crosses) return word.size() > 2 || lower == word;
  if (word.size() == 4 && word.starts_with("20") && lower.ends_with("xx")) return true;
  constexpr std::array<std::string_view, 5> words = {"todo", "fixme", "tbd", "åååå", "lorem"};
  return std::ranges::find(words, lower) != words.end() && (lower != "todo" || is_capitals(word));
}

/// "[1]", "[sic]", "[…]", "[MSB 2023]" and links are no gaps.
bool is_ordinary(std::string_view inner, char next) {
  const bool letter = !inner.empty() && is_word_byte(inner.front()) && inner.find("…") != 0 &&
                      !(inner.front() >= '0' && inner.front() <= '9');
  if (!letter || next == '(') return true;
  const std::string lower = to_lower(inner);
  if (lower == "sic" || lower == "sic!" || lower.starts_with("red") || lower.starts_with("min ")) return true;
  return inner.find_first_of("0123456789") != std::string_view::npos ||
         (is_capitals(inner) && inner.size() <= 8 && !is_reminder(inner));
}

std::optional<Leftover> bracket_at(std::string_view text, std::size_t at, const Names& names) {
  const std::size_t end = text.find(']', at);
  if (end == std::string_view::npos || end - at > longest_bracket) return {};
  const std::string_view inner = trim(text.substr(at + 1, end - at - 1));
  if (inner.find_first_of("\x01[\n") != std::string_view::npos) return {};
  const auto match = names.find(inner);
  if (!match && is_ordinary(inner, end + 1 < text.size() ? text[end + 1] : ' ')) return {};
  return Leftover{at, end + 1, std::string(text.substr(at, end + 1 - at)),
                  match ? "Skriv " + Names::tag_for(*match, "rad") + "."
                        : "Skriv den text som ska stå där, eller en tagg."};
}

constexpr std::array<std::string_view, 3> prompts = {"Klicka eller tryck här för att ange",
                                                     "Klicka här för att ange", "Click or tap here to enter"};

}  // namespace

std::vector<Leftover> find_leftovers(std::string_view text, const Names& names) {
  std::vector<Leftover> found;
  for (const std::string_view prompt : prompts) {
    const std::size_t at = text.find(prompt);
    if (at == std::string_view::npos) continue;
    found.push_back({at, at + prompt.size(), std::string(prompt) + " …",
                     "Skriv den text som ska stå i rutan, eller en tagg."});
  }
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '[') {
      if (auto bracket = bracket_at(text, at, names)) {
        at = bracket->end;
        found.push_back(std::move(*bracket));
        continue;
      }
    }
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (is_reminder(word))
      found.push_back({at, end, std::string(word), "Skriv det som ska stå där, eller en tagg."});
    at = end;
  }
  return found;
}

void tell_leftovers(std::string_view text, const Location& where, const Names& names, Problems& problems) {
  for (const Leftover& leftover : find_leftovers(without_foreign_tags(text, names), names)) {
    problems.add({Severity::warning,
                  "M051",
                  where,
                  "”" + leftover.written + "” ser ut att vara kvarglömt.",
                  leftover.remedy,
                  {}});
  }
}

void check_leftovers(const Document& document, const Names& names, Problems& problems) {
  for (const Story& story : document.stories()) {
    for (const Line& line : story.lines) {
      if (!line.contents) tell_leftovers(line.text, story.places.of(line.node, line.text), names, problems);
    }
  }
}

}  // namespace lg::lint
