#pragma once

#include "sml/formula.hpp"
#include "sml/formula_names.hpp"
#include "sml/row_map.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lg::sml {

/// What became of one sheet of the template.
struct MovedSheet {
  std::string name;              // in the template
  std::string new_name;          // in the result
  const RowMap* rows = nullptr;  // null: nothing moved
  bool gone = false;             // no copy of it is in the result
  NewNames tables{};  // of a copy: what its own tables are called, where the template's formulas name them
};

/// Where a formula stands: its sheet, and the turns of repeated blocks around it, outermost first.
struct FormulaPlace {
  const MovedSheet* sheet = nullptr;  // null: no sheet of its own (a name of the workbook)
  std::span<const Turned* const> turns;
  bool grow_all = false;  // every cell reference stands for all copies of its row (names, charts)
  /// Relative rows of the own sheet keep their distance to the formula's cell, which moved this far: for a
  /// rule over many rows, whose formula is written for the first of them.
  std::optional<int> distance;
  int column = 0;  // of the formula's cell; 0: none
};

/// Moves the references of formulas when rows have moved:
/// - a range that contains, begins or ends at a repeated row grows over all of its copies; where other rows
///   stand between them, SUM and its like get an argument for each run of copies: SUM(C3,C5,C7);
/// - within a repeated row, a relative reference to the same block stays in the same turn, and a fixed row
///   ($5) means the block's first copy (of the group around it), so that SUM(B$5:B5) is a running sum;
/// - a relative reference to the own column in the row above the block means the copy before;
/// - references to rows or sheets that are gone become #REF!.
class ReferenceMover {
 public:
  explicit ReferenceMover(std::vector<MovedSheet> sheets);

  [[nodiscard]] std::string move(const Formula& formula, const FormulaPlace& place) const;
  /// The same for text that may hold several references, as Print_Area does.
  [[nodiscard]] std::string move(std::string_view formula, const FormulaPlace& place) const;
  [[nodiscard]] const MovedSheet* find(std::string_view name) const;
  /// Nothing moved and no sheet has a new name.
  [[nodiscard]] bool is_identity() const { return identity_; }

 private:
  /// With its qualifier.
  [[nodiscard]] std::string moved(const Reference& reference, const FormulaPlace& place) const;
  [[nodiscard]] std::string renamed(const std::string& text, const FormulaPlace& place) const;
  [[nodiscard]] std::string moved_through(const Reference& reference, const FormulaPlace& place) const;
  [[nodiscard]] bool names_gone_sheet(const Reference& reference) const;
  [[nodiscard]] const MovedSheet* target(std::string_view name, const FormulaPlace& place) const;
  [[nodiscard]] std::string qualifier(const Reference& reference, const FormulaPlace& place) const;

  std::vector<MovedSheet> sheets_;
  std::vector<std::string> lower_names_;
  bool identity_ = true;
};

}  // namespace lg::sml
