#include "intake/review_reader.hpp"

#include "intake/column_map.hpp"
#include "intake/derive.hpp"
#include "intake/facts_reader.hpp"
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

}  // namespace

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
  review.folder = folder_name;
  declare_lists(review);
  FoundSheets found = find_sheets(workbooks, problems);
  read_facts(found.sheets, review, problems);
  guess_years(review, found);
  const ColumnMap columns = read_column_map(found, review, problems);
  recognise_sheets(found, columns, review.report_year, problems);
  // Words of a scale and links between foreign sheets need these before the rest.
  std::ranges::stable_sort(found.sheets, {}, [](const KnownSheet& known) {
    return known.form->sheet == "Skalor" ? 0 : known.form->sheet == "VoR" ? 1 : 2;
  });
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
