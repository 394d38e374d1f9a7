#include "intake/form_writer.hpp"

#include "intake/form.hpp"
#include "intake/form_writer_book.hpp"
#include "intake/form_writer_guide.hpp"
#include "intake/form_writer_lists.hpp"
#include "intake/form_writer_look.hpp"
#include "intake/form_writer_sheet.hpp"
#include "intake/list_fields.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace lg::intake {
namespace {

using Sheets = std::vector<const Form*>;

/// "VoR 2025.xlsx": the year, or the period, that the workbook's sheets are about.
std::string file_name(const Form& form, const BlankRequest& request, bool last_year) {
  const std::string name(form.workbook);
  const int year = request.year - (last_year ? 1 : 0);
  switch (form.period) {
    case Period::both:
    case Period::report: return name + " " + std::to_string(year) + ".xlsx";
    case Period::follow_up: return name + " " + std::to_string(year - 1) + ".xlsx";
    case Period::plan: {
      const auto given = request.facts.find("Planperiod, sista år");
      const std::string end =
          given == request.facts.end() ? std::to_string(year + 2) : to_text(given->second);
      const bool one_year = end == std::to_string(year);
      return name + " " + std::to_string(year) + (one_year ? "" : "-" + end) + ".xlsx";
    }
    case Period::none:
    case Period::either: break;
  }
  return name + ".xlsx";
}

BlankForm write_book(const Sheets& sheets, const BlankRequest& request, bool last_year) {
  std::string name = file_name(*sheets.front(), request, last_year);
  const std::string title =
      name.substr(0, name.rfind('.')) + (request.board.empty() ? "" : ", " + request.board);
  FormBook book(name, title, request.scratch_directory);
  const Look look(book);
  ChoiceLists lists(book, look, request);
  if (!last_year) write_guide(book, look, request, sheets);
  FormSheet sheet(book, look, lists, request);
  for (const Form* form : sheets) {
    const std::string list(form->sheet);
    sheet.write(*form, last_year ? last_years(list) : list);
  }
  lists.write();
  return {std::move(name), book.finish()};
}

/// The forms by workbook, in the order in which the first of each is declared.
std::vector<Sheets> workbooks() {
  std::vector<Sheets> books;
  for (const Form& form : forms()) {
    const auto same = [&](const Sheets& book) { return book.front()->workbook == form.workbook; };
    const auto found = std::ranges::find_if(books, same);
    (found == books.end() ? books.emplace_back() : *found).push_back(&form);
  }
  return books;
}

bool has_rows(const Sheets& sheets, const BlankRequest& request, bool last_year) {
  return std::ranges::any_of(sheets, [&](const Form* form) {
    const std::string list(form->sheet);
    const auto found = request.rows.find(last_year ? last_years(list) : list);
    return found != request.rows.end() && !found->second.empty();
  });
}

}  // namespace

std::vector<BlankForm> blank_forms(const BlankRequest& request) {
  std::vector<BlankForm> books;
  for (const Sheets& sheets : workbooks()) {
    // Other people's headings are translated only where somebody has such files.
    if (sheets.front()->workbook == "kolumner" && !has_rows(sheets, request, false)) continue;
    books.push_back(write_book(sheets, request, false));
    if (sheets.front()->period == Period::both && has_rows(sheets, request, true)) {
      books.push_back(write_book(sheets, request, true));
    }
  }
  return books;
}

}  // namespace lg::intake
