#include "intake/sheet_list.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/sheet_name.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace lg::intake {
namespace {

const std::string* own_mark(const sml::Workbook& workbook) {
  for (const auto& [name, value] : workbook.properties) {
    if (fold(name) == fold("Genomgång")) return &value;
  }
  return nullptr;
}

/// The first cell of the workbook that is a tag and nothing else, with its sheet. Braces within a text that
/// somebody wrote are text.
std::pair<const sml::Worksheet*, const sml::Cell*> find_tag(const sml::Workbook& workbook) {
  for (const sml::Worksheet& sheet : workbook.sheets) {
    for (const sml::Cell& cell : sheet.cells) {
      const auto* text = std::get_if<std::string_view>(&cell.value);
      if (text == nullptr) continue;
      const std::string_view shown = trim(*text);
      const bool one_tag = shown.starts_with("{{") && shown.find("}}") == shown.size() - 2;
      if (one_tag && shown.size() > 4) return {&sheet, &cell};
    }
  }
  return {};
}

bool leaves_out(const sml::Workbook& workbook, Problems& problems) {
  const auto [sheet, cell] = find_tag(workbook);
  if (cell == nullptr) return false;
  problems.add({Severity::note,
                "BLAN-006",
                CellLocation{workbook.file_name, sheet->name, cell->ref.text(), ""},
                "Arbetsboken innehåller taggar som ”" + excerpt(cell_text(*cell), 40) +
                    "” och läses därför inte som ifylld blankett.",
                "",
                {}});
  return true;
}

/// Every name that a sheet may have.
const std::vector<std::string>& sheet_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Form& form : forms()) {
      all.emplace_back(form.sheet);
      for (const std::string_view alias : form.aliases) all.emplace_back(alias);
    }
    return all;
  }();
  return names;
}

/// The sheet of findings that `kontrollera --markerad` puts first in a copy.
bool is_review_sheet(const sml::Worksheet& sheet) {
  const sml::Cell* title = sheet.find({1, 1});
  return title != nullptr && sheet.name.starts_with("Granskning") &&
         cell_text(*title).starts_with("Granskning av ");
}

/// Sheets of the blank workbooks that hold no data: how to fill them in, and the words to choose from.
bool is_of_blank_forms(std::string_view name) {
  const std::string folded = fold(name);
  return folded == "läsmig" || folded == "listor";
}

void add_sheets(const sml::Workbook& workbook, FoundSheets& found, Problems& problems) {
  for (const sml::Worksheet& sheet : workbook.sheets) {
    const SheetName name = parse_sheet_name(sheet.name);
    const Form* form = find_form(sheet.name);
    if (form == nullptr) form = find_form(name.stem);
    if (form == nullptr) {
      const bool no_data = is_of_blank_forms(sheet.name) || is_review_sheet(sheet);
      if (!no_data) found.unknown.push_back({&workbook, &sheet});
      continue;
    }
    if (sheet.visibility != sml::Visibility::visible) {
      problems.add({Severity::note,
                    "BLAN-009",
                    CellLocation{workbook.file_name, sheet.name, "", ""},
                    "Bladet är dolt men läses som de andra.",
                    "Ta bort bladet om det inte ska vara med.",
                    {}});
    }
    found.sheets.push_back(known_sheet(workbook, sheet, *form));
  }
}

}  // namespace

void mark_mixed(std::vector<KnownSheet>& sheets) {
  for (KnownSheet& sheet : sheets) {
    bool follow_up = false;
    bool other = false;
    for (const KnownSheet& beside : sheets) {
      if (beside.workbook != sheet.workbook) continue;
      (beside.form->period == Period::follow_up ? follow_up : other) = true;
    }
    sheet.mixed_workbook = follow_up && other;
  }
}

FoundSheets find_sheets(std::span<const sml::Workbook> workbooks, Problems& problems) {
  FoundSheets found;
  for (const sml::Workbook& workbook : workbooks) {
    const std::string* mark = own_mark(workbook);
    if (mark != nullptr && fold(*mark).starts_with(fold("granskningsprotokoll"))) {
      problems.add({Severity::note,
                    "BLAN-007",
                    FileLocation{workbook.file_name},
                    "Arbetsboken är ett granskningsprotokoll som programmet har gjort, och det läses inte.",
                    "",
                    {}});
    } else if (mark != nullptr) {
      found.plans.push_back({&workbook, parse_sheet_name(*mark).year});
    } else if (!leaves_out(workbook, problems)) {
      add_sheets(workbook, found, problems);
    }
  }
  mark_mixed(found.sheets);
  return found;
}

std::optional<std::string> near_name(const sml::Worksheet& sheet) {
  std::string stem = parse_sheet_name(sheet.name).stem;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
  };
  while (!stem.empty() && !is_letter(stem.back())) stem.pop_back();  // "VoR 25", "VoR 2025 (2)"
  return nearest(stem, sheet_names());
}

void tell_unknown(const UnknownSheet& unknown, Problems& problems) {
  const sml::Worksheet& sheet = *unknown.sheet;
  if (std::ranges::all_of(sheet.cells, is_empty)) return;  // "Blad2", empty
  const CellLocation where{unknown.workbook->file_name, sheet.name, "", ""};
  if (const auto near = near_name(sheet)) {
    problems.add({Severity::warning,
                  "BLAN-004",
                  where,
                  "Bladet ”" + sheet.name + "” känns inte igen och läses inte.",
                  "Menade du ”" + *near + "”? Byt i så fall namn på bladet.",
                  {}});
    return;
  }
  problems.add({Severity::note,
                "BLAN-003",
                where,
                "Bladet ”" + sheet.name + "” hör inte till blanketterna och läses inte.",
                "",
                {}});
}

KnownSheet known_sheet(const sml::Workbook& workbook, const sml::Worksheet& sheet, const Form& form) {
  const auto own = parse_sheet_name(sheet.name).year;
  const auto of_workbook = parse_sheet_name(workbook_stem(workbook.file_name)).year;
  const bool by_workbook = !own && of_workbook;
  return {&workbook, &sheet, &form, by_workbook ? of_workbook : own, by_workbook, false, {}};
}

std::vector<KnownSheet> sheets_of(const OwnPlan& plan) {
  std::vector<KnownSheet> sheets;
  for (const sml::Worksheet& sheet : plan.workbook->sheets) {
    const bool is_plan = fold(parse_sheet_name(sheet.name).stem) == "aktivitetsplan";
    if (is_plan)
      sheets.push_back({plan.workbook, &sheet, find_form("Tidigare aktiviteter"), {}, false, false, {}});
  }
  return sheets;
}

}  // namespace lg::intake
