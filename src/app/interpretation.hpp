#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// One line of kolumner.xlsx, in the order of its columns.
struct MapLine {
  std::string sheet;      // Blad
  std::string theirs;     // Rubrik i filen
  std::string ours;       // Rubrik här
  std::string our_sheet;  // Blad här
  std::string question;   // Fråga; empty: the line is sure
};

struct Interpretation {
  std::string text;            // what was understood of each sheet that is not laid out as its form
  std::vector<MapLine> lines;  // the same for kolumner.xlsx
  std::string board;           // as Uppgifter says; may be empty
  int year = 0;                // the report year; 0: not known
  Problems problems;           // of reading; what is wrong with the contents is `kontrollera`'s to say
};

/// Reads the folder and shows how each sheet of other people's was understood, before it is used.
[[nodiscard]] Interpretation interpret(const std::string& folder, const std::vector<NamedFile>& workbooks);

/// Its lines as a workbook kolumner.xlsx to save in the folder. `scratch_directory` as of blank_workbooks.
[[nodiscard]] NamedFile column_map_workbook(const Interpretation& made, const std::string& scratch_directory);

}  // namespace lg::app
