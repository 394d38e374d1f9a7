#pragma once

#include "intake/foreign_grid.hpp"
#include "intake/foreign_sheet.hpp"

namespace lg::intake {

/// Splits cells that hold several facts of the record: "6 (Sannolikhet: 3, Konsekvens: 2)" under Riskvärde.
void split_facts(ForeignSheet& sheet, ForeignRecord& event);

/// When all rows are read: what follows of the records together. Blank cells of a column that is written once
/// for several rows are filled from above, the area is taken from the process where nothing else says it, and
/// it is settled whether the sheet has IDs.
void finish_records(ForeignSheet& sheet);

/// Position of the sheet's own column among the table's; added when it is new.
[[nodiscard]] int own_position(ForeignTable& table, const std::string& name);

}  // namespace lg::intake
