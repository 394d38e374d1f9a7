#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "intake/form.hpp"
#include "sml/workbook.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lg::intake {

/// Other people's headings: the folded heading in the file → the heading here (sheet Kolumner).
using HeadingMap = std::map<std::string, std::string>;

/// One heading of a sheet.
struct Heading {
  int column = 0;     // of the sheet, from 1
  std::string text;   // as the sheet writes it, in one line, without the star of required columns
  std::string name;   // as the program calls it: `text`, or what the sheet Kolumner says instead
  int declared = -1;  // position among the form's columns; -1: a column of the user's own
};

struct HeaderRow {
  int row = 0;                    // 0: none was found
  std::vector<Heading> headings;  // from left to right; those that are read
  std::vector<int> dropped;       // columns whose headings were told of and are not read
};

/// True for what kolumner.xlsx says instead of a heading here: the column, or sheet, is not read.
[[nodiscard]] bool is_not_read(std::string_view ours);

/// The row of headings among the first ten rows with content; row 0 when there is none. Tells nothing.
[[nodiscard]] HeaderRow find_header_row(const sml::Worksheet& sheet, const Form& form, const HeadingMap& map);

/// Finds the row of headings among the first ten rows with content and says what is wrong with it. Fills
/// `origin.headings`, so that problems can name the column.
[[nodiscard]] HeaderRow read_header_row(const sml::Worksheet& sheet, const Form& form, const HeadingMap& map,
                                        SheetOrigin& origin, Problems& problems);

}  // namespace lg::intake
