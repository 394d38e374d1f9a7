#pragma once

#include <pugixml.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace lg::sml {

/// How wide the columns of a sheet are, in digits of the workbook's first font (ECMA-376 Part 1, 18.3.1.13).
class ColumnWidths {
 public:
  /// `worksheet` is the root of the sheet's part.
  [[nodiscard]] static ColumnWidths read(pugi::xml_node worksheet);
  [[nodiscard]] double of(int column) const;
  /// Of the columns from `first` to `last`, as a merged cell has it.
  [[nodiscard]] double of(int first, int last) const;

 private:
  struct Span {
    int first = 0;
    int last = 0;
    double width = 0;
  };
  std::vector<Span> spans_;
  double standard_ = 9.14;
};

/// The number of lines that a wrapped text takes in a cell of that width. An estimate, a little on the large
/// side: nobody has the reader's fonts at hand. Excel measures a row whose height is not given, other
/// programs show one line of it and hide the rest.
[[nodiscard]] int estimated_lines(std::string_view text, double width);

}  // namespace lg::sml
