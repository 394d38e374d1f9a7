#include "app/marked_workbooks.hpp"

#include "app/problem_comment.hpp"
#include "app/problem_list.hpp"
#include "base/text.hpp"
#include "sml/front_sheet.hpp"
#include "sml/notes.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace lg::app {
namespace {

constexpr const char* prefix = "Granskad ";

/// One thing to look at, at one place.
struct Finding {
  const Problem* problem;
  const Location* where;
};

/// What is only worth knowing of a whole file needs no copy of it.
bool is_worth_a_copy(const Finding& finding) {
  return std::holds_alternative<CellLocation>(*finding.where) || finding.problem->severity != Severity::note;
}

sml::Note note_on(const Finding& finding) {
  const auto* cell = std::get_if<CellLocation>(finding.where);
  sml::Note note{"", "", place_within(*finding.where), comment_on(*finding.problem)};
  if (cell == nullptr) return note;
  note.sheet = cell->sheet;
  note.cell = cell->cell;
  return note;
}

std::vector<sml::FrontCell> row_on(const Finding& finding, const std::string& workbook) {
  const bool of_folder = file_of(*finding.where) != workbook;
  const Problem& problem = *finding.problem;
  const auto* cell = std::get_if<CellLocation>(finding.where);
  std::string related;
  for (const Location& other : problem.related) {
    const bool same_file = file_of(other) == file_of(*finding.where);
    related += (related.empty() ? "" : "\n") + (same_file ? place_within(other) : lg::to_text(other));
  }
  const bool linked = cell != nullptr && !cell->cell.empty();
  return {{to_upper_first(word_for(problem.severity))},
          {cell != nullptr ? cell->sheet
           : of_folder     ? "Hela mappen"
                           : ""},
          {linked ? cell->cell : "", linked ? sml::link_to(cell->sheet, cell->cell) : ""},
          {cell == nullptr ? "" : cell->column},
          {problem.message},
          {problem.hint},
          {related},
          {problem.code}};
}

std::string sum_of(const std::vector<Finding>& findings) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Finding& finding : findings) {
    const Severity severity = finding.problem->severity;
    if (severity == Severity::error || severity == Severity::hole) ++errors;
    if (severity == Severity::warning) ++warnings;
  }
  return counts_text(errors, warnings, findings.size() - errors - warnings) + ".";
}

/// `elsewhere`: the copy that tells what concerns the whole folder; empty when it is this one, or none.
sml::FrontSheet review_sheet(const std::string& workbook, const std::vector<Finding>& findings,
                             const std::string& elsewhere) {
  sml::FrontSheet sheet;
  sheet.name = "Granskning";
  sheet.title = "Granskning av " + workbook;
  sheet.lines = {
      sum_of(findings),
      "Det här är en kopia; originalet är orört. Klicka på en cell i kolumnen Cell för att komma dit. "
      "Cellen är gul och har en anteckning.",
      "Rätta i originalet, eller i kopian och spara den i originalets ställe: programmet läser varken "
      "det här bladet eller anteckningarna."};
  if (!elsewhere.empty()) sheet.lines.push_back("Det som gäller hela mappen står i ”" + elsewhere + "”.");
  sheet.columns = {{"Slag", 12},           {"Blad", 18},       {"Cell", 8},     {"Kolumn", 22},
                   {"Vad som är fel", 56}, {"Gör så här", 56}, {"Se även", 30}, {"Kod", 11}};
  for (const Finding& finding : findings) sheet.rows.push_back(row_on(finding, workbook));
  return sheet;
}

std::optional<std::string> marked(const NamedFile& workbook, const std::vector<Finding>& findings,
                                  const std::string& elsewhere) {
  try {
    const opc::Package package = opc::Package::open(workbook.name, workbook.bytes);
    std::vector<sml::Note> notes;
    for (const Finding& finding : findings) {
      // What has no cell is said on the sheet Granskning alone.
      if (std::holds_alternative<CellLocation>(*finding.where)) notes.push_back(note_on(finding));
    }
    // The notes first: they look for the cells of what stood in the workbook, not of our sheet.
    const opc::Package bare = sml::without_front_sheet(package);
    const opc::Package noted = sml::with_notes(bare, notes, sml::CellMark::fill);
    return sml::with_front_sheet(noted, review_sheet(workbook.name, findings, elsewhere)).save();
  } catch (const UnreadableFile&) {
    return {};
  }
}

}  // namespace

std::string marked_name(const std::string& workbook) {
  return workbook.starts_with(prefix) ? workbook : prefix + workbook;
}

std::vector<NamedFile> marked_workbooks(const std::vector<NamedFile>& workbooks, const Problems& problems) {
  const std::vector<ProblemGroup> groups = grouped(problems);
  const auto is_workbook = [&workbooks](const std::string& file) {
    return std::ranges::find(workbooks, file, &NamedFile::name) != workbooks.end();
  };
  std::vector<Finding> of_folder;
  for (const ProblemGroup& group : groups) {
    for (const GroupItem& item : group.items) {
      const Location& where = item.problem->where;
      if (!is_workbook(file_of(where))) of_folder.push_back({item.problem, &where});
    }
  }
  std::vector<NamedFile> copies;
  std::string folder_in;  // the copy that tells what concerns the whole folder
  for (const NamedFile& workbook : workbooks) {
    std::vector<Finding> findings;
    for (const ProblemGroup& group : groups) {
      for (const GroupItem& item : group.items) {
        const Location& where = item.problem->where;
        if (file_of(where) == workbook.name) findings.push_back({item.problem, &where});
      }
    }
    if (std::ranges::none_of(findings, is_worth_a_copy)) continue;
    if (folder_in.empty()) std::ranges::copy(of_folder, std::back_inserter(findings));
    auto bytes = marked(workbook, findings, of_folder.empty() ? "" : folder_in);
    if (!bytes) continue;
    copies.push_back({marked_name(workbook.name), std::move(*bytes)});
    if (folder_in.empty()) folder_in = copies.back().name;
  }
  return copies;
}

}  // namespace lg::app
