#include "compose/dataset.hpp"

#include "base/text.hpp"
#include "compose/decision_points.hpp"
#include "compose/earlier_decisions.hpp"
#include "compose/incident_sentence.hpp"
#include "compose/indicator_trend.hpp"
#include "compose/law_coverage.hpp"
#include "compose/open_advice.hpp"
#include "compose/progress_sentence.hpp"
#include "compose/responsibility_sentences.hpp"
#include "compose/risk_changes.hpp"
#include "compose/risk_matrix.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace lg::compose {
namespace {

/// The sentences that a template may name after a list.
void add_aggregates(Field& list, int follow_up_year) {
  if (list.find(fold("Ansvarstyp")) >= 0) {
    const bool earlier = list.folded == fold("Tidigare aktiviteter");
    list.aggregates.push_back({"Ansvarsmening", responsibility_sentences(list)});
    list.aggregates.push_back({"antal klara", finished_activities(list)});
    list.aggregates.push_back({"genomförandemening", progress_sentence(list, earlier ? follow_up_year : 0)});
  }
  if (list.folded == fold("Incidenter")) {
    list.aggregates.push_back({"antal anmälda", reported_incidents(list)});
    list.aggregates.push_back({"anmälningsmening", reporting_sentence(list)});
  }
}

void add_textblocks(const domain::Table& blocks, Dataset& data) {
  for (const Row& row : blocks.rows) {
    const std::string key = to_text(blocks.at(row, "Nyckel"));
    if (trim(key).empty()) continue;
    data.textblocks.emplace(fold(key), blocks.at(row, "Text"));
    data.textblock_names.push_back(key);
  }
}

/// The lists that the program makes of others, by folded name.
std::map<std::string, domain::Table> made_lists(const domain::Review& review) {
  std::map<std::string, domain::Table> lists;
  for (const auto make : {consequence_steps, risk_matrix, risk_levels, risk_changes, indicator_values,
                          law_coverage, decision_points}) {
    domain::Table table = make(review);
    std::string name = table.field.folded;
    lists.emplace(std::move(name), std::move(table));
  }
  return lists;
}

}  // namespace

Dataset make_dataset(domain::Review& review) {
  std::map<std::string, domain::Table> made = made_lists(review);
  add_indicator_trends(review);
  add_carried_out(review);
  add_earlier_decisions(review);
  Dataset data;
  data.root = Field::of("", Field::Shape::record);
  data.root.fields = review.facts.field.fields;
  if (!review.facts.rows.empty()) data.row = std::move(review.facts.rows.front());
  data.row.resize(data.root.fields.size());
  add_textblocks(review.table("Textblock"), data);
  std::map<std::string_view, domain::Table*> lists;
  for (auto& [name, table] : review.tables) lists.emplace(name, &table);
  for (auto& [name, table] : made) lists.emplace(name, &table);
  for (const auto& [name, table] : lists) {
    if (name == fold("Regler")) continue;  // they steer the checks, and no document shows them
    add_aggregates(table->field, review.follow_up_year);
    note_phrases(table->field, table->rows);
    data.root.fields.push_back(table->field);
    data.row.push_back(Value::list(std::move(table->rows)));
  }
  return data;
}

}  // namespace lg::compose
