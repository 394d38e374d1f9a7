#include "intake/layout_table.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/group_rows.hpp"
#include "intake/record_maker.hpp"
#include "intake/sheet_remarks.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace lg::intake {
namespace {

using GridRow = ForeignGrid::GridRow;

class TableLayout {
 public:
  TableLayout(const ForeignGrid& grid, ForeignHeader header, const Form* hint)
      : grid_(grid), header_(std::move(header)) {
    binding_ = bind_columns(header_, grid_, hint, sheet_);
    sheet_.header_row = header_.last_row;
    for (const ForeignColumn& column : header_.columns) {
      header_texts_.insert(fold(column.text));
      if (!column.above.empty()) header_texts_.insert(fold(column.above));
    }
    add_tables();
  }

  std::optional<ForeignSheet> read() {
    if (sheet_.tables.empty()) return {};
    read_above();
    for (const GridRow& row : grid_.rows()) {
      if (row.number > header_.last_row) read_row(row);
    }
    for (const sml::CellRef place : groups_.unsettled()) sheet_.left_out.push_back(place);
    for (ForeignTable& table : sheet_.tables) {
      if (table.form->sheet != "VoR") continue;
      for (ForeignRecord& event : table.records) {
        split_facts(sheet_, event);
        take_stated_value(event);
      }
    }
    finish_records(sheet_);
    tell_merged();
    return std::move(sheet_);
  }

 private:
  void add_tables() {
    const auto add = [this](const Form* form, const std::map<int, int>& bound) {
      ForeignTable& table = sheet_.tables.emplace_back();
      table.form = form;
      for (const auto& [place, column] : bound) table.columns.emplace(column, place);
    };
    if (binding_.has_events) add(find_form("VoR"), binding_.events);
    if (binding_.has_controls) add(find_form("IKP"), binding_.controls);
    if (sheet_.tables.empty()) return;
    if (binding_.has_events) event_column_ = place_of("VoR", "Oönskad händelse");
    if (binding_.has_controls) control_column_ = place_of("IKP", "Kontroll");
    for (const auto& [place, name] : binding_.own) {
      const bool of_control = !binding_.has_events || (binding_.has_controls && place > control_column_);
      ForeignTable& table = of_control ? *sheet_.find("IKP") : *sheet_.find("VoR");
      own_[place] = {&table, own_position(table, name)};
    }
    for (const auto& [place, column] : binding_.events) bound_events_.push_back(column);
    if (!binding_.has_events) {  // a group of controls is told of by VoR's columns too
      for (const auto& [place, column] : binding_.controls) {
        bound_events_.push_back(column_of(
            *find_form("VoR"), find_form("IKP")->columns[static_cast<std::size_t>(column)].heading));
      }
    }
  }

  /// The sheet's own risk value, beside the cell that its factors came from.
  void take_stated_value(ForeignRecord& event) const {
    if (binding_.stated_value == 0) return;
    if (const sml::Cell* cell = grid_.at(event.row, binding_.stated_value))
      event.cells[column_of(*find_form("VoR"), "Riskvärde")] = *cell;
  }

  [[nodiscard]] int place_of(std::string_view form, std::string_view heading) {
    const ForeignTable* table = sheet_.find(form);
    const auto found = table->columns.find(column_of(*table->form, heading));
    return found == table->columns.end() ? 0 : found->second;
  }

  /// Titles and filters above the headings: the year, and the first group where the headings come again for
  /// each group.
  void read_above() {
    const GridRow* last = nullptr;
    for (const GridRow& row : grid_.rows()) {
      if (row.number >= header_.first_row) break;
      std::string line;
      for (const std::string& text : row.texts) line += (line.empty() ? "" : " ") + text;
      if (!sheet_.year) sheet_.year = year_of_remark(line);
      add_labelled(row, line);
      last = &row;
    }
    const bool again = std::ranges::any_of(grid_.rows(), [this](const GridRow& row) {
      return row.number > header_.last_row && is_header_again(row);
    });
    const bool group = last != nullptr && again && groups_.is_empty() && last->cells.size() == 1 &&
                       !is_remark(last->texts.front());
    if (group) groups_.add(*last->cells.front(), last->texts.front(), sheet_.texts);
  }

  /// "Process: Ge hemtjänst" above the headings is true of the whole table.
  void add_labelled(const GridRow& row, const std::string& line) {
    if (row.cells.size() > 2) return;
    const Form& events = *find_form("VoR");
    const auto label = split_label(events, line);
    if (!label || label->value.empty() || label->label.sureness > Sureness::known) return;
    const std::string_view heading = events.columns[static_cast<std::size_t>(label->label.column)].heading;
    const bool heads =
        heading == "Process" || heading == "Område" || heading == "KF-mål" || heading == "Nämndmål";
    if (heads) groups_.add(*row.cells.back(), line, sheet_.texts);
  }

  [[nodiscard]] bool is_header_again(const GridRow& row) const {
    return row.cells.size() >= 2 && std::ranges::all_of(row.texts, [this](const std::string& text) {
             return header_texts_.contains(fold(text));
           });
  }

