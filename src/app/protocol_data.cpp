#include "app/protocol_data.hpp"

#include "app/problem_list.hpp"
#include "base/text.hpp"
#include "sml/cell_ref.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace lg::app {
namespace {

// Sheets whose rows are no list that a template goes through.
constexpr std::string_view facts_list = "Uppgifter";
constexpr std::string_view columns_list = "Kolumner";

Value text(std::string words) {
  return words.empty() ? Value() : Value::text(std::move(words));
}

Value count(std::size_t number) {
  return Value::number(static_cast<double>(number));
}

/// One list of the protocol, made row by row.
class List {
 public:
  List(std::string name, std::initializer_list<const char*> headings)
      : field_(Field::of(std::move(name), Field::Shape::list)) {
    for (const char* heading : headings) field_.fields.push_back(Field::of(heading, Field::Shape::text));
  }
  void add(Row row) { rows_.push_back(std::move(row)); }
  void move_to(Dataset& data) {
    data.root.fields.push_back(std::move(field_));
    data.row.push_back(Value::list(std::move(rows_)));
  }

 private:
  Field field_;
  std::vector<Row> rows_;
};

void add_value(Dataset& data, const std::string& name, Value value) {
  data.root.fields.push_back(Field::of(name, Field::Shape::text));
  data.row.push_back(std::move(value));
}

/// The value of the review's own Uppgifter, under the same name.
void add_fact(Dataset& data, const RunRecord& record, std::string_view name) {
  const int place = record.data.root.find(fold(name));
  add_value(data, std::string(name), place < 0 ? Value() : record.data.row[static_cast<std::size_t>(place)]);
}

/// "1.3.6 Information om avvikelser, stycke 1 och 2 ställen till"; of a row that is only counted "räknas i
/// …".
std::string landing_text(const audit::Landing& landing) {
  if (landing.empty()) return "";
  const bool shown = !landing.shown.empty();
  const auto& counted = landing.chosen.empty() ? landing.counted : landing.chosen;
  const std::vector<const audit::Trail*>& trails = shown ? landing.shown : counted;
  const audit::Trail& first = *trails.front();
  const std::string place = first.place.empty() ? "dokumentets början" : first.place;
  std::string said = (shown ? "" : "räknas i ") + place;
  if (!first.cells.empty()) {
    said += ", rad " + std::to_string(first.cells.front().row);
  } else if (first.level == 0) {
    said += ", " + first.spot;
  }
  const std::size_t more = trails.size() - 1;
  if (more > 0) said += " (och " + std::to_string(more) + (more == 1 ? " ställe till)" : " ställen till)");
  return said;
}

void add_inputs(Dataset& data, const RunRecord& record) {
  struct Counts {
    std::size_t read = 0;
    std::size_t used = 0;
  };
  std::map<std::pair<std::string, std::string>, Counts> counts;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> lists;
  for (const domain::LedgerRow& row : record.review.ledger.rows()) {
    const std::pair key(row.sheet->file, row.sheet->sheet);
    ++counts[key].read;
    if (row.list.empty()) continue;
    ++counts[key].used;
    auto& names = lists[key];
    if (std::ranges::find(names, row.list) == names.end()) names.push_back(row.list);
  }
  List files("Underlag", {"Fil", "Storlek", "Antal blad", "Lästa rader", "Använda rader", "SHA-256"});
  List sheets("Blad", {"Fil", "Blad", "Läst som", "Rader i bladet", "Lästa rader", "Använda rader"});
  for (const InputRecord& input : record.inputs) {
    Counts all;
    for (const SheetRecord& sheet : input.sheets) {
      const std::pair key(input.file, sheet.name);
      const Counts own = counts[key];
      all.read += own.read;
      all.used += own.used;
      sheets.add({text(input.file), text(sheet.name), text(join(lists[key], "och")), count(sheet.rows),
                  count(own.read), count(own.used)});
    }
    files.add({text(input.file), count(input.bytes), count(input.sheets.size()), count(all.read),
               count(all.used), text(input.sha256)});
  }
  files.move_to(data);
  sheets.move_to(data);
}

/// Why a row that was read is in neither document; "" when it is in one.
std::string reason_of(const audit::RowAccount& row, bool named) {
  const domain::LedgerRow& from = *row.row;
  if (!from.because.empty()) return from.because;
  if (row.in_report || row.in_plan) return "";
  if (from.list == columns_list) return "raden säger hur andra blad läses";
  if (named || from.list == facts_list) return "mallarna skriver inte ut raden";
  return "mallarna skriver inte ut listan";
}

/// The rows that are not in the documents, in the order of reading; those of a list that no template shows
/// together.
class LeftOut {
 public:
  void add(const domain::LedgerRow& from, const std::string& because, bool whole_list) {
    const bool same = !lines_.empty() && whole_list && lines_.back().whole_list &&
                      lines_.back().from->sheet == from.sheet && lines_.back().from->list == from.list;
    if (same)
      ++lines_.back().rows;
    else
      lines_.push_back({&from, because, whole_list, 1});
  }
  void move_to(Dataset& data) const {
    List list("Utelämnat", {"Fil", "Blad", "Rad", "Lista", "Beteckning", "Varför inte"});
    for (const Line& line : lines_) {
      const domain::LedgerRow& from = *line.from;
      const std::string rows = line.rows == 1 ? "1 rad" : std::to_string(line.rows) + " rader";
      list.add({text(from.sheet->file), text(from.sheet->sheet),
                line.whole_list ? Value() : count(static_cast<std::size_t>(from.row)), text(from.list),
                text(line.whole_list ? rows : from.id), text(line.because)});
    }
    list.move_to(data);
  }

