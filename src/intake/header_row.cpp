#include "intake/header_row.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace lg::intake {
namespace {

constexpr int rows_searched = 10;

/// Names that lead to a declared column.
struct HeadingIndex {
  std::unordered_map<std::string, int> headings;
  std::unordered_map<std::string, int> aliases;
  std::set<int> needed;

  explicit HeadingIndex(const Form& form) {
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
      headings.emplace(fold(form.columns[i].heading), static_cast<int>(i));
      if (form.columns[i].need != Need::optional) needed.insert(static_cast<int>(i));
      for (const std::string_view alias : form.columns[i].aliases)
        aliases.emplace(fold(alias), static_cast<int>(i));
    }
  }

  [[nodiscard]] int find(const std::string& folded) const {
    if (const auto found = headings.find(folded); found != headings.end()) return found->second;
    const auto found = aliases.find(folded);
    return found == aliases.end() ? -1 : found->second;
  }
};

std::string one_line(std::string text) {
  while (!text.empty() && (text.back() == '*' || text.back() == ' ')) text.pop_back();
  std::ranges::replace(text, '\n', ' ');
  return std::string(trim(text));
}

std::string translated(const std::string& text, const HeadingMap& map) {
  const auto found = map.find(fold(text));
  return found == map.end() ? text : found->second;
}

/// What is said of the form for another system's sheet takes no column away from ours that it needs.
void keep_needed(std::vector<Heading>& headings, const HeadingIndex& index) {
  for (const int needed : index.needed) {
    if (std::ranges::any_of(headings, [&](const Heading& one) { return one.declared == needed; })) continue;
    const auto own = std::ranges::find_if(headings, [&](const Heading& one) {
      const auto found = index.headings.find(fold(one.text));
      return found != index.headings.end() && found->second == needed;
    });
    if (own == headings.end()) continue;
    own->name = own->text;
    own->declared = needed;
  }
}

std::vector<Heading> headings_of(std::span<const sml::Cell> cells, const HeadingIndex& index,
                                 const HeadingMap& map) {
  std::vector<Heading> headings;
  std::set<int> named;  // declared columns whose own heading is there: an alias beside it is another column
  for (const sml::Cell& cell : cells) {
    Heading heading{cell.ref.column, one_line(cell_text(cell)), {}, -1};
    if (heading.text.empty()) continue;
    heading.name = translated(heading.text, map);
    const std::string folded = fold(heading.name);
    heading.declared = index.find(folded);
    if (index.headings.contains(folded)) named.insert(heading.declared);
    headings.push_back(std::move(heading));
  }
  for (Heading& heading : headings) {
    const bool by_alias = heading.declared >= 0 && !index.headings.contains(fold(heading.name));
    if (by_alias && named.contains(heading.declared)) heading.declared = -1;
  }
  keep_needed(headings, index);
  return headings;
}

int score(const std::vector<Heading>& headings, const Form& form) {
  std::set<int> matched;
  int needed = 0;
  for (const Heading& heading : headings) {
    if (heading.declared < 0 || !matched.insert(heading.declared).second) continue;
    if (form.columns[static_cast<std::size_t>(heading.declared)].need != Need::optional) ++needed;
  }
  const int all = static_cast<int>(matched.size());
  const bool enough = all >= 2 || (all == 1 && needed == 1 && headings.size() == 1);
  return enough ? needed * 1000 + all * 2 : 0;
}

/// The rows that may hold the headings: the first ten with content, and the first rows of Excel's tables.
std::map<int, bool> candidates(const sml::Worksheet& sheet) {
  std::map<int, bool> rows;  // row → an Excel table begins there
  int last = 0;
  for (const sml::Cell& cell : sheet.cells) {
    if (cell.ref.row == last || is_empty(cell)) continue;
    if (rows.size() == rows_searched) break;
    last = cell.ref.row;
    rows.emplace(last, false);
  }
  for (const auto& [name, range] : sheet.tables) rows[range.first.row] = true;
  return rows;
}

