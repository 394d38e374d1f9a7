#include "intake/column_map.hpp"

#include "base/text.hpp"
#include "intake/sheet_name.hpp"
#include "intake/table_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace lg::intake {
namespace {

enum : std::size_t { sheet_column, theirs_column, ours_column };

std::vector<std::string> names_of_forms() {
  std::vector<std::string> names;
  for (const Form& form : forms()) names.emplace_back(form.sheet);
  return names;
}

/// The declared heading that a name nearly is; nothing when it is one, or is near none.
std::optional<std::string> nearly(const Form& form, std::string_view name) {
  std::vector<std::string> headings;
  for (const Column& column : form.columns) {
    const auto same = [&](std::string_view other) { return fold(other) == fold(name); };
    if (same(column.heading) || std::ranges::any_of(column.aliases, same)) return {};
    headings.emplace_back(column.heading);
  }
  return nearest(name, headings);
}

void tell(const Value& value, std::string_view what, const std::optional<std::string>& near,
          Problems& problems) {
  problems.add({Severity::warning,
                "BLAN-018",
                value.source().location(),
                std::string(what) + " ”" + to_text(value) + "” finns inte bland blanketterna.",
                near ? "Menade du ”" + *near + "”?"
                     : "Skriv namnet på ett blad som programmet känner, till exempel VoR.",
                {}});
}

void add_row(const SheetRow& row, ColumnMap& map, Problems& problems) {
  for (const Problem& problem : row.problems) problems.add(problem);
  const bool whole_row = std::ranges::none_of(row.values, [](const Value& value) { return value.is_hole(); });
  if (!whole_row) return;
  const Value& sheet = row.values[sheet_column];
  const Form* form = find_form(to_text(sheet));
  if (form == nullptr) form = find_form(parse_sheet_name(to_text(sheet)).stem);
  if (form == nullptr) {
    tell(sheet, "Bladet", nearest(to_text(sheet), names_of_forms()), problems);
    return;
  }
  const Value& ours = row.values[ours_column];
  if (const auto near = nearly(*form, to_text(ours))) tell(ours, "Rubriken", near, problems);
  map[form->sheet][fold(to_text(row.values[theirs_column]))] = to_text(ours);
}

}  // namespace

ColumnMap read_column_map(std::span<const KnownSheet> sheets, domain::Review& review, Problems& problems) {
  ColumnMap map;
  for (const KnownSheet& known : sheets) {
    if (known.form->sheet != "Kolumner") continue;
    SheetOrigin& origin =
        review.origins.emplace_back(SheetOrigin{known.workbook->file_name, known.sheet->name, {}});
    const SheetTable table = read_table(*known.sheet, *known.form, {}, origin, problems);
    for (const SheetRow& row : table.rows) add_row(row, map, problems);
  }
  return map;
}

}  // namespace lg::intake
