#include "intake/foreign_board.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace lg::intake {
namespace {

/// "Samtliga nämnder", "Kommungemensam": rows that may be of any board.
bool is_of_all(const std::string& folded) {
  static constexpr std::array<std::string_view, 6> words{"samtliga", "alla",        "gemensam",
                                                         "hela",     "kommungemen", "kommunövergripande"};
  return std::ranges::any_of(words, [&](std::string_view word) { return folded.starts_with(word); });
}

std::string board_of(const ForeignRecord& record, int column) {
  const auto found = record.own.find(column);
  return found == record.own.end() ? "" : cell_text(found->second);
}

/// Takes the rows out, and gives the controls the places of the risks that are left.
void remove(ForeignSheet& sheet, ForeignTable& table, const std::vector<bool>& out) {
  std::vector<int> places;
  std::vector<ForeignRecord> kept;
  for (std::size_t i = 0; i < table.records.size(); ++i) {
    places.push_back(out[i] ? -1 : static_cast<int>(kept.size()));
    if (!out[i]) kept.push_back(std::move(table.records[i]));
  }
  table.records = std::move(kept);
  ForeignTable* controls = sheet.find("IKP");
  if (table.form->sheet != "VoR" || controls == nullptr) return;
  std::erase_if(controls->records, [&](const ForeignRecord& record) {
    return record.event >= 0 && places[static_cast<std::size_t>(record.event)] < 0;
  });
  for (ForeignRecord& record : controls->records) {
    if (record.event >= 0) record.event = places[static_cast<std::size_t>(record.event)];
  }
}

/// The rows of each board, by its folded name. `nameless` are those of none.
std::map<std::string, BoardRows> boards_of(const ForeignTable& table, int column,
                                           std::vector<BoardRows>& nameless) {
  std::map<std::string, BoardRows> boards;
  for (const ForeignRecord& record : table.records) {
    const std::string name = board_of(record, column);
    if (name.empty()) {
      const sml::CellRef place =
          record.cells.empty() ? sml::CellRef{record.row, 1} : record.cells.begin()->second.ref;
      nameless.push_back({table.form, "", place, 1, BoardRows::Fate::nameless});
      continue;
    }
    BoardRows& rows = boards[fold(name)];
    if (rows.count++ == 0) rows = {table.form, name, record.own.at(column).ref, 1, BoardRows::Fate::left_out};
  }
  return boards;
}

void keep_rows(ForeignSheet& sheet, ForeignTable& table, const std::string& ours, const HeadingMap& answers) {
  const int column = board_column(table);
  if (column < 0) return;
  std::vector<BoardRows> nameless;
  std::map<std::string, BoardRows> boards = boards_of(table, column, nameless);
  if (boards.empty() || (boards.size() == 1 && is_board(boards.begin()->second.name, ours))) return;
  bool any = false;
  std::set<std::string> refused;
  for (auto& [folded, rows] : boards) {
    const auto answer = answers.find(folded);
    const bool read = answer != answers.end() && fold(answer->second) == "läs";
    if (answer != answers.end() && !read) refused.insert(folded);
    if (folded == fold(ours) || read) {
      rows.fate = BoardRows::Fate::read;
      any = true;
    } else if (answer == answers.end() && is_of_all(folded)) {
      rows.fate = BoardRows::Fate::asked;
    }
  }
  std::vector<bool> out;
  for (const ForeignRecord& record : table.records) {
    const auto found = boards.find(fold(board_of(record, column)));
    const bool other = found != boards.end() && found->second.fate != BoardRows::Fate::read;
    out.push_back(other && (any || refused.contains(found->first)));
  }
  for (auto& [folded, rows] : boards) {
    if (!any && !refused.contains(folded)) rows.fate = BoardRows::Fate::unknown;
    sheet.boards.push_back(std::move(rows));
  }
  sheet.boards.insert(sheet.boards.end(), nameless.begin(), nameless.end());
  remove(sheet, table, out);
}

}  // namespace

bool is_board(std::string_view name, std::string_view ours) {
  constexpr std::size_t shortest = 5;  // letters: "Socialnämnden" may have more words behind it
  const std::string one = fold(name);
  const std::string other = fold(ours);
  if (one == other) return true;
  return length(one) >= shortest && length(other) >= shortest &&
         (one.starts_with(other) || other.starts_with(one));
}

int board_column(const ForeignTable& table) {
  for (std::size_t i = 0; i < table.own.size(); ++i) {
    const std::string folded = fold(table.own[i]);
    const bool board = folded.starts_with("nämnd") || folded == "ansvarignämnd" || folded == "board" ||
                       folded == "styrelse" || folded.starts_with("styrelsenämnd");
    if (board && folded.find("mål") == std::string::npos) return static_cast<int>(i);
  }
  return -1;
}

void keep_board(ForeignSheet& sheet, const std::string& board, const HeadingMap& answers) {
  if (board.empty()) return;
  for (ForeignTable& table : sheet.tables) keep_rows(sheet, table, board, answers);
}

}  // namespace lg::intake
