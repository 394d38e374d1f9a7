#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/date_words.hpp"
#include "domain/report_day.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lg::domain {
namespace {

using Words = std::vector<std::string_view>;

/// The years of a plan that "vor" at `at` is said to be of: "VoR 2024", "VoR för 2024 och 2025", "2024 års
/// VoR".
std::set<int> years_after(const Words& words, std::size_t at) {
  // "2024 års VoR"
  if (at >= 2 && words[at - 1] == "års") {
    if (const int year = year_word(words[at - 2]); year > 0) return {year};
  }
  static constexpr std::array<std::string_view, 7> between{"för", "från", "år", "och", "samt", "i", "av"};
  std::set<int> years;
  for (std::size_t i = at + 1; i < words.size() && i <= at + 5; ++i) {
    if (const int year = year_word(words[i]); year > 0) {
      years.insert(year);
    } else if (std::ranges::find(between, words[i]) == between.end()) {
      break;
    }
  }
  return years;
}

/// "vor", or "väsentlighets- och riskanalys" by its last word.
bool is_risk_analysis(const Words& words, std::size_t at) {
  if (words[at] == "vor") return true;
  return at >= 2 && words[at].starts_with("riskanalys") && words[at - 1] == "och" &&
         words[at - 2].starts_with("väsentlighet");
}

bool is_plan(const Words& words, std::size_t at) {
  return is_risk_analysis(words, at) || words[at] == "ikp" || words[at].starts_with("internkontrollplan");
}

/// Lists whose texts are about both years by right.
bool is_history(std::string_view list) {
  static constexpr std::array<std::string_view, 5> lists{
      "förra årets VoR", "förra årets IKP", "Tidigare aktiviteter", "Revisioner", "Iakttagelser"};
  return std::ranges::find(lists, list) != lists.end();
}

void check_plan_years(const PrintedText& text, const Review& review, Problems& problems) {
  const Words words = words_of(text.lower);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_plan(words, i)) continue;
    for (const int year : years_after(words, i)) {
      const bool known = year == review.report_year || year == review.follow_up_year;
      if (known || (year > review.report_year && year <= review.last_plan_year + 1)) continue;
      const auto offset = static_cast<std::size_t>(words[i].data() - text.lower.data());
      const std::string name(text.text.substr(offset, words[i].size()));
      problems.add({Severity::warning,
                    "TEXT-101",
                    text.value->source().location(),
                    "Texten nämner ”" + name + " " + std::to_string(year) + "”, men rapporten gäller " +
                        std::to_string(review.report_year) + " och följer upp " +
                        std::to_string(review.follow_up_year) + ".",
                    "Ändra året i texten.",
                    {}});
    }
  }
}

/// The years of the VoR that the words name.
std::set<int> years_of_analysis(const Words& words) {
  std::set<int> years;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_risk_analysis(words, i)) years.merge(years_after(words, i));
  }
  return years;
}

/// The proposals must build on the year's own VoR, not only on last year's.
void check_ground(const PrintedText& text, const Review& review, Problems& problems) {
  if (text.list != "Textblock" || text.column != "Text" || !review.table("VoR").given) return;
  static constexpr std::array<std::string_view, 6> grounds{"utgår från",     "utgå från",  "bygger på",
                                                           "grundar sig på", "baseras på", "utgångspunkt"};
  static constexpr std::array<std::string_view, 5> proposals{"förslag", "förbättring", "aktivitet", "föreslå",
                                                             "åtgärd"};
  const auto names = [](std::string_view sentence, std::span<const std::string_view> phrases) {
    return std::ranges::any_of(
        phrases, [&](std::string_view phrase) { return sentence.find(phrase) != std::string::npos; });
  };
  if (!names(text.lower, grounds) || !names(text.lower, proposals)) return;
  if (years_of_analysis(words_of(text.lower)).contains(review.report_year)) return;
  for (const std::string_view written : sentences_of(text.text)) {
    const std::string_view sentence = text.lower_of(written);
    if (!years_of_analysis(words_of(sentence)).contains(review.follow_up_year)) continue;
    if (!names(sentence, grounds) || !names(sentence, proposals)) continue;
    const std::string year = std::to_string(review.report_year);
    problems.add({Severity::warning,
                  "TEXT-102",
                  text.value->source().location(),
                  "Förslagen sägs bygga på VoR " + std::to_string(review.follow_up_year) +
                      ", men rapporten visar VoR " + year + ".",
                  "Nämn VoR " + year + " i texten.",
                  {}});
    return;
  }
}

/// True when the text names the area, whatever the endings of its words: "den fysiska säkerheten".
bool names_area(const Words& text, const std::string& area) {
  const Words sought = words_of(area);
  if (sought.empty() || length(area) < 6) return false;
  const auto same = [](std::string_view word, std::string_view name) {
    constexpr std::size_t longest_ending = 4;  // "risker", "riskernas"
    if (name.size() > 4 && (name.ends_with('a') || name.ends_with('e'))) name.remove_suffix(1);
    return word.starts_with(name) && (word.size() == name.size() || name.size() >= 4) &&
           word.size() - name.size() <= longest_ending;
  };
  for (std::size_t i = 0; i + sought.size() <= text.size(); ++i) {
    if (std::equal(sought.begin(), sought.end(), text.begin() + static_cast<std::ptrdiff_t>(i),
                   [&](std::string_view name, std::string_view word) { return same(word, name); }))
      return true;
  }
  return false;
}

