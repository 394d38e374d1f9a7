#include "domain/next_year.hpp"

#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/links.hpp"
#include "domain/next_year_activities.hpp"
#include "domain/next_year_tables.hpp"
#include "domain/scales.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace lg::domain {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string two_digits(int year) {
  const std::string text = std::to_string(year % 100);
  return text.size() < 2 ? "0" + text : text;
}

class YearOpener {
 public:
  YearOpener(const Review& last, const Table* plan) : last_(last), plan_(plan) {
    next_.year = last.report_year + 1;
  }

  NextYear open() {
    carry_facts();
    carry_events();
    carry_controls();
    wait_for_follow_ups();
    carry_activities(last_, plan_, next_);
    for (const std::string_view list : {"Textblock", "Omvärld", "Staden", "Intressenter"}) carry_texts(list);
    carry_indicators();
    carry_goals();
    carry_decisions();
    for (const std::string_view list : {"Klassning", "Roller", "Skalor", "Ordlista", "Regler", "Kolumner"}) {
      carry_whole(list);
    }
    leave_behind();
    return std::move(next_);
  }

 private:
  void tell(std::string_view list, std::size_t rows, std::string says) {
    if (rows > 0) next_.carried.push_back({std::string(list), rows, std::move(says)});
  }

  /// Years move on by one; what belongs to one matter alone is emptied.
  void carry_facts() {
    const Table& facts = last_.facts;
    if (facts.rows.empty()) return;
    const Row& row = facts.rows.front();
    static constexpr std::array<std::string_view, 3> once{"Diarienummer", "Rapportdatum",
                                                          "Sammanträdesdatum"};
    static constexpr std::array<std::string_view, 4> years{"Rapportår", "Uppföljningsår",
                                                           "Planperiod, första år", "Planperiod, sista år"};
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string& name = facts.field.fields[i].name;
      Value value = row[i];
      if (std::ranges::find(once, name) != once.end()) value = Value();
      if (std::ranges::find(years, name) != years.end()) {
        if (const auto year = whole(value)) value = Value::number(*year + 1);
      }
      next_.facts[name] = value.is_blank() ? Value() : std::move(value);
    }
    next_.facts["Rapportår"] = Value::number(next_.year);
    const std::string old_period = period(last_.first_plan_year, last_.last_plan_year);
    const std::string new_period = period(last_.first_plan_year + 1, last_.last_plan_year + 1);
    std::string papers = to_text(next_.facts["Bilagor"]);
    if (const auto at = papers.find(old_period); last_.first_plan_year > 0 && at != std::string::npos) {
      next_.facts["Bilagor"] = Value::text(papers.replace(at, old_period.size(), new_period));
    }
  }

  static std::string period(int first, int last) {
    return std::to_string(first) + (first == last ? "" : "–" + std::to_string(last));
  }

  void carry_events() {
    const Table& events = last_.table("VoR");
    next_.tables["förra årets VoR"] = copy_of(events);
    Table& target = next_.tables["VoR"] = empty_copy(events);
    const ColumnOf id(events, "VoR-ID");
    std::unordered_set<std::string> taken;
    for (const Row& row : events.rows) taken.insert(fold(to_text(id(row))));
    for (Row row : events.rows) {
      const std::string old = to_text(id(row));
      std::string fresh = next_id(old, last_.report_year);
      if (fresh != old && !taken.insert(fold(fresh)).second) fresh = old;
      if (!old.empty()) {
        new_ids_.emplace(fold(old), fresh);
        cell_of(events, row, "VoR-ID") = Value::text(fresh);
        for (const std::string& earlier : ids_in(events.at(row, "Föregående VoR-ID")))
          heirs_.emplace(fold(earlier), fresh);
        cell_of(events, row, "Föregående VoR-ID") = Value::text(old);
      }
      move_year(events, row);
      target.rows.push_back(std::move(row));
    }
    const std::string year = std::to_string(last_.report_year);
    tell("VoR", events.rows.size(), "blir ”VoR " + year + "”, året som följs upp");
    tell("VoR", events.rows.size(),
         "blir en början till ”VoR " + std::to_string(next_.year) +
             "”, med fjolårets beteckning i Föregående VoR-ID");
  }

  void move_year(const Table& table, Row& row) const {
    if (table.column("År") >= 0 && whole(table.at(row, "År")) == last_.report_year) {
      cell_of(table, row, "År") = Value::number(next_.year);
    }
  }

  void carry_controls() {
    const Table& controls = last_.table("IKP");
    next_.tables["förra årets IKP"] = copy_of(controls);
    Table& target = next_.tables["IKP"] = empty_copy(controls);
    for (Row row : controls.rows) {
      const std::string old = to_text(controls.at(row, "Kontroll-ID"));
      if (!old.empty()) cell_of(controls, row, "Kontroll-ID") = Value::text(next_id(old, last_.report_year));
      std::string ids;
      for (const std::string& one : ids_in(controls.at(row, "VoR-ID"))) {
        const auto fresh = new_ids_.find(fold(one));
        const auto heir = heirs_.find(fold(one));
        const std::string& now = fresh != new_ids_.end() ? fresh->second
                                 : heir != heirs_.end()  ? heir->second
                                                         : one;
        ids += (ids.empty() ? "" : "; ") + now;
      }
      if (!ids.empty()) cell_of(controls, row, "VoR-ID") = Value::text(ids);
      clear_columns(controls, row,
                    {"Genomförd", "Datum", "Antal kontrollerade", "Antal avvikelser", "Resultat", "Kommentar",
                     "Åtgärd", "Ansvarig", "Klart senast"});
      move_year(controls, row);
      target.rows.push_back(std::move(row));
    }
    tell("IKP", controls.rows.size(),
         "blir ”IKP " + std::to_string(last_.report_year) + "” med sina resultat");
    tell("IKP", controls.rows.size(),
         "blir en början till ”IKP " + std::to_string(next_.year) + "”, utan resultat");
  }

  /// A row for each event that is a matter of information security, with its ID and nothing else.
  void wait_for_follow_ups() {
    const Table& events = last_.table("VoR");
    const Table& old = last_.table("Uppföljning");
    Table& target = next_.tables["Uppföljning"] = empty_copy(old);
    for (const Row& row : events.rows) {
      const std::string security = fold(to_text(events.at(row, "Informationssäkerhet")));
      if (security == "nej" || events.at(row, "VoR-ID").is_blank()) continue;
      Row waiting(target.field.fields.size());
      cell_of(target, waiting, "VoR-ID") = Value::text(to_text(events.at(row, "VoR-ID")));
      target.rows.push_back(std::move(waiting));
    }
    tell("Uppföljning", target.rows.size(),
         "väntar, en för varje händelse i ”VoR " + std::to_string(last_.report_year) + "”");
  }

  /// Texts go on with a mark that tells whose they are and when they were last read through.
  void carry_texts(std::string_view list) {
    const Table& texts = last_.table(list);
    Table& target = next_.tables[std::string(list)] = empty_copy(texts);
    std::size_t older = 0;
    for (Row row : texts.rows) {
      if (list == "Textblock" && !move_text_year(texts, row)) {
        ++older;
        continue;
      }
      std::string mark = "Från " + std::to_string(last_.report_year);
      if (texts.column("Granskad datum") >= 0) {
        const Value& reviewed = texts.at(row, "Granskad datum");
        mark += reviewed.is_blank() ? ", inte granskad" : ", granskad " + to_text(reviewed);
      }
      cell_of(texts, row, "Att granska") = Value::text(mark);
      target.rows.push_back(std::move(row));
    }
    tell(list, target.rows.size(), "följer med, med ett märke i kolumnen Att granska");
    if (older > 0) next_.left.push_back({std::string(list), older, "gäller bara tidigare år"});
  }

  /// The text's year becomes the next; false when it was not about last year.
  [[nodiscard]] bool move_text_year(const Table& texts, Row& row) const {
    std::string years;
    bool ours = false;
    for (const std::string& word : split(to_text(texts.at(row, "Rapportår")), ';')) {
      const auto year = parse_number(word);
      const bool last = year && static_cast<int>(*year) == last_.report_year;
      ours = ours || !year || *year >= last_.report_year;
      years += (years.empty() ? "" : "; ") + (last ? std::to_string(next_.year) : word);
    }
    if (years.empty()) return true;
    const auto number = parse_number(years);
    cell_of(texts, row, "Rapportår") = number ? Value::number(*number) : Value::text(years);
    return ours;
  }

  /// Key figures get a column for the year that has come.
  void carry_indicators() {
    Table table = copy_of(last_.table("Nyckeltal"));
    const std::string year = std::to_string(next_.year);
    if (table.column(year) < 0 && !table.rows.empty()) {
      Field field = Field::of(year, Field::Shape::text);
      field.declared = false;
      table.field.fields.push_back(std::move(field));
      for (Row& row : table.rows) row.emplace_back();
    }
    tell("Nyckeltal", table.rows.size(), "följer med, och får en tom kolumn för " + year);
    next_.tables["Nyckeltal"] = std::move(table);
  }

  /// Goals go on; how far they were reached is history.
  void carry_goals() {
    Table table = copy_of(last_.table("Mål"));
    for (Row& row : table.rows) {
      const std::string reached = to_text(table.at(row, "Måluppfyllelse"));
      const std::string comment = to_text(table.at(row, "Kommentar"));
      if (reached.empty() && comment.empty()) continue;
      std::string history = std::to_string(last_.report_year) + ":";
      if (!reached.empty()) history += " " + reached + ".";
      if (!comment.empty()) history += " " + comment;
      cell_of(table, row, "Kommentar") = Value::text(history);
      cell_of(table, row, "Måluppfyllelse") = Value();
    }
    tell("Mål", table.rows.size(), "följer med; hur de uppfylldes står i Kommentar");
    next_.tables["Mål"] = std::move(table);
  }

  /// Decisions go on; activities of years that are gone are named beside.
  void carry_decisions() {
    Table table = copy_of(last_.table("Beslut"));
    std::unordered_set<std::string> known;
    for (const Table* activities : {&next_.tables["Aktiviteter"], &next_.tables["Tidigare aktiviteter"]}) {
      for (const Row& row : activities->rows)
        known.insert(fold(to_text(activities->at(row, "Aktivitets-ID"))));
    }
    for (Row& row : table.rows) {
      std::string now;
      std::string before = to_text(table.at(row, "Tidigare referenser"));
      for (const std::string& id : ids_in(table.at(row, "Aktivitets-ID"))) {
        std::string& to = known.contains(fold(id)) ? now : before;
        to += (to.empty() ? "" : "; ") + id;
      }
      cell_of(table, row, "Aktivitets-ID") = now.empty() ? Value() : Value::text(now);
      cell_of(table, row, "Tidigare referenser") = before.empty() ? Value() : Value::text(before);
    }
    tell("Beslut", table.rows.size(), "följer med, till avsnittet om tidigare beslut");
    next_.tables["Beslut"] = std::move(table);
  }

  void carry_whole(std::string_view list) {
    const Table& table = last_.table(list);
    if (table.field.fields.empty()) return;
    tell(list, table.rows.size(), "följer med");
    next_.tables[std::string(list)] = copy_of(table);
  }

  /// What belongs to the year that was followed up stays where it is.
  void leave_behind() {
    const std::string year = std::to_string(last_.follow_up_year);
    for (const std::string_view list :
         {"förra årets VoR", "förra årets IKP", "Uppföljning", "Rekommendationer", "Områdesstatus",
          "Incidenter", "Revisioner", "Iakttagelser"}) {
      const std::size_t rows = last_.table(list).rows.size();
      constexpr std::string_view last_years = "förra årets ";
      const bool dated = list.starts_with(last_years);
      const std::string name =
          dated ? std::string(list.substr(last_years.size())) + " " + year : std::string(list);
      if (rows > 0) next_.left.push_back({name, rows, "gäller " + year + ", som redan är redovisat"});
    }
    const std::size_t earlier = last_.table("Tidigare aktiviteter").rows.size();
    if (earlier > 0) next_.left.push_back({"Tidigare aktiviteter", earlier, "har redan redovisats"});
  }

  [[nodiscard]] static Table copy_of(const Table& table) {
    Table copy = empty_copy(table);
    copy.rows = table.rows;
    return copy;
  }

  const Review& last_;
  const Table* plan_;
  NextYear next_;
  std::unordered_map<std::string, std::string> new_ids_;  // last year's VoR-ID, folded → the new one
  std::unordered_map<std::string, std::string> heirs_;    // the year before's, folded → the new one
};

}  // namespace

std::string next_id(std::string_view id, int year) {
  const auto first = static_cast<std::size_t>(std::ranges::find_if(id, is_digit) - id.begin());
  std::size_t end = first;
  while (end < id.size() && is_digit(id[end])) ++end;
  const std::string_view digits = id.substr(first, end - first);
  std::string fresh;
  if (digits == std::to_string(year)) fresh = std::to_string(year + 1);
  if (digits == two_digits(year)) fresh = two_digits(year + 1);
  // "25" alone is a number like any other; a year has something after it.
  if (fresh.empty() || end == id.size()) return std::string(id);
  return std::string(id.substr(0, first)) + fresh + std::string(id.substr(end));
}

NextYear open_next_year(const Review& last, const Table* plan) {
  return YearOpener(last, plan).open();
}

}  // namespace lg::domain
