#pragma once

#include "intake/form_writer.hpp"
#include "intake/form_writer_look.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lg::intake {

/// The words that cells of one workbook choose from. They stand on a sheet that people see, `Listor`, under
/// names that follow what is added there; in the workbook that has the sheet Roller its own roles are used.
/// In the cell's own list commas would part the words, and 255 characters are all it takes.
class ChoiceLists {
 public:
  /// `own_roles` tells that the workbook has the sheet Roller, whose roles begin in that row (from 0).
  ChoiceLists(FormBook& book, const Look& look, const BlankRequest& request);

  /// The formula of the list with those words, "=Lista_Metod"; a new one when no list has them yet.
  [[nodiscard]] std::string range(std::string_view heading, std::vector<std::string> words);
  /// The formula of the list of roles.
  [[nodiscard]] std::string roles();
  /// The formula of the list of the scale's steps, "Sannolikhet" or "Konsekvens".
  [[nodiscard]] std::string steps(std::string_view scale);
  /// The workbook looks risk levels up.
  void need_levels() { levels_ = true; }
  /// The workbook's own sheet Roller begins its rows there (counted from 0).
  void use_own_roles(lxw_row_t first_row) { own_roles_ = static_cast<int>(first_row); }

  /// Writes the sheet Listor, if any list was asked for.
  void write();

 private:
  struct List {
    std::string heading;
    std::string name;  // "Lista_Metod"
    std::vector<std::string> words;
    bool open = false;     // people may add words
    bool numbers = false;  // the words are numbers, and are written so
  };
  void write(const List& list, lxw_col_t column);
  void write_levels(lxw_col_t column);

  FormBook& book_;
  const Look& look_;
  const BlankRequest& request_;
  std::vector<List> lists_;
  bool levels_ = false;
  bool roles_ = false;
  int own_roles_ = -1;
};

}  // namespace lg::intake
