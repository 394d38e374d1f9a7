#include "intake/layout_print.hpp"

#include "base/text.hpp"
#include "intake/group_rows.hpp"
#include "intake/print_line.hpp"
#include "intake/record_maker.hpp"
#include "intake/sheet_remarks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace lg::intake {
namespace {

using GridRow = ForeignGrid::GridRow;

class PrintLayout {
 public:
  PrintLayout(const ForeignGrid& grid, const ForeignMap& map) : grid_(grid), map_(map) {
    sheet_.layout = Layout::print;
    sheet_.tables.resize(2);
    sheet_.tables[0].form = &events_;
    sheet_.tables[1].form = &controls_;
  }

  std::optional<ForeignSheet> read() {
    count_groups();
    for (const GridRow& row : grid_.rows()) read_row(row);
    for (const sml::Cell& title : titles_) sheet_.left_out.push_back(title.ref);
    for (const sml::CellRef place : groups_.unsettled()) sheet_.left_out.push_back(place);
    for (ForeignRecord& event : events().records) finish_event(event);
    std::erase_if(sheet_.tables, [](const ForeignTable& table) { return table.records.empty(); });
    if (sheet_.tables.empty()) return {};
    finish_records(sheet_);
    return std::move(sheet_);
  }

 private:
  [[nodiscard]] ForeignTable& events() { return sheet_.tables[0]; }
  [[nodiscard]] ForeignTable& controls() { return sheet_.tables[1]; }

  /// Processes that are written once for several risks head groups of them; as often as risks they belong to
  /// each.
  void count_groups() {
    std::size_t processes = 0;
    std::size_t values = 0;
    std::size_t likelihoods = 0;
    std::string process;  // the label of it, of those that say the same
    for (const GridRow& row : grid_.rows()) {
      std::deque<std::string> texts;
      const std::vector<PrintFact> facts = facts_of(row, map_, texts);
      const bool text_alone = facts.size() == 1 && facts.front().label.text.empty();
      if (text_alone && values + likelihoods > 0 && !is_remark(row.texts.front())) titles_below_ = true;
      for (const PrintFact& fact : facts) {
        if (!fact.label.event || fact.label.event->sureness >= Sureness::ask || fact.text.empty()) continue;
        const std::string_view heading =
            events_.columns[static_cast<std::size_t>(fact.label.event->column)].heading;
        if (heading == "Process" && process.empty()) process = fold(fact.label.text);
        if (heading == "Process" && fold(fact.label.text) == process) ++processes;
        if (heading == "Riskvärde") ++values;
        if (heading == "Sannolikhet") ++likelihoods;
      }
    }
    const std::size_t risks = std::max(values, likelihoods);
    processes_head_ = processes < risks;
    titles_below_ = titles_below_ || risks < 2;
  }

  void read_row(const GridRow& row) {
    const sml::CellRef first = row.cells.front()->ref;
    if (!sheet_.year && events().records.empty()) {
      std::string line;
      for (const std::string& text : row.texts) line += (line.empty() ? "" : " ") + text;
      sheet_.year = year_of_remark(line);
    }
    if (is_remark(row.texts.front()) || (is_level(row.texts.front()) && row.cells.size() <= 4)) {
      sheet_.left_out.push_back(first);
      return;
    }
    const bool gap = row.number > last_row_ + 1;
    last_row_ = row.number;
    if (gap) small_table_.clear();
    std::vector<PrintFact> facts = facts_of(row, map_, sheet_.texts);
    if (is_small_header(facts)) {
      open_.reset();
      small_table_.clear();
      for (const PrintFact& fact : facts) small_table_.emplace_back(fact.label.ref.column, fact.label);
      return;
    }
    if (!small_table_.empty() && is_small_row(facts)) {
      read_small_row(row);
      return;
    }
    small_table_.clear();
    for (PrintFact& fact : facts) {
      if (fact.label.text.empty()) {
        read_text(fact, facts.size() == 1);
      } else if (fact.text.empty()) {
        read_lone_label(fact);
      } else {
        read_fact(fact);
      }
    }
  }

