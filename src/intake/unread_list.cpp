#include "intake/unread_list.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/foreign_grid.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace lg::intake {
namespace {

struct Word {
  std::string_view within;  // a folded name
  std::string_view sheet;   // of the form
};

constexpr std::array words{Word{"incident", "Incidenter"},
                           Word{"avvikelse", "Incidenter"},
                           Word{"handlingsplan", "Aktiviteter"},
                           Word{"åtgärdsplan", "Aktiviteter"},
                           Word{"aktivitet", "Aktiviteter"},
                           Word{"revision", "Revisioner"},
                           Word{"granskning", "Revisioner"},
                           Word{"iakttagelse", "Iakttagelser"},
                           Word{"dataskyddsombud", "Rekommendationer"},
                           Word{"gdpr", "Rekommendationer"}};

const Form* form_in(std::string_view name) {
  const std::string folded = fold(name);
  const auto word = std::ranges::find_if(
      words, [&](const Word& one) { return folded.find(one.within) != std::string::npos; });
  return word == words.end() ? nullptr : find_form(word->sheet);
}

/// The first row of at least three texts that has a row of at least two cells below it; null: none.
const ForeignGrid::GridRow* heading_row(const ForeignGrid& grid) {
  constexpr std::size_t fewest_headings = 3;
  const auto& rows = grid.rows();
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    const bool texts = std::ranges::all_of(rows[i].cells, [](const sml::Cell* cell) {
      return std::holds_alternative<std::string_view>(cell->value);
    });
    if (texts && rows[i].cells.size() >= fewest_headings && rows[i + 1].cells.size() >= 2) return &rows[i];
  }
  return nullptr;
}

bool is_named(const Column& column, std::string_view heading) {
  const auto same = [&](std::string_view name) { return fold(name) == fold(heading); };
  return same(column.heading) || std::ranges::any_of(column.aliases, same);
}

std::string quoted(std::string_view text) {
  return "”" + excerpt(text, 50) + "”";
}

}  // namespace

const Form* likely_list(const UnknownSheet& unknown) {
  const Form* form = form_in(unknown.sheet->name);
  if (form == nullptr) form = form_in(unknown.workbook->file_name);
  if (form == nullptr) return nullptr;
  return heading_row(ForeignGrid(*unknown.sheet)) == nullptr ? nullptr : form;
}

void tell_unread_list(const UnknownSheet& unknown, const Form& form, Problems& problems) {
  const ForeignGrid grid(*unknown.sheet);
  const ForeignGrid::GridRow* row = heading_row(grid);
  if (row == nullptr) return;
  std::vector<std::string> known;
  std::vector<std::string> foreign;
  for (const std::string& text : row->texts) {
    const bool ours =
        std::ranges::any_of(form.columns, [&](const Column& column) { return is_named(column, text); });
    (ours ? known : foreign).push_back(quoted(text));
  }
  std::vector<std::string> needed;
  for (const Column& column : form.columns) {
    const bool there =
        std::ranges::any_of(row->texts, [&](const auto& text) { return is_named(column, text); });
    if (column.need != Need::optional && !there) needed.push_back("”" + std::string(column.heading) + "”");
  }
  const std::string name(form.sheet);
  std::string message = "Bladet liknar " + name + " men läses inte, så " + name + " är tomt i rapporten.";
  if (!known.empty()) message += " Rubriker som känns igen: " + join(known, "och") + ".";
  if (!foreign.empty()) message += " Rubriker som inte känns igen: " + join(foreign, "och") + ".";
  std::string hint =
      "Är det " + name + ", skriv i kolumner.xlsx (Blad | Blad här): " + unknown.sheet->name + " | " + name;
  hint += needed.empty() ? "."
                         : ", och en rad (Blad | Rubrik i filen | Rubrik här) för var och en av " +
                               join(needed, "och") + ", som behövs.";
  problems.add(
      {Severity::warning,
       "BLAN-055",
       CellLocation{unknown.workbook->file_name, unknown.sheet->name, row->cells.front()->ref.text(), ""},
       std::move(message),
       std::move(hint),
       {}});
}

}  // namespace lg::intake
