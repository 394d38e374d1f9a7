#pragma once

#include "intake/column_contents.hpp"
#include "intake/foreign_header.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lg::intake {

/// Which of several headings is the event.
struct EventChoice {
  std::size_t event = 0;                // position among the headings
  std::vector<std::size_t> others;      // those that are not
  std::optional<std::size_t> doubtful;  // of them, the one that may be it all the same
};

/// The event is the sentence; a short name of the risk beside it ("Risk" beside "Beskrivning") is a column of
/// the sheet's own. Only headings before `end` are of the risk. Nothing when fewer than two headings may be
/// it.
[[nodiscard]] std::optional<EventChoice> choose_event(const ForeignHeader& header,
                                                      const std::vector<ColumnContents>& contents,
                                                      std::size_t end);

/// The heading that is most likely the event of a table that has two figures of risks, and no event by its
/// words; nothing when the sheet is no such table.
[[nodiscard]] std::optional<std::string> find_event_heading(const ForeignGrid& grid, const ForeignMap& map);

}  // namespace lg::intake
