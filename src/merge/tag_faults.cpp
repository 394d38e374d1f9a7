#include "merge/tag_faults.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace lg::merge {
namespace {

Problem error(std::string code, Location where, std::string message, std::string hint) {
  return {Severity::error, std::move(code), std::move(where), std::move(message), std::move(hint), {}};
}

Problem wrong_end(const std::string& end, const std::string& block, const Location& where) {
  return error("M022", where, "”" + end + "” står där ”" + block + "” ska sluta, men nämner ett annat block.",
               "Skriv {{slut}} utan fler ord, eller byt ordning på taggarna.");
}

/// Where an end is written, in the words of the place.
std::string remedy_for_unended(const Location& where) {
  const auto* paragraph = std::get_if<ParagraphLocation>(&where);
  const bool row = paragraph != nullptr && paragraph->spot.find(", rad ") != std::string::npos;
  const std::string place = std::holds_alternative<CellLocation>(where) ? "ensamt på en egen rad"
                            : row                                       ? "sist i radens sista cell"
                                                                        : "i ett eget stycke";
  return "Skriv {{slut}} " + place + " där blocket ska ta slut, eller ta bort taggen.";
}

bool is_meant(const Problem& problem) {
  return problem.hint.starts_with("Menade du");
}

std::string same_place(const std::string& raw, const Location& where) {
  return raw + '\n' + to_text(where);
}

}  // namespace

bool ends_block(const Tag& opener, const std::string& word) {
  if (word.empty()) return true;
  if (opener.kind != TagKind::each) return word == "om";
  const Field* list = opener.each.list.path.field;
  return word == "varje" || word == "förvarje" || word == opener.each.variable ||
         (list != nullptr && word == list->folded);
}

void TagFaults::push(Told told) {
  if (muted_) return;
  if (in_story_) {
    told_.push_back(std::move(told));
  } else {
    problems_.add(std::move(told.problem));
  }
}

void TagFaults::add(Problem problem) {
  Told told;
  told.problem = std::move(problem);
  push(std::move(told));
}

void TagFaults::add_unknown(Problem problem, const Tag& tag, const std::string& variable,
                            const std::string& field, const Tag* opener, const std::string& group) {
  Told told;
  told.problem = std::move(problem);
  told.kind = Kind::unknown;
  told.raw = tag.raw;
  told.variable = fold(variable);
  told.field = field;
  told.group = group;
  if (opener != nullptr) {
    told.opener = opener->raw;
    told.opened = opener->where;
    told.list = opener->each.list.path.field;
  }
  push(std::move(told));
}

void TagFaults::add_stray_branch(const Tag& branch) {
  Told told;
  told.kind = Kind::branch;
  told.problem = error("M021", branch.where, "”" + branch.raw + "” står utanför alla block.",
                       "Skriv {{om …}} eller {{för varje …}} före, eller ta bort taggen.");
  push(std::move(told));
}

void TagFaults::add_stray_end(const Tag& end, const std::string& word, const Tag* inside) {
  // Two blocks that cross: the first end was told as leaving a block open.
  for (Told& told : told_) {
    if (told.kind != Kind::unended || told.gone || told.by.empty() || told.variable != word) continue;
    told.gone = true;
    return add(error("M022", told.ended,
                     "”" + told.by + "” avslutar ”" + told.outer + "” inne i ”" + told.raw + "”.",
                     "Byt ordning på taggarna: det block som börjar sist slutar först."));
  }
  // The first end called the inner block by the name of the outer one.
  for (Told& told : told_) {
    if (told.kind != Kind::unended || told.gone || told.by.empty() || told.outer_word != word) continue;
    told.gone = true;
    for (Told& branch : told_) branch.gone = branch.gone || branch.kind == Kind::branch;
    return add(wrong_end(told.by, told.raw, told.ended));
  }
  // The end of the block whose middle was told as standing alone.
  for (Told& told : told_) {
    if (told.kind != Kind::branch || inside != nullptr || told.ended_by) continue;
    told.variable = word;
    told.ended_by = true;
    return;
  }
  Told told;
  told.kind = Kind::stray;
  told.raw = end.raw;
  told.variable = word;
  told.problem = error("M021", end.where, "”" + end.raw + "” avslutar ett block som aldrig börjar.",
                       "Ta bort taggen, eller skriv {{om …}} eller {{för varje …}} där blocket ska börja.");
  if (inside != nullptr) {
    told.opener = inside->raw;
    told.opened = inside->where;
  }
  push(std::move(told));
}

