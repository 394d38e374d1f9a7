#include "sml/reference_mover.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace lg::sml {
namespace {

/// The innermost turn around the formula whose block holds those rows; null: they lie outside.
const Turned* turn_with(Rows rows, std::span<const Turned* const> turns) {
  for (auto it = turns.rbegin(); it != turns.rend(); ++it) {
    if ((*it)->source.first <= rows.first && rows.last <= (*it)->source.last) return *it;
  }
  return nullptr;
}

/// Where a fixed row is looked for: in the turn around the formula's own, which `$` says that it looks out
/// of; of another row of a turn further out (the sum below a group) in that turn. Null: everywhere.
const Turned* turn_of_fixed(Rows rows, std::span<const Turned* const> turns) {
  const Turned* turn = turn_with(rows, turns);
  const bool own = turn != nullptr && turn == turns.back();
  return own ? turn_with(rows, turns.first(turns.size() - 1)) : turn;
}

/// A relative reference of a repeated row to its own column in the row right above its block: the row before,
/// in each copy, as a running balance has it (=N(F4)+B5).
bool is_row_before(const Reference& reference, const RowMap& map, const FormulaPlace& place) {
  const Corner& corner = reference.first;
  const bool named =
      !reference.qualifier.empty();  // nobody clicks on the cell above and gets its sheet's name
  if (named || place.turns.empty() || corner.row_fixed || corner.column != place.column) return false;
  const Turned& own = *place.turns.back();
  if (corner.row >= own.source.first) return false;
  const auto above = map.last(corner.row);
  const auto block = map.first(own.source.first);
  return above && block && *above == *block - 1;
}

/// A relative row stays in the formula's own turn, a fixed one is looked for further out. Null: everywhere.
const Turned* turn_of(const Corner& corner, const FormulaPlace& place) {
  const Rows row{corner.row, corner.row};
  return corner.row_fixed ? turn_of_fixed(row, place.turns) : turn_with(row, place.turns);
}

/// One corner's row.
std::optional<Rows> images(const Corner& corner, const RowMap& map, const FormulaPlace& place) {
  const Rows row{corner.row, corner.row};
  if (!corner.row_fixed && place.distance) {
    const int moved = std::max(corner.row + *place.distance, 1);
    return Rows{moved, moved};
  }
  return map.envelope(row, turn_of(corner, place));
}

bool move_cell(Reference& reference, const RowMap& map, const FormulaPlace& place) {
  if (is_row_before(reference, map, place)) {
    reference.first.row = reference.last.row = place.turns.back()->output.first - 1;
    return true;
  }
  const auto rows = images(reference.first, map, place);
  if (!rows) return false;
  const bool own_block = turn_with({reference.first.row, reference.first.row}, place.turns) != nullptr;
  reference.first.row = reference.last.row = rows->first;
  if (rows->last > rows->first && !own_block && (reference.grows || place.grow_all)) {
    reference.shape = Reference::Shape::range;
    reference.last.row = rows->last;
  }
  return true;
}

/// A range within one turn, or none, is all that became of its rows there: which of them come, and which
/// comes first and last, may differ between turns. Rows that did not come in this turn are not another
/// turn's.
bool move_within(Corner& top, Corner& bottom, const RowMap& map, const Turned* turn) {
  const auto rows = map.envelope({top.row, bottom.row}, turn);
  if (!rows) return false;
  top.row = rows->first;
  bottom.row = rows->last;
  return true;
}

bool move_range(Reference& reference, const RowMap& map, const FormulaPlace& place) {
  Corner& top = reference.first.row <= reference.last.row ? reference.first : reference.last;
  Corner& bottom = &top == &reference.first ? reference.last : reference.first;
  const Turned* turn = turn_of(top, place);
  if (!place.distance && turn == turn_of(bottom, place)) return move_within(top, bottom, map, turn);
  const auto whole = map.envelope({top.row, bottom.row});
  if (!whole) return false;
  const auto first = images(top, map, place);
  const auto last = images(bottom, map, place);
  top.row = first ? first->first : whole->first;
  bottom.row = last ? last->last : whole->last;
  return top.row <= bottom.row;
}

bool move_rows(Reference& reference, const RowMap& map, const FormulaPlace& place) {
  if (reference.shape == Reference::Shape::columns) return true;
  if (reference.shape == Reference::Shape::cell) return move_cell(reference, map, place);
  return move_range(reference, map, place);
}

/// The runs of copies between the rows that `reference` came to; one when nothing else stands between them.
std::vector<Rows> runs_within(const Reference& given, const Reference& moved, const RowMap& map) {
  constexpr std::size_t most = 250;  // a function takes 255 arguments
  const Rows hull{moved.first.row, moved.last.row};
  std::vector<Rows> runs;
  for (Rows rows : map.areas({given.first.row, given.last.row})) {
    rows = {std::max(rows.first, hull.first), std::min(rows.last, hull.last)};
    if (rows.first <= rows.last) runs.push_back(rows);
  }
  return runs.size() > most ? std::vector<Rows>{hull} : runs;
}

/// The place as seen from another sheet: no turn of that sheet is its own.
FormulaPlace elsewhere(const FormulaPlace& place) {
  return {place.sheet, {}, place.grow_all, {}};
}

}  // namespace

ReferenceMover::ReferenceMover(std::vector<MovedSheet> sheets) : sheets_(std::move(sheets)) {
  for (const MovedSheet& sheet : sheets_) {
    lower_names_.push_back(to_lower(sheet.name));
    if (sheet.gone || sheet.name != sheet.new_name || (sheet.rows != nullptr && !sheet.rows->is_identity()))
      identity_ = false;
  }
}

