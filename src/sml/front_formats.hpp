#pragma once

#include <pugixml.hpp>

namespace lg::sml {

/// The cell formats (ECMA-376 Part 1, 18.8.10) of a front sheet, by their numbers in the workbook.
struct FrontFormats {
  unsigned title = 0;
  unsigned heading = 0;
  unsigned text = 0;  // wrapped, from the top
  unsigned link = 0;
};

/// Adds them to the root of a styles part; its own formats keep their numbers.
[[nodiscard]] FrontFormats add_front_formats(pugi::xml_node styles);

}  // namespace lg::sml
