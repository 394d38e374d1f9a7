#pragma once

#include "sml/chart_references.hpp"
#include "sml/defined_names.hpp"
#include "sml/reference_mover.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::sml {

/// The workbook's defined names as charts use them: a series may be drawn from "[0]!Belopp", "Blad1!Belopp"
/// or, in the newer charts, from the hidden name "_xlchart.v1.0".
class ChartNames {
 public:
  /// `workbook`: the template's; `sheets`: the result's, as for move_defined_names.
  ChartNames(pugi::xml_node workbook, const ReferenceMover& mover,
             const std::vector<const MovedSheet*>& sheets, const SheetPositions& positions);

  /// Null: the formula is no name of this workbook.
  [[nodiscard]] const NamedCells* find(std::string_view formula) const;

 private:
  std::map<std::pair<std::string, std::string>, NamedCells> names_;  // by sheet ("" of all) and name
};

}  // namespace lg::sml
