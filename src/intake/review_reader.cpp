#include "intake/review_reader.hpp"

#include "intake/column_map.hpp"
#include "intake/derive.hpp"
#include "intake/facts_reader.hpp"
#include "intake/header_row.hpp"
#include "intake/list_builder.hpp"
#include "intake/list_fields.hpp"
#include "intake/sheet_list.hpp"
#include "intake/sheet_name.hpp"
#include "intake/sheet_recognition.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace lg::intake {
namespace {

/// The year to sort sheets by when Uppgifter has none: the folder's, else the newest VoR's.
void guess_years(domain::Review& review, const FoundSheets& found) {
  if (review.report_year > 0) return;
  std::optional<int> year = parse_sheet_name(review.folder).year;
  for (const KnownSheet& known : found.sheets) {
    if (!year && known.form->sheet == "VoR" && known.year) {
      for (const KnownSheet& other : found.sheets) {
        if (other.form == known.form && other.year) year = std::max(year.value_or(0), *other.year);
      }
    }
  }
  if (!year) return;
  review.report_year = *year;
  if (review.follow_up_year == 0) review.follow_up_year = *year - 1;
}

/// The newest plan of an earlier year, unless the folder says itself what became of the activities.
std::vector<KnownSheet> earlier_plan(const FoundSheets& found, const domain::Review& review,
                                     Problems& problems) {
  const bool given = !review.table("Tidigare aktiviteter").rows.empty();
  const OwnPlan* newest = nullptr;
  for (const OwnPlan& plan : found.plans) {
    const bool earlier = plan.year && review.report_year > 0 && *plan.year < review.report_year;
    if (earlier && !given && (newest == nullptr || *plan.year > *newest->year)) newest = &plan;
  }
  for (const OwnPlan& plan : found.plans) {
    if (&plan == newest) continue;
    problems.add({Severity::note,
                  "BLAN-007",
                  FileLocation{plan.workbook->file_name},
                  "Arbetsboken är en aktivitetsplan som programmet har gjort, och den läses inte.",
                  "",
                  {}});
  }
  return newest == nullptr ? std::vector<KnownSheet>{} : sheets_of(*newest);
}

/// The sheets of a folder, and what their headings mean.
struct Gathered {
  FoundSheets found;
  ColumnMap columns;
};

/// Reads the facts and years of the review, and finds its sheets.
Gathered gather(std::span<const sml::Workbook> workbooks, std::string_view folder_name,
                domain::Review& review, Problems& problems) {
  review.folder = folder_name;
  declare_lists(review);
  Gathered gathered;
  FoundSheets& found = gathered.found = find_sheets(workbooks, problems);
  read_facts(found.sheets, review, problems);
  guess_years(review, found);
  gathered.columns = read_column_map(found, review, problems);
  const std::string board =
      review.facts.rows.empty() ? "" : to_text(review.facts.at(review.facts.rows.front(), "Nämnd"));
  recognise_sheets(found, gathered.columns, review.report_year, board, problems);
  // Words of a scale and links between foreign sheets need these before the rest.
  std::ranges::stable_sort(found.sheets, {}, [](const KnownSheet& known) {
    return known.form->sheet == "Skalor" ? 0 : known.form->sheet == "VoR" ? 1 : 2;
  });
  return gathered;
}

/// What the reader of facts has put where the sheet says nothing: a name made of the board's, last year.
void restore_facts(domain::Table& facts) {
  Row& row = facts.rows.front();
  const auto same_cell = [](const Value& a, const Value& b) {
    return a.source().row == b.source().row && a.source().sheet == b.source().sheet;
  };
  for (const auto& [made, of] : {std::pair{"Nämnd, genitiv", "Nämnd"},
                                 {"Nämnd, rubrikform", "Nämnd"},
                                 {"Uppföljningsår", "Rapportår"}}) {
    Value& value = row[static_cast<std::size_t>(facts.column(made))];
    if (same_cell(value, facts.at(row, of))) value = Value();
  }
}

/// The sheet Kolumner as a list of its own.
void read_headings(const FoundSheets& found, ListBuilder& builder, domain::Review& review) {
  const Form& form = *find_form("Kolumner");
  domain::Table& table = review.table(form.sheet);
  table.field = Field::of(std::string(form.sheet), Field::Shape::list);
  for (const Column& column : form.columns) table.field.fields.push_back(field_of(column));
  for (const KnownSheet& known : found.sheets) {
    if (known.form->sheet == form.sheet) builder.read(known);
  }
}

/// The sheet of a plan that holds its table, whatever somebody has called it.
std::vector<KnownSheet> plan_sheets(const sml::Workbook& workbook) {
  std::vector<KnownSheet> sheets = sheets_of({&workbook, {}});
  if (!sheets.empty()) return sheets;
  const Form* form = find_form("Tidigare aktiviteter");
  for (const sml::Worksheet& sheet : workbook.sheets) {
    SheetOrigin origin{workbook.file_name, sheet.name, {}};
    Problems ignored;
    const HeaderRow header = read_header_row(sheet, *form, {}, origin, ignored);
    const auto has = [&](std::string_view heading) {
      return std::ranges::any_of(header.headings, [&](const Heading& one) {
        return one.declared >= 0 && form->columns[static_cast<std::size_t>(one.declared)].heading == heading;
      });
    };
    if (has("Aktivitets-ID") && has("Status")) return {{&workbook, &sheet, form, {}, false, false}};
  }
  return {};
}

}  // namespace

