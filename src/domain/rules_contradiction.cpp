#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/date_words.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

// Two texts that give different dates for the day a law begins to apply. Only such sentences are compared,
// and only where the law is named in the same text, so that what is told is so.
namespace lg::domain {
namespace {

using Words = std::vector<std::string_view>;

/// What a text says of one law.
struct Statement {
  const PrintedText* text = nullptr;
  NamedPeriod period;
  std::string words;  // the period as written
};

/// The law that the word names, without its ending: "cybersäkerhets" of "cybersäkerhetslagen".
std::optional<std::string> law_of(std::string_view word) {
  // A law has one date whatever its form; a directive and the law that follows it have one each.
  struct Ending {
    std::string_view ending;
    std::string_view kind;
  };
  static constexpr std::array endings{Ending{"lagstiftningen", "lagen"},
                                      Ending{"lagens", "lagen"},
                                      Ending{"lagen", "lagen"},
                                      Ending{"lag", "lagen"},
                                      Ending{"förordningen", "förordningen"},
                                      Ending{"direktivet", "direktivet"},
                                      Ending{"direktivets", "direktivet"},
                                      Ending{"föreskrifterna", "föreskrifterna"}};
  for (const auto& [ending, kind] : endings) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    return length(stem) < 3 ? std::nullopt : std::optional(std::string(stem) + std::string(kind));
  }
  return {};
}

/// The one law that the words name; nothing when they name none or several.
std::optional<std::string> only_law(const Words& words) {
  std::optional<std::string> found;
  for (const std::string_view word : words) {
    const auto law = law_of(word);
    if (!law) continue;
    if (found && *found != *law) return {};
    found = law;
  }
  return found;
}

bool has_pair(const Words& words, std::string_view first, std::string_view second) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != first) continue;
    for (std::size_t next = i + 1; next < std::min(i + 4, words.size()); ++next) {
      if (words[next] == second) return true;
    }
  }
  return false;
}

bool tells_of_beginning(const Words& words) {
  for (const std::string_view verb : {"träda", "träder", "trädde", "trätt"}) {
    if (has_pair(words, verb, "i")) return true;
  }
  for (const std::string_view verb : {"börja", "börjar", "började", "börjat"}) {
    if (has_pair(words, verb, "gälla")) return true;
  }
  for (const std::string_view since : {"sedan", "från"}) {
    if (has_pair(words, "gäller", since) || has_pair(words, "gälla", since)) return true;
  }
  return has_pair(words, "flyttad", "till") || has_pair(words, "flyttat", "till") ||
         has_pair(words, "justerad", "till") || has_pair(words, "uppskjuten", "till");
}

/// The day or period when it begins: the only one, or the one that it is moved to.
std::optional<NamedPeriod> beginning_in(const Words& words) {
  std::vector<NamedPeriod> periods = periods_in(words);
  std::erase_if(periods, [](const NamedPeriod& period) { return period.year_alone; });
  if (periods.size() == 1) return periods.front();
  for (const NamedPeriod& period : periods) {
    for (std::size_t i = 0; i + 1 < period.begin; ++i) {
      const bool moved = words[i] == "flyttad" || words[i] == "flyttat" || words[i] == "justerad" ||
                         words[i] == "uppskjuten" || words[i] == "ändrad";
      if (moved && period.begin - i <= 3) return period;
    }
  }
  return {};
}

/// What a sentence says is brought in or ends, as its words in order; empty when it says no such thing, or of
/// something that any text may call by the same word ("systemet").
std::string introduced_in(const Words& words, const NamedPeriod& period) {
  static constexpr std::array<std::string_view, 11> verbs{"införs", "införas", "driftsätts", "driftsättas",
                                                          "träda",  "träder",  "börja",      "börjar",
                                                          "gäller", "gälla",   "drift"};
  static constexpr std::array<std::string_view, 3> ends{"avvecklas", "upphör", "upphöra"};
  static constexpr std::array<std::string_view, 29> fillers{
      "den",  "det",    "de",      "en",  "ett",   "ny",    "nya",    "nytt", "i",      "under",
      "till", "vid",    "från",    "och", "med",   "att",   "kommer", "ska",  "väntas", "planeras",
      "där",  "staden", "stadens", "av",  "kraft", "sedan", "tas",    "ta",   "sätts"};
  const auto is_in = [](std::string_view word, std::span<const std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
  };
  // What begins one day may end another: the two are told apart.
  const bool ending = std::ranges::any_of(words, [&](std::string_view word) { return is_in(word, ends); });
  if (!ending && std::ranges::none_of(words, [&](std::string_view word) { return is_in(word, verbs); }))
    return {};
  // "inköpsprocessen" tells what it is, and so does "mall för klassning", but not "systemet".
  constexpr std::size_t telling = 10;
  constexpr std::size_t telling_together = 12;
  constexpr std::size_t shortest = 4;
  std::string subject;
  bool tells = false;
  std::size_t longer = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool of_time = i >= period.begin && i < period.end;
    if (of_time || is_in(words[i], fillers) || is_in(words[i], verbs) || is_in(words[i], ends)) continue;
    if (length(words[i]) >= shortest) {
      ++longer;
      letters += length(words[i]);
    }
    tells = tells || length(words[i]) >= telling || (longer >= 2 && letters >= telling_together);
    subject += (subject.empty() ? "" : " ") + std::string(words[i]);
  }
  return tells ? subject + (ending ? " (slut)" : "") : std::string();
}

