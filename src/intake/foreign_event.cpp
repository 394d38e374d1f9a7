#include "intake/foreign_event.hpp"

#include <algorithm>
#include <utility>

namespace lg::intake {

std::optional<EventChoice> choose_event(const ForeignHeader& header,
                                        const std::vector<ColumnContents>& contents, std::size_t end) {
  const int target = column_of(*find_form("VoR"), "Oönskad händelse");
  const auto sureness = [&header](std::size_t i) { return header.columns[i].event->sureness; };
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < end; ++i) {
    const ForeignColumn& column = header.columns[i];
    const bool fits = column.event && column.event->column == target && !column.left_out;
    if (fits && sureness(i) < Sureness::ask) candidates.push_back(i);
  }
  if (candidates.size() < 2) return {};
  std::ranges::stable_sort(candidates, {}, sureness);
  EventChoice choice{candidates.front(), {}, {}};
  if (sureness(choice.event) > Sureness::own) {
    const auto risks =
        std::ranges::find_if(candidates, [&contents](std::size_t i) { return contents[i].are_risks(); });
    if (risks != candidates.end()) {
      choice.event = *risks;
    } else if (sureness(choice.event) == Sureness::wide) {
      // Two texts, neither written as risks are: the longer one is used, and it is asked.
      std::size_t other = candidates[1];
      if (contents[other].mean_length() > contents[choice.event].mean_length())
        std::swap(choice.event, other);
      choice.doubtful = other;
    }
  }
  for (const std::size_t i : candidates) {
    if (i != choice.event) choice.others.push_back(i);
  }
  return choice;
}

std::optional<std::string> find_event_heading(const ForeignGrid& grid, const ForeignMap& map) {
  constexpr std::size_t shortest_mean = 15;
  const auto header = find_foreign_header(grid, map);
  if (!header) return {};
  const Form& events = *find_form("VoR");
  std::size_t figures = 0;
  std::size_t longest = shortest_mean;
  std::optional<std::string> heading;
  for (const ForeignColumn& column : header->columns) {
    const ColumnContents contents(grid, header->last_row, column.ref.column);
    const bool sure = column.event && column.event->sureness < Sureness::ask;
    const std::string_view ours =
        sure ? events.columns[static_cast<std::size_t>(column.event->column)].heading : "";
    const bool figure = ours == "Sannolikhet" || ours == "Konsekvens" || ours == "Riskvärde";
    if (figure && contents.are_numbers()) ++figures;
    if (sure || contents.are_numbers() || contents.mean_length() <= longest) continue;
    longest = contents.mean_length();
    heading = column.text;
  }
  return figures >= 2 ? heading : std::nullopt;
}

}  // namespace lg::intake
