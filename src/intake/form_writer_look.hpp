#pragma once

#include "intake/form_writer_book.hpp"

namespace lg::intake {

/// How the blank workbooks look: one accent colour, thin grey lines, and nothing told by colour alone. Text
/// stands out from its fill by 4.5:1 or more (WCAG 2.1, 1.4.3).
struct Look {
  static constexpr lxw_color_t accent = 0x1F4E79;  // on white, and white on it: 8.6:1
  static constexpr lxw_color_t quiet = 0x595959;   // on white 7:1, on `example_fill` 6.3:1
  static constexpr lxw_color_t line = 0xD0D7DE;
  static constexpr lxw_color_t example_fill = 0xF2F4F6;

  explicit Look(FormBook& book);

  lxw_format* title;    // of a sheet
  lxw_format* lead;     // the line under it
  lxw_format* caption;  // of a part of a sheet
  lxw_format* mark;     // a word above a heading
  lxw_format* heading;  // of a column
  lxw_format* example;  // a cell of the example row
  lxw_format* text;     // a cell to fill in
  lxw_format* number;
  lxw_format* date;
  lxw_format* time;
  lxw_format* id;        // text, also when it looks like a number
  lxw_format* computed;  // a cell that counts itself
  lxw_format* prose;     // of Läs mig
  lxw_format* link;
  lxw_format* rule;  // the line under a filled row
};

}  // namespace lg::intake
