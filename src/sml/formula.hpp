#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lg::sml {

/// One corner of a reference as a formula writes it; 0 stands for "all rows" or "all columns".
struct Corner {
  int row = 0;
  int column = 0;
  bool row_fixed = false;     // "$5"
  bool column_fixed = false;  // "$B"
};

/// A reference to cells within a formula: "B5", "$A$1:B5", "5:6", "A:C", with the sheet it names.
struct Reference {
  enum class Shape : std::uint8_t { cell, range, rows, columns };

  std::string qualifier;    // as written, with its "!": "'Blad 2'!"; empty: the formula's own sheet
  std::string first_sheet;  // the sheet's name without quotes
  std::string last_sheet;   // of a reference through several sheets, "jan:dec!A1"; else empty
  bool external = false;    // into another workbook: "[1]Blad1!A1"
  Shape shape = Shape::cell;
  Corner first;
  Corner last;         // of a cell the same as `first`
  bool grows = false;  // a cell as an argument of SUM and its like: may become a range
  bool series = false;  // an argument of a function that takes any number of them: may become several
};

/// A formula cut into its references and the text between them (ECMA-376 Part 1, 18.17). Function names,
/// defined names, numbers, strings, error values and structured references (Tabell1[[#Totals],[x]]) are text:
/// only what Excel itself would read as a reference to cells is one.
class Formula {
 public:
  using Piece = std::variant<std::string, Reference>;

  [[nodiscard]] static Formula parse(std::string_view text);

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  [[nodiscard]] bool has_references() const;
  [[nodiscard]] std::string text() const;

  /// The formula as it reads when copied that many rows and columns away: relative references follow,
  /// fixed ones stay. What a shared formula (18.3.1.40) means to its other cells.
  [[nodiscard]] Formula shifted(int rows, int columns) const;

 private:
  std::vector<Piece> pieces_;
};

/// The reference without its qualifier: "$A$1:B5".
[[nodiscard]] std::string cells_text(const Reference& reference);

/// The name as a formula has to write it before "!": "'Blad 2'", "Blad1".
[[nodiscard]] std::string quoted_sheet_name(std::string_view name);

}  // namespace lg::sml
