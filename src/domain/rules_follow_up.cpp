#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lg::domain {
namespace {

using RowsById = std::unordered_map<std::string, const Row*>;

/// One sheet is missing for all of them: one problem, not one a row.
bool tell_missing_sheet(const Review& review, Problems& problems) {
  const Table& events = review.table("förra årets VoR");
  const Table& follow_ups = review.table("Uppföljning");
  const FileLocation folder{review.folder};
  const std::string year = std::to_string(review.follow_up_year);
  if (!events.rows.empty() && !follow_ups.given) {
    problems.add(
        {Severity::hole,
         "UPPF-105",
         folder,
         "Bladet ”Uppföljning” saknas i mappen, men VoR för " + year + " har händelser att följa upp.",
         "Lägg arbetsboken med bladet Uppföljning i mappen.",
         {}});
    return true;
  }
  if (!follow_ups.rows.empty() && !events.given) {
    problems.add(
        {Severity::hole,
         "UPPF-106",
         folder,
         "Bladet ”VoR” för " + year + " saknas i mappen, men bladet Uppföljning följer upp dess händelser.",
         "Lägg arbetsboken med VoR för " + year + " i mappen.",
         {}});
    return true;
  }
  return false;
}

RowsById check_named_events(const Table& follow_ups, const RowsById& events, Problems& problems) {
  const ColumnOf id(follow_ups, "VoR-ID");
  RowsById followed;
  for (const Row& row : follow_ups.rows) {
    if (id(row).is_blank()) continue;
    const std::string folded = fold(to_text(id(row)));
    const std::string shown = excerpt(to_text(id(row)), 40);
    if (!events.contains(folded)) {
      problems.add({Severity::error,
                    "UPPF-102",
                    id(row).source().location(),
                    "VoR-ID ”" + shown + "” finns inte i förra årets VoR.",
                    "Skriv beteckningen på en händelse i förra årets VoR, eller ta bort raden.",
                    {}});
      continue;
    }
    const auto [first, added] = followed.emplace(folded, &row);
    if (added) continue;
    problems.add({Severity::error,
                  "UPPF-103",
                  id(row).source().location(),
                  "Händelsen ”" + shown + "” följs upp på mer än en rad.",
                  "Slå ihop raderna till en.",
                  {id(*first->second).source().location()}});
  }
  return followed;
}

struct Recommendations {
  std::string_view list;
  std::string_view text;
  std::string_view id;
  const char* code;
};

void check_carried_out(const RuleInput& input, const Recommendations& kind, Problems& problems) {
  const Table& table = input.review.table(kind.list);
  const ColumnOf text(table, kind.text);
  const ColumnOf id(table, kind.id);
  const ColumnOf activity(table, "Aktivitets-ID");
  for (const Row& row : table.rows) {
    const std::string says = fold(to_text(text(row)));
    const bool none = says.empty() || says == "ingen" || says == "inga";
    if (none || !activity(row).is_blank() || activity(row).is_hole()) continue;
    problems.add({Severity::warning,
                  kind.code,
                  place_of(activity(row), text(row)),
                  "Rekommendationen för ”" + excerpt(to_text(id(row)), 40) + "” har ingen aktivitet.",
                  "Fyll i Aktivitets-ID för aktiviteten som genomför den.",
                  {}});
  }
}

void check_sources(const RuleInput& input, Problems& problems) {
  static constexpr std::array<std::string_view, 5> id_columns{"VoR-ID", "DSO-ID", "Iakttagelse-ID",
                                                              "Incident-ID", "Tidigare referenser"};
  const Table& table = input.review.table("Aktiviteter");
  const ColumnOf title(table, "Aktivitet");
  const ColumnOf reason(table, "Källa");
  const std::array<ColumnOf, 5> ids{ColumnOf(table, id_columns[0]), ColumnOf(table, id_columns[1]),
                                    ColumnOf(table, id_columns[2]), ColumnOf(table, id_columns[3]),
                                    ColumnOf(table, id_columns[4])};
  for (const Row& row : table.rows) {
    const std::vector<std::string> reasons = ids_in(reason(row));
    const bool free = std::ranges::any_of(reasons, [](const std::string& word) {
      const std::string folded = fold(word);
      return folded == "lagkrav" || folded == "omvärld" || folded == "ledningsbeslut";
    });
    const bool linked = std::ranges::any_of(ids, [&row](const ColumnOf& id) { return !id(row).is_blank(); });
    if (reasons.empty() || free || linked) continue;
    problems.add({Severity::warning,
                  "AKT-109",
                  place_of(ids[0](row), reason(row)),
                  "Aktiviteten ”" + excerpt(to_text(title(row)), 40) + "” har källan ”" +
                      excerpt(to_text(reason(row)), 40) + "” men pekar inte på någon rad där.",
                  "Fyll i VoR-ID, DSO-ID, Iakttagelse-ID eller Incident-ID.",
                  {}});
  }
}

}  // namespace

void check_follow_ups(const RuleInput& input, Problems& problems) {
  if (tell_missing_sheet(input.review, problems)) return;
  const Table& table = input.review.table("förra årets VoR");
  const ColumnOf id(table, "VoR-ID");
  RowsById events;
  for (const Row& row : table.rows) {
    if (!id(row).is_blank()) events.emplace(fold(to_text(id(row))), &row);
  }
  const RowsById followed = check_named_events(input.review.table("Uppföljning"), events, problems);
  for (const Row& row : table.rows) {
    if (id(row).is_blank() || followed.contains(fold(to_text(id(row))))) continue;
    problems.add({Severity::hole,
                  "UPPF-101",
                  id(row).source().location(),
                  "Händelsen ”" + excerpt(to_text(id(row)), 40) +
                      "” i förra årets VoR har ingen rad i bladet Uppföljning.",
                  "Fyll i en rad för händelsen i bladet Uppföljning.",
                  {}});
  }
}

void check_recommendations(const RuleInput& input, Problems& problems) {
  check_carried_out(input, {"Uppföljning", "ISAM:s rekommendation", "VoR-ID", "UPPF-104"}, problems);
  check_carried_out(input, {"Iakttagelser", "Rekommendation", "Iakttagelse-ID", "REV-101"}, problems);
  check_sources(input, problems);
}

}  // namespace lg::domain
