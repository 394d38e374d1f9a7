#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/date_words.hpp"
#include "domain/report_day.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>

namespace lg::domain {
namespace {

using Words = std::vector<std::string_view>;

/// The day that a text was last read through must lie in the report year, or between it and the report.
void check_reviewed(const Review& review, const Table& table, const Date& today, Problems& problems) {
  const ColumnOf reviewed(table, "Granskad datum");
  const ColumnOf text(table, "Text");
  const int last = std::max(review.report_year, today.year);
  for (const Row& row : table.rows) {
    const Value& value = reviewed(row);
    const Date* date = value.as_date();
    if (date != nullptr && date->year >= review.report_year && date->year <= last) continue;
    if (value.is_hole()) continue;  // told as a cell that must be filled in
    if (date == nullptr && (!value.is_blank() || text(row).is_blank())) continue;
    const std::string year = std::to_string(review.report_year);
    problems.add(
        {Severity::warning,
         "TEXT-201",
         place_of(value, text(row)),
         date == nullptr
             ? "Texten ”" + excerpt(to_text(text(row)), 40) + "” har inget Granskad datum."
             : "Texten granskades " + to_text(*date) + ", som inte är under rapportåret " + year + ".",
         "Läs igenom texten och skriv dagen i Granskad datum.",
         {}});
  }
}

void check_valid_to(const Review& review, const Table& table, const Date& today, Problems& problems) {
  const bool dated = fact(review, "Rapportdatum").as_date() != nullptr;
  const std::string limit =
      dated ? to_text(today) + " då rapporten är från" : "rapportåret " + std::to_string(today.year);
  const ColumnOf last(table, "Gäller till");
  const ColumnOf mark(table, "Att granska");
  for (const Row& row : table.rows) {
    const Date* date = last(row).as_date();
    if (date == nullptr) continue;
    // A text from last year may have ceased to apply before a report whose day nobody knows yet.
    if (!dated && date->year == review.report_year && !mark(row).is_blank() && has_cell(mark(row))) {
      problems.add(
          {Severity::warning,
           "TEXT-202",
           last(row).source().location(),
           "Texten från förra året gäller till " + to_text(*date) + ", under rapportåret " +
               std::to_string(review.report_year) + ".",
           "Skriv om texten om den dagen har passerat när rapporten lämnas, eller ändra Gäller till.",
           {}});
      continue;
    }
    if (day_number(*date) >= day_number(today)) continue;
    problems.add({Severity::warning,
                  "TEXT-202",
                  last(row).source().location(),
                  "Texten gäller till " + to_text(*date) + ", före " + limit + ".",
                  "Skriv om texten, eller ändra Gäller till.",
                  {}});
  }
}

/// A text that was carried from last year still bears its mark.
void check_mark(const Table& table, const Problems& told, Problems& problems) {
  const ColumnOf mark(table, "Att granska");
  const ColumnOf reviewed(table, "Granskad datum");
  for (const Row& row : table.rows) {
    if (mark(row).is_blank() || !has_cell(mark(row))) continue;
    const bool dated = has_cell(reviewed(row));
    const bool known =
        dated && std::ranges::any_of(told, [&](const Problem& problem) {
          return problem.code == "TEXT-201" &&
                 to_text(problem.where) == to_text(Location(reviewed(row).source().location()));
        });
    if (known) continue;  // the day that is too old tells the same
    problems.add({Severity::warning,
                  "TEXT-205",
                  mark(row).source().location(),
                  "Raden är märkt ”" + excerpt(to_text(mark(row)), 60) + "” i Att granska.",
                  "Läs igenom raden och töm sedan cellen.",
                  {}});
  }
}

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

/// A verb in the past tense, or what stands with one. Wrong guesses only make the rule quieter.
bool tells_of_the_past(std::string_view word) {
  static constexpr std::array<std::string_view, 22> known{
      "var",   "blev",  "har", "hade", "kom", "fick",   "togs",     "gick",    "skedde", "gavs",  "fanns",
      "lades", "kunde", "gav", "tog",  "såg", "visade", "beslutat", "fattats", "antogs", "hölls", "gjort"};
  if (is_one_of(word, known)) return true;
  static constexpr std::array<std::string_view, 6> endings{"ades", "ade", "ddes", "dde", "rdes", "tades"};
  return word.size() > 4 &&
         std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

/// Where a sentence speaks of what is to come: [begin, end) of its words.
struct Coming {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// `wishes`: what ought to or shall be done counts as well.
std::vector<Coming> coming_in(const Words& words, bool wishes) {
  static constexpr std::array<std::string_view, 4> alone{"väntas", "förväntas", "planeras", "beräknas"};
  std::vector<Coming> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto next = [&](std::size_t n) { return i + n < words.size() ? words[i + n] : std::string_view(); };
    const bool wish = wishes && (words[i] == "bör" || words[i] == "ska");
    if (wish || is_one_of(words[i], alone)) found.push_back({i, i + 1});
    if (words[i] == "kommer" && next(1) == "att") found.push_back({i, i + 2});
    // "Under hösten 2025 kommer lagen att …"
    if (words[i] == "kommer" && next(1) != "att" &&
        (next(2) == "att" || next(3) == "att" || next(4) == "att"))
      found.push_back({i, i + 1});
    if (words[i] == "träder" && (next(1) == "i" || next(2) == "i" || next(3) == "i"))
      found.push_back({i, i + 1});
    if (words[i] == "börjar" && (next(1) == "gälla" || next(2) == "gälla")) found.push_back({i, i + 1});
  }
  return found;
}

/// A word that a time follows: "under", "den", "till" …
bool leads_to_time(std::string_view word) {
  static constexpr std::array<std::string_view, 14> known{"under", "i",   "den",  "till", "senast",
                                                          "vid",   "med", "från", "före", "innan",
                                                          "efter", "av",  "år",   "per"};
  return is_one_of(word, known);
}

/// The words between say something of their own ("som beslutades", "enligt"), so the two do not go together.
bool parted(const Words& words, std::size_t begin, std::size_t end) {
  static constexpr std::array<std::string_view, 8> walls{"som",   "enligt",  "men",    "eftersom",
                                                         "sedan", "utifrån", "därför", "när"};
  for (std::size_t i = begin; i < end && i < words.size(); ++i) {
    if (is_one_of(words[i], walls) || tells_of_the_past(words[i])) return true;
  }
  return false;
}

/// True when the period is the time of what is to come.
bool is_time_of(const Coming& coming, const NamedPeriod& period, const Words& words) {
  const std::string_view before = period.begin == 0 ? std::string_view() : words[period.begin - 1];
  if (period.begin >= coming.end) {
    // "kommer att införas 2024", but not "kommer att följa 2018 års lag".
    const bool years_own = period.end < words.size() && words[period.end] == "års";
    const bool led = leads_to_time(before) || (before.ends_with("as") && !years_own);
    if (period.year_alone && !led) return false;
    if (before == "från" && period.year_alone) return false;  // "lagen från 2018"
    return !parted(words, coming.end, period.begin);
  }
  // "Under sommaren 2025 väntas …": the time goes right before the verb, and begins the sentence or nearly
  // so.
  if (parted(words, 0, period.begin)) return false;  // "Enligt beslut den 3 juni ska …"
  return period.end == coming.begin && (!period.year_alone || leads_to_time(before));
}

/// "Systemet införs under hösten 2024": something done in a time that has passed, with nothing in the past
/// tense. Only seasons and quarters: days and years are named for many reasons. `years`: in the description
/// of an activity "Under 2024 införs …" is a plan as well.
bool is_plan(const NamedPeriod& period, const Words& words, bool years) {
  static constexpr std::array<std::string_view, 20> plans{
      "införs",     "genomförs", "inför",  "startar", "pågår",     "ska",      "avslutas",
      "uppdateras", "påbörjas",  "byts",   "byter",   "planerar",  "lanseras", "övergår",
      "tas",        "arbetar",   "utreds", "bereds",  "behandlas", "beslutas"};
  const bool season = !period.year_alone && day_number(period.to) - day_number(period.from) > 45;
  const std::string_view before = period.begin == 0 ? std::string_view() : words[period.begin - 1];
  const bool led = before == "under" || before == "till" || before == "i";
  const bool planned =
      std::ranges::any_of(words, [&](std::string_view word) { return is_one_of(word, plans); });
  const bool years_own = period.end < words.size() && words[period.end] == "års";
  if (years && period.year_alone && (before == "under" || before == "senast") && !years_own)
    return planned && std::ranges::none_of(words, tells_of_the_past);
  return season && led && planned && std::ranges::none_of(words, tells_of_the_past);
}

bool is_future_text(const PrintedText& text) {
  static constexpr std::array<std::string_view, 4> lists{"Textblock", "Omvärld", "Staden", "Aktiviteter"};
  return is_one_of(text.list, lists);
}

/// The last passed period that the sentence puts in the future; null when there is none.
std::optional<NamedPeriod> passed_plan(const PrintedText& text, const Words& words, const Date& today) {
  const std::vector<NamedPeriod> periods = periods_in(words);
  if (periods.empty()) return {};
  const std::vector<Coming> coming = coming_in(words, is_future_text(text) || text.list == "Uppföljning");
  const int now = day_number(today);
  const bool describes = text.list == "Aktiviteter" && text.column == "Beskrivning";
  std::optional<NamedPeriod> passed;
  for (const NamedPeriod& period : periods) {
    const bool planned =
        std::ranges::any_of(coming, [&](const Coming& one) { return is_time_of(one, period, words); });
    if (!planned && !(is_future_text(text) && coming.empty() && is_plan(period, words, describes))) continue;
    if (day_number(period.to) >= now) return {};  // the sentence names what is still to come as well
    passed = period;
  }
  return passed;
}

std::string words_as_written(const PrintedText& text, const Words& words, const NamedPeriod& period) {
  const char* begin = words[period.begin].data();
  const std::string_view last = words[period.end - 1];
  const auto offset = static_cast<std::size_t>(begin - text.lower.data());
  return std::string(text.text.substr(offset, static_cast<std::size_t>(last.data() + last.size() - begin)));
}

void check_phrases(const PrintedText& text, const Date& today, Problems& problems) {
  if (text.text.find_first_of("12") == std::string_view::npos) return;
  for (const std::string_view sentence : sentences_of(text.text)) {
    const Words words = words_of(text.lower_of(sentence));
    const auto passed = passed_plan(text, words, today);
    if (!passed) continue;
    problems.add({Severity::warning,
                  "TEXT-203",
                  text.value->source().location(),
                  "Texten ”" + excerpt(sentence, 80) + "” talar om det som ska komma, men ”" +
                      words_as_written(text, words, *passed) + "” har passerat.",
                  "Skriv vad som har hänt, eller den nya tiden.",
                  {}});
  }
}

}  // namespace

void check_stale_texts(const RuleInput& input, Problems& problems) {
  const auto today = report_day(input.review);
  if (!today) return;
  for (const std::string_view list : {"Textblock", "Omvärld", "Staden"}) {
    const Table& table = input.review.table(list);
    if (input.review.report_year > 0) check_reviewed(input.review, table, *today, problems);
    check_valid_to(input.review, table, *today, problems);
  }
  const Problems told = problems;
  for (const std::string_view list : {"Textblock", "Omvärld", "Staden", "Intressenter"})
    check_mark(input.review.table(list), told, problems);
  for (const PrintedText& text : input.texts) check_phrases(text, *today, problems);
  check_contradictions(input, problems);
}

}  // namespace lg::domain
