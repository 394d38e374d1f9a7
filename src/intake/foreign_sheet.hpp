#pragma once

#include "base/problem.hpp"
#include "intake/foreign_words.hpp"
#include "intake/form.hpp"
#include "sml/workbook.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lg::intake {

/// How somebody else's sheet is laid out.
enum class Layout : std::uint8_t {
  table,  // headings over columns; groups, merged cells and rows of controls among the rows
  print,  // a label and its value on each line, a block for each risk
};

/// One row or block of the sheet as a record of a form. A cell may be another's: of the group's heading, of a
/// merged range, or a part of a cell that held several facts; it always keeps the place where a person finds
/// it.
struct ForeignRecord {
  int row = 0;
  std::map<int, sml::Cell> cells;  // by the form's column
  std::map<int, sml::Cell> own;    // by position in ForeignTable::own
  int event = -1;                  // of a control: position of its risk among the risks; -1: none beside it
  std::string risk;                // of a control in a sheet of its own: what the sheet calls its risk
};

struct ForeignTable {
  const Form* form = nullptr;
  std::vector<std::string> own;  // headings that the form does not declare
  std::map<int, int> columns;    // the form's column → the sheet's column, where it has one of its own
  std::vector<ForeignRecord> records;  // in the sheet's order
  bool made_ids = false;               // no column holds IDs: they are made by the order of the rows
  std::size_t made_before = 0;         // how many are made for the sheets before this one
};

/// One heading or label of the sheet, and what it was taken for.
struct ForeignHeading {
  sml::CellRef ref;
  std::string text;
  const Form* form = nullptr;  // null: the sheet's own, or not read
  int column = -1;             // of the form
  Sureness sureness = Sureness::known;
  bool left_out = false;  // kolumner.xlsx says Läs inte
};

/// "Is this heading that column?": what only the ISAM can answer.
struct ForeignQuestion {
  sml::CellRef ref;
  std::string heading;  // in the file
  const Form* form = nullptr;
  int column = -1;
  std::string because;  // why it is asked, a sentence without its full stop
  bool used = false;    // read so until somebody says otherwise; false: not read
};

/// Two headings of a sheet that kolumner.xlsx both makes one column of ours.
struct ForeignConflict {
  sml::CellRef used;
  std::string used_heading;
  sml::CellRef other;
  std::string other_heading;
  const Form* form = nullptr;
  int column = -1;
};

/// The rows of one board in a sheet that several share.
struct BoardRows {
  enum class Fate : std::uint8_t {
    read,
    left_out,  // another board's
    asked,     // of all boards: not read until somebody says so
    unknown,   // no name is the board's: read, and it is an error
    nameless,  // no board is said, in a sheet of several: read
  };
  const Form* form = nullptr;
  std::string name;
  sml::CellRef first;
  int count = 0;
  Fate fate = Fate::left_out;
};

/// What was understood of a sheet that is not laid out as ours.
struct ForeignSheet {
  Layout layout = Layout::table;
  int header_row = 0;
  std::optional<int> year;           // of a line such as "År och fas: 2025"
  std::vector<ForeignTable> tables;  // at most one of risks and one of controls
  std::vector<ForeignHeading> headings;
  std::vector<ForeignQuestion> questions;
  std::vector<ForeignConflict> conflicts;
  std::vector<int> hidden;  // rows of the records that the sheet does not show
  std::vector<sml::CellRef>
      left_out;  // first cells of rows that are no data: totals, legends, dates of printing
  std::vector<sml::CellRef> unclear;     // first cells of rows that could not be understood
  std::vector<sml::CellRef> as_above;    // blank cells read as the one above
  std::vector<sml::CellRange> merged;    // ranges whose value was read for each of their rows
  bool area_by_process = false;          // Område was taken from Process
  std::string area_from;                 // or from this instead, as a person is told; empty: from neither
  bool area_guessed = false;             // and that may well be wrong
  std::vector<BoardRows> boards;         // empty: the sheet is of one board
  std::optional<sml::CellRef> by_place;  // a cell "3 x 4" whose factors were read by their order
  std::deque<std::string> texts;         // parts of cells: what the records' cells refer to

  [[nodiscard]] const ForeignTable* find(std::string_view form) const;
  [[nodiscard]] ForeignTable* find(std::string_view form);
  /// How much of what our forms demand was found: the higher, the better understood.
  [[nodiscard]] int score() const;
};

}  // namespace lg::intake
