#include "intake/foreign_board.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
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

void keep_rows(ForeignSheet& sheet, ForeignTable& table, const std::string& ours, const HeadingMap& answers) {
  const int column = board_column(table);
  if (column < 0) return;
  std::map<std::string, BoardRows> boards;  // by folded name
  for (const ForeignRecord& record : table.records) {
    const std::string name = board_of(record, column);
    if (name.empty()) continue;
    BoardRows& rows = boards[fold(name)];
    if (rows.count++ == 0) rows = {table.form, name, record.own.at(column).ref, 1, BoardRows::Fate::left_out};
  }
  if (boards.size() < 2) return;
  bool any = false;
  for (auto& [folded, rows] : boards) {
    const auto answer = answers.find(folded);
    const bool read = answer != answers.end() && fold(answer->second) == "läs";
    if (folded == ours || read) {
      rows.fate = BoardRows::Fate::read;
      any = true;
    } else if (answer == answers.end() && is_of_all(folded)) {
      rows.fate = BoardRows::Fate::asked;
    }
  }
  std::vector<bool> out;
  for (const ForeignRecord& record : table.records) {
    const auto found = boards.find(fold(board_of(record, column)));
    out.push_back(any && found != boards.end() && found->second.fate != BoardRows::Fate::read);
  }
  for (auto& [folded, rows] : boards) {
    if (!any) rows.fate = BoardRows::Fate::unknown;
    sheet.boards.push_back(std::move(rows));
  }
  remove(sheet, table, out);
}

}  // namespace

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
  for (ForeignTable& table : sheet.tables) keep_rows(sheet, table, fold(board), answers);
}

}  // namespace lg::intake
