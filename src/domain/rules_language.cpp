#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>

// Only what nobody writes on purpose: what may be a matter of taste is left alone.
namespace lg::domain {
namespace {

using Kind = PrintedText::Kind;
using Words = std::vector<std::string_view>;

void tell(const PrintedText& text, const char* code, std::string message, std::string hint,
          Problems& problems, Severity severity = Severity::warning) {
  problems.add({severity, code, text.value->source().location(), std::move(message), std::move(hint), {}});
}

bool has_word_before(std::string_view text, std::size_t at) {
  return at > 0 && is_word_byte(text, at - 1);
}

/// "xxx", "TODO", "[fyll i]", "???": what was to be written later.
std::optional<std::string> leftover_in(const PrintedText& text) {
  static constexpr std::array<std::string_view, 12> phrases{
      "lorem ipsum", "???", "[…]", "[...]", "⟦", "<<", "[fyll", "[skriv", "[namn", "[datum", "[år", "[text"};
  for (const std::string_view phrase : phrases) {
    const std::size_t at = text.lower.find(phrase);
    if (at != std::string::npos) return std::string(text.text.substr(at, phrase.size()));
  }
  static constexpr std::array<std::string_view, 4> marks{"TODO", "FIXME", "TBD", "ÅÅÅÅ"};
  for (const std::string_view word : words_of(text.text)) {
    const bool mark = std::ranges::find(marks, word) != marks.end();
    const bool crosses = word.size() >= 3 && word.find_first_not_of("xX") == std::string_view::npos;
    if (mark || (crosses && word != "XXX-talet")) return std::string(word);
  }
  const bool bare = text.text.find_first_not_of(".-_ …") == std::string_view::npos;
  if (bare && text.kind != Kind::note) return std::string(text.text);
  return {};
}

/// Two blanks between words, or one before a mark. Lines are looked at one by one: blanks at an end are not
/// seen.
std::optional<std::string> stray_blanks_in(const PrintedText& text) {
  for (const std::string_view line : lines_of(text.text)) {
    const std::size_t two = line.find("  ");
    if (two != std::string_view::npos && has_word_before(line, two)) return "två blanksteg i rad";
    for (const std::string_view mark : {" ,", " ."}) {
      for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) {
        const std::size_t next = at + 2;
        if (has_word_before(line, at) && (next == line.size() || line[next] == ' '))
          return "ett blanksteg före " + std::string(mark == " ," ? "ett komma" : "en punkt");
      }
    }
  }
  return {};
}

bool ends_as_sentence(std::string_view line) {
  static constexpr std::array<std::string_view, 8> ends{".", "!", "?", ":", "…", ")", "”", "\""};
  return std::ranges::any_of(ends, [&](std::string_view end) { return line.ends_with(end); });
}

/// Prose whose last line is a sentence without its mark.
bool lacks_full_stop(const PrintedText& text) {
  const auto lines = lines_of(text.text);
  if (lines.empty() || is_list_item(lines.back()) || ends_as_sentence(lines.back())) return false;
  return words_of(lines.back()).size() >= 4;
}

bool begins_small(const PrintedText& text) {
  if (is_list_item(trim(text.text))) return false;
  const std::string_view trimmed = trim(text.text);
  if (trimmed.empty() || !is_word_byte(trimmed, 0) || words_of(trimmed).size() < 2) return false;
  const std::string_view first = words_of(trimmed).front();
  // A name such as "iPhone" or "e-Legitimation" keeps its letters.
  const bool own = std::ranges::any_of(first, [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool letter = (first[0] >= 'a' && first[0] <= 'z') || first.starts_with("å") ||
                      first.starts_with("ä") || first.starts_with("ö");
  return letter && !own;
}

std::optional<std::string> doubled_word_in(const PrintedText& text) {
  static constexpr std::array<std::string_view, 14> known{"att", "och", "i",  "på",  "med",  "av",  "till",
                                                          "en",  "ett", "är", "som", "från", "vid", "inte"};
  for (const std::string_view line : lines_of(text.lower)) {
    const Words words = words_of(line);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool touching = words[i].data() == words[i - 1].data() + words[i - 1].size() + 1;
      if (touching && words[i] == words[i - 1] && std::ranges::find(known, words[i]) != known.end())
        return std::string(words[i]);
    }
  }
  return {};
}

constexpr std::size_t longest_sentence = 40;

std::optional<std::pair<std::string, std::size_t>> long_sentence_in(const PrintedText& text) {
  if (text.text.size() < longest_sentence * 3) return {};
  for (const std::string_view sentence : sentences_of(text.text)) {
    const std::size_t words = words_of(sentence).size();
    if (words > longest_sentence) return std::pair(std::string(sentence), words);
  }
  return {};
}

/// A capital letter within a heading, of a word that the texts otherwise write small: "… eller Utveckling".
class StrayCapitals {
 public:
  explicit StrayCapitals(const std::vector<PrintedText>& texts) {
    for (const PrintedText& text : texts) {
      if (text.kind == Kind::heading) note(text);
    }
    if (wanted_.empty()) return;
    for (const PrintedText& text : texts) {
      for (const std::string_view word : words_of(text.text)) {
        if (wanted_.contains(std::string(word))) small_.insert(std::string(word));
      }
    }
  }

  [[nodiscard]] std::optional<std::string> in(const PrintedText& text) const {
    for (const std::string_view word : capitals_in(text)) {
      if (small_.contains(lower_in_place(word))) return std::string(word);
    }
    return {};
  }

 private:
  /// Words with a capital first and small letters after, not at the beginning of the heading or of a part of
  /// it.
  static Words capitals_in(const PrintedText& text) {
    Words found;
    const Words words = words_of(text.text);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string lower = lower_in_place(words[i]);
      const bool capital = lower.size() > 4 && lower != words[i] && lower.substr(2) == words[i].substr(2) &&
                           (words[i][0] != lower[0] || words[i][1] != lower[1]);
      const char* end = words[i - 1].data() + words[i - 1].size();
      const std::string_view gap(end, static_cast<std::size_t>(words[i].data() - end));
      if (capital && gap == " ") found.push_back(words[i]);
    }
    return found;
  }

  void note(const PrintedText& text) {
    for (const std::string_view word : capitals_in(text)) wanted_.insert(lower_in_place(word));
  }

  std::unordered_set<std::string> wanted_;  // in small letters
  std::unordered_set<std::string> small_;   // those of them that some text writes so
};

void check_prose(const PrintedText& text, Problems& problems) {
  const std::string shown = excerpt(text.text, 40);
  if (begins_small(text)) {
    tell(text, "TEXT-404", "Texten ”" + shown + "” börjar med liten bokstav.", "Börja med stor bokstav.",
         problems);
  }
  if (lacks_full_stop(text)) {
    const auto lines = lines_of(text.text);
    tell(text, "TEXT-403", "Texten ”" + excerpt(lines.back(), 60) + "” slutar utan punkt.", "Sätt punkt.",
         problems);
  }
  if (const auto sentence = long_sentence_in(text)) {
    tell(text, "TEXT-406",
         "Meningen ”" + excerpt(sentence->first, 60) + "” har " + std::to_string(sentence->second) + " ord.",
         "Dela den gärna i två.", problems, Severity::note);
  }
}

}  // namespace

void check_language(const RuleInput& input, Problems& problems) {
  const StrayCapitals capitals(input.texts);
  for (const PrintedText& text : input.texts) {
    if (const auto leftover = leftover_in(text)) {
      tell(text, "TEXT-401", "I texten står ”" + excerpt(*leftover, 40) + "” kvar.",
           "Skriv det som ska stå där, eller ta bort det.", problems);
      continue;
    }
    if (const auto blanks = stray_blanks_in(text)) {
      tell(text, "TEXT-402", "Texten ”" + excerpt(text.text, 40) + "” har " + *blanks + ".",
           "Ta bort blanksteget.", problems);
    }
    if (const auto word = doubled_word_in(text)) {
      tell(text, "TEXT-407", "Ordet ”" + *word + "” står två gånger i rad.", "Ta bort det ena.", problems);
    }
    if (text.kind == Kind::prose) check_prose(text, problems);
    if (text.kind != Kind::heading) continue;
    if (const auto word = capitals.in(text)) {
      tell(text, "TEXT-405", "Rubriken ”" + excerpt(text.text, 80) + "” har stor bokstav i ”" + *word + "”.",
           "Skriv ordet med liten bokstav.", problems);
    }
  }
}

}  // namespace lg::domain
