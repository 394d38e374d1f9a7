#pragma once

#include "merge/scope.hpp"
#include "merge/xlsx_model.hpp"
#include "sml/row_map.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace lg::merge {

/// Which rows a sheet comes to have, before any of them is written: formulas anywhere in the workbook may
/// refer to them, so all sheets are laid out first.
class SheetLayout {
 public:
  /// What the writer does, one after the other.
  struct Order {
    enum class Kind : std::uint8_t { row, blank_row, open, close };

    Kind kind = Kind::row;
    std::size_t row = 0;                      // of row: its place in SheetTemplate::rows
    int output = 0;                           // of row: its number in the result
    const Turn* turn = nullptr;               // of open
    std::size_t number = 0;                   // of open: the turn's number, from 1
    std::size_t count = 0;                    // of open: how many turns the block has
    std::size_t turned = 0;                   // of open: the turn's number in the row map
    const TextTemplate* otherwise = nullptr;  // of blank_row: what its first cell says
  };

  /// Walks the sheet's blocks; the scope is left as it was.
  SheetLayout(const SheetTemplate& sheet, const std::vector<Tag>& tags, Scope& scope);
  SheetLayout(const SheetLayout&) = delete;
  SheetLayout& operator=(const SheetLayout&) = delete;

  [[nodiscard]] const std::vector<Order>& orders() const { return orders_; }
  [[nodiscard]] const sml::RowMap& rows() const { return map_; }
  /// The number of the last row in the result that some order fills.
  [[nodiscard]] int last_row() const { return next_ - 1; }

 private:
  void walk(std::size_t begin, std::size_t end);
  void place(const SheetStep& step, Order::Kind kind, const TextTemplate* otherwise);
  void repeat(std::size_t at, std::size_t close);
  void choose(std::size_t at);
  void keep_one_row(std::size_t at);
  void stand_in(std::size_t at, std::size_t close);
  void keep_rows(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t close_of(std::size_t at) const;
  [[nodiscard]] sml::Rows body(std::size_t begin, std::size_t end) const;
  [[nodiscard]] const Tag& tag(std::size_t step) const;

  const SheetTemplate& sheet_;
  const std::vector<Tag>& tags_;
  Scope& scope_;
  std::vector<Order> orders_;
  std::deque<std::vector<Turn>> turns_;
  sml::RowMap map_;
  std::vector<std::pair<int, int>> stand_ins_;  // rows of lists that were empty, and what stands for them
  int next_ = 1;
};

}  // namespace lg::merge
