#pragma once

#include "base/value.hpp"
#include "intake/form_defaults.hpp"

#include <map>
#include <string>
#include <vector>

namespace lg::intake {

struct BlankRequest {
  std::string board;  // "förskolenämnden"; may be empty
  int year = 0;       // the report year
  /// An existing folder of the program's own, with only ASCII in its path where the system demands it:
  /// libxlsxwriter 1.1.4 can only write to a file. What is written there is read back and deleted.
  std::string scratch_directory;
  /// Put into the sheets, by sheet name; "förra årets VoR" makes a workbook of last year's beside this
  /// year's.
  FormRows rows = default_rows();
  /// Columns of the user's own, by the same name; their values follow the form's in each row.
  std::map<std::string, std::vector<std::string>> own_columns = {};
  std::map<std::string, Value> facts = {};  // put into Uppgifter, by Fält; board and years are there without
};

struct BlankForm {
  std::string name;  // "VoR 2025.xlsx"
  std::string bytes;
};

/// The year's workbooks to fill in, made from the same declarations that the reader goes by: a sheet Läs mig,
/// the forms with help and drop-downs, and a sheet Listor with the words to choose from. The same request
/// gives the same bytes. Each is read back and counted before it is handed out. Throws UnreadableFile when
/// one could not be written whole (FIL-301), which a full disk is the usual reason for.
[[nodiscard]] std::vector<BlankForm> blank_forms(const BlankRequest& request);

}  // namespace lg::intake