 private:
  struct Line {
    const domain::LedgerRow* from;
    std::string because;
    bool whole_list;
    std::size_t rows;
  };
  std::vector<Line> lines_;
};

/// The headings that the columns of each sheet were read under.
void add_columns(Dataset& data, const RunRecord& record) {
  List columns("Kolumner", {"Fil", "Blad", "Kolumn", "Rubrik"});
  for (const SheetOrigin& origin : record.review.origins) {
    for (const auto& [column, heading] : origin.headings)
      columns.add({text(origin.file), text(origin.sheet), text(sml::column_letters(column)), text(heading)});
  }
  columns.move_to(data);
}

void add_rows(Dataset& data, const RunRecord& record) {
  List rows("Rader",
            {"Fil", "Blad", "Rad", "Lista", "Beteckning", "Rapporten", "Planen", "Varför inte", "Lästes"});
  LeftOut left_out;
  std::map<std::string, bool> named;
  for (const audit::ListAccount& list : record.account.lists) named.emplace(list.list, list.named);
  for (const audit::RowAccount& row : record.account.rows) {
    const domain::LedgerRow& from = *row.row;
    const bool own = from.list.empty() || from.list == facts_list || from.list == columns_list;
    const std::string because = reason_of(row, named[from.list]);
    rows.add({text(from.sheet->file), text(from.sheet->sheet), count(static_cast<std::size_t>(from.row)),
              text(from.list), text(from.id), text(landing_text(row.report)), text(landing_text(row.plan)),
              text(because), Value::flag(!from.list.empty())});
    if (!because.empty()) left_out.add(from, because, !own && !named[from.list]);
  }
  rows.move_to(data);
  left_out.move_to(data);
  List lists("Listor", {"Lista", "Rader", "I rapporten", "I planen", "I dokumenten", "Används"});
  for (const audit::ListAccount& list : record.account.lists) {
    if (list.list == columns_list) continue;
    lists.add({text(list.list), count(list.rows), count(list.in_report), count(list.in_plan),
               count(list.landed), Value::flag(list.named || list.list == facts_list)});
  }
  lists.move_to(data);
  List columns("Oanvända kolumner", {"Kolumn"});
  for (const std::string& column : record.unused_columns) columns.add({text(column)});
  columns.move_to(data);
}

void add_findings(Dataset& data, const Problems& problems) {
  List findings("Granskning",
                {"Nummer", "Allvar", "Kod", "Iakttagelse", "Gäller", "Fil", "Ställe", "Åtgärd"});
  std::size_t number = 0;
  for (const ProblemGroup& group : grouped(problems)) {
    ++number;
    for (const GroupItem& item : group.items) {
      const Location& where = item.problem->where;
      const std::string& file = file_of(where);
      std::string place = lg::to_text(where);
      if (place.starts_with(file + " › ")) place.erase(0, file.size() + std::string_view(" › ").size());
      findings.add({count(number), text(word_for(item.problem->severity)), text(item.problem->code),
                    text(group.sentence), text(item.says), text(file), text(place == file ? "" : place),
                    text(group.hint.empty() ? item.problem->hint : group.hint)});
    }
  }
  findings.move_to(data);
}

/// The cells of one sheet that a trail was made of: "C7 (Aktivitet), D7 (Beskrivning)"; of rows that are only
/// counted "rad 5–7".
struct Origin {
  std::string file;
  std::string sheet;
  std::string cells;
  std::string columns;
};

class Origins {
 public:
  explicit Origins(const audit::Trail& trail) {
    for (const merge::CellUse& use : trail.from) {
      if (sheets_.empty() || sheets_.back().first != use.cell.sheet) sheets_.push_back({use.cell.sheet, {}});
      sheets_.back().second.push_back(use);
    }
  }

