#pragma once

#include "preview/html.hpp"

#include <span>
#include <string>

namespace lg::preview {

/// An item of a list, as its paragraph says it (ECMA-376 Part 1, 17.9).
struct ListItem {
  Html html;       // what stands in it
  std::string id;  // "p-12"; "" for none
  std::string data_p;
  int list = 0;   // items of one list have the same
  int level = 0;  // from 0
  bool counts = false;
  std::string number;  // that it shows, "2." or "b)"; of a list that counts
};

/// The items as lists, those of deeper levels within the item before them. Figures are given as HTML counts
/// them, other numbers as text.
void write_list(Html& html, std::span<const ListItem> items);

}  // namespace lg::preview
