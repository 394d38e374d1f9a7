#include "intake/column_contents.hpp"

#include "base/text.hpp"
#include "intake/foreign_choice.hpp"
#include "intake/foreign_words.hpp"
#include "intake/risk_facts.hpp"

#include <algorithm>
#include <array>

namespace lg::intake {
namespace {

constexpr std::size_t enough = 40;

}  // namespace

ColumnContents::ColumnContents(const ForeignGrid& grid, int header_row, int column) {
  for (const ForeignGrid::GridRow& row : grid.rows()) {
    if (row.number <= header_row || row.cells.size() < 2) continue;  // one cell alone heads a group
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool says =
          row.cells[i]->ref.column == column && !fold(row.texts[i]).empty();  // a dash says nothing
      if (says) texts_.push_back(row.texts[i]);
    }
    if (texts_.size() == enough) return;
  }
}

/// Three of four, so that totals and legends below the table do not matter.
template <class Test>
bool ColumnContents::most(Test test) const {
  const auto count = static_cast<std::size_t>(std::ranges::count_if(texts_, test));
  return !texts_.empty() && count * 4 >= texts_.size() * 3;
}

bool ColumnContents::are_steps() const {
  return most([](const std::string& text) {
    const auto number = only_number(text);
    return number && *number >= 1 && *number <= 10 && length(text) < 30;
  });
}

bool ColumnContents::are_numbers() const {
  return most([](const std::string& text) { return parse_number(text).has_value(); });
}

bool ColumnContents::are_sentences() const {
  return most(
      [](const std::string& text) { return length(text) > 25 && std::ranges::count(text, ' ') >= 3; });
}

bool ColumnContents::are_answers() const {
  return most([](const std::string& text) {
    static constexpr std::array<std::string_view, 7> answers{"ja", "nej", "j", "n", "x", "yes", "no"};
    return std::ranges::find(answers, fold(text)) != answers.end();
  });
}

bool ColumnContents::are_risks() const {
  const auto count = static_cast<std::size_t>(std::ranges::count_if(texts_, begins_as_risk));
  return !texts_.empty() && count * 2 >= texts_.size();
}

bool ColumnContents::are_risk_facts() const {
  return most([](const std::string& text) {
    const auto facts = risk_facts(text);
    return facts && facts->likelihood && facts->consequence;
  });
}

bool ColumnContents::are_choices_of(const Column& column) const {
  return most([&column](const std::string& text) { return find_foreign_choice(column, text).has_value(); });
}

std::size_t ColumnContents::mean_length() const {
  std::size_t all = 0;
  for (const std::string& text : texts_) all += length(text);
  return texts_.empty() ? 0 : all / texts_.size();
}

}  // namespace lg::intake
