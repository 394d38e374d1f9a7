#pragma once

#include "base/problem.hpp"
#include "merge/xlsx_model.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

/// The formula without the names of sheets, which may hold tags: 'Plan {{varje p i Planår}}'!A1.
[[nodiscard]] std::string text_without_sheets(const sml::Formula& formula);

/// Looks for what would make a broken workbook out of a template whose tags are all right.
class SheetChecker {
 public:
  SheetChecker(const SheetTemplate& sheet, const std::vector<Tag>& tags, const std::string& file,
               Problems& problems)
      : sheet_(sheet), tags_(tags), file_(file), problems_(problems) {}

  void check();

 private:
  /// Rows that come and go together; `whole` with the marker rows around them.
  struct Block {
    sml::Rows body;
    sml::Rows whole;
    bool table = false;
    bool repeats = false;  // for each row of a list; else chosen or left out
  };

  void find_blocks();
  void check_merges(const Block& block);
  void check_tables(const Block& block);
  void check_formulas();
  void check_elsewhere(pugi::xml_node node);
  void check_unfilled(pugi::xml_node node, std::string_view text);
  void check_array(const RowTemplate& row, const CellTemplate& cell, const FormulaCell& formula);
  void add_problem(const char* code, int row, int column, std::string message, std::string hint);

  const SheetTemplate& sheet_;
  const std::vector<Tag>& tags_;
  const std::string& file_;
  Problems& problems_;
  std::vector<Block> blocks_;
  std::set<std::string> told_merges_;
};

}  // namespace lg::merge
