#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace lg::sml {

inline constexpr int max_rows = 1'048'576;
inline constexpr int max_columns = 16'384;

/// A cell's place, counted from 1 as Excel counts: "E7" is row 7, column 5.
struct CellRef {
  int row = 1;
  int column = 1;

  [[nodiscard]] static std::optional<CellRef> parse(std::string_view a1);
  [[nodiscard]] std::string text() const;

  auto operator<=>(const CellRef&) const = default;
};

/// A rectangle of cells, both corners within: "B2:D9"; one cell is "B2".
struct CellRange {
  CellRef first;
  CellRef last;

  [[nodiscard]] static std::optional<CellRange> parse(std::string_view a1);
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool contains(CellRef ref) const;

  auto operator<=>(const CellRange&) const = default;
};

/// "A" of 1, "AA" of 27.
[[nodiscard]] std::string column_letters(int column);

}  // namespace lg::sml
