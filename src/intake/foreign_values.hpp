#pragma once

#include "intake/foreign_sheet.hpp"
#include "intake/scale_words.hpp"
#include "intake/table_reader.hpp"

#include <map>
#include <string>
#include <vector>

namespace lg::intake {

/// What reading the values of a foreign sheet needs beside the sheet.
struct ForeignContext {
  int year = 0;  // of the rows, for IDs that are made; 0: not known
  ScaleWords scales;
  std::vector<std::string> event_ids;  // of the same sheet's risks, by position
  std::map<std::string, std::string>
      known_events;  // folded text of a risk → its ID, for controls beside none
};

/// Reads the records of a foreign sheet as `read_table` reads the rows of ours. What is wrong with the sheet
/// as a whole goes to `problems`.
[[nodiscard]] SheetTable read_foreign_table(const ForeignSheet& sheet, const ForeignTable& table,
                                            const ForeignContext& context, SheetOrigin& origin,
                                            Problems& problems);

/// The IDs of the sheet's risks: its own, or those that are made: V25-01, V25-02 …
[[nodiscard]] std::vector<std::string> ids_of(const ForeignTable& table, int year);

}  // namespace lg::intake
