#include "domain/next_year_activities.hpp"

#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/links.hpp"
#include "domain/next_year_tables.hpp"
#include "domain/scales.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace lg::domain {
namespace {

/// Columns that the plan is there for: that they differ from the workbook is as it should be.
constexpr std::array<std::string_view, 5> state_columns{"Status", "Status datum", "Statuskommentar",
                                                        "Flyttad till år", "Utfall"};
/// What a blank cell counts as; the plan writes it out.
constexpr std::array<std::string_view, 2> counted_columns{"Grupp", "Sekretess"};
/// Columns that name rows of lists that start anew each year.
constexpr std::array<std::string_view, 3> yearly_references{"DSO-ID", "Iakttagelse-ID", "Incident-ID"};

bool is_one_of(std::string_view heading, std::span<const std::string_view> columns) {
  return std::ranges::find(columns, heading) != columns.end();
}

std::string id_key(const Table& table, const Row& row) {
  return fold(to_text(table.at(row, "Aktivitets-ID")));
}

std::string whole_key(const Table& table, const Row& row) {
  return id_key(table, row) + "\n" + to_text(table.at(row, "Startår"));
}

std::string named(const Table& table, const Row& row) {
  const std::string id = to_text(table.at(row, "Aktivitets-ID"));
  const std::string title = excerpt(to_text(table.at(row, "Aktivitet")), 40);
  return id.empty() ? "”" + title + "”" : id + " (" + to_text(table.at(row, "Startår")) + ")";
}

/// Adds the columns of `from` that `to` has not; those of the contract only where something stands in them.
void join_columns(const Table& from, Table& to) {
  for (const Field& field : from.field.fields) {
    const ColumnOf column(from, field.name);
    const bool filled =
        std::ranges::any_of(from.rows, [&](const Row& row) { return !column(row).is_blank(); });
    if (to.field.find(field.folded) >= 0 || (field.declared && !filled)) continue;
    to.field.fields.push_back(field);
    to.field.fields.back().declared = false;
    for (Row& row : to.rows) row.emplace_back();
  }
}

/// The row with the columns of `to`, by their names.
Row as_row_of(const Table& from, const Row& row, const Table& to) {
  Row result(to.field.fields.size());
  for (std::size_t i = 0; i < from.field.fields.size(); ++i) {
    const int position = to.field.find(from.field.fields[i].folded);
    if (position >= 0 && i < row.size()) result[static_cast<std::size_t>(position)] = row[i];
  }
  return result;
}

class Activities {
 public:
  Activities(const Review& last, const Table* plan, NextYear& next)
      : last_(last), plan_(plan), next_(next), all_(empty_copy(last.table("Aktiviteter"))) {
    all_.rows = last.table("Aktiviteter").rows;
    const Table& events = last.table("VoR");
    for (const Row& row : events.rows) {
      const std::string id = to_text(events.at(row, "VoR-ID"));
      events_.insert(fold(id));
      for (const std::string& earlier : ids_in(events.at(row, "Föregående VoR-ID")))
        heirs_.emplace(fold(earlier), id);
    }
  }

  void carry() {
    if (plan_ != nullptr) take_plan();
    remember();
    go_on();
  }

 private:
  void say(std::string text) { next_.activities.push_back(std::move(text)); }

  /// The plan's row of an activity: the same ID and first year, else the same ID where only one has it.
  [[nodiscard]] std::vector<const Row*> matches() const {
    std::vector<const Row*> found(all_.rows.size());
    std::unordered_set<const Row*> taken;
    const auto match = [&](const auto& key_of, bool alone) {
      std::unordered_map<std::string, std::vector<const Row*>> rows;
      for (const Row& row : plan_->rows) {
        if (!taken.contains(&row)) rows[key_of(*plan_, row)].push_back(&row);
      }
      std::unordered_map<std::string, int> wanted;
      for (std::size_t i = 0; i < found.size(); ++i)
        wanted[key_of(all_, all_.rows[i])] += found[i] == nullptr ? 1 : 0;
      for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string key = key_of(all_, all_.rows[i]);
        const auto there = rows.find(key);
        if (found[i] != nullptr || there == rows.end() || key.empty() || key.front() == '\n') continue;
        if (alone && (there->second.size() > 1 || wanted[key] > 1)) continue;
        if (!taken.insert(there->second.front()).second) continue;
        found[i] = there->second.front();
      }
    };
    match(whole_key, false);
    match(id_key, true);
    return found;
  }

