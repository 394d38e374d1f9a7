#include "intake/foreign_fit.hpp"

#include "base/text.hpp"

#include <string>

namespace lg::intake {

bool may_hold(const Column& column, const ColumnContents& contents) {
  constexpr std::size_t longest_mean = 60;
  if (column.kind == Kind::whole_number) return contents.are_steps();
  if (column.kind == Kind::choice && !column.open_choice) return contents.are_choices_of(column);
  if (column.kind == Kind::choice || column.kind == Kind::role) return contents.mean_length() < longest_mean;
  return true;
}

bool may_be_steps(const Column& column, const ColumnContents& contents) {
  constexpr std::size_t longest_mean = 30;
  return column.kind == Kind::whole_number && !contents.empty() && contents.mean_length() < longest_mean;
}

bool mentions(const ForeignColumn& column, std::string_view heading) {
  std::string stem = fold(heading);
  if (stem == "kontrollansvarig") stem = "ansvar";
  if (stem == "sannolikhet") stem = "sannolik";
  const std::string text = fold(column.above + column.text);
  return text.find(stem) != std::string::npos;
}

bool goes_before(const ForeignColumn& one, const ForeignColumn& other,
                 std::optional<HeadingGuess> ForeignColumn::*side) {
  const bool mapped = (other.*side)->sureness == Sureness::mapped;
  if (one.hidden != other.hidden && !mapped) return other.hidden;
  return (one.*side)->sureness < (other.*side)->sureness;
}

std::optional<std::size_t> find_twin(const ForeignHeader& header, const std::vector<ColumnContents>& contents,
                                     std::size_t position) {
  const ForeignColumn& taken = header.columns[position];
  for (std::size_t i = position + 1; i < header.columns.size(); ++i) {
    const ForeignColumn& other = header.columns[i];
    const bool same = fold(other.text) == fold(taken.text) && other.above == taken.above;
    if (same && !other.hidden && !other.left_out && contents[i].are_steps()) return i;
  }
  return {};
}

std::optional<std::size_t> find_security(const ForeignHeader& header,
                                         const std::vector<ColumnContents>& contents,
                                         const std::vector<bool>& used) {
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const std::string text = fold(header.columns[i].text);
    const bool named = text.find("infosäk") != std::string::npos ||
                       text.find("informationssäk") != std::string::npos ||
                       text.find("informationsecurity") != std::string::npos;
    if (named && !used[i] && !header.columns[i].left_out && contents[i].are_answers()) return i;
  }
  return {};
}

void note_conflict(const ForeignHeader& header, const std::vector<ColumnContents>& contents, const Form& form,
                   std::optional<HeadingGuess> ForeignColumn::*side, std::size_t used, ForeignSheet& sheet) {
  const ForeignColumn& first = header.columns[used];
  const std::optional<HeadingGuess>& taken = first.*side;
  if (!taken || taken->sureness != Sureness::mapped) return;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const ForeignColumn& other = header.columns[i];
    const std::optional<HeadingGuess>& guess = other.*side;
    const bool same = guess && guess->sureness == Sureness::mapped && guess->column == taken->column;
    const bool two_of_value = form.columns[static_cast<std::size_t>(taken->column)].heading == "Riskvärde" &&
                              contents[i].are_risk_facts() != contents[used].are_risk_facts();
    if (i != used && same && !other.left_out && !two_of_value)
      sheet.conflicts.push_back({first.ref, first.text, other.ref, other.text, &form, guess->column});
  }
}

std::string shown(const ForeignColumn& column) {
  return column.above.empty() ? column.text : column.above + ": " + column.text;
}

std::string own_name(const ForeignColumn& column, std::set<std::string>& names) {
  std::string name = column.text;
  if (names.insert(fold(name)).second) return name;
  name = shown(column);
  if (names.insert(fold(name)).second) return name;
  name += " (kolumn " + sml::column_letters(column.ref.column) + ")";
  names.insert(fold(name));
  return name;
}

}  // namespace lg::intake