/// An area that the summary puts first must have an activity.
void check_priorities(const RuleInput& input, Problems& problems) {
  const Table& blocks = input.review.table("Textblock");
  const Table& events = input.review.table("VoR");
  if (!input.review.table("Aktiviteter").given) return;
  const ColumnOf key(blocks, "Nyckel");
  const ColumnOf text(blocks, "Text");
  const ColumnOf id(events, "VoR-ID");
  const ColumnOf earlier_id(events, "Föregående VoR-ID");
  const ColumnOf area(events, "Område");
  const auto met = [&](const Row& row) {
    const auto named = [&](const Value& value) {
      return !value.is_blank() && input.links.activities_by_event.contains(fold(to_text(value)));
    };
    return named(id(row)) || named(earlier_id(row));
  };
  std::set<std::string> answered;
  for (const Row& row : events.rows) {
    if (met(row)) answered.insert(fold(to_text(area(row))));
  }
  for (const Row& block : blocks.rows) {
    if (!fold(to_text(key(block))).starts_with("prioriterat")) continue;
    const std::string lower = lower_in_place(to_text(text(block)));
    const Words words = words_of(lower);
    std::set<std::string> told;
    for (const Row& row : events.rows) {
      const std::string name = to_text(area(row));
      const std::string area_name = lower_in_place(name);
      if (!names_area(words, area_name) || answered.contains(fold(name)) || !told.insert(fold(name)).second)
        continue;
      problems.add({Severity::warning,
                    "TEXT-103",
                    text(block).source().location(),
                    "Texten nämner ”" + name + "” som prioriterat, men ingen aktivitet möter området.",
                    "Lägg till en aktivitet för området, eller ändra texten.",
                    {area(row).source().location()}});
    }
  }
}

/// The names of the case's attachments carry the years of the plan: "Aktivitetsplan 2025–2027".
void check_attachments(const Review& review, Problems& problems) {
  const Value& value = fact(review, "Bilagor");
  if (review.first_plan_year == 0) return;
  for (const std::string& name : split(to_text(value), ';')) {
    const std::string lower = lower_in_place(name);
    if (lower.find("aktivitetsplan") == std::string::npos) continue;
    std::vector<int> years;
    for (const std::string_view word : words_of(lower)) {
      if (word.size() == 9 && word[4] == '-') {
        for (const int year : {year_word(word.substr(0, 4)), year_word(word.substr(5))}) {
          if (year > 0) years.push_back(year);
        }
      } else if (const int year = year_word(word); year > 0) {
        years.push_back(year);
      }
    }
    const bool right = years.empty() || (years.front() == review.first_plan_year &&
                                         (years.size() == 1 || years.back() == review.last_plan_year));
    if (right) continue;
    const std::string period =
        review.first_plan_year == review.last_plan_year
            ? std::to_string(review.first_plan_year)
            : std::to_string(review.first_plan_year) + "–" + std::to_string(review.last_plan_year);
    problems.add({Severity::warning,
                  "TEXT-104",
                  value.source().location(),
                  "Bilagan ”" + excerpt(name, 60) + "” har inte planperiodens år " + period + ".",
                  "Ändra bilagans namn.",
                  {}});
  }
}

/// "Särskilt prioriterat 2025" above a text of 2026.
void check_heading(const PrintedText& text, const Review& review, Problems& problems) {
  if (text.list != "Textblock" || text.kind != PrintedText::Kind::heading) return;
  const Words words = words_of(text.lower);
  int newest = 0;
  for (const std::string_view word : words) newest = std::max(newest, year_word(word));
  if (newest == 0 || newest >= review.follow_up_year) {
    if (newest != review.follow_up_year || newest == 0) return;
    // Last year's name is right above what is followed up.
    static constexpr std::array<std::string_view, 3> plans{"prioriterat", "prioriterade", "föreslagna"};
    const bool plan = std::ranges::any_of(
        words, [](std::string_view word) { return std::ranges::find(plans, word) != plans.end(); });
    if (!plan) return;
  }
  problems.add({Severity::warning,
                "TEXT-105",
                text.value->source().location(),
                "Rubriken ”" + excerpt(text.text, 60) + "” nämner " + std::to_string(newest) +
                    ", men rapporten gäller " + std::to_string(review.report_year) + ".",
                "Ändra året i rubriken.",
                {}});
}

