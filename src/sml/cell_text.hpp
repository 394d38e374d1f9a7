#pragma once

#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lg::sml {

/// Excel's limit for the text of one cell, in UTF-16 units (its published limit).
inline constexpr std::size_t max_cell_text = 32'767;

/// One run of a cell's text; `properties` is its <rPr> as XML, empty for the cell's own font.
struct TextRun {
  std::string properties;
  std::string text;
};

/// The runs of a `si` or `is` element, phonetic hints left out (ECMA-376 Part 1, 18.4.4 and 18.4.6).
[[nodiscard]] std::vector<TextRun> read_runs(pugi::xml_node item);

/// Appends text for an element's content: `& < >` and what would read as an escape (`_x000D_`) are escaped,
/// characters that XML cannot hold are left out.
void append_escaped(std::string& xml, std::string_view text);

/// The text as an attribute of a part names it, line breaks as "_x000a_" (a table column's name).
[[nodiscard]] std::string escaped_name(std::string_view text);

/// The text as a chart keeps it: characters that XML cannot hold as "_x001b_".
[[nodiscard]] std::string escaped_text(std::string_view text);

/// The number of bytes that the first `units` UTF-16 units take; npos when the text has no more than that.
[[nodiscard]] std::size_t bytes_of_units(std::string_view text, std::size_t units);

}  // namespace lg::sml