/// Leaves out headings that another column has already, and columns that the program makes itself.
void drop_repeated(HeaderRow& header, const Form& form, const SheetOrigin& origin, Problems& problems) {
  std::map<std::string, int> seen;  // what the column is → the sheet's column
  std::vector<Heading> kept;
  for (Heading& heading : header.headings) {
    const bool declared = heading.declared >= 0;
    const Source source{&origin, header.row, heading.column};
    if (is_not_read(heading.name)) {
      header.dropped.push_back(heading.column);
      continue;
    }
    if (declared && form.columns[static_cast<std::size_t>(heading.declared)].computed) {
      problems.add(
          {Severity::note,
           "BLAN-017",
           source.location(),
           "Kolumnen ”" + heading.text + "” räknas ut av programmet, så det som står i den läses inte.",
           "",
           {}});
      header.dropped.push_back(heading.column);
      continue;
    }
    const std::string key = declared ? "#" + std::to_string(heading.declared) : fold(heading.name);
    const auto [first, added] = seen.emplace(key, heading.column);
    if (added) {
      kept.push_back(std::move(heading));
      continue;
    }
    header.dropped.push_back(heading.column);
    problems.add({declared ? Severity::error : Severity::warning,
                  "BLAN-013",
                  source.location(),
                  "Rubriken ”" + heading.text + "” betecknar samma kolumn som en rubrik till vänster.",
                  fold(heading.name) == fold(heading.text)
                      ? "Ta bort den ena kolumnen eller byt rubrik på den."
                      : "Låt bara en av raderna i kolumner.xlsx stå kvar, eller svara Nej på den ena.",
                  {Source{&origin, header.row, first->second}.location()}});
  }
  header.headings = std::move(kept);
}

void tell_merged(const HeaderRow& header, const sml::Worksheet& sheet, const SheetOrigin& origin,
                 Problems& problems) {
  for (const sml::CellRange& merge : sheet.merges) {
    if (merge.first == merge.last || merge.first.row > header.row || merge.last.row < header.row) continue;
    const sml::Cell* cell = sheet.find(merge.first);
    if (cell == nullptr || is_empty(*cell)) continue;
    problems.add(
        {Severity::error,
         "BLAN-014",
         Source{&origin, merge.first.row, merge.first.column}.location(),
         "Rubriken ”" + one_line(cell_text(*cell)) + "” står i sammanfogade celler (" + merge.text() + ").",
         "Dela cellerna så att varje kolumn har sin egen rubrik i en cell.",
         {}});
  }
}

/// The headings of declared columns that the sheet has not.
std::vector<std::string> absent_headings(const HeaderRow& header, const Form& form) {
  std::set<int> present;
  for (const Heading& heading : header.headings) present.insert(heading.declared);
  std::vector<std::string> absent;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const bool missing = !present.contains(static_cast<int>(i)) && !form.columns[i].computed;
    if (missing) absent.emplace_back(form.columns[i].heading);
  }
  return absent;
}

bool is_needed(const Form& form, std::string_view heading) {
  const auto column = std::ranges::find(form.columns, heading, &Column::heading);
  return column->need != Need::optional;
}

/// Tells of headings that nearly are those of absent columns, which are then taken out of `absent`. Returns
/// the sheet's columns with such headings.
std::set<int> tell_nearly(const HeaderRow& header, const Form& form, std::vector<std::string>& absent,
                          const SheetOrigin& origin, Problems& problems) {
  std::set<int> mistaken;
  for (const Heading& heading : header.headings) {
    if (heading.declared >= 0 || length(heading.text) < 4) continue;
    const auto near = nearest(heading.name, absent);
    if (!near) continue;
    std::erase(absent, *near);
    mistaken.insert(heading.column);
    problems.add({is_needed(form, *near) ? Severity::error : Severity::warning,
                  "BLAN-012",
                  Source{&origin, header.row, heading.column}.location(),
                  "Rubriken ”" + heading.text + "” känns inte igen.",
                  "Menade du ”" + *near + "”?",
                  {}});
  }
  return mistaken;
}

