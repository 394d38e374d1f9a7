#include "sml/drawing_links.hpp"

#include <string>

namespace lg::sml {

bool move_drawing_links(pugi::xml_node drawing, const ReferenceMover& mover, const MovedSheet& sheet) {
  bool changed = false;
  for (pugi::xml_node node : drawing.children()) {
    for (const char* name : {"textlink", "cellRange"}) {
      pugi::xml_attribute link = node.attribute(name);
      const std::string old = link.value();
      const std::string moved = old.empty() ? old : mover.move(old, {&sheet, {}, false, {}});
      if (moved == old) continue;
      link = moved.c_str();
      changed = true;
    }
    changed = move_drawing_links(node, mover, sheet) || changed;
  }
  return changed;
}

}  // namespace lg::sml