  [[nodiscard]] std::vector<Origin> list() const {
    std::vector<Origin> origins;
    for (const auto& [sheet, uses] : sheets_) {
      std::vector<sml::CellRef> cells;
      std::vector<std::string> columns;
      for (const merge::CellUse& use : uses) {
        cells.push_back({use.cell.row, std::max(use.cell.column, 1)});
        const auto heading = sheet->headings.find(use.cell.column);
        const std::string name = heading == sheet->headings.end() ? "" : heading->second;
        if (!name.empty() && std::ranges::find(columns, name) == columns.end()) columns.push_back(name);
      }
      constexpr std::size_t most = 6;  // of a whole row the headings say little
      if (columns.size() > most) {
        const std::size_t more = columns.size() - most;
        columns.resize(most);
        columns.push_back(std::to_string(more) + " till");
      }
      origins.push_back({sheet->file, sheet->sheet, audit::cells_text(cells), join(columns, "och")});
    }
    return origins;
  }

 private:
  std::vector<std::pair<const SheetOrigin*, std::vector<merge::CellUse>>> sheets_;
};

void add_trails(List& list, const std::string& document, const std::vector<audit::Trail>& trails,
                const std::string& own) {
  for (const audit::Trail& trail : trails) {
    const auto add = [&](const Origin& from, bool of_template) {
      list.add({text(document), text(trail.place), text(trail.spot), text(trail.text), text(from.file),
                text(from.sheet), text(from.cells), text(from.columns), Value::flag(of_template)});
    };
    if (trail.from.empty()) add({own, "", "", ""}, true);
    for (const Origin& from : Origins(trail).list()) add(from, false);
  }
}

void add_origins(Dataset& data, const RunRecord& record) {
  List origins("Ursprung", {"Dokument", "Avsnitt", "Ställe", "Text", "Fil", "Blad", "Celler", "Kolumner",
                            "Mallens egen"});
  add_trails(origins, "Rapport", record.provenance.report, record.report_template.file);
  add_trails(origins, "Aktivitetsplan", record.provenance.plan, record.plan_template.file);
  origins.move_to(data);
}

std::string verdict_text(audit::ActivityComparison::Verdict verdict) {
  using Verdict = audit::ActivityComparison::Verdict;
  switch (verdict) {
    case Verdict::equal: return "lika";
    case Verdict::only_report: return "bara i rapporten";
    case Verdict::only_plan: return "bara i planen";
    case Verdict::neither: return "i ingen av dem";
    case Verdict::other_years: return "olika år";
    case Verdict::other_owner: return "olika ansvarig";
  }
  return {};
}

void add_comparison(Dataset& data, const RunRecord& record) {
  List list("Jämförelse", {"Aktivitets-ID", "Aktivitet", "I rapporten", "I planen", "År i rapporten",
                           "År i planen", "Ansvarig i rapporten", "Ansvarig i planen", "Utfall"});
  const audit::Comparison& comparison = record.comparison;
  for (const audit::ActivityComparison& one : comparison.activities) {
    list.add({text(one.id), text(one.name), text(one.report_place), text(one.plan_place),
              text(one.report_years), text(one.plan_years), text(one.report_owner), text(one.plan_owner),
              text(verdict_text(one.verdict))});
  }
  list.move_to(data);
  add_value(data, "Aktiviteter i rapporten", count(comparison.in_report));
  add_value(data, "Aktiviteter i planen", count(comparison.in_plan));
  add_value(data, "Olika aktiviteter", count(comparison.different));
}

}  // namespace

Dataset protocol_data(const RunRecord& record, const std::vector<DocumentRecord>& documents,
                      const Problems& problems, const std::string& version) {
  Dataset data;
  data.root = Field::of("", Field::Shape::record);
  add_fact(data, record, "Nämnd, rubrikform");
  add_fact(data, record, "Förvaltning");
  add_value(data, "Rapportår", count(static_cast<std::size_t>(std::max(record.review.report_year, 0))));
  add_value(data, "Mapp", text(record.review.folder));
  add_value(data, "Programversion", text(version));
  add_value(data, "Utkast", Value::flag(record.draft));
  add_value(data, "Summering", text(tally(record.account)));
  add_value(data, "Antal fel", count(problems.count(Severity::error) + problems.count(Severity::hole)));
  add_value(data, "Antal varningar", count(problems.count(Severity::warning)));
  add_value(data, "Antal upplysningar", count(problems.count(Severity::note)));
  List list("Dokument", {"Dokument", "Fil", "SHA-256", "Mall", "Mallens SHA-256"});
  for (const DocumentRecord& one : documents)
    list.add({text(one.role), text(one.file), text(one.sha256), text(one.from.file), text(one.from.sha256)});
  list.move_to(data);
  add_inputs(data, record);
  add_columns(data, record);
  add_rows(data, record);
  add_findings(data, problems);
  add_origins(data, record);
  add_comparison(data, record);
  return data;
}

}  // namespace lg::app