const MovedSheet* ReferenceMover::find(std::string_view name) const {
  const auto at = std::find(lower_names_.begin(), lower_names_.end(), to_lower(name));
  return at == lower_names_.end() ? nullptr : &sheets_[static_cast<std::size_t>(at - lower_names_.begin())];
}

/// A sheet that was copied for each row of a list names itself by the template's name too.
const MovedSheet* ReferenceMover::target(std::string_view name, const FormulaPlace& place) const {
  if (name.empty()) return place.sheet;
  const MovedSheet* found = find(name);
  const bool own = found != nullptr && place.sheet != nullptr && found->name == place.sheet->name;
  return own ? place.sheet : found;
}

std::string ReferenceMover::qualifier(const Reference& reference, const FormulaPlace& place) const {
  if (reference.qualifier.empty() || reference.external) return reference.qualifier;
  const MovedSheet* first = target(reference.first_sheet, place);
  const MovedSheet* last = reference.last_sheet.empty() ? nullptr : find(reference.last_sheet);
  const bool renamed = (first != nullptr && first->name != first->new_name) ||
                       (last != nullptr && last->name != last->new_name);
  if (!renamed) return reference.qualifier;
  std::string name = first != nullptr ? first->new_name : reference.first_sheet;
  if (reference.last_sheet.empty()) return quoted_sheet_name(name) + "!";
  const std::string other = last != nullptr ? last->new_name : reference.last_sheet;
  const bool plain = quoted_sheet_name(name) == name && quoted_sheet_name(other) == other;
  name += ":" + other;
  return (plain ? name : quoted_sheet_name(name)) + "!";
}

bool ReferenceMover::names_gone_sheet(const Reference& reference) const {
  if (reference.external || reference.qualifier.empty()) return false;
  const MovedSheet* first = find(reference.first_sheet);
  const MovedSheet* last = find(reference.last_sheet);
  return (first != nullptr && first->gone) || (last != nullptr && last->gone);
}

/// A reference through several sheets moves where they all moved alike; else it stays as it is.
std::string ReferenceMover::moved_through(const Reference& reference, const FormulaPlace& place) const {
  const MovedSheet* first = find(reference.first_sheet);
  const MovedSheet* last = find(reference.last_sheet);
  if (first == nullptr || last == nullptr || first > last) return cells_text(reference);
  std::string common;
  for (const MovedSheet* sheet = first; sheet <= last; ++sheet) {
    Reference one = reference;
    const bool alive = sheet->rows == nullptr || move_rows(one, *sheet->rows, elsewhere(place));
    const std::string text = alive ? cells_text(one) : cells_text(reference);
    if (sheet != first && text != common) return cells_text(reference);
    common = text;
  }
  return common;
}

std::string ReferenceMover::moved(const Reference& reference, const FormulaPlace& place) const {
  if (names_gone_sheet(reference)) return "#REF!";
  const std::string prefix = qualifier(reference, place);
  if (reference.external) return prefix + cells_text(reference);
  if (!reference.last_sheet.empty()) return prefix + moved_through(reference, place);
  const MovedSheet* sheet = target(reference.first_sheet, place);
  if (sheet == nullptr || sheet->rows == nullptr) return prefix + cells_text(reference);
  Reference moved = reference;
  const bool own = sheet == place.sheet;
  if (!move_rows(moved, *sheet->rows, own ? place : elsewhere(place))) return prefix + "#REF!";
  // Corners that kept their distance to a rule's cell are no images of the rows the template names.
  const bool images = moved.shape == Reference::Shape::range && !(own && place.distance);
  if (!reference.series || !images) return prefix + cells_text(moved);
  const std::vector<Rows> runs = runs_within(reference, moved, *sheet->rows);
  if (runs.size() < 2) return prefix + cells_text(moved);
  std::string text;
  for (const Rows& rows : runs) {
    moved.first.row = rows.first;
    moved.last.row = rows.last;
    moved.shape = rows.first == rows.last && moved.first.column == moved.last.column
                      ? Reference::Shape::cell
                      : Reference::Shape::range;
    text += (text.empty() ? "" : ",") + prefix + cells_text(moved);
  }
  return text;
}

/// The text between references names tables, and sheets in front of names ('Blad 1'!Summa).
std::string ReferenceMover::renamed(const std::string& text, const FormulaPlace& place) const {
  const bool tables = place.sheet != nullptr && !place.sheet->tables.empty();
  std::string changed = tables ? with_new_tables(text, place.sheet->tables) : text;
  if (changed.find("{{") == std::string::npos) return changed;  // only tabs with tags get another name
  for (const MovedSheet& sheet : sheets_) {
    const std::string old = quoted_sheet_name(sheet.name) + "!";
    const MovedSheet* now = target(sheet.name, place);
    const std::string fresh = now == nullptr || now->gone ? old : quoted_sheet_name(now->new_name) + "!";
    for (std::size_t at = changed.find(old); at != std::string::npos && fresh != old;
         at = changed.find(old, at + fresh.size())) {
      changed.replace(at, old.size(), fresh);
    }
  }
  return changed;
}

std::string ReferenceMover::move(const Formula& formula, const FormulaPlace& place) const {
  std::string text;
  for (const Formula::Piece& piece : formula.pieces()) {
    if (const auto* literal = std::get_if<std::string>(&piece)) {
      text += renamed(*literal, place);
    } else {
      const auto& reference = std::get<Reference>(piece);
      text += moved(reference, place);
    }
  }
  return text;
}

std::string ReferenceMover::move(std::string_view formula, const FormulaPlace& place) const {
  return move(Formula::parse(formula), place);
}

}  // namespace lg::sml
