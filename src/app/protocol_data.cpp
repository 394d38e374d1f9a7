#include "app/protocol_data.hpp"

#include "app/problem_list.hpp"
#include "app/protocol_list.hpp"
#include "app/protocol_origins.hpp"
#include "base/text.hpp"
#include "sml/cell_ref.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace lg::app {
namespace {

// Sheets whose rows are no list that a template goes through.
constexpr std::string_view facts_list = "Uppgifter";
constexpr std::string_view columns_list = "Kolumner";

using List = ProtocolList;

Value text(std::string words) {
  return protocol_text(std::move(words));
}

Value count(std::size_t number) {
  return protocol_count(number);
}

void add_value(Dataset& data, const std::string& name, Value value) {
  data.root.fields.push_back(Field::of(name, Field::Shape::text));
  data.row.push_back(std::move(value));
}

/// The value of the review's own Uppgifter, under the same name.
void add_fact(Dataset& data, const RunRecord& record, std::string_view name) {
  const int place = record.data.root.find(fold(name));
  add_value(data, std::string(name), place < 0 ? Value() : record.data.row[static_cast<std::size_t>(place)]);
}

/// "1.3.6 Information om avvikelser, stycke 1 (och 2 ställen till)"; of a row that is only counted "räknas i
/// …", of one that has no text of its own there "nämns i …".
std::string landing_text(const audit::Landing& landing) {
  if (landing.empty()) return "";
  const bool shown = !landing.shown.empty();
  const auto& counted = landing.chosen.empty() ? landing.counted : landing.chosen;
  const std::vector<const audit::Trail*>& trails = shown ? landing.shown : counted;
  const audit::Trail& first = landing.told != nullptr ? *landing.told : *trails.front();
  const std::string place = first.place.empty() ? "dokumentets början" : first.place;
  const std::string how = landing.told != nullptr ? "" : shown ? "nämns i " : "räknas i ";
  std::string said = how + place;
  if (!first.cells.empty()) {
    said += ", rad " + std::to_string(first.cells.front().row);
  } else if (first.level == 0) {
    said += ", " + first.spot;
  }
  const std::size_t more = trails.size() - 1;
  if (more > 0) said += " (och " + std::to_string(more) + (more == 1 ? " ställe till)" : " ställen till)");
  return said;
}

/// The columns that were read of a sheet: "A VoR-ID, B Område".
std::string columns_text(const RunRecord& record, const std::string& file, const std::string& sheet) {
  std::map<int, std::string> headings;
  for (const SheetOrigin& origin : record.review.origins) {
    if (origin.file == file && origin.sheet == sheet)
      headings.insert(origin.headings.begin(), origin.headings.end());
  }
  std::string said;
  for (const auto& [column, heading] : headings)
    said += (said.empty() ? "" : ", ") + sml::column_letters(column) + " " + heading;
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
  List sheets("Blad",
              {"Fil", "Blad", "Läst som", "Rader i bladet", "Lästa rader", "Använda rader", "Kolumner"});
  for (const InputRecord& input : record.inputs) {
    Counts all;
    for (const SheetRecord& sheet : input.sheets) {
      const std::pair key(input.file, sheet.name);
      const Counts own = counts[key];
      all.read += own.read;
      all.used += own.used;
      sheets.add({text(input.file), text(sheet.name), text(join(lists[key], "och")), count(sheet.rows),
                  count(own.read), count(own.used), text(columns_text(record, input.file, sheet.name))});
    }
    files.add({text(input.file), count(input.bytes), count(input.sheets.size()), count(all.read),
               count(all.used), text(input.sha256)});
  }
  files.move_to(data);
  sheets.move_to(data);
}

/// Why a row that was read has no text in either document, in a word that the template makes a sentence of;
/// "" when it has. "egen": the reason that reading gave.
std::string reason_of(const RunRecord& record, const audit::RowAccount& row, bool named) {
  const domain::LedgerRow& from = *row.row;
  if (!from.because.empty()) return "egen";
  if (row.best() == audit::Standing::told) return "";
  if (from.list == columns_list) return "rubriker";
  if (from.list == facts_list) {
    const int place = record.data.root.find(fold(from.id));
    // A value that the program made of another fact is not this cell's.
    const auto is_blank = [&](const Value& value) {
      return value.is_blank() || value.source() != Source{from.sheet, from.row, value.source().column};
    };
    const bool blank = place >= 0 && is_blank(record.data.row[static_cast<std::size_t>(place)]);
    const bool steers = record.steering.contains(fold(from.id));
    return blank ? "tom" : steers ? "villkor" : "uppgift";
  }
  if (row.best() == audit::Standing::counted) return "räknas";
  if (!named && record.steering.contains(fold(from.list))) return "villkor";
  return named ? "urval" : "mall";
}

/// The rows that are not in the documents, in the order of reading; those of a list that no template shows
/// together.
class LeftOut {
 public:
  void add(const domain::LedgerRow& from, const std::string& reason, bool whole_list) {
    const bool same = !lines_.empty() && whole_list && lines_.back().whole_list &&
                      lines_.back().from->sheet == from.sheet && lines_.back().from->list == from.list;
    if (same)
      ++lines_.back().rows;
    else
      lines_.push_back({&from, reason, whole_list, 1});
  }
  void move_to(Dataset& data) const {
    List list("Utelämnat", {"Fil", "Blad", "Rad", "Lista", "Beteckning", "Varför inte", "Skäl"});
    for (const Line& line : lines_) {
      const domain::LedgerRow& from = *line.from;
      const std::string rows = line.rows == 1 ? "1 rad" : std::to_string(line.rows) + " rader";
      list.add({text(from.sheet->file), text(from.sheet->sheet),
                line.whole_list ? Value() : count(static_cast<std::size_t>(from.row)), text(from.list),
                text(line.whole_list ? rows : from.id), text(from.because), text(line.reason)});
    }
    list.move_to(data);
  }