  /// Headings of a control's columns side by side.
  [[nodiscard]] static bool is_small_header(const std::vector<PrintFact>& facts) {
    if (facts.size() < 3) return false;
    return std::ranges::all_of(facts, [](const PrintFact& fact) {
      return !fact.label.text.empty() && fact.text.empty() && is_label(fact.label);
    });
  }

  [[nodiscard]] static bool is_small_row(const std::vector<PrintFact>& facts) {
    return facts.size() > 1 && std::ranges::none_of(facts, [](const PrintFact& fact) {
             return !fact.label.text.empty() && !fact.text.empty() && is_label(fact.label) &&
                    fact.label.ref == fact.value.ref;
           });
  }

  /// A row below headings side by side: of a control, or the figures of the risk.
  void read_small_row(const GridRow& row) {
    const bool of_control = std::ranges::any_of(small_table_, [](const auto& column) {
      return column.second.control && column.second.control->sureness < Sureness::ask;
    });
    if (!of_control) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        for (const auto& [column, label] : small_table_) {
          if (column == row.cells[i]->ref.column) read_fact({label, *row.cells[i], row.texts[i]});
        }
      }
      small_table_.clear();
      return;
    }
    start_control(row.number);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      for (const auto& [column, label] : small_table_) {
        if (column == row.cells[i]->ref.column) put_control(label, *row.cells[i]);
      }
    }
  }

  /// A text without a label: the risk itself, the value of a label above it, or a heading.
  void read_text(const PrintFact& fact, bool alone) {
    if (begins_as_risk(fact.text) && !open_) {
      read_risk(fact);
      return;
    }
    if (open_) {
      PrintFact whole{*open_, fact.value, fact.text};
      open_.reset();
      read_fact(whole);
      return;
    }
    if (alone) {
      titles_.push_back(fact.value);
      title_texts_.push_back(fact.text);
    } else {
      sheet_.unclear.push_back(fact.value.ref);
    }
  }

  void read_risk(const PrintFact& fact) {
    const int column = column_of(events_, "Oönskad händelse");
    if (!titles_.empty() || !event_ || event_->cells.contains(column)) start_event(fact.value.ref.row);
    event_->cells.emplace(column, fact.value);
  }

  void read_lone_label(const PrintFact& fact) {
    const bool control = fact.label.control && fact.label.control->column == column_of(controls_, "Kontroll");
    if (control) in_control_ = true;
    open_ = fact.label;
  }

  void read_fact(const PrintFact& fact) {
    open_.reset();
    if (fact.label.left_out) {
      note(fact.label, nullptr, -1, Sureness::mapped);
      return;
    }
    const auto sure = [](const std::optional<HeadingGuess>& guess) {
      return guess && guess->sureness < Sureness::ask;
    };
    const bool event = sure(fact.label.event);
    const bool control = sure(fact.label.control);
    if (!event && !control) {
      read_own(fact);
      return;
    }
    const bool wide_event = event && fact.label.event->sureness == Sureness::wide;
    const bool names_risk = event && !wide_event;
    const bool of_control = control && (!event || (in_control_ && !(names_risk && !shared(fact.label))));
    if (of_control) {
      read_control(fact);
    } else {
      read_event(fact);
    }
  }

  /// Words of both forms that say nothing of which: "Ansvarig", "Process".
  [[nodiscard]] bool shared(const ForeignColumn& label) const {
    return label.event->sureness >= Sureness::wide || label.control->sureness < label.event->sureness;
  }

  void read_event(const PrintFact& fact) {
    const int column = fact.label.event->column;
    const std::string_view heading = events_.columns[static_cast<std::size_t>(column)].heading;
    const bool heads = heading == "Process" || heading == "KF-mål" || heading == "Nämndmål";
    if (heads && processes_head_) {
      const bool first = events().records.empty();
      for (std::size_t i = 0; i < titles_.size(); ++i) {
        if (first) sheet_.left_out.push_back(titles_[i].ref);
        if (!first) groups_.add(titles_[i], title_texts_[i], sheet_.texts);
      }
      titles_.clear();
      title_texts_.clear();
      event_ = nullptr;
      sml::Cell cell = fact.value;
      const std::string& line = sheet_.texts.emplace_back(std::string(heading) + ": " + fact.text);
      cell.value = std::string_view(line);
      groups_.add(cell, line, sheet_.texts);
      note(fact.label, &events_, column, fact.label.event->sureness);
      return;
    }
    const bool title = fact.label.event->sureness == Sureness::title;
    if (!title && is_other_label(fact, column)) {
      keep_surest(fact, column);
      return;
    }
    const bool again =
        event_ != nullptr && (title ? event_->cells.contains(title_column) || event_->cells.contains(column)
                                    : event_->cells.contains(column));
    if (event_ == nullptr || again || !titles_.empty()) start_event(fact.value.ref.row);
    event_->cells.emplace(title ? title_column : column, fact.value);
    labels_.emplace(column, fact.label);
    note(fact.label, &events_, column, fact.label.event->sureness);
  }

  /// Texts above the first block where no other block has any: the title page of the print.
  void leave_out_titles() {
    for (const sml::Cell& title : titles_) sheet_.left_out.push_back(title.ref);
    titles_.clear();
    title_texts_.clear();
  }

  /// "Arbetssätt" after "Process" in the same block: two labels that may be the same column.
  [[nodiscard]] bool is_other_label(const PrintFact& fact, int column) const {
    if (event_ == nullptr || !titles_.empty() || !event_->cells.contains(column)) return false;
    const auto known = labels_.find(column);
    return known != labels_.end() && fold(known->second.text) != fold(fact.label.text);
  }

  /// The surer label has the column, and the other is a column of the sheet's own.
  void keep_surest(const PrintFact& fact, int column) {
    ForeignColumn& known = labels_.at(column);
    const bool surer = fact.label.event->sureness < known.event->sureness;
    const ForeignColumn lost = surer ? known : fact.label;
    event_->own.emplace(own_position(events(), lost.text), surer ? event_->cells.at(column) : fact.value);
    if (surer) {
      event_->cells[column] = fact.value;
      known = fact.label;
      std::erase_if(sheet_.headings, [&](const ForeignHeading& one) { return one.ref == lost.ref; });
      noted_.erase(fold(lost.text) + "VoR");
      note(fact.label, &events_, column, fact.label.event->sureness);
    }
    note(lost, nullptr, -1, Sureness::own);
  }

  void start_event(int row) {
    labels_.clear();
    // The heading nearest above names the risk; those above it head groups.
    std::optional<sml::Cell> title;
    if (events().records.empty() && !titles_below_) leave_out_titles();
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      if (i + 1 == titles_.size()) {
        title = titles_[i];
      } else {
        groups_.add(titles_[i], title_texts_[i], sheet_.texts);
      }
    }
    titles_.clear();
    title_texts_.clear();
    groups_.settle({});
    ForeignRecord& record = events().records.emplace_back();
    record.row = row;
    event_ = &record;
    control_ = nullptr;
    in_control_ = false;
    if (title) record.cells.emplace(title_column, *title);
    for (const GroupRows::Group& group : groups_.groups()) {
      if (group.column >= 0) {
        record.cells.emplace(group.column, group.cell);
      } else {
        record.own.emplace(own_position(events(), group.name), group.cell);
      }
    }
  }

  void read_control(const PrintFact& fact) {
    const int column = fact.label.control->column;
    const bool again = control_ != nullptr && control_->cells.contains(column);
    if (control_ == nullptr || !titles_.empty() || again) start_control(fact.value.ref.row);
    put_control(fact.label, fact.value);
    in_control_ = true;
  }

  void start_control(int row) {
    ForeignRecord& record = controls().records.emplace_back();
    record.row = row;
    record.event = static_cast<int>(events().records.size()) - 1;
    control_ = &record;
    if (!titles_.empty()) {
      record.cells.emplace(column_of(controls_, "Kontroll"), titles_.back());
      titles_.pop_back();
      title_texts_.pop_back();
    }
    if (record.event < 0) return;
    const ForeignRecord& event = events().records.back();
    const auto process = event.cells.find(column_of(events_, "Process"));
    if (process != event.cells.end()) record.cells.emplace(column_of(controls_, "Process"), process->second);
  }

  void put_control(const ForeignColumn& label, const sml::Cell& cell) {
    if (label.control && label.control->sureness < Sureness::ask) {
      control_->cells.emplace(label.control->column, cell);
      note(label, &controls_, label.control->column, label.control->sureness);
    } else {
      control_->own.emplace(own_position(controls(), label.text), cell);
      note(label, nullptr, -1, Sureness::own);
    }
  }

  /// A label that nobody knows: a column of the sheet's own, of what stands around it.
  void read_own(const PrintFact& fact) {
    if (in_control_ && control_ != nullptr) {
      control_->own.emplace(own_position(controls(), fact.label.text), fact.value);
    } else if (event_ != nullptr && titles_.empty()) {
      event_->own.emplace(own_position(events(), fact.label.text), fact.value);
    } else {
      sheet_.left_out.push_back(fact.value.ref);
      return;
    }
    note(fact.label, nullptr, -1, Sureness::own);
  }

  /// The sentence is the event; a name beside it is a column of the sheet's own.
  void finish_event(ForeignRecord& record) {
    split_facts(sheet_, record);
    const int column = column_of(events_, "Oönskad händelse");
    const auto title = record.cells.find(title_column);
    if (title == record.cells.end()) return;
    if (record.cells.contains(column)) {
      record.own.emplace(own_position(events(), "Risk"), title->second);
    } else {
      record.cells.emplace(column, title->second);
    }
    record.cells.erase(title_column);
  }

  void note(const ForeignColumn& label, const Form* form, int column, Sureness sureness) {
    if (!noted_.insert(fold(label.text) + (form == nullptr ? "" : std::string(form->sheet))).second) return;
    sheet_.headings.push_back({label.ref, label.text, form, column, sureness, label.left_out});
  }

  static constexpr int title_column = 1000;  // the risk's name, until it is known whether it is the event

  const ForeignGrid& grid_;
  const ForeignMap& map_;
  const Form& events_ = *find_form("VoR");
  const Form& controls_ = *find_form("IKP");
  ForeignSheet sheet_;
  GroupRows groups_;
  ForeignRecord* event_ = nullptr;     // the block that is being read: the last of its table
  ForeignRecord* control_ = nullptr;   // likewise
  bool in_control_ = false;            // labels of both forms are the control's
  std::optional<ForeignColumn> open_;  // a label whose value has not come
  std::vector<std::pair<int, ForeignColumn>> small_table_;  // the columns of a table of controls
  std::vector<sml::Cell> titles_;                           // texts alone in a row, not used yet
  std::vector<std::string> title_texts_;
  bool titles_below_ = false;            // texts alone stand over other blocks than the first
  bool processes_head_ = false;          // a process is written once for the blocks below it
  std::map<int, ForeignColumn> labels_;  // of the block: by VoR's column
  std::set<std::string> noted_;
  int last_row_ = 0;
};

}  // namespace

std::optional<ForeignSheet> read_layout_print(const ForeignGrid& grid, const ForeignMap& map) {
  return PrintLayout(grid, map).read();
}

}  // namespace lg::intake
