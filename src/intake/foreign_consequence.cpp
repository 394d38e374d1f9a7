#include "intake/foreign_consequence.hpp"

namespace lg::intake {
namespace {

bool is_consequence(const ForeignColumn& column) {
  return column.event && column.event->sureness < Sureness::ask && !column.left_out &&
         column.event->column == column_of(*find_form("VoR"), "Konsekvens");
}

}  // namespace

bool describes_consequence(const ForeignHeader& header, const std::vector<ColumnContents>& contents,
                           const std::vector<bool>& used, std::size_t position) {
  if (contents[position].are_sentences()) return true;
  if (contents[position].are_steps() || contents[position].empty()) return false;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const bool other = i != position && !used[i] && is_consequence(header.columns[i]);
    if (other && contents[i].are_steps()) return true;
  }
  return false;
}

std::optional<std::size_t> find_description(const ForeignHeader& header,
                                            const std::vector<ColumnContents>& contents,
                                            const std::vector<bool>& used) {
  constexpr std::size_t longest_step = 12;  // in the mean: "Mycket allvarlig" is rare
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const bool text = !contents[i].are_steps() && contents[i].mean_length() > longest_step;
    if (text && !used[i] && is_consequence(header.columns[i])) return i;
  }
  return {};
}

}  // namespace lg::intake
