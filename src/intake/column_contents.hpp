#pragma once

#include "intake/foreign_grid.hpp"
#include "intake/form.hpp"

#include <string>
#include <vector>

namespace lg::intake {

/// What the cells of one column hold, told by the first of them: a second witness beside the heading.
class ColumnContents {
 public:
  /// The cells of the column below the row of headings.
  ColumnContents(const ForeignGrid& grid, int header_row, int column);

  [[nodiscard]] bool empty() const { return texts_.empty(); }
  /// Steps of a scale: 1–10, with or without a word.
  [[nodiscard]] bool are_steps() const;
  /// Numbers and nothing else.
  [[nodiscard]] bool are_numbers() const;
  /// Sentences rather than words.
  [[nodiscard]] bool are_sentences() const;
  /// Words of yes and no: ja, nej, x.
  [[nodiscard]] bool are_answers() const;
  /// Most begin as risks do.
  [[nodiscard]] bool are_risks() const;
  /// Likelihood and consequence together in each cell.
  [[nodiscard]] bool are_risk_facts() const;
  /// Words that the column chooses among.
  [[nodiscard]] bool are_choices_of(const Column& column) const;
  [[nodiscard]] std::size_t mean_length() const;

 private:
  template <class Test>
  [[nodiscard]] bool most(Test test) const;

  std::vector<std::string> texts_;
};

}  // namespace lg::intake
