#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

namespace lg::domain {
namespace {

constexpr std::size_t often = 3;

/// Words by which an event speaks of a type of incident. A type without words is known by links alone.
struct TypeWords {
  std::string_view type;  // folded
  std::array<std::string_view, 5> words;
};

constexpr std::array known_types{
    TypeWords{"felskick", {"fel mottagare", "felskick", "fel person", "fel adress"}},
    TypeWords{"obehörigåtkomst", {"obehörig", "behörighet", "ta del av", "inloggning", "åtkomst"}},
    TypeWords{"förluststöld", {"förlora", "stöld", "stul", "stjäl", "tappa"}},
    TypeWords{"skadligkod", {"skadlig kod", "virus", "utpressning", "ransom", "trojan"}},
    TypeWords{"driftstörning", {"driftst", "avbrott", "otillgänglig", "ligger nere", "slutar fungera"}},
    TypeWords{"felkonfiguration", {"konfigur", "felaktig inställning", "inställningar"}},
    TypeWords{"leverantörsincident", {"leverantör"}},
    TypeWords{"nätfiske", {"nätfiske", "phishing", "bluff", "lösenord", "social manipul"}},
};

std::string texts_of_events(const Review& review) {
  std::string all;
  for (const std::string_view list : {"VoR", "förra årets VoR"}) {
    const Table& table = review.table(list);
    for (const std::string_view heading : {"Område", "Oönskad händelse", "Orsak"}) {
      const ColumnOf column(table, heading);
      for (const Row& row : table.rows) all += lower_in_place(to_text(column(row))) + "\n";
    }
  }
  return all;
}

bool is_known(const std::string& type, const std::string& texts) {
  const auto found = std::ranges::find(known_types, type, &TypeWords::type);
  if (found == known_types.end()) return false;
  return std::ranges::any_of(found->words, [&](std::string_view word) {
    return !word.empty() && texts.find(word) != std::string::npos;
  });
}

}  // namespace

void check_recurring_incidents(const RuleInput& input, Problems& problems) {
  const Review& review = input.review;
  const Table& table = review.table("Incidenter");
  if (table.rows.size() < often || !review.table("VoR").given) return;
  const ColumnOf type(table, "Typ");
  const ColumnOf event(table, "VoR-ID");
  std::map<std::string, std::vector<const Row*>> by_type;
  std::unordered_set<std::string> linked;
  bool any_linked = false;
  for (const Row& row : table.rows) {
    const std::string folded = fold(to_text(type(row)));
    any_linked = any_linked || !event(row).is_blank();
    if (folded.empty() || folded == "annan") continue;
    by_type[folded].push_back(&row);
    if (!event(row).is_blank()) linked.insert(folded);
  }
  // Where incidents are linked at all, the links tell; elsewhere the words of the events.
  const std::string texts = any_linked ? std::string() : texts_of_events(review);
  for (const auto& [folded, rows] : by_type) {
    if (rows.size() < often || linked.contains(folded) || is_known(folded, texts)) continue;
    std::vector<Location> others;
    for (std::size_t i = 1; i < rows.size(); ++i)
      others.emplace_back(place_of(event(*rows[i]), type(*rows[i])));
    problems.add({Severity::note, "INC-301", place_of(event(*rows.front()), type(*rows.front())),
                  std::to_string(rows.size()) + " incidenter är av typen ”" + to_text(type(*rows.front())) +
                      "”, men ingen av dem pekar på en händelse i VoR.",
                  "Fyll i incidenternas VoR-ID, eller ta upp risken i VoR.", std::move(others)});
  }
}

}  // namespace lg::domain