/// The years named soon after the word at `at`, but not those of another matter ("2024 års").
std::set<int> years_near(const Words& words, std::size_t at) {
  constexpr std::size_t near = 5;
  std::set<int> years;
  for (std::size_t i = at + 1; i < std::min(words.size(), at + 1 + near); ++i) {
    if (i + 1 < words.size() && words[i + 1] == "års") continue;
    const bool span = words[i].size() == 9 && words[i][4] == '-';  // "2025-2027"
    for (const std::string_view word :
         {words[i].substr(0, span ? 4 : words[i].size()), words[i].substr(span ? 5 : 0)}) {
      if (const int year = year_word(word); year > 0) years.insert(year);
    }
  }
  return years;
}

/// "godkänner ledningens genomgång 2024", "genomföra aktivitetsplanen för 2024–2026" in the report of 2025:
/// last year's proposal, carried along.
void check_decision(const Review& review, Problems& problems) {
  const Value& decision = fact(review, "Beslutsförslag");
  const std::string year = std::to_string(review.report_year);
  const auto tell = [&](std::string message) {
    problems.add({Severity::warning,
                  "TEXT-106",
                  decision.source().location(),
                  std::move(message),
                  "Rätta året eller datumet i bladet Uppgifter.",
                  {}});
  };
  const std::string written = to_text(decision);
  const std::string lower = lower_in_place(written);
  for (const std::string_view sentence : sentences_of(lower)) {
    const Words words = words_of(sentence);
    const bool looks_back = std::ranges::any_of(words, [](std::string_view word) {
      return word.starts_with("uppfölj") || word.starts_with("redovis") || word.starts_with("utfall");
    });
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool report = words[i].starts_with("genomgång") || words[i].starts_with("rapporten");
      const bool plan = words[i].starts_with("aktivitetsplan") && review.first_plan_year > 0;
      if (!report && !plan) continue;
      const std::set<int> years = years_near(words, i);
      if (years.empty()) continue;
      if (report && !years.contains(review.report_year) && *years.rbegin() < review.report_year &&
          !looks_back) {
        tell("Beslutsförslaget gäller genomgången " + std::to_string(*years.rbegin()) +
             ", men Rapportår är " + year + ".");
        return;
      }
      if (plan && *years.begin() < review.first_plan_year && !looks_back) {
        tell("Beslutsförslaget gäller aktivitetsplanen från " + std::to_string(*years.begin()) +
             ", men planperioden börjar " + std::to_string(review.first_plan_year) + ".");
        return;
      }
    }
  }
}

/// The years and days of the sheet Uppgifter go together.
void check_facts(const Review& review, Problems& problems) {
  const auto tell = [&](const Value& value, std::string message) {
    problems.add({Severity::warning,
                  "TEXT-106",
                  value.source().location(),
                  std::move(message),
                  "Rätta året eller datumet i bladet Uppgifter.",
                  {}});
  };
  const std::string year = std::to_string(review.report_year);
  const Value& follow_up = fact(review, "Uppföljningsår");
  if (review.follow_up_year >= review.report_year && has_cell(follow_up)) {
    tell(follow_up,
         "Uppföljningsår " + std::to_string(review.follow_up_year) + " är inte före Rapportår " + year + ".");
  }
  for (const std::string_view name : {"Rapportdatum", "Sammanträdesdatum"}) {
    const Value& value = fact(review, name);
    const Date* date = value.as_date();
    if (date == nullptr || date->year == review.report_year || date->year == review.report_year + 1) continue;
    tell(value, std::string(name) + " " + to_text(*date) + " stämmer inte med Rapportår " + year + ".");
  }
  check_decision(review, problems);
}

/// What was seen when last year was followed up tells of an earlier year, and never of last year: most likely
/// the text of the year before.
void check_follow_up_year(const PrintedText& text, const Review& review, Problems& problems) {
  if (text.list != "Uppföljning" || text.column != "Iakttagelse och bedömning") return;
  const Words words = words_of(text.lower);
  int told = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int year = year_word(words[i]);
    if (year == review.follow_up_year) return;
    const bool own = i + 1 < words.size() && words[i + 1] == "års";
    if (i > 0 && words[i - 1] == "under" && year > 0 && year < review.follow_up_year && !own) told = year;
  }
  if (told == 0) return;
  const std::string followed = std::to_string(review.follow_up_year);
  problems.add({Severity::note,
                "TEXT-107",
                text.value->source().location(),
                "Uppföljningen gäller " + followed + ", men texten talar om vad som hände under " +
                    std::to_string(told) + ".",
                "Skriv vad som har setts " + followed + ", eller ändra året.",
                {}});
}

}  // namespace

void check_years_in_texts(const RuleInput& input, Problems& problems) {
  const Review& review = input.review;
  if (review.report_year == 0) return;
  for (const PrintedText& text : input.texts) {
    if (text.lower.find("20") == std::string::npos) continue;
    if (!is_history(text.list)) check_plan_years(text, review, problems);
    check_ground(text, review, problems);
    check_heading(text, review, problems);
    if (review.follow_up_year > 0) check_follow_up_year(text, review, problems);
  }
  check_priorities(input, problems);
  check_attachments(review, problems);
  check_facts(review, problems);
}

}  // namespace lg::domain
