#pragma once

#include "intake/foreign_header.hpp"
#include "intake/foreign_sheet.hpp"

#include <map>
#include <string>
#include <vector>

namespace lg::intake {

/// Which column of the sheet is which of ours.
struct ForeignBinding {
  std::map<int, int> events;       // the sheet's column → VoR's
  std::map<int, int> controls;     // the sheet's column → IKP's
  std::map<int, std::string> own;  // the sheet's column → the heading it keeps
  bool has_events = false;
  bool has_controls = false;
  int stated_value = 0;  // beside a column of likelihood and consequence together: the risk value's; 0: none
  int risk_text = 0;     // of a table of controls: the sheet's column that names the risk; 0: none
};

/// Binds each heading to one of ours by its words and by what stands under it, and asks where that is not
/// sure. `hint` is the form that the sheet's name says; null: its name says nothing.
[[nodiscard]] ForeignBinding bind_columns(const ForeignHeader& header, const ForeignGrid& grid,
                                          const Form* hint, ForeignSheet& sheet);

}  // namespace lg::intake
