#pragma once

#include <string>

namespace lg::app {

/// How the program reads a workbook: a line for each cell that holds something, `sheet TAB cell TAB type TAB
/// value`. Types: s text, n number, b yes/no, e error, d date. Tab, line feed, carriage return and backslash
/// are written \t \n \r \\. Merged cells stand once, at their top-left cell.
/// Throws UnreadableFile when the bytes are no workbook.
[[nodiscard]] std::string list_cells(const std::string& file_name, std::string bytes);

}  // namespace lg::app