void TagFaults::add_unended(const Tag& opener, const Tag* by, const Tag* outer) {
  for (Told& stray : told_) {
    if (stray.kind != Kind::stray || stray.gone || stray.opener != opener.raw) continue;
    if (to_text(stray.opened) != to_text(opener.where)) continue;
    // The block has an end, which calls it by another name.
    stray.gone = true;
    Told told;
    told.kind = Kind::renamed;
    told.problem = wrong_end(stray.raw, opener.raw, stray.problem.where);
    told.variable = stray.variable;
    told.field = opener.kind == TagKind::each ? opener.each.variable : "";
    told.opener = opener.raw;
    told.opened = opener.where;
    return push(std::move(told));
  }
  Told told;
  told.kind = Kind::unended;
  told.raw = opener.raw;
  told.variable = opener.kind == TagKind::each ? opener.each.variable : "om";
  told.problem = error("M020", opener.where, "Blocket ”" + opener.raw + "” avslutas aldrig.",
                       remedy_for_unended(opener.where));
  if (by != nullptr) {
    told.by = by->raw;
    told.outer = outer->raw;
    told.ended = by->where;
    told.outer_word = outer->kind == TagKind::each ? outer->each.variable : "om";
  }
  push(std::move(told));
}

/// An {{annars}} whose own block is gone ends the rows of the block around it, up to the stray end.
void TagFaults::forget_rows_of_stray_ends() {
  for (const Told& stray : told_) {
    if (stray.kind != Kind::stray || stray.gone || stray.opener.empty()) continue;
    for (Told& told : told_) {
      const bool own =
          told.kind == Kind::unknown && told.list != nullptr && told.list->find(fold(told.field)) >= 0;
      if (own && told.opener == stray.opener) told.gone = true;
    }
  }
}

void TagFaults::end_story() {
  forget_rows_of_stray_ends();
  tell_renamed_rows();
  tell_rows_without_block();
  tell_rows_without_table();
  tell_wrong_lists();
  in_story_ = false;
  for (Told& told : told_) {
    if (!told.gone) problems_.add(std::move(told.problem));
  }
  told_.clear();
  known_.clear();
}

void TagFaults::note_known(const Tag& opener) {
  if (in_story_ && !muted_) known_.insert(same_place(opener.raw, opener.where));
}

/// The list whose rows have all of those fields, the year's own before last year's.
const Field* TagFaults::list_with(const std::vector<const Told*>& unknown) const {
  const Field* best = nullptr;
  for (const Field& list : data_.root.fields) {
    const bool all = list.shape == Field::Shape::list && std::ranges::all_of(unknown, [&](const Told* told) {
                       return list.find(fold(told->field)) >= 0;
                     });
    if (all && (best == nullptr || list.folded.size() < best->folded.size())) best = &list;
  }
  return best;
}

void TagFaults::add_bare(Problem problem, const std::string& column) {
  Told told;
  told.problem = std::move(problem);
  told.kind = Kind::bare;
  told.field = column;
  push(std::move(told));
}

/// Several columns in one row of a sheet: its table has lost the list's name.
void TagFaults::tell_rows_without_table() {
  std::map<std::string, std::vector<Told*>> rows;
  for (Told& told : told_) {
    const auto* cell = std::get_if<CellLocation>(&told.problem.where);
    if (told.kind == Kind::bare && cell != nullptr)
      rows[cell->cell.substr(std::min(cell->cell.find_first_of("0123456789"), cell->cell.size()))].push_back(
          &told);
  }
  for (auto& [row, places] : rows) {
    const Field* list = places.size() < 2 ? nullptr : list_with({places.begin(), places.end()});
    if (list == nullptr) continue;
    const auto column = [](const Told* told) {
      const std::string& cell = std::get<CellLocation>(told->problem.where).cell;
      return std::pair(cell.size(), cell);
    };
    Told* first = *std::ranges::min_element(places, {}, column);
    for (Told* told : places) told->gone = told != first;
    first->problem.message = "Taggarna på rad " + row + " är kolumner i listan ”" + list->name +
                             "”, men raden ligger inte i en tabell som heter så.";
    std::string name = list->name;
    std::ranges::replace(name, ' ', '_');
    first->problem.hint =
        "Markera en cell i tabellen och skriv ”" + name + "” som tabellens namn under Tabelldesign i Excel.";
  }
}