void tell_missing(const HeaderRow& header, const Form& form, const std::vector<std::string>& absent,
                  const SheetOrigin& origin, Problems& problems) {
  const int first = header.headings.empty() ? 1 : header.headings.front().column;
  for (const std::string& name : absent) {
    if (!is_needed(form, name)) continue;
    problems.add({Severity::error,
                  "BLAN-011",
                  Source{&origin, header.row, first}.location(),
                  "Kolumnen ”" + name + "” saknas i bladet.",
                  "Lägg till en kolumn med rubriken ”" + name + "” och fyll i den.",
                  {}});
  }
}

/// "2025", or "Utfall 2025".
bool is_year(std::string_view heading) {
  std::string folded = fold(heading);
  if (folded.starts_with("utfall")) folded.erase(0, std::string_view("utfall").size());
  return folded.size() == 4 && folded.starts_with("20") &&
         folded.find_first_not_of("0123456789") == std::string::npos;
}

void tell_own(const HeaderRow& header, const Form& form, const std::set<int>& mistaken,
              const SheetOrigin& origin, Problems& problems) {
  std::vector<std::string> own;
  for (const Heading& heading : header.headings) {
    const bool known = heading.declared >= 0 || (form.year_columns && is_year(heading.name));
    if (!known && !mistaken.contains(heading.column)) own.push_back("”" + heading.name + "”");
  }
  if (own.empty()) return;
  const std::string names = join(own, "och");
  problems.add({Severity::note,
                "BLAN-019",
                CellLocation{origin.file, origin.sheet, "", ""},
                own.size() == 1 ? "Kolumnen " + names + " är bladets egen; den kan användas i mallen."
                                : "Kolumnerna " + names + " är bladets egna; de kan användas i mallen.",
                "",
                {}});
}

}  // namespace

bool is_not_read(std::string_view ours) {
  const std::string folded = fold(ours);
  return folded == "läsinte" || folded == "läsesinte";
}

HeaderRow find_header_row(const sml::Worksheet& sheet, const Form& form, const HeadingMap& map) {
  const HeadingIndex index(form);
  HeaderRow best;
  int best_score = 0;
  for (const auto& [row, is_table] : candidates(sheet)) {
    std::vector<Heading> headings = headings_of(sheet.row(row), index, map);
    int points = score(headings, form);
    if (points > 0 && is_table) ++points;
    if (points <= best_score) continue;
    best_score = points;
    best = {row, std::move(headings), {}};
  }
  return best;
}

HeaderRow read_header_row(const sml::Worksheet& sheet, const Form& form, const HeadingMap& map,
                          SheetOrigin& origin, Problems& problems) {
  HeaderRow header = find_header_row(sheet, form, map);
  if (header.row == 0) {
    std::vector<std::string> needed;
    for (const Column& column : form.columns) {
      if (column.need != Need::optional) needed.push_back("”" + std::string(column.heading) + "”");
    }
    problems.add({Severity::error,
                  "BLAN-010",
                  CellLocation{origin.file, origin.sheet, "", ""},
                  "Bladet har ingen rad med de rubriker som behövs.",
                  "Skriv rubrikerna " + join(needed, "och") + " på en av de tio första raderna.",
                  {}});
    return header;
  }
  for (const Heading& heading : header.headings) origin.headings[heading.column] = heading.text;
  tell_merged(header, sheet, origin, problems);
  drop_repeated(header, form, origin, problems);
  std::vector<std::string> absent = absent_headings(header, form);
  const std::set<int> mistaken = tell_nearly(header, form, absent, origin, problems);
  tell_missing(header, form, absent, origin, problems);
  tell_own(header, form, mistaken, origin, problems);
  return header;
}

}  // namespace lg::intake
