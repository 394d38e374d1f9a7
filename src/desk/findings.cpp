#include "desk/findings.hpp"

#include "app/problem_list.hpp"

#include <Poco/JSON/Object.h>

#include <cstddef>

namespace lg::desk {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr std::size_t most_led = 500;  // findings; each is looked for in all paragraphs

Object item_of(const app::GroupItem& item, const app::ProblemGroup& group, int paragraph) {
  const Problem& problem = *item.problem;
  const auto* cell = std::get_if<CellLocation>(&problem.where);
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("says", item.says);
  object.set("hint", group.hint.empty() ? problem.hint : "");
  object.set("code", problem.code);
  object.set("place", to_text(problem.where));
  object.set("file", file_of(problem.where));
  object.set("sheet", cell == nullptr ? "" : cell->sheet);
  object.set("cell", cell == nullptr ? "" : cell->cell);
  object.set("column", cell == nullptr ? "" : cell->column);
  Array paragraphs;
  if (paragraph > 0) paragraphs.add(paragraph);
  object.set("paragraphs", paragraphs);
  Array related;
  for (const Location& place : problem.related) related.add(to_text(place));
  object.set("related", related);
  return object;
}

}  // namespace

Array findings(const Problems& problems, const ParagraphOf& paragraph_of) {
  Array groups;
  std::size_t led = 0;
  for (const app::ProblemGroup& group : app::grouped(problems)) {
    Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("severity", word_for(group.first().severity));
    object.set("sentence", group.sentence);
    object.set("hint", group.hint);
    Array items;
    for (const app::GroupItem& item : group.items) {
      const bool leads = paragraph_of && ++led <= most_led;
      items.add(item_of(item, group, leads ? paragraph_of(item.problem->where) : 0));
    }
    object.set("items", items);
    groups.add(object);
  }
  return groups;
}

}  // namespace lg::desk
