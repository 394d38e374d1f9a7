#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/column_map.hpp"
#include "intake/foreign_sheet.hpp"
#include "intake/sheet_list.hpp"
#include "intake/table_reader.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lg::intake {

/// Which rows, and which of their values, a reading is about.
enum class Taking : std::uint8_t {
  for_report,  // rows that the report is about, with what blank cells count as
  as_written,  // all rows of the year, as somebody typed them: nothing is filled in, nothing is refused
};

/// Puts the rows of sheets into the lists of the review that their year, and their own yes or no, say. Rows
/// that are not used are counted and told, sheet by sheet.
class ListBuilder {
 public:
  /// The review's years and lists (declare_lists) must be there.
  ListBuilder(domain::Review& review, std::span<const KnownSheet> sheets, const ColumnMap& columns,
              Problems& problems, Taking taking = Taking::for_report);

  void read(const KnownSheet& known);
  /// Makes every row as long as its list has columns, and tells of sheets that are missing.
  void finish();

 private:
  struct Target {
    std::string list;     // empty: the row is not used
    std::string because;  // why not
  };
  [[nodiscard]] std::optional<int> year_of(const KnownSheet& known) const;
  [[nodiscard]] std::string list_of(const Form& form, std::optional<int> year) const;
  /// Positions of the columns that decide where a row goes; -1 where the sheet has none.
  struct Deciding {
    int year = -1;
    int security = -1;     // Informationssäkerhet
    int included = -1;     // Ta med
    int report_year = -1;  // of a text block
  };
  [[nodiscard]] static Deciding deciding_columns(const Form& form, const SheetTable& table);
  [[nodiscard]] Target target_of(const KnownSheet& known, const Deciding& columns, const SheetRow& row) const;
  [[nodiscard]] bool is_other_year(const KnownSheet& known, const SheetTable& table) const;
  [[nodiscard]] static int position_of(const Form& form, const SheetTable& table, std::string_view heading);
  [[nodiscard]] SheetTable read_foreign(const KnownSheet& known, SheetOrigin& origin, Problems& told) const;
  void tell_made_ids(const KnownSheet& known, const ForeignTable& table,
                     const std::vector<std::string>& ids) const;
  void add(const Form& form, const SheetTable& table, SheetRow& row, const std::string& list);
  void note(const Form& form, const SheetOrigin& origin, const SheetRow& row, const Target& target);
  static void restore(const KnownSheet& known, Row& row);
  void remember_id(const Form& form, const SheetRow& row);
  void tell_unused(const KnownSheet& known, const std::map<std::string, int>& unused);
  void tell_missing();
  void tell_needed(const Form& form);

  domain::Review& review_;
  std::span<const KnownSheet> sheets_;
  const ColumnMap& columns_;
  Problems& problems_;
  Taking taking_;
};

}  // namespace lg::intake
