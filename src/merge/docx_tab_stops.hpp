#pragma once

#include "wml/styles.hpp"

#include <pugixml.hpp>

namespace lg::merge {

/// The width of a section's lines in twentieths of a point (w:sectPr, ECMA-376 Part 1, 17.6.13 and 17.6.11).
[[nodiscard]] int line_width(pugi::xml_node section);

/// What an entry of contents needs tab stops for.
struct EntryTabs {
  int level = 1;
  int label = 0;  // characters of its number; 0: none
  bool page = false;
  int width = 0;  // of the line
};

/// Gives the entry the stops that neither it nor its style has: a right one with dots for the page, and a
/// left one behind the number, since a stop of one's own does away with the default ones before it.
void add_tab_stops(pugi::xml_node paragraph, const wml::Styles& styles, const EntryTabs& needs);

}  // namespace lg::merge
