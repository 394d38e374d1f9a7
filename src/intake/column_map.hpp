#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/foreign_header.hpp"
#include "intake/header_row.hpp"
#include "intake/sheet_list.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace lg::intake {

/// What the sheet Kolumner says: which heading of a file is which of ours, and which sheet is which.
class ColumnMap {
 public:
  /// What the sheet itself is to be read as.
  struct SheetRule {
    const Form* form = nullptr;  // null: it is not read
  };

  /// The headings of a sheet that is read as the form.
  [[nodiscard]] HeadingMap headings(const Form& form, std::string_view sheet) const;
  /// The headings of a sheet that may hold risks, controls or both.
  [[nodiscard]] ForeignMap foreign(std::string_view sheet) const;
  [[nodiscard]] std::optional<SheetRule> rule(std::string_view sheet) const;

  /// `form` is null when nobody says which form the heading is of. Of two answers for one heading the first
  /// counts; returns it when it is another.
  std::optional<std::string> add_heading(std::string_view sheet, const Form* form, std::string_view theirs,
                                         std::string ours);
  /// Two different forms said of one sheet are no rule: it may hold both.
  void add_rule(std::string_view sheet, SheetRule rule);

 private:
  /// By folded sheet (a form's, or one of the files'), then by the form that is said; "" when none is.
  std::map<std::string, std::map<std::string, HeadingMap, std::less<>>, std::less<>> headings_;
  std::map<std::string, SheetRule, std::less<>> rules_;  // by folded sheet
  std::set<std::string, std::less<>> both_;              // folded sheets that two forms are said of
};

/// Reads the sheets Kolumner of the folder.
[[nodiscard]] ColumnMap read_column_map(const FoundSheets& found, domain::Review& review, Problems& problems);

}  // namespace lg::intake
