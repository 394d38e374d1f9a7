#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace lg::domain {
namespace {

/// What ISO/IEC 27001:2022, 9.3.2 wants as input, and the lists that hold it. A list whose sheet is there
/// counts though it be empty: then the report says that there is nothing.
struct Part {
  std::string_view letter;
  std::string_view what;
  std::array<std::string_view, 3> lists;
};

constexpr std::array parts{
    Part{"a", "läget för tidigare beslutade aktiviteter", {"Tidigare aktiviteter", "Beslut"}},
    Part{"b", "förändringar i omvärlden", {"Omvärld", "Staden"}},
    Part{"c", "intressenternas behov", {"Intressenter"}},
    Part{"d 1", "avvikelser och incidenter", {"Incidenter"}},
    Part{"d 2", "mätningar", {"Nyckeltal", "förra årets IKP", "Uppföljning"}},
    Part{"d 3", "revisioner", {"Revisioner"}},
    Part{"d 4", "mål", {"Mål"}},
    Part{"e", "återkoppling från intressenter", {"Intressenter"}},
    Part{"f", "riskanalysens resultat", {"VoR"}},
    Part{"g", "förslag till förbättringar", {"Aktiviteter"}},
};

void tell_uncovered(const Review& review, Problems& problems) {
  std::vector<std::string> absent;
  for (const Part& part : parts) {
    const bool given = std::ranges::any_of(
        part.lists, [&](std::string_view list) { return !list.empty() && review.table(list).given; });
    if (!given) absent.push_back(std::string(part.letter) + " (" + std::string(part.what) + ")");
  }
  // A folder that lacks most of it is not filled in yet, and that is told sheet by sheet.
  if (absent.empty() || absent.size() > parts.size() / 2) return;
  problems.add({Severity::note,
                "LIST-101",
                FileLocation{review.folder},
                "Underlaget har inget för ISO 27001 9.3.2 " + join(absent, "och") + ".",
                "Lägg till bladen, om ledningens genomgång ska täcka hela standarden.",
                {}});
}

/// Incidents, controls and audits there may be none of; of the rest an empty sheet says nothing.
bool may_be_none(const Part& part) {
  return part.letter == "d 1" || part.letter == "d 2" || part.letter == "d 3" || part.letter == "f" ||
         part.letter == "g";
}

/// The first cell of the sheet that the list was read from; the folder where it is not known.
Location sheet_of(const Review& review, std::string_view list) {
  const std::string name = fold(list);
  const auto found = std::ranges::find_if(
      review.origins, [&](const SheetOrigin& origin) { return fold(origin.sheet).starts_with(name); });
  if (found == review.origins.end()) return FileLocation{review.folder};
  return CellLocation{found->file, found->sheet, "A1", ""};
}

/// A sheet that is there but empty, once with all that it should have held.
void tell_empty(const Review& review, Problems& problems) {
  // A folder that is not filled in yet has hardly begun.
  if (review.table("VoR").rows.empty() || review.table("Aktiviteter").rows.empty()) return;
  std::vector<std::pair<std::string_view, std::vector<std::string>>> empty;
  for (const Part& part : parts) {
    const auto given = std::ranges::find_if(
        part.lists, [&](std::string_view list) { return !list.empty() && review.table(list).given; });
    const bool filled = std::ranges::any_of(
        part.lists, [&](std::string_view list) { return !list.empty() && !review.table(list).rows.empty(); });
    if (may_be_none(part) || given == part.lists.end() || filled) continue;
    const auto known =
        std::ranges::find(empty, *given, &std::pair<std::string_view, std::vector<std::string>>::first);
    auto& letters =
        known == empty.end() ? empty.emplace_back(*given, std::vector<std::string>()).second : known->second;
    letters.emplace_back(part.letter);
  }
  for (const auto& [list, letters] : empty) {
    problems.add({Severity::note,
                  "LIST-103",
                  sheet_of(review, list),
                  "Bladet ”" + std::string(list) + "” har ingen rad att visa, så ISO 27001 9.3.2 " +
                      join(letters, "och") + " saknar underlag.",
                  "Fyll i bladet, om det finns något att redovisa.",
                  {}});
  }
}

bool has_any(const std::string& text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// An activity that trains those who lead: 2 kap. 4 § cybersäkerhetslagen (2025:1506).
bool trains_management(const std::string& title, const std::string& description) {
  static constexpr std::array<std::string_view, 2> training{"utbild", "kurs"};
  static constexpr std::array<std::string_view, 5> leaders{"ledning", "chef", "direktör",
                                                           "nämndens ledamöter", "styrelse"};
  const std::string both = title + " " + description;
  return has_any(both, training) && has_any(both, leaders) &&
         (has_any(title, training) || has_any(title, leaders));
}

void check_training(const Review& review, Problems& problems) {
  constexpr int law_year = 2026;
  const Table& plan = review.table("Aktiviteter");
  if (review.last_plan_year < law_year || plan.rows.empty()) return;
  const ColumnOf title(plan, "Aktivitet");
  const ColumnOf description(plan, "Beskrivning");
  const ColumnOf last(plan, "Slutår");
  const bool trained = std::ranges::any_of(plan.rows, [&](const Row& row) {
    const auto year = whole(last(row));
    return (!year || *year >= law_year) &&
           trains_management(lower_in_place(to_text(title(row))), lower_in_place(to_text(description(row))));
  });
  if (trained) return;
  CellLocation place = title(plan.rows.front()).source().location();
  place.cell.clear();
  place.column.clear();
  problems.add(
      {Severity::warning,
       "LIST-102",
       place,
       "Ingen aktivitet från 2026 utbildar ledningen i säkerhetsåtgärder, som 2 kap. 4 § cybersäkerhetslagen "
       "kräver.",
       "Lägg till en aktivitet för utbildning av ledningen.",
       {}});
}

}  // namespace

void check_coverage(const RuleInput& input, Problems& problems) {
  tell_uncovered(input.review, problems);
  tell_empty(input.review, problems);
  check_training(input.review, problems);
  check_outcomes(input, problems);
  check_goals(input, problems);
}

}  // namespace lg::domain
