#include "sml/defined_names.hpp"

#include "opc/xml.hpp"

#include <string>

namespace lg::sml {
namespace {

void move_name(pugi::xml_node name, const ReferenceMover& mover, const MovedSheet* sheet) {
  name.text() = mover.move(name.child_value(), {sheet, {}, true, {}}).c_str();
}

/// One copy of a sheet's own name for each copy of the sheet.
void move_local_name(pugi::xml_node names, pugi::xml_node name, const ReferenceMover& mover,
                     const std::vector<const MovedSheet*>& sheets, const std::vector<int>& copies) {
  for (const int position : copies) {
    pugi::xml_node copy = names.insert_copy_before(name, name);
    copy.attribute("localSheetId") = position;
    move_name(copy, mover, sheets[static_cast<std::size_t>(position)]);
  }
  names.remove_child(name);
}

}  // namespace

void move_defined_names(pugi::xml_node workbook, const ReferenceMover& mover,
                        const std::vector<const MovedSheet*>& sheets, const SheetPositions& positions) {
  pugi::xml_node names = opc::child(workbook, "definedNames");
  const std::vector<pugi::xml_node> old(names.begin(), names.end());
  for (pugi::xml_node name : old) {
    if (opc::local_name(name) != "definedName") continue;
    const pugi::xml_attribute local = name.attribute("localSheetId");
    const auto position = static_cast<std::size_t>(local.as_uint());
    if (!local) {
      move_name(name, mover, nullptr);
    } else if (position < positions.size()) {
      move_local_name(names, name, mover, sheets, positions[position]);
    }
  }
  if (names && !names.first_child()) workbook.remove_child(names);
}

}  // namespace lg::sml