  [[nodiscard]] bool has_assessment(const GridRow& row) const {
    static const std::set<int> columns = [] {
      std::set<int> all;
      for (const std::string_view heading : {"VoR-ID", "Sannolikhet", "Konsekvens", "Riskvärde"})
        all.insert(column_of(*find_form("VoR"), heading));
      return all;
    }();
    return std::ranges::any_of(row.cells, [&](const sml::Cell* cell) {
      const auto bound = binding_.events.find(cell->ref.column);
      return bound != binding_.events.end() && columns.contains(bound->second);
    });
  }

  [[nodiscard]] static const sml::Cell* cell_in(const GridRow& row, int column) {
    const auto found = std::ranges::find_if(
        row.cells, [column](const sml::Cell* cell) { return cell->ref.column == column; });
    return found == row.cells.end() ? nullptr : *found;
  }

  void read_row(const GridRow& row) {
    if (is_header_again(row)) {
      ended_ = false;
      return;
    }
    ended_ = ended_ || (last_row_ > 0 && row.cells.size() == 1 && ends_table(row.texts.front()));
    const sml::CellRef first = row.cells.front()->ref;
    const bool gap = last_row_ > 0 && row.number > last_row_ + 1;
    if (ended_ || is_about_sheet(row, gap)) {
      sheet_.left_out.push_back(first);
      return;
    }
    if (row.cells.size() == 1 && is_group(row)) {
      const auto bound = binding_.events.find(first.column);
      groups_.add(*row.cells.front(), row.texts.front(), sheet_.texts,
                  bound == binding_.events.end() ? -1 : bound->second);
      return;
    }
    read_data(row);
  }

  /// Totals, legends and lines of printing; after a blank line also anything that has no assessment.
  [[nodiscard]] bool is_about_sheet(const GridRow& row, bool gap) const {
    const bool assessed = has_assessment(row);
    if (is_total_row(row)) return true;
    if (is_remark(row.texts.front()) && !assessed) return true;
    if (is_remark(row.texts.front()) &&
        cell_in(row, event_column_ > 0 ? event_column_ : control_column_) == nullptr)
      return true;
    const auto bound = binding_.events.find(row.cells.front()->ref.column);
    const bool in_level_column =
        bound != binding_.events.end() && bound->second == column_of(*find_form("VoR"), "Risknivå");
    const bool legend = is_level(row.texts.front()) && !in_level_column &&
                        cell_in(row, row.cells.front()->ref.column) != nullptr &&
                        (event_column_ == 0 || row.cells.front()->ref.column <= event_column_ || !assessed);
    if (legend && row.cells.size() <= 4) return true;
    const bool has_control = control_column_ > 0 && cell_in(row, control_column_) != nullptr;
    const bool risk = event_column_ > 0 && cell_in(row, event_column_) != nullptr &&
                      begins_as_risk(cell_text(*cell_in(row, event_column_)));
    return gap && row.cells.size() > 1 && !assessed && !has_control && !risk && binding_.has_events;
  }

  /// "Totalt", "Summa Bad", "Medelvärde" before the event's column, and no event but perhaps a count.
  [[nodiscard]] bool is_total_row(const GridRow& row) const {
    const int main = event_column_ > 0 ? event_column_ : control_column_;
    if (!is_total(row.texts.front()) || row.cells.front()->ref.column > main) return false;
    const sml::Cell* event = cell_in(row, main);
    return event == nullptr || event == row.cells.front() || is_total(cell_text(*event));
  }

  /// A name alone in a row, over the rows that belong to it.
  [[nodiscard]] bool is_group(const GridRow& row) const {
    const sml::Cell& cell = *row.cells.front();
    const int column = cell.ref.column;
    const int main = event_column_ > 0 ? event_column_ : control_column_;
    if (begins_as_risk(row.texts.front())) return false;
    if (grid_.width(cell) > 1) return true;
    if (column == control_column_ && binding_.has_events) return false;
    return column <= main;
  }

  void read_data(const GridRow& row) {
    groups_.settle(bound_events_);
    bool used = false;
    if (binding_.has_events) used = read_event(row);
    if (binding_.has_controls) used = read_control(row) || used;
    if (used) {
      last_row_ = row.number;
    } else {
      sheet_.unclear.push_back(row.cells.front()->ref);
    }
  }

  /// True when the row is understood: a new risk, or the continuation of a merged one.
  bool read_event(const GridRow& row) {
    ForeignTable& table = *sheet_.find("VoR");
    const sml::Cell* event = event_column_ == 0 ? nullptr : grid_.at(row.number, event_column_);
    const bool starts = event != nullptr && event->ref.row == row.number;
    if (event != nullptr && !starts) return true;
    if (!starts && !has_assessment(row)) return false;
    ForeignRecord record = record_of(row, table, binding_.events);
    if (binding_.has_controls && starts) {
      // A flat export writes the risk anew for each of its controls.
      std::string key =
          fold(cell_text(*event)) + "\n" + text_of(record, "VoR-ID") + "\n" + text_of(record, "Process");
      const auto [known, added] = events_.emplace(std::move(key), table.records.size());
      if (!added) {
        event_ = static_cast<int>(known->second);
        return true;
      }
    }
    event_ = static_cast<int>(table.records.size());
    table.records.push_back(std::move(record));
    return true;
  }

