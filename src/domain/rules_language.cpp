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

/// True when [at, at + size) is a word by itself; false when `at` is npos.
bool is_whole_word(std::string_view text, std::size_t at, std::size_t size) {
  if (at == std::string_view::npos) return false;
  return !has_word_before(text, at) && (at + size >= text.size() || !is_word_byte(text, at + size));
}

/// "xxx", "TODO", "[fyll i]", "???": what was to be written later.
std::optional<std::string> leftover_in(const PrintedText& text) {
  static constexpr std::array<std::string_view, 21> phrases{"lorem ipsum",
                                                            "??",
                                                            "[…]",
                                                            "[...]",
                                                            "⟦",
                                                            "<<",
                                                            "[fyll",
                                                            "[skriv",
                                                            "[namn",
                                                            "[datum",
                                                            "[år",
                                                            "[text",
                                                            "<skriv",
                                                            "<fyll",
                                                            "<namn",
                                                            "<datum",
                                                            "<text",
                                                            "kompletteras senare",
                                                            "fylls i senare",
                                                            "fylls på senare",
                                                            "skrivs senare"};
  for (const std::string_view phrase : phrases) {
    const std::size_t at = text.lower.find(phrase);
    if (at != std::string::npos) return std::string(text.text.substr(at, phrase.size()));
  }
  for (const std::string_view mark : {"TODO", "FIXME", "TBD", "XX"}) {
    if (is_whole_word(text.text, text.text.find(mark), mark.size())) return std::string(mark);
  }
  if (const std::size_t at = text.lower.find("xxx"); at != std::string::npos) {
    const std::size_t end = std::min(text.lower.find_first_not_of('x', at), text.lower.size());
    if (is_whole_word(text.text, at, end - at)) return std::string(text.text.substr(at, end - at));
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
  // An address that a stop would spoil.
  const std::string_view last = line.substr(line.find_last_of(' ') + 1);
  if (last.starts_with("http://") || last.starts_with("https://") || last.starts_with("www.")) return true;
  return std::ranges::any_of(ends, [&](std::string_view end) { return line.ends_with(end); });
}

/// Prose whose last line is a sentence without its mark.
bool lacks_full_stop(const PrintedText& text) {
  const auto lines = lines_of(text.text);
  if (lines.empty() || is_list_item(lines.back()) || ends_as_sentence(lines.back())) return false;
  return words_of(lines.back()).size() >= 4;
}

bool begins_small(const PrintedText& text) {
  const std::string_view trimmed = trim(text.text);
  if (trimmed.empty()) return false;
  const bool letter = (trimmed[0] >= 'a' && trimmed[0] <= 'z') || trimmed.starts_with("å") ||
                      trimmed.starts_with("ä") || trimmed.starts_with("ö");
  if (!letter) return false;
  const Words words = words_of(trimmed);
  if (words.size() < 2) return false;
  // "it-stöd" and "e-tjänst" are written so by many also first in a sentence.
  if (words.front().starts_with("it-") || words.front().starts_with("e-")) return false;
  // A name such as "iPhone" or "e-Legitimation" keeps its letters.
  return std::ranges::none_of(words.front(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<std::string> doubled_word_in(const PrintedText& text) {
  static constexpr std::array<std::string_view, 14> known{"att", "och", "i",  "på",  "med",  "av",  "till",
                                                          "en",  "ett", "är", "som", "från", "vid", "inte"};
  const std::string_view all = text.lower;
  std::string_view last;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find_first_of(" \n.,;:!?", begin), all.size());
    const std::string_view word = all.substr(begin, end - begin);
    if (!word.empty() && word == last && std::ranges::find(known, word) != known.end())
      return std::string(word);
    last = end < all.size() && all[end] == ' ' ? word : std::string_view();
    begin = end + 1;
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

/// A capital of ASCII, or the first byte of Å, Ä, Ö and their like: worth a closer look.
bool begins_large(std::string_view word) {
  return (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) == 0xC3U;
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
        if (wanted_.contains(beginning(word))) small_.emplace(beginning(word));
      }
    }
  }

  [[nodiscard]] std::optional<std::string> in(const PrintedText& text) const {
    for (const std::string_view word : capitals_in(text)) {
      if (small_.contains(beginning(lower_in_place(word)))) return std::string(word);
    }
    return {};
  }

 private:
  /// What "utbildning" and "utbildningsinsatser" have in common, but not "ukrainsk" and "Ukraina".
  static std::string_view beginning(std::string_view word) {
    std::size_t end = std::min<std::size_t>(word.size(), 7);
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
    return word.substr(0, end);
  }

  /// Words with a capital first and small letters after, not at the beginning of the heading or of a part of
  /// it.
  static Words capitals_in(const PrintedText& text) {
    Words found;
    const Words words = words_of(text.text);
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!begins_large(words[i])) continue;
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
    for (const std::string_view word : capitals_in(text)) wanted_.emplace(beginning(lower_in_place(word)));
  }

  /// Found by a piece of a text, without a copy of it.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

  WordSet wanted_;  // in small letters
  WordSet small_;   // those of them that some text writes so
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
