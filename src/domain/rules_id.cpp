#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace lg::domain {
namespace {

/// What tells the rows of a list apart.
struct Key {
  std::string_view list;
  std::string_view id;
  std::string_view with = {};  // a second column of the key
};

constexpr std::array keys{
    Key{"VoR", "VoR-ID"},
    Key{"förra årets VoR", "VoR-ID"},
    Key{"IKP", "Kontroll-ID"},
    Key{"förra årets IKP", "Kontroll-ID"},
    Key{"Rekommendationer", "DSO-ID"},
    Key{"Incidenter", "Incident-ID"},
    Key{"Revisioner", "Revisions-ID"},
    Key{"Iakttagelser", "Iakttagelse-ID"},
    Key{"Aktiviteter", "Aktivitets-ID", "Startår"},
    Key{"Tidigare aktiviteter", "Aktivitets-ID", "Startår"},
    Key{"Textblock", "Nyckel", "Rapportår"},
    Key{"Nyckeltal", "Nyckeltal-ID"},
    Key{"Beslut", "Beslut-ID"},
    Key{"Roller", "Roll"},
    Key{"Regler", "Regel"},
};

/// A column that names rows of other lists.
struct Reference {
  std::string_view list;
  std::string_view column;
  std::string_view target;
  std::string_view id;         // the target's column
  std::string_view also = {};  // a second list that the row may stand in
  bool other_year = false;     // without that list's sheet only IDs of the target's year can be told
};

constexpr std::array references{
    Reference{"VoR", "Föregående VoR-ID", "förra årets VoR", "VoR-ID"},
    Reference{"IKP", "VoR-ID", "VoR", "VoR-ID", "förra årets VoR", true},
    Reference{"förra årets IKP", "VoR-ID", "förra årets VoR", "VoR-ID", "VoR", true},
    Reference{"Incidenter", "VoR-ID", "VoR", "VoR-ID", "förra årets VoR", true},
    Reference{"Aktiviteter", "VoR-ID", "VoR", "VoR-ID", "förra årets VoR", true},
    Reference{"Aktiviteter", "DSO-ID", "Rekommendationer", "DSO-ID"},
    Reference{"Aktiviteter", "Iakttagelse-ID", "Iakttagelser", "Iakttagelse-ID"},
    Reference{"Aktiviteter", "Incident-ID", "Incidenter", "Incident-ID"},
    Reference{"Aktiviteter", "Beroende av", "Aktiviteter", "Aktivitets-ID", "Tidigare aktiviteter"},
    Reference{"Uppföljning", "Aktivitets-ID", "Aktiviteter", "Aktivitets-ID", "Tidigare aktiviteter"},
    Reference{"Rekommendationer", "Aktivitets-ID", "Aktiviteter", "Aktivitets-ID", "Tidigare aktiviteter"},
    Reference{"Incidenter", "Aktivitets-ID", "Aktiviteter", "Aktivitets-ID", "Tidigare aktiviteter"},
    Reference{"Iakttagelser", "Aktivitets-ID", "Aktiviteter", "Aktivitets-ID", "Tidigare aktiviteter"},
    Reference{"Iakttagelser", "Revisions-ID", "Revisioner", "Revisions-ID"},
    Reference{"Beslut", "Aktivitets-ID", "Aktiviteter", "Aktivitets-ID", "Tidigare aktiviteter"},
};

void check_unique(const Review& review, const Key& key, Problems& problems) {
  const Table& table = review.table(key.list);
  const ColumnOf id(table, key.id);
  const ColumnOf with(table, key.with);
  std::unordered_map<std::string, const Value*> seen;
  for (const Row& row : table.rows) {
    if (id(row).is_blank()) continue;
    std::string folded = fold(to_text(id(row)));
    if (!key.with.empty()) folded += "\n" + fold(to_text(with(row)));
    const auto [first, added] = seen.emplace(std::move(folded), &id(row));
    if (added) continue;
    const std::string also = key.with.empty() ? "" : " med samma " + std::string(key.with);
    problems.add(
        {Severity::error,
         "BLAN-201",
         id(row).source().location(),
         std::string(key.id) + " ”" + excerpt(to_text(id(row)), 40) + "” finns på mer än en rad" + also + ".",
         "Ge raden en egen beteckning, eller ta bort den ena raden.",
         {first->second->source().location()}});
  }
}

/// The IDs that a reference may name.
struct Targets {
  std::unordered_set<std::string> folded;
  std::vector<std::string> shown;

  void add(const Table& table, std::string_view id) {
    const ColumnOf column(table, id);
    for (const Row& row : table.rows) {
      std::string text = to_text(column(row));
      if (folded.insert(fold(text)).second) shown.push_back(std::move(text));
    }
    add_others(table);
  }

  void add_others(const Table& table) { folded.insert(table.other_ids.begin(), table.other_ids.end()); }
};

Targets targets_of(const Review& review, const Reference& reference) {
  Targets targets;
  targets.add(review.table(reference.target), reference.id);
  if (!reference.also.empty()) targets.add(review.table(reference.also), reference.id);
  if (reference.id == "VoR-ID") targets.add_others(review.table("VoR"));  // of all years
  return targets;
}

/// Is the ID of the same series as one that is there: "V26-99" beside "V26-01"?
bool is_of_series(const std::string& id, const Targets& targets) {
  return std::ranges::any_of(targets.shown, [&id](const std::string& other) {
    const std::size_t end = other.rfind('-');
    return end != std::string::npos && end > 0 && id.starts_with(other.substr(0, end + 1));
  });
}

void check_reference(const Review& review, const Reference& reference, Problems& problems) {
  const Table& table = review.table(reference.list);
  if (!review.table(reference.target).given || table.rows.empty()) return;
  const Targets targets = targets_of(review, reference);
  const bool all_years = !reference.other_year || review.table(reference.also).given;
  const ColumnOf column(table, reference.column);
  int suggested = 0;
  constexpr int most_suggestions = 20;  // each looks at every ID
  const auto tell = [&](const Value& value, const std::string& id) {
    std::optional<std::string> near;
    if (suggested++ < most_suggestions) near = nearest(id, targets.shown);
    problems.add({Severity::error,
                  "BLAN-202",
                  value.source().location(),
                  std::string(reference.column) + " ”" + excerpt(id, 40) + "” finns inte i bladet " +
                      std::string(reference.target) + ".",
                  near ? "Menade du ”" + *near + "”?" : "Skriv en beteckning som finns, eller ta bort den.",
                  {}});
  };
  for (const Row& row : table.rows) {
    for (const std::string& id : ids_in(column(row))) {
      if (targets.folded.contains(fold(id))) continue;
      if (all_years || is_of_series(id, targets)) tell(column(row), id);
    }
  }
}

}  // namespace

void check_ids(const RuleInput& input, Problems& problems) {
  for (const Key& key : keys) check_unique(input.review, key, problems);
  for (const Reference& reference : references) check_reference(input.review, reference, problems);
  check_roles(input, problems);
}

}  // namespace lg::domain
