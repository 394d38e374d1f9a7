#pragma once

#include "app/generate.hpp"
#include "base/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lg::app {

/// A sheet that rows of a list were read from.
struct ChecklistSheet {
  std::string file;
  std::string sheet;
  std::size_t rows = 0;      // that are in the list
  std::size_t left_out = 0;  // that are in none, because of their year, Ta med or Informationssäkerhet
  std::string remark;        // how another system's sheet was understood, why rows are left out; may be empty
};

enum class Presence : std::uint8_t {
  found,
  empty,    // there is a sheet, and no row of it is used
  missing,  // no sheet
};

/// One kind of sheet that the contract knows, of one year.
struct ChecklistLine {
  std::string list;     // as templates name it: "VoR", "förra årets VoR"; "Uppgifter"
  int year = 0;         // that its rows are about; 0: of no year, or not known
  std::string purpose;  // what the sheet is for, in one line
  Presence presence = Presence::missing;
  std::size_t rows = 0;
  std::vector<ChecklistSheet> sheets;
  std::string sentence;    // what the report says since the list is empty; empty: the template says nothing
  bool needed = false;     // a folder without it is wrong
  bool in_report = false;  // the report's template shows the list
};

/// A sheet, or a whole file, that is not used, and why.
struct UnusedSheet {
  std::string file;
  std::string sheet;  // empty: the whole file
  std::string remark;
};

struct Checklist {
  std::vector<ChecklistLine> lines;  // first the basics, then in the order of the report
  std::vector<UnusedSheet> unused;   // those that something is told of; guides and lists of choices are not
  Problems unread;                   // the files that could not be read
};

/// What a folder holds of what the report is made of, before anything is made. The sentences are the
/// template's own, with its values filled in. Of a template with faults there are none.
[[nodiscard]] Checklist checklist_of(const GenerateRequest& request);

}  // namespace lg::app
