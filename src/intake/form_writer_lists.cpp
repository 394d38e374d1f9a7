#include "intake/form_writer_lists.hpp"

#include "intake/form_scales.hpp"
#include "intake/risk_formulas.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <utility>

namespace lg::intake {
namespace {

// Rows of the sheet, from 0.
constexpr lxw_row_t mark_row = 3;
constexpr lxw_row_t heading_row = 4;
constexpr lxw_row_t first_row = 5;
constexpr lxw_row_t last_row = 104;

std::string cell(std::string_view sheet, lxw_col_t column, lxw_row_t row) {
  return std::string(sheet) + "!$" + sml::column_letters(column + 1) + "$" + std::to_string(row + 1);
}

/// The cells of a column down to the last that is filled, so that words may be added below.
std::string growing(std::string_view sheet, lxw_col_t column, lxw_row_t first, const char* count) {
  const std::string top = cell(sheet, column, first);
  const std::string whole = top + ":" + cell(sheet, column, last_row).substr(std::string(sheet).size() + 1);
  return "=" + top + ":INDEX(" + whole + ",MAX(1," + count + "(" + whole + ")))";
}

/// A heading as the name of a list: letters, digits and underscores.
std::string list_name(std::string_view heading) {
  std::string name = "Lista_";
  for (const char c : heading) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       static_cast<unsigned char>(c) >= 0x80U;
    name += plain ? c : '_';
  }
  return name;
}

}  // namespace

ChoiceLists::ChoiceLists(FormBook& book, const Look& look, const BlankRequest& request)
    : book_(book), look_(look), request_(request) {}

std::string ChoiceLists::range(std::string_view heading, std::vector<std::string> words) {
  auto found = std::ranges::find(lists_, words, &List::words);
  if (found == lists_.end()) {
    std::string name = list_name(heading);
    const auto same = [&](const List& list) { return list.name == name; };
    while (std::ranges::any_of(lists_, same)) name += "_2";
    found = lists_.insert(lists_.end(), List{std::string(heading), name, std::move(words), false, false});
  }
  return "=" + found->name;
}

std::string ChoiceLists::steps(std::string_view scale) {
  std::vector<std::string> words;
  for (const ScaleStep& step : scale_steps(request_.rows, scale)) words.push_back(std::to_string(step.from));
  const std::string name = "Lista_" + std::string(scale);
  if (std::ranges::find(lists_, name, &List::name) == lists_.end())
    lists_.push_back({std::string(scale), name, std::move(words), true, true});
  return "=" + name;
}

std::string ChoiceLists::roles() {
  if (std::exchange(roles_, true) || own_roles_ >= 0) return "=Lista_Roller";
  List list{"Roller", "Lista_Roller", {}, true, false};
  const auto found = request_.rows.find("Roller");
  if (found != request_.rows.end()) {
    for (const Row& row : found->second) {
      if (!row.empty() && !row.front().is_blank()) list.words.push_back(to_text(row.front()));
    }
  }
  lists_.insert(lists_.begin(), std::move(list));
  return "=Lista_Roller";
}

void ChoiceLists::write() {
  if (roles_ && own_roles_ >= 0) {
    book_.define("Lista_Roller", growing("Roller", 0, static_cast<lxw_row_t>(own_roles_), "COUNTA"));
  }
  if (lists_.empty() && !levels_) return;
  lxw_worksheet* sheet = book_.add_sheet("Listor");
  book_.text(0, 0, "Listor", look_.title);
  book_.text(1, 0,
             "Orden som cellerna i den här boken väljer ur. Bladet läses inte som uppgifter. Under rubriker "
             "märkta ”får utökas” kan du lägga till egna rader.",
             look_.lead);
  book_.ok(worksheet_set_row(sheet, 0, 28, nullptr));
  lxw_col_t column = 0;
  for (const List& list : lists_) write(list, column++);
  if (levels_) write_levels(column);
  worksheet_freeze_panes(sheet, first_row, 0);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, static_cast<uint16_t>(1 + column / 8), 0);
}

void ChoiceLists::write(const List& list, lxw_col_t column) {
  book_.ok(worksheet_set_column(book_.sheet(), column, column, 24, nullptr));
  book_.text(mark_row, column, list.open ? "får utökas" : "", look_.mark);
  book_.text(heading_row, column, list.heading, look_.heading);
  for (std::size_t i = 0; i < list.words.size(); ++i) {
    const auto row = first_row + static_cast<lxw_row_t>(i);
    if (list.numbers) {
      book_.number(row, column, std::stod(list.words[i]), look_.number);
    } else {
      book_.text(row, column, list.words[i], look_.text);
    }
  }
  book_.define(list.name, growing("Listor", column, first_row, "COUNTA"));
}

/// From, to and name of each risk level, for the formula of Risknivå.
void ChoiceLists::write_levels(lxw_col_t column) {
  const auto levels = scale_steps(request_.rows, "Risknivå");
  book_.ok(worksheet_set_column(book_.sheet(), column, column + 2, 14, nullptr));
  book_.text(mark_row, column, "som i bladet Skalor", look_.mark);
  for (const auto& [offset, heading] : {std::pair{0, "Risknivå från"}, {1, "till"}, {2, "Benämning"}}) {
    book_.text(heading_row, static_cast<lxw_col_t>(column + offset), heading, look_.heading);
  }
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto row = first_row + static_cast<lxw_row_t>(i);
    book_.number(row, column, levels[i].from, look_.number);
    book_.number(row, column + 1, levels[i].to, look_.number);
    book_.text(row, column + 2, levels[i].name, look_.text);
  }
  book_.define(std::string(level_starts), growing("Listor", column, first_row, "COUNT"));
  book_.define(std::string(level_names), growing("Listor", column + 2, first_row, "COUNTA"));
}

}  // namespace lg::intake