  [[nodiscard]] static std::string text_of(const ForeignRecord& record, std::string_view heading) {
    const auto found = record.cells.find(column_of(*find_form("VoR"), heading));
    return found == record.cells.end() ? "" : fold(cell_text(found->second));
  }

  bool read_control(const GridRow& row) {
    ForeignTable& table = *sheet_.find("IKP");
    const bool any = std::ranges::any_of(row.cells, [this](const sml::Cell* cell) {
      return binding_.controls.contains(cell->ref.column) && !binding_.events.contains(cell->ref.column);
    });
    const sml::Cell* control = control_column_ == 0 ? nullptr : grid_.at(row.number, control_column_);
    if (control != nullptr && binding_.has_events && says_no_control(cell_text(*control))) control = nullptr;
    if (!any || (control != nullptr && control->ref.row != row.number)) return false;
    if (control == nullptr && binding_.has_events && only_blank_words(row)) return true;
    ForeignRecord record = record_of(row, table, binding_.controls);
    record.event = event_;
    if (event_ >= 0) take_process(record, table);
    if (binding_.risk_text > 0) {
      if (const sml::Cell* risk = grid_.at(row.number, binding_.risk_text)) record.risk = cell_text(*risk);
    }
    table.records.push_back(std::move(record));
    return true;
  }

  /// A risk without a control may have "-" in the control's columns.
  [[nodiscard]] bool only_blank_words(const GridRow& row) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!binding_.controls.contains(row.cells[i]->ref.column) ||
          binding_.events.contains(row.cells[i]->ref.column))
        continue;
      if (!says_no_control(row.texts[i])) return false;
    }
    return true;
  }

  void take_process(ForeignRecord& control, const ForeignTable& table) {
    const int process = column_of(*table.form, "Process");
    const ForeignRecord& event = sheet_.find("VoR")->records[static_cast<std::size_t>(event_)];
    const auto found = event.cells.find(column_of(*find_form("VoR"), "Process"));
    if (found != event.cells.end()) control.cells.emplace(process, found->second);
  }

  ForeignRecord record_of(const GridRow& row, ForeignTable& table, const std::map<int, int>& bound) {
    ForeignRecord record;
    record.row = row.number;
    for (const auto& [place, column] : bound) {
      if (const sml::Cell* cell = grid_.at(row.number, place)) {
        record.cells.emplace(column, *cell);
        note_merge(row.number, *cell);
      }
    }
    for (const auto& [place, own] : own_) {
      if (own.first->form != table.form) continue;
      if (const sml::Cell* cell = grid_.at(row.number, place)) record.own.emplace(own.second, *cell);
    }
    for (const GroupRows::Group& group : groups_.groups()) add_group(group, record, table);
    return record;
  }

  void add_group(const GroupRows::Group& group, ForeignRecord& record, ForeignTable& table) {
    if (group.column < 0) {
      record.own.emplace(own_position(table, group.name), group.cell);
      return;
    }
    const std::string_view heading =
        find_form("VoR")->columns[static_cast<std::size_t>(group.column)].heading;
    const int column = column_of(*table.form, heading);
    if (column >= 0) {
      record.cells.emplace(column, group.cell);
    } else {
      record.own.emplace(own_position(table, std::string(heading)), group.cell);
    }
  }

  void note_merge(int row, const sml::Cell& cell) {
    if (cell.ref.row == row) return;
    const sml::CellRange* merge = grid_.merge_at(row, cell.ref.column);
    if (merge != nullptr) merged_.insert(*merge);
  }

  void tell_merged() { sheet_.merged.assign(merged_.begin(), merged_.end()); }

  const ForeignGrid& grid_;
  ForeignHeader header_;
  ForeignBinding binding_;
  ForeignSheet sheet_;
  std::set<std::string> header_texts_;
  std::vector<int> bound_events_;                        // VoR's columns that the sheet has columns for
  std::map<int, std::pair<ForeignTable*, int>> own_;     // the sheet's column → where its values go
  std::unordered_map<std::string, std::size_t> events_;  // event, ID and process → position among the risks
  std::set<sml::CellRange> merged_;
  GroupRows groups_;
  int event_column_ = 0;    // of the sheet; 0: none
  int control_column_ = 0;  // likewise
  int event_ = -1;          // the risk that the next control belongs to
  int last_row_ = 0;        // the last row of data
  bool ended_ = false;      // what follows is a legend or a matrix, until the headings come again
};

}  // namespace

std::optional<ForeignSheet> read_layout_table(const ForeignGrid& grid, const ForeignMap& map,
                                              const Form* hint) {
  auto header = find_foreign_header(grid, map);
  if (!header) return {};
  return TableLayout(grid, std::move(*header), hint).read();
}

}  // namespace lg::intake
