#pragma once

#include "sml/cell_ref.hpp"

#include <pugixml.hpp>

#include <map>

namespace lg::sml {

/// Colours cells, and keeps everything else of how they look: each format that a coloured cell has is copied
/// with another fill.
class CellMarks {
 public:
  /// `styles` is the root of the styles part, which gets the new formats.
  explicit CellMarks(pugi::xml_node styles);

  /// Colours one cell of a sheet; a cell that is not there yet is made, in the format of its row or column.
  /// `worksheet` is the root of the sheet's part.
  void mark(pugi::xml_node worksheet, CellRef cell);

 private:
  [[nodiscard]] unsigned marked(unsigned format);

  pugi::xml_node formats_;
  unsigned fill_ = 0;
  std::map<unsigned, unsigned> marked_;  // the coloured copy of each format
};

}  // namespace lg::sml
