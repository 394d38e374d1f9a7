#include "desk/findings.hpp"

#include "app/problem_list.hpp"

#include <Poco/JSON/Object.h>

#include <algorithm>

namespace lg::desk {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

std::string key_of(const CellLocation& cell) {
  return cell.file + '\n' + cell.sheet + '\n' + cell.cell;
}

Object item_of(const app::GroupItem& item, const app::ProblemGroup& group, const CellParagraphs& paragraphs) {
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
  Array numbers;
  for (const int paragraph : paragraphs.of(problem.where)) numbers.add(paragraph);
  object.set("paragraphs", numbers);
  Array related;
  for (const Location& place : problem.related) related.add(to_text(place));
  object.set("related", related);
  return object;
}

}  // namespace

void CellParagraphs::add(const CellLocation& cell, int paragraph) {
  std::vector<int>& known = paragraphs_[key_of(cell)];
  if (std::ranges::find(known, paragraph) == known.end()) known.push_back(paragraph);
}

std::vector<int> CellParagraphs::of(const Location& place) const {
  const auto* cell = std::get_if<CellLocation>(&place);
  if (cell == nullptr) return {};
  const auto found = paragraphs_.find(key_of(*cell));
  return found == paragraphs_.end() ? std::vector<int>() : found->second;
}

Array findings(const Problems& problems, const CellParagraphs& paragraphs) {
  Array groups;
  for (const app::ProblemGroup& group : app::grouped(problems)) {
    Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("severity", word_for(group.first().severity));
    object.set("sentence", group.sentence);
    object.set("hint", group.hint);
    Array items;
    for (const app::GroupItem& item : group.items) items.add(item_of(item, group, paragraphs));
    object.set("items", items);
    groups.add(object);
  }
  return groups;
}

}  // namespace lg::desk
