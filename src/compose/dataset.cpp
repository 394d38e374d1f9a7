#include "compose/dataset.hpp"

#include "base/text.hpp"
#include "compose/incident_sentence.hpp"
#include "compose/responsibility_sentences.hpp"

#include <utility>

namespace lg::compose {
namespace {

/// The sentences that a template may name after a list.
void add_aggregates(Field& list) {
  if (list.find(fold("Ansvarstyp")) >= 0) {
    list.aggregates.push_back({"Ansvarsmening", responsibility_sentences(list)});
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

}  // namespace

Dataset make_dataset(domain::Review& review) {
  Dataset data;
  data.root = Field::of("", Field::Shape::record);
  data.root.fields = review.facts.field.fields;
  if (!review.facts.rows.empty()) data.row = std::move(review.facts.rows.front());
  data.row.resize(data.root.fields.size());
  add_textblocks(review.table("Textblock"), data);
  for (auto& [name, table] : review.tables) {
    add_aggregates(table.field);
    note_phrases(table.field, table.rows);
    data.root.fields.push_back(table.field);
    data.row.push_back(Value::list(std::move(table.rows)));
  }
  return data;
}

}  // namespace lg::compose