 private:
  struct Line {
    const domain::LedgerRow* from;
    std::string reason;
    bool whole_list;
    std::size_t rows;
  };
  std::vector<Line> lines_;
};

/// The events first, the facts and what steers the reading last; a row that no list has stands with the
/// others of its sheet.
std::vector<const audit::RowAccount*> rows_by_list(const audit::Account& account) {
  std::map<const SheetOrigin*, std::size_t> sheets;
  for (const audit::RowAccount& row : account.rows) {
    if (!row.row->list.empty()) sheets.emplace(row.row->sheet, place_among_lists(row.row->list));
  }
  std::vector<const audit::RowAccount*> rows;
  for (const audit::RowAccount& row : account.rows) rows.push_back(&row);
  std::ranges::stable_sort(rows, {}, [&](const audit::RowAccount* row) {
    if (!row->row->list.empty()) return place_among_lists(row->row->list);
    const auto sheet = sheets.find(row->row->sheet);
    return sheet == sheets.end() ? place_among_lists("") : sheet->second;
  });
  return rows;
}

void add_rows(Dataset& data, const RunRecord& record) {
  List rows("Rader", {"Fil", "Blad", "Rad", "Lista", "Beteckning", "Rapporten", "Planen", "Varför inte",
                      "Lästes", "Skäl"});
  LeftOut left_out;
  std::map<std::string, bool> named;
  std::set<std::string> told;  // lists that some row is told of
  for (const audit::ListAccount& list : record.account.lists) {
    named.emplace(list.list, list.named);
    if (list.told > 0 || list.counted < list.rows) told.insert(list.list);
  }
  for (const audit::RowAccount* account : rows_by_list(record.account)) {
    const audit::RowAccount& row = *account;
    const domain::LedgerRow& from = *row.row;
    const bool own = from.list.empty() || from.list == facts_list || from.list == columns_list;
    const std::string reason = reason_of(record, row, named[from.list]);
    rows.add({text(from.sheet->file), text(from.sheet->sheet), count(static_cast<std::size_t>(from.row)),
              text(from.list), text(from.id), text(landing_text(row.report)), text(landing_text(row.plan)),
              text(from.because), Value::flag(!from.list.empty()), text(reason)});
    const bool together = !named[from.list] || !told.contains(from.list);
    if (!reason.empty()) left_out.add(from, reason, !own && together);
  }
  rows.move_to(data);
  left_out.move_to(data);
  List lists("Listor",
             {"Lista", "Rader", "I rapporten", "I planen", "I dokumenten", "Räknas bara", "Används"});
  std::vector<const audit::ListAccount*> in_order;
  for (const audit::ListAccount& list : record.account.lists) in_order.push_back(&list);
  std::ranges::stable_sort(in_order, {}, [](const auto* one) { return place_among_lists(one->list); });
  for (const audit::ListAccount* one : in_order) {
    const audit::ListAccount& list = *one;
    if (list.list == columns_list) continue;
    lists.add({text(list.list), count(list.rows), count(list.in_report), count(list.in_plan),
               count(list.told), count(list.counted),
               Value::flag(list.named || list.told > 0 || list.list == facts_list)});
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

std::string verdict_text(audit::ActivityComparison::Verdict verdict) {
  using Verdict = audit::ActivityComparison::Verdict;
  switch (verdict) {
    case Verdict::equal: return "lika";
    case Verdict::within: return "ryms";
    case Verdict::overlaps: return "möts";
    case Verdict::only_report: return "bara i rapporten";
    case Verdict::only_plan: return "bara i planen";
    case Verdict::neither: return "i ingen av dem";
    case Verdict::other_years: return "olika år";
    case Verdict::other_owner: return "olika ansvarig";
  }
  return {};
}

void add_comparison(Dataset& data, const RunRecord& record) {
  List list("Jämförelse",
            {"Aktivitets-ID", "Aktivitet", "I rapporten", "I planen", "År i rapporten", "År i planen",
             "Ansvarig i rapporten", "Ansvarig i planen", "Utfall", "Avsnittets år"});
  const audit::Comparison& comparison = record.comparison;
  for (const audit::ActivityComparison& one : comparison.activities) {
    list.add({text(one.id), text(one.name), text(one.report_place), text(one.plan_place),
              text(one.report_years), text(one.plan_years), text(one.report_owner), text(one.plan_owner),
              text(verdict_text(one.verdict)), Value::flag(one.section_years)});
  }
  list.move_to(data);
  add_value(data, "Aktiviteter i rapporten", count(comparison.in_report));
  add_value(data, "Aktiviteter i planen", count(comparison.in_plan));
  add_value(data, "Olika aktiviteter", count(comparison.different));
  add_value(data, "Aktiviteter i avsnitt om flera år", count(comparison.overlapping));
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
  add_rows(data, record);
  add_findings(data, problems);
  add_origins(data, record);
  add_comparison(data, record);
  return data;
}

}  // namespace lg::app