domain::Review read_as_written(std::span<const sml::Workbook> workbooks, std::string_view folder_name,
                               Problems& problems) {
  domain::Review review;
  const auto [found, columns] = gather(workbooks, folder_name, review, problems);
  restore_facts(review.facts);
  ListBuilder builder(review, found.sheets, columns, problems, Taking::as_written);
  for (const bool results : {false, true}) {
    for (const KnownSheet& known : found.sheets) {
      const bool other = known.form->sheet == "Uppgifter" || known.form->sheet == "Kolumner";
      if (!other && (known.form->sheet == "IKP-uppföljning") == results) builder.read(known);
    }
  }
  read_headings(found, builder, review);
  for (auto& [name, table] : review.tables) {
    for (Row& row : table.rows) row.resize(table.field.fields.size());
  }
  return review;
}

bool is_plan(const sml::Workbook& workbook, int year) {
  Problems ignored;
  const std::vector<OwnPlan> marked = find_sheets({&workbook, 1}, ignored).plans;
  if (!marked.empty()) return !marked.front().year || *marked.front().year == year;
  return !sheets_of({&workbook, {}}).empty();
}

domain::Review read_plan(const sml::Workbook& workbook, Problems& problems) {
  domain::Review review;
  declare_lists(review);
  const std::vector<KnownSheet> sheets = plan_sheets(workbook);
  const ColumnMap columns;
  ListBuilder builder(review, sheets, columns, problems, Taking::as_written);
  for (const KnownSheet& known : sheets) builder.read(known);
  domain::Table& table = review.table("Tidigare aktiviteter");
  for (Row& row : table.rows) row.resize(table.field.fields.size());
  return review;
}

domain::Review review_shape() {
  Problems ignored;
  return read_review({}, "", ignored);
}

domain::Review read_review(std::span<const sml::Workbook> workbooks, std::string_view folder_name,
                           Problems& problems) {
  return read_folder(workbooks, folder_name, problems).review;
}

Reading read_folder(std::span<const sml::Workbook> workbooks, std::string_view folder_name,
                    Problems& problems) {
  Reading reading;
  domain::Review& review = reading.review;
  auto [found, columns] = gather(workbooks, folder_name, review, problems);
  ListBuilder builder(review, found.sheets, columns, problems);
  const auto is_results = [](const KnownSheet& known) { return known.form->sheet == "IKP-uppföljning"; };
  for (const KnownSheet& known : found.sheets) {
    const bool other = known.form->sheet == "Uppgifter" || known.form->sheet == "Kolumner";
    if (!other && !is_results(known)) builder.read(known);
  }
  for (const KnownSheet& known : earlier_plan(found, review, problems)) builder.read(known);
  for (const KnownSheet& known : found.sheets) {
    if (is_results(known)) builder.read(known);  // when all controls are there
  }
  builder.finish();
  derive(review, problems);
  reading.sheets = std::move(found.sheets);
  return reading;
}

}  // namespace lg::intake