  void take_plan() {
    const std::vector<const Row*> rows = matches();
    std::unordered_set<const Row*> known(rows.begin(), rows.end());
    join_columns(*plan_, all_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i] == nullptr) {
        say(named(all_, all_.rows[i]) + " finns inte i planen; status är den i arbetsboken Aktiviteter.");
      } else {
        merge(*rows[i], all_.rows[i]);
      }
    }
    for (const Row& row : plan_->rows) {
      if (known.contains(&row)) continue;
      say(named(*plan_, row) + " finns i planen men inte i arbetsboken Aktiviteter; den är med.");
      all_.rows.push_back(as_row_of(*plan_, row, all_));
    }
  }

  /// The plan's value can be read as the column's: a date, a number, a word of its list.
  [[nodiscard]] static bool fits(const Field& field, const Value& value) {
    if (value.is_blank() || !field.declared) return true;
    switch (field.shape) {
      case Field::Shape::number:
        return value.as_number() != nullptr || parse_number(to_text(value)).has_value();
      case Field::Shape::date: return value.as_date() != nullptr;
      default: break;
    }
    if (field.choices.empty()) return true;
    return std::ranges::all_of(split(to_text(value), ';'), [&](const std::string& word) {
      return std::ranges::any_of(field.choices,
                                 [&](const std::string& choice) { return fold(choice) == fold(word); });
    });
  }

  /// What stands in the plan goes on only where it can be read and something stands there; else it is said
  /// what goes on instead.
  [[nodiscard]] bool takes(const Field& field, const Value& from, const Value& old, const Row& to,
                           bool state) {
    const std::string kept =
        old.is_blank() ? "cellen är tom här" : "arbetsbokens ”" + excerpt(to_text(old), 40) + "” gäller";
    if (!fits(field, from)) {
      say(named(all_, to) + ": i planen står ”" + excerpt(to_text(from), 40) + "” i " + field.name +
          ", som inte går att läsa; " + kept + ".");
      return false;
    }
    if (!from.is_blank()) return true;
    // A status that somebody has emptied is empty; any other blank cell may only be a column left out.
    const bool emptied =
        from.source() && !old.is_blank() && field.declared && !is_one_of(field.name, counted_columns);
    if (emptied && field.name == "Status")
      say(named(all_, to) + " har ingen status i planen; ”" + excerpt(to_text(old), 40) +
          "” i arbetsboken gäller inte.");
    if (emptied && field.name == "Klart senast")
      say(named(all_, to) + ": Klart senast är tömt i planen; " + kept + ".");
    return state && from.source();
  }

  /// What the plan says goes before what the workbook said when the plan was made.
  void merge(const Row& from, Row& to) {
    std::vector<std::string> changed;
    for (std::size_t i = 0; i < plan_->field.fields.size(); ++i) {
      const Field& field = plan_->field.fields[i];
      const int position = all_.field.find(field.folded);
      if (position < 0) continue;
      Value& old = to[static_cast<std::size_t>(position)];
      const bool state = is_one_of(field.name, state_columns);
      if (!takes(field, from[i], old, to, state)) continue;
      const bool same_id = field.name == "Aktivitets-ID" && fold(to_text(from[i])) == fold(to_text(old));
      if (same_id || to_text(from[i]) == to_text(old)) continue;
      if (old.is_blank() && is_one_of(field.name, counted_columns)) continue;
      if (!state && field.declared && !old.is_blank()) changed.push_back(field.name);
      old = from[i];
    }
    if (!changed.empty()) {
      say(named(all_, to) + " är ändrad i planen, i " + join(changed, "och") + "; planens uppgifter gäller.");
    }
  }

  /// All of last year's activities, with how it went: what ISO/IEC 27001 9.3.2 a asks for.
  void remember() {
    Table& target = next_.tables["Tidigare aktiviteter"] = empty_copy(last_.table("Tidigare aktiviteter"));
    join_columns(all_, target);
    for (const Row& row : all_.rows) target.rows.push_back(as_row_of(all_, row, target));
    if (!target.rows.empty()) {
      next_.carried.push_back(
          {"Aktiviteter", target.rows.size(), "står med sin status i Tidigare aktiviteter"});
    }
  }

  [[nodiscard]] bool is_finished(const Row& row) const {
    const std::string state = fold(to_text(all_.at(row, "Status")));
    return state == "klar" || state == "utgår";
  }

  /// Finished for the year, and to be done again in a year that the plan has still to come.
  [[nodiscard]] bool comes_again(const Row& row) const {
    const std::string again = fold(to_text(all_.at(row, "Återkommande")));
    const auto end = whole(all_.at(row, "Slutår"));
    return fold(to_text(all_.at(row, "Status"))) == "klar" && !again.empty() && again != "nej" && end &&
           *end >= next_.year;
  }

  void go_on() {
    Table& target = next_.tables["Aktiviteter"] = empty_copy(all_);
    std::unordered_set<std::string> keys;
    std::vector<Row> moved;
    std::size_t done = 0;
    std::size_t dropped = 0;
    for (const Row& row : all_.rows) {
      if (is_finished(row) && !comes_again(row)) {
        ++(fold(to_text(all_.at(row, "Status"))) == "klar" ? done : dropped);
        continue;
      }
      Row copy = row;
      const bool is_moved = move_years(copy);
      move_references(copy);
      if (!is_moved) keys.insert(whole_key(all_, copy));
      (is_moved ? moved : target.rows).push_back(std::move(copy));
    }
    for (Row& row : moved) {
      give_key(row, keys);
      target.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(target.rows, {},
                             [this](const Row& row) { return whole(all_.at(row, "Startår")).value_or(0); });
    if (!target.rows.empty())
      next_.carried.push_back({"Aktiviteter", target.rows.size(), "går vidare i den nya planen"});
    if (done > 0) next_.left.push_back({"Aktiviteter", done, done == 1 ? "är klar" : "är klara"});
    if (dropped > 0) next_.left.push_back({"Aktiviteter", dropped, "utgår"});
  }

  /// Moves an unfinished activity into the new plan. Its history goes into Statuskommentar. False when it was
  /// planned for the coming years all along.
  bool move_years(Row& row) {
    const auto first = whole(all_.at(row, "Startår"));
    const auto last = whole(all_.at(row, "Slutår"));
    const auto moved_to = whole(all_.at(row, "Flyttad till år"));
    const std::string state = to_text(all_.at(row, "Status"));
    const bool untouched = state.empty() || fold(state) == fold("Ej påbörjad");
    if (first && *first >= next_.year && untouched && !moved_to) return false;
    const std::string history = history_of(row);
    const int start = std::max({first.value_or(next_.year), next_.year, moved_to.value_or(0)});
    const int end = std::max(last.value_or(start), start);
    cell_of(all_, row, "Startår") = Value::number(start);
    cell_of(all_, row, "Slutår") = Value::number(end);
    for (const std::string_view heading : {"Start", "Klart senast"}) {
      const Date* date = all_.at(row, heading).as_date();
      if (date != nullptr && (date->year < start || date->year > end)) cell_of(all_, row, heading) = Value();
    }
    if (fold(state) == "flyttad" || fold(state) == "klar") {
      cell_of(all_, row, "Status") = Value::text("Ej påbörjad");
      cell_of(all_, row, "Status datum") = Value();
    }
    if (moved_to && *moved_to <= start) cell_of(all_, row, "Flyttad till år") = Value();
    cell_of(all_, row, "Statuskommentar") = Value::text(history);
    return !first || *first != start;
  }

  /// "Från 2025: Försenad 2025-11-03, skulle vara klar 2025-12-19. Två system återstår."
  [[nodiscard]] std::string history_of(const Row& row) const {
    const std::string state = to_text(all_.at(row, "Status"));
    const std::string date = to_text(all_.at(row, "Status datum"));
    const std::string end = to_text(all_.at(row, "Klart senast"));
    const std::string to = to_text(all_.at(row, "Flyttad till år"));
    const std::string comment = to_text(all_.at(row, "Statuskommentar"));
    std::string text =
        "Från " + std::to_string(last_.report_year) + ": " + (state.empty() ? "ingen status" : state);
    if (!date.empty()) text += " " + date;
    if (!to.empty()) text += (fold(state) == "flyttad" ? " till " : ", flyttad till ") + to;
    if (!end.empty() && fold(state) != "klar") text += ", skulle vara klar " + end;
    return text + "." + (comment.empty() ? "" : " " + comment);
  }

  /// An ID of a year that the new folder has not is kept beside; an event's heir takes its place.
  void move_references(Row& row) {
    std::vector<std::string> now;
    std::vector<std::string> before = split(to_text(all_.at(row, "Tidigare referenser")), ';');
    const auto add = [](std::vector<std::string>& to, const std::string& id) {
      const auto same = [&](const std::string& other) { return fold(other) == fold(id); };
      if (std::ranges::none_of(to, same)) to.push_back(id);
    };
    for (const std::string& id : ids_in(all_.at(row, "VoR-ID"))) {
      const auto heir = heirs_.find(fold(id));
      if (events_.contains(fold(id))) {
        add(now, id);
        continue;
      }
      if (heir != heirs_.end()) add(now, heir->second);
      add(before, id);
    }
    cell_of(all_, row, "VoR-ID") = joined(now);
    for (const std::string_view heading : yearly_references) {
      for (const std::string& id : ids_in(all_.at(row, heading))) add(before, id);
      cell_of(all_, row, heading) = Value();
    }
    cell_of(all_, row, "Tidigare referenser") = joined(before);
  }

  static Value joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : "; ") + id;
    return text.empty() ? Value() : Value::text(text);
  }

  /// An ID may recur, but not with the same first year: the row that came from last year then bears it.
  void give_key(Row& row, std::unordered_set<std::string>& keys) {
    const std::string id = to_text(all_.at(row, "Aktivitets-ID"));
    if (id.empty() || keys.insert(whole_key(all_, row)).second) return;
    const std::string fresh = id + "-" + std::to_string(last_.report_year);
    cell_of(all_, row, "Aktivitets-ID") = Value::text(fresh);
    keys.insert(whole_key(all_, row));
    say(id + " finns redan " + to_text(all_.at(row, "Startår")) + "; raden som inte blev klar heter " +
        fresh + ". Slå ihop raderna om de är samma sak.");
  }

  const Review& last_;
  const Table* plan_;
  NextYear& next_;
  Table all_;                                           // last year's activities with what the plan says
  std::unordered_set<std::string> events_;              // folded VoR-ID of last year
  std::unordered_map<std::string, std::string> heirs_;  // folded VoR-ID of the year before → last year's
};

}  // namespace

void carry_activities(const Review& last, const Table* plan, NextYear& next) {
  Activities(last, plan, next).carry();
}

}  // namespace lg::domain