/// Is there an end, or an {{annars}} with its end, of a block that nothing begins?
TagFaults::Told* TagFaults::rest_of_block(const std::string& variable, bool by_name) {
  const auto rest = std::ranges::find_if(told_, [&](const Told& told) {
    const bool kind = told.kind == Kind::stray || (told.kind == Kind::branch && told.ended_by);
    return kind && !told.gone && (told.variable == variable || (!by_name && told.variable.empty()));
  });
  return rest == told_.end() ? nullptr : &*rest;
}

/// The name of a loop's row was changed in its own tag alone.
void TagFaults::tell_renamed_rows() {
  for (Told& end : told_) {
    if (end.kind != Kind::renamed || end.field.empty()) continue;
    std::vector<Told*> rows;
    for (Told& told : told_) {
      if (told.kind == Kind::unknown && !told.gone && told.variable == end.variable) rows.push_back(&told);
    }
    const std::size_t at = end.opener.find(" " + end.field + " ");
    if (rows.empty() || at == std::string::npos) continue;
    for (Told* row : rows) row->gone = true;
    std::string meant = end.opener;
    meant.replace(at + 1, end.field.size(), end.variable);
    end.problem = error("M013", end.opened,
                        "Blocket ”" + end.opener + "” kallar raden ”" + end.field +
                            "”, men taggarna i det kallar den ”" + end.variable + "”.",
                        "Skriv " + meant + ", eller byt namnet i taggarna.");
  }
}

void TagFaults::tell_rows_without_block() {
  std::map<std::string, std::vector<std::size_t>> rows;
  for (std::size_t i = 0; i < told_.size(); ++i) {
    const Told& told = told_[i];
    if (told.kind != Kind::unknown || told.gone || !told.opener.empty()) continue;
    // Where the end still stands, the name that is near is not the one that was meant.
    if (!is_meant(told.problem) || rest_of_block(told.variable, true) != nullptr)
      rows[told.variable].push_back(i);
  }
  for (const auto& [variable, places] : rows) {
    std::vector<const Told*> unknown;
    for (const std::size_t i : places) unknown.push_back(&told_[i]);
    Told& first = told_[places.front()];
    const Field* list = list_with(unknown);
    if (list == nullptr) continue;
    const std::string name = first.raw.substr(0, first.raw.find('.'));
    const std::string row = std::string(trim(name.substr(name.find_last_of(" {") + 1)));
    const std::string of = first.group.empty() ? list->name : first.group;
    Told* rest = rest_of_block(variable, false);
    first.problem = error("M013", first.problem.where,
                          "Taggen ”" + first.raw + "”: ”" + row + "” är inget namn på en rad här.",
                          "Skriv {{för varje " + row + " i " + of + "}} före" +
                              (rest != nullptr ? "; {{slut}} finns redan." : " och {{slut}} efter."));
    for (const std::size_t i : places) told_[i].gone = i != places.front();
    if (rest != nullptr) rest->gone = true;
  }
}

void TagFaults::tell_wrong_lists() {
  std::map<std::string, std::vector<std::size_t>> blocks;
  for (std::size_t i = 0; i < told_.size(); ++i) {
    const Told& told = told_[i];
    if (told.kind == Kind::unknown && !told.gone && !told.opener.empty())
      blocks[same_place(told.opener, told.opened)].push_back(i);
  }
  for (const auto& [block, places] : blocks) {
    std::vector<const Told*> unknown;
    for (const std::size_t i : places) unknown.push_back(&told_[i]);
    const Field* list = list_with(unknown);
    if (list == unknown[0]->list) continue;
    if (list == nullptr) continue;
    Told& first = told_[places.front()];
    std::vector<std::string> names;
    for (const Told* told : unknown) {
      const std::string name = "”" + told->field + "”";
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    // Beside others that the list has, one unknown name may be a column of the board's own.
    if (names.size() == 1 && (known_.contains(block) || is_meant(first.problem))) {
      if (!is_meant(first.problem))
        first.problem.hint = "Ett sådant fält finns i listan ”" + list->name + "”.";
      continue;
    }
    if (names.size() > 3) names = {names[0], names[1], std::to_string(names.size() - 2) + " fält till"};
    first.problem = error("M010", first.opened,
                          "Taggen ”" + first.opener + "”: listan har inte " + join(names, "och") +
                              ", men det har listan ”" + list->name + "”.",
                          "Menade du ”" + list->name + "”?");
    for (const std::size_t i : places) told_[i].gone = i != places.front();
  }
}

}  // namespace lg::merge
