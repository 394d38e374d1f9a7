#pragma once

#include "opc/package.hpp"

#include <string>
#include <vector>

/// A sheet of the program's own that is put first in somebody's workbook, and taken out again.
namespace lg::sml {

struct FrontCell {
  std::string text;
  std::string link = {};  // the cell that a click goes to, "'VoR'!E7"; empty: none
};

struct FrontColumn {
  std::string heading;
  double width = 10;  // in characters of the standard font (ECMA-376 Part 1, 18.3.1.13)
};

struct FrontSheet {
  std::string name;                // a number is added where the workbook has such a sheet
  std::string title;               // in A1
  std::vector<std::string> lines;  // below the title
  std::vector<FrontColumn> columns;
  std::vector<std::vector<FrontCell>> rows;  // each as long as `columns`
};

/// A reference to a cell of a sheet, as a link has it: "'Mål & mått'!C7".
[[nodiscard]] std::string link_to(const std::string& sheet, const std::string& cell);

/// A copy that opens at the sheet, in place of one that an earlier copy had. Everything else stays, but that
/// no other sheet is chosen any longer: with two chosen, what is typed in one goes into both.
[[nodiscard]] opc::Package with_front_sheet(const opc::Package& package, const FrontSheet& sheet);

/// A copy without the sheet; the same package when it has none.
[[nodiscard]] opc::Package without_front_sheet(const opc::Package& package);

}  // namespace lg::sml
