#include "base/characters.hpp"
#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

// Two events are nearly the same when they share most of the words that say something. Sets of stems are
// compared by Jaccard's measure; which sets to compare at all is found through each set's rarest words
// (prefix filtering), so that 5,000 events take milliseconds.
namespace lg::domain {
namespace {

constexpr double same_text = 0.6;          // shared words of all words
constexpr double same_area = 0.45;         // enough where the areas are alike too
constexpr std::size_t fewest_words = 3;    // of fewer, all must be the same
constexpr std::size_t most_compared = 24;  // candidates an event

using Words = std::vector<int>;  // numbers of words, rarest first, each once

struct Event {
  const Row* row = nullptr;
  Words words;
  std::string figures;  // words with digits: "system 17" and "system 18" are two things
  std::string area;     // folded
  bool denies = false;  // "kommer inte åt" and "kommer åt" are two things
};

/// Small words that say nothing of what an event is about.
bool is_filler(std::string_view word) {
  static constexpr std::array<std::string_view, 44> fillers{
      "att",  "av",    "bli",    "blir", "bör",  "de",  "dem",  "den", "det", "eller", "en",
      "ett",  "finns", "från",   "för",  "görs", "ha",  "har",  "hos", "i",   "in",    "ingen",
      "inte", "kan",   "kommer", "med",  "men",  "när", "och",  "om",  "på",  "samt",  "sig",
      "ska",  "skall", "sker",   "som",  "ta",   "tas", "till", "upp", "vid", "är",    "över"};
  return std::ranges::find(fillers, word) != fillers.end();
}

/// The word without its ending, and one word for what is the same: those who work there, and what they may
/// reach. "behörigheter" is "åtkomsten", and "medarbetare" are "anställda".
std::string stem_of(std::string_view word) {
  struct Same {
    std::string_view stem;
    std::string_view as;
  };
  static constexpr std::array same{
      Same{"följs", "uppföl"},  Same{"följas", "uppföl"}, Same{"följer", "uppföl"}, Same{"följa", "uppföl"},
      Same{"anstäl", "medarb"}, Same{"person", "medarb"}, Same{"använd", "medarb"}, Same{"behöri", "åtkoms"},
      Same{"tillgå", "åtkoms"}, Same{"tillgä", "åtkoms"}};
  constexpr std::size_t kept = 6;
  constexpr std::size_t bare = 4;
  std::string stem(word);
  // "konton" and "kontot" are "konto".
  if (length(word) <= kept && length(word) > bare && (word.ends_with("n") || word.ends_with("t")))
    stem.pop_back();
  if (length(word) > kept) {
    std::size_t bytes = 0;
    for (std::size_t letters = 0; letters < kept; ++letters) bytes += code_point_at(word, bytes).size;
    stem.resize(bytes);
  }
  const auto* found = std::ranges::find(same, stem, &Same::stem);
  if (found == same.end() || word.starts_with("personuppgift")) return stem;
  return std::string(found->as);
}

std::vector<std::string> stems_of(std::string lower) {
  std::ranges::replace(lower, '/', ' ');
  std::vector<std::string> stems;
  for (const std::string_view word : words_of(lower)) {
    if (!is_filler(word)) stems.push_back(stem_of(word));
  }
  return stems;
}

double shared(const Words& a, const Words& b) {
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++both;
    const bool step_a = a[i] <= b[j];
    const bool step_b = b[j] <= a[i];
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

bool areas_alike(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  constexpr std::size_t stem = 8;  // "behörigheter", "behörighetshantering"
  const std::size_t common = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return a == b || common >= stem;
}

/// The events with their words numbered by how rare they are.
std::vector<Event> read_events(const Table& table) {
  const ColumnOf text(table, "Oönskad händelse");
  const ColumnOf area(table, "Område");
  std::vector<Event> events;
  std::vector<std::vector<std::string>> all;
  std::unordered_map<std::string, int> counts;
  for (const Row& row : table.rows) {
    const std::string lower = lower_in_place(to_text(text(row)));
    std::vector<std::string> words = stems_of(lower);
    Event event{&row, {}, {}, fold(to_text(area(row))), false};
    for (const std::string_view word : words_of(lower)) {
      if (word.find_first_of("0123456789") != std::string_view::npos)
        event.figures += std::string(word) + " ";
      event.denies = event.denies || word == "inte" || word == "ingen" || word == "inga" || word == "utan" ||
                     word == "saknas" || word == "saknar";
    }
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    for (const std::string& word : words) ++counts[word];
    events.push_back(std::move(event));
    all.push_back(std::move(words));
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [word, count] : counts) order.emplace_back(count, word);
  std::ranges::sort(order);
  std::unordered_map<std::string, int> numbers;
  for (const auto& [count, word] : order) numbers.emplace(word, static_cast<int>(numbers.size()));
  for (std::size_t i = 0; i < events.size(); ++i) {
    for (const std::string& word : all[i]) events[i].words.push_back(numbers.at(word));
    std::ranges::sort(events[i].words);
  }
  return events;
}

bool nearly_same(const Event& a, const Event& b) {
  if (a.figures != b.figures) return false;
  if (std::min(a.words.size(), b.words.size()) < fewest_words) return a.words == b.words;
  const double measure = shared(a.words, b.words);
  return measure >= same_text ||
         (measure >= same_area && a.denies == b.denies && areas_alike(a.area, b.area));
}

/// Finds for each event, in the order of the sheet, the first earlier one that it nearly repeats.
class DuplicateFinder {
 public:
  explicit DuplicateFinder(const std::vector<Event>& events) : events_(events), compared_by_(events.size()) {}

  const Event* find(std::size_t number) {
    const Event& event = events_[number];
    if (event.words.size() < 2) return nullptr;
    // Sets that share so large a part of their words share one of so many of the rarest.
    const auto prefix =
        event.words.size() - static_cast<std::size_t>(same_area * static_cast<double>(event.words.size()));
    std::size_t compared = 0;
    const Event* earlier = nullptr;
    for (std::size_t w = 0; w < prefix && earlier == nullptr && compared < most_compared; ++w) {
      for (const std::size_t other : by_word_[event.words[w]]) {
        if (compared == most_compared) break;
        if (std::exchange(compared_by_[other], number) == number) continue;
        ++compared;
        if (!nearly_same(events_[other], event)) continue;
        earlier = &events_[other];
        break;
      }
    }
    for (std::size_t w = 0; w < prefix; ++w) by_word_[event.words[w]].push_back(number);
    return earlier;
  }

 private:
  const std::vector<Event>& events_;
  std::vector<std::size_t> compared_by_;  // by event: the last one that it was compared with
  std::unordered_map<int, std::vector<std::size_t>> by_word_;
};

void check_table(const Table& table, Problems& problems) {
  const std::vector<Event> events = read_events(table);
  const ColumnOf id(table, "VoR-ID");
  const ColumnOf text(table, "Oönskad händelse");
  DuplicateFinder finder(events);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event* earlier = finder.find(i);
    if (earlier == nullptr) continue;
    const Row& row = *events[i].row;
    problems.add({Severity::warning,
                  "VOR-107",
                  text(row).source().location(),
                  "Händelsen ”" + excerpt(to_text(id(row)), 40) + "” säger nästan samma sak som ”" +
                      excerpt(to_text(id(*earlier->row)), 40) + "”.",
                  "Slå ihop händelserna, eller skriv tydligare vad som skiljer dem.",
                  {text(*earlier->row).source().location()}});
  }
}

/// Two activities with one title in one year. An activity with a row for each year has one ID, or other
/// years.
void check_titles(const Table& table, Problems& problems) {
  const ColumnOf id(table, "Aktivitets-ID");
  const ColumnOf title(table, "Aktivitet");
  const ColumnOf first(table, "Startår");
  const ColumnOf last(table, "Slutår");
  std::unordered_map<std::string, std::vector<const Row*>> known;
  const auto meet = [&](const Row& a, const Row& b) {
    const auto a_first = whole(first(a));
    const auto b_first = whole(first(b));
    if (!a_first || !b_first) return true;
    return *a_first <= whole(last(b)).value_or(*b_first) && *b_first <= whole(last(a)).value_or(*a_first);
  };
  for (const Row& row : table.rows) {
    const std::string name = fold(to_text(title(row)));
    if (name.empty()) continue;
    std::vector<const Row*>& earlier = known[name];
    const auto same = std::ranges::find_if(earlier, [&](const Row* one) {
      return fold(to_text(id(*one))) != fold(to_text(id(row))) && meet(*one, row);
    });
    if (same != earlier.end()) {
      problems.add({Severity::warning,
                    "AKT-113",
                    title(row).source().location(),
                    "Aktiviteten ”" + excerpt(to_text(id(row)), 40) + "” heter likadant som ”" +
                        excerpt(to_text(id(**same)), 40) + "”: ”" + excerpt(to_text(title(row)), 60) + "”.",
                    "Skriv vad som skiljer dem, eller slå ihop dem.",
                    {title(**same).source().location()}});
    }
    if (earlier.size() < most_compared) earlier.push_back(&row);
  }
}

/// "behörigheter" is "behörighet" with an ending.
bool is_inflected(std::string_view longer, std::string_view shorter) {
  constexpr std::size_t fewest = 5;
  static constexpr std::array<std::string_view, 13> endings{"er",   "ar", "or", "r",  "n", "en",  "et",
                                                            "erna", "na", "s",  "an", "t", "arna"};
  return shorter.size() >= fewest && longer.starts_with(shorter) &&
         std::ranges::find(endings, longer.substr(shorter.size())) != endings.end();
}

/// One area spelt in two ways, which the report would show as two.
void check_area_names(const Table& table, Problems& problems) {
  struct Area {
    const Row* row = nullptr;  // the first
    std::size_t rows = 0;
  };
  const ColumnOf area(table, "Område");
  std::map<std::string, Area> areas;  // by folded name, so that a word is right before itself with an ending
  for (const Row& row : table.rows) {
    const std::string name = fold(to_text(area(row)));
    if (name.empty()) continue;
    Area& one = areas[name];
    if (one.row == nullptr) one.row = &row;
    ++one.rows;
  }
  for (auto shorter = areas.begin(); shorter != areas.end(); ++shorter) {
    for (auto longer = std::next(shorter); longer != areas.end() && longer->first.starts_with(shorter->first);
         ++longer) {
      if (!is_inflected(longer->first, shorter->first)) continue;
      const bool few = shorter->second.rows < longer->second.rows;
      const Value& odd = area(*(few ? shorter : longer)->second.row);
      const Value& usual = area(*(few ? longer : shorter)->second.row);
      problems.add({Severity::warning,
                    "VOR-113",
                    odd.source().location(),
                    "Området ”" + excerpt(to_text(odd), 60) + "” finns även som ”" +
                        excerpt(to_text(usual), 60) + "”, så rapporten visar dem som två områden.",
                    "Skriv området på samma sätt överallt.",
                    {usual.source().location()}});
    }
  }
}

}  // namespace

void check_near_duplicates(const RuleInput& input, Problems& problems) {
  check_table(input.review.table("VoR"), problems);  // last year's is decided and only followed up
  check_area_names(input.review.table("VoR"), problems);
  check_titles(input.review.table("Aktiviteter"), problems);
}

}  // namespace lg::domain
