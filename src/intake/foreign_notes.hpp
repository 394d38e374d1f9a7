#pragma once

#include "intake/foreign_sheet.hpp"

#include <string>
#include <vector>

namespace lg::intake {

/// Tells what was understood of a foreign sheet, what was left out, and what only the ISAM can answer.
/// `forms` are those that are read from it.
void tell_foreign(const ForeignSheet& sheet, const std::string& file, const std::string& name,
                  const std::vector<const Form*>& forms, Problems& problems);

/// The line to write in kolumner.xlsx: "VoR | Påverkan | Konsekvens".
[[nodiscard]] std::string map_line(const ForeignQuestion& question);

/// The demanded columns of the form that the sheet has not, and that are not made.
[[nodiscard]] std::vector<int> missing_columns(const ForeignSheet& sheet, const ForeignTable& table);

}  // namespace lg::intake