/// The sentence goes on about the law that its text has named: "Den väntas träda i kraft", "Lagen gäller".
bool goes_on(const Words& words) {
  static constexpr std::array<std::string_view, 5> pronouns{"den", "det", "de", "denna", "dessa"};
  static constexpr std::array<std::string_view, 8> verbs{"väntas", "träder", "trädde",   "börjar",
                                                         "gäller", "kommer", "planeras", "började"};
  static constexpr std::array<std::string_view, 14> general{
      "lagen",    "lagens",  "förordningen",   "direktivet", "föreskrifterna",
      "reglerna", "kraven",  "lagstiftningen", "datumet",    "ikraftträdandet",
      "flyttad",  "flyttat", "justerad",       "uppskjuten"};
  const auto is_in = [](std::string_view word, std::span<const std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
  };
  if (words.size() > 1 && is_in(words[0], pronouns) && is_in(words[1], verbs)) return true;
  return std::ranges::any_of(words, [&](std::string_view word) { return is_in(word, general); });
}

using Statements = std::map<std::string, std::vector<Statement>>;

void read_statements(const PrintedText& text, Statements& statements) {
  if (text.lower.find("20") == std::string::npos) return;
  const Words all = words_of(text.lower);
  const auto law_of_text = only_law(all);
  for (const std::string_view sentence : sentences_of(text.text)) {
    const Words words = words_of(text.lower_of(sentence));
    const auto period = beginning_in(words);
    if (!period) continue;
    std::string what;
    if (tells_of_beginning(words)) {
      const auto own = only_law(words);
      what = own ? *own : goes_on(words) ? law_of_text.value_or("") : introduced_in(words, *period);
    } else {
      what = introduced_in(words, *period);
    }
    if (what.empty()) continue;
    const char* begin = words[period->begin].data();
    const std::string_view last = words[period->end - 1];
    const auto offset = static_cast<std::size_t>(begin - text.lower.data());
    const auto size = static_cast<std::size_t>(last.data() + last.size() - begin);
    statements[what].push_back({&text, *period, std::string(text.text.substr(offset, size))});
  }
}

bool agree(const NamedPeriod& a, const NamedPeriod& b) {
  return day_number(a.from) <= day_number(b.to) && day_number(b.from) <= day_number(a.to);
}

/// The statement that most of them agree with; of several the newest, for times are mostly moved forward.
const Statement& likeliest(const std::vector<Statement>& all) {
  const auto rank = [&](const Statement& one) {
    const auto agreeing =
        std::ranges::count_if(all, [&](const Statement& other) { return agree(one.period, other.period); });
    return std::pair(agreeing, day_number(one.period.to));
  };
  return *std::ranges::max_element(all, {}, rank);
}

}  // namespace

void check_contradictions(const RuleInput& input, Problems& problems) {
  Statements statements;
  for (const PrintedText& text : input.texts) read_statements(text, statements);
  for (const auto& [what, all] : statements) {
    const Statement& right = likeliest(all);
    for (const Statement& statement : all) {
      if (agree(statement.period, right.period) || statement.text->value == right.text->value) continue;
      const bool told = std::ranges::any_of(problems, [&](const Problem& problem) {
        return problem.code == "TEXT-203" &&
               to_text(problem.where) == to_text(Location(statement.text->value->source().location()));
      });
      if (told) continue;  // the same cell already says that its time has passed
      problems.add({Severity::warning,
                    "TEXT-204",
                    statement.text->value->source().location(),
                    "Här står ”" + statement.words + "” om ”" + excerpt(what, 60) +
                        "”, men en annan text säger ”" + right.words + "”.",
                    "Ta reda på vilken tid som är rätt, och ändra den text som har fel.",
                    {right.text->value->source().location()}});
    }
  }
}

}  // namespace lg::domain
