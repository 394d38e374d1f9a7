#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "intake/form.hpp"
#include "sml/workbook.hpp"

#include <string>
#include <vector>

namespace lg::intake {

/// One column of one sheet, made ready for reading many cells. A cell that cannot be read as the column says
/// gives exactly one problem, which quotes what stands there, and a hole.
class CellReader {
 public:
  /// `heading` is the column's name as the sheet writes it.
  CellReader(const Column& column, std::string heading);

  [[nodiscard]] Value read(const sml::Cell& cell, const Source& source, std::vector<Problem>& problems) const;

  /// The value of a cell that holds nothing: what the column falls back on, else a hole where it must be
  /// filled in.
  [[nodiscard]] Value blank(const Source& source, std::vector<Problem>& problems) const;

 private:
  struct Failure;  // what to tell
  [[nodiscard]] Value failed(const Source& source) const;
  [[nodiscard]] Value convert(const sml::Cell& cell, const Source& source, Failure& failure) const;
  [[nodiscard]] Value whole_number(const sml::Cell& cell, const Source& source, Failure& failure) const;
  [[nodiscard]] Value number(const sml::Cell& cell, const Source& source, Failure& failure) const;
  [[nodiscard]] Value date(const sml::Cell& cell, const Source& source, Failure& failure) const;
  [[nodiscard]] Value yes_no(const sml::Cell& cell, const Source& source, Failure& failure) const;
  [[nodiscard]] Value choice(std::string_view text, const Source& source, Failure& failure) const;
  [[nodiscard]] Value choices(std::string_view text, const Source& source, Failure& failure) const;
  [[nodiscard]] Value years(std::string_view text, const Source& source, Failure& failure) const;
  [[nodiscard]] const std::string* find_choice(std::string_view word) const;
  [[nodiscard]] std::string choice_hint(std::string_view word) const;

  const Column* column_;
  std::string heading_;
  std::vector<std::string> choices_;
  std::vector<std::string> folded_;  // of choices_
};

/// The cell as text, numbers as Excel shows whole ones: "12", not "12.0".
[[nodiscard]] std::string cell_text(const sml::Cell& cell);

/// Nothing but blanks, or a formula without a result.
[[nodiscard]] bool is_empty(const sml::Cell& cell);

/// The value of a column that no form declares, typed as the cell is.
[[nodiscard]] Value read_own(const sml::Cell& cell, const Source& source, std::vector<Problem>& problems);

}  // namespace lg::intake
