#include "intake/facts_reader.hpp"

#include "base/text.hpp"
#include "domain/scales.hpp"
#include "intake/cell_reader.hpp"
#include "intake/list_fields.hpp"
#include "intake/table_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lg::intake {
namespace {

constexpr std::size_t name_column = 0;
constexpr std::size_t value_column = 1;
constexpr const char* facts_list = "Uppgifter";

class FactsReader {
 public:
  FactsReader(domain::Review& review, Problems& problems) : review_(review), problems_(problems) {
    domain::Table& facts = review.facts;
    facts.field = Field::of("Uppgifter", Field::Shape::record);
    for (const Column& column : fact_columns()) facts.field.fields.push_back(field_of(column));
    facts.rows.assign(1, Row(facts.field.fields.size()));
    given_.resize(facts.field.fields.size());
  }

  void read(const KnownSheet& known) {
    review_.facts.given = true;
    SheetOrigin& origin =
        review_.origins.emplace_back(SheetOrigin{known.workbook->file_name, known.sheet->name, {}});
    const SheetTable table = read_table(*known.sheet, *known.form, {}, origin, problems_);
    if (table.header_row == 0) return;
    if (header_ == Source{}.sheet) header_ = &origin;
    header_row_ = table.header_row;
    std::vector<const SheetRow*> unknown;
    for (const SheetRow& row : table.rows) {
      const int position = find(to_text(row.values[name_column]));
      const bool blank = row.values[name_column].is_blank();
      review_.ledger.add({&origin, row.number, row.values[name_column].source().column,
                          blank ? "" : facts_list, to_text(row.values[name_column]),
                          blank ? "raden inte har något fält" : ""});
      if (blank) continue;
      if (position < 0) {
        unknown.push_back(&row);
      } else {
        take(*known.sheet, row, static_cast<std::size_t>(position));
      }
    }
    for (const SheetRow* row : unknown) take_own(*known.sheet, *row);
  }

  /// Fills what the sheet leaves to the program, and tells of the Fält that are missing.
  void finish() {
    for (std::size_t i = 0; i < fact_columns().size(); ++i) {
      const Column& column = fact_columns()[i];
      if (given_[i] || column.need != Need::required) continue;
      at(i) = Value::hole();
      if (!review_.facts.given || header_ == nullptr || told_near_.contains(std::string(column.heading)))
        continue;
      const int first = header_->headings.empty() ? 1 : header_->headings.begin()->first;
      problems_.add({Severity::hole,
                     "UPPG-003",
                     Source{header_, header_row_, first}.location(),
                     "Fältet ”" + std::string(column.heading) + "” saknas i bladet.",
                     "Lägg till en rad med fältet och fyll i värdet.",
                     {}});
    }
    derive_names();
    derive_years();
  }

 private:
  Value& at(std::size_t position) { return review_.facts.rows.front()[position]; }
  Value& at(std::string_view name) { return at(static_cast<std::size_t>(review_.facts.column(name))); }

  /// The position of the Fält, by its name or one of its aliases; -1 when it is not declared.
  static int find(std::string_view name) {
    const std::string folded = fold(name);
    const auto columns = fact_columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto same = [&](std::string_view other) { return fold(other) == folded; };
      if (same(columns[i].heading) || std::ranges::any_of(columns[i].aliases, same))
        return static_cast<int>(i);
    }
    return -1;
  }

  static Value read_value(const sml::Worksheet& sheet, const Source& source, const Column* column,
                          const std::string& name, std::vector<Problem>& problems) {
    const sml::Cell* cell = sheet.find({source.row, source.column});
    if (column == nullptr) return cell == nullptr ? Value::blank(source) : read_own(*cell, source, problems);
    const CellReader reader(*column, name);
    return cell == nullptr ? reader.blank(source, problems) : reader.read(*cell, source, problems);
  }

  void take(const sml::Worksheet& sheet, const SheetRow& row, std::size_t position) {
    const Column& column = fact_columns()[position];
    const std::string name(column.heading);
    const Source source = row.values[value_column].source();
    std::vector<Problem> told;
    Value value = read_value(sheet, source, &column, name, told);
    for (Problem& problem : told) {
      if (problem.code == "BLAN-101") {
        problem.code = "UPPG-002";
        problem.message = "Uppgiften ”" + name + "” är inte ifylld.";
        problem.hint = "Fyll i kolumnen Värde.";
      }
      problems_.add(std::move(problem));
    }
    if (given_[position]) {
      tell_twice(at(position), value, name);
      return;
    }
    given_[position] = true;
    at(position) = std::move(value);
  }

  void take_own(const sml::Worksheet& sheet, const SheetRow& row) {
    const std::string name = to_text(row.values[name_column]);
    std::vector<Problem> told;
    Value value = read_value(sheet, row.values[value_column].source(), nullptr, name, told);
    for (Problem& problem : told) problems_.add(std::move(problem));
    tell_near(row, name);
    domain::Table& facts = review_.facts;
    if (const int known = facts.column(name); known >= 0) {
      tell_twice(at(static_cast<std::size_t>(known)), value, name);
      return;
    }
    Field field = Field::of(name, Field::Shape::text);
    field.declared = false;
    facts.field.fields.push_back(std::move(field));
    facts.rows.front().push_back(std::move(value));
  }

  void tell_twice(const Value& first, const Value& second, const std::string& name) {
    review_.ledger.leave_out(second.source(), "fältet står på en tidigare rad");
    if (to_text(first) == to_text(second)) return;
    problems_.add({Severity::error,
                   "UPPG-004",
                   second.source().location(),
                   "Uppgiften ”" + name + "” står två gånger med olika värden: ”" +
                       excerpt(to_text(first), 40) + "” och ”" + excerpt(to_text(second), 40) + "”.",
                   "Ta bort den ena raden.",
                   {first.source().location()}});
  }

  void tell_near(const SheetRow& row, const std::string& name) {
    std::vector<std::string> absent;
    for (std::size_t i = 0; i < fact_columns().size(); ++i) {
      if (!given_[i]) absent.emplace_back(fact_columns()[i].heading);
    }
    const auto near = nearest(name, absent);
    if (!near || length(name) < 4) return;
    told_near_.insert({*near, true});
    const bool needed = fact_columns()[static_cast<std::size_t>(find(*near))].need == Need::required;
    problems_.add({needed ? Severity::hole : Severity::warning,
                   "UPPG-005",
                   row.values[name_column].source().location(),
                   "Fältet ”" + name + "” känns inte igen.",
                   "Menade du ”" + *near + "”?",
                   {}});
  }

  void derive_names() {
    const Value board = at("Nämnd");
    if (board.is_blank()) return;
    const std::string name = to_text(board);
    if (at("Nämnd, genitiv").is_blank()) {
      const bool bare = name.ends_with('s') || name.ends_with('x') || name.ends_with('z');
      at("Nämnd, genitiv") = Value::text(bare ? name : name + "s", board.source());
    }
    if (at("Nämnd, rubrikform").is_blank()) {
      at("Nämnd, rubrikform") = Value::text(to_upper_first(name), board.source());
    }
  }

  int year_of(std::string_view name) {
    const auto year = domain::whole(at(name));
    if (!year) return 0;
    if (*year >= 2020 && *year <= 2099) return *year;
    problems_.add(
        {Severity::error,
         "UPPG-006",
         at(name).source().location(),
         std::string(name) + " ska vara ett år 2020–2099, men i cellen står ”" + to_text(at(name)) + "”.",
         "Skriv året med fyra siffror.",
         {}});
    at(name) = Value::hole(at(name).source());
    return 0;
  }

  void derive_years() {
    review_.report_year = year_of("Rapportår");
    review_.follow_up_year = year_of("Uppföljningsår");
    if (review_.report_year > 0 && at("Uppföljningsår").is_blank()) {
      review_.follow_up_year = review_.report_year - 1;
      at("Uppföljningsår") = Value::number(review_.follow_up_year, at("Rapportår").source());
    }
    const int first = year_of("Planperiod, första år");
    const int last = year_of("Planperiod, sista år");
    if (first == 0 || last == 0) return;
    std::string fault;
    if (last < first)
      fault = "slutar före den börjar";
    else if (last - first > 4)
      fault = "är längre än fem år";
    else if (review_.report_year > 0 && first < review_.report_year)
      fault = "börjar före rapportåret";
    if (!fault.empty()) {
      const bool at_first = fault.starts_with("börjar");
      problems_.add(
          {Severity::error,
           "UPPG-007",
           at(at_first ? "Planperiod, första år" : "Planperiod, sista år").source().location(),
           "Planperioden ”" + std::to_string(first) + "–" + std::to_string(last) + "” " + fault + ".",
           "Ändra planperiodens första eller sista år.",
           {}});
      if (last < first || last - first > 20) return;
    }
    review_.first_plan_year = first;
    review_.last_plan_year = last;
  }

  domain::Review& review_;
  Problems& problems_;
  std::vector<bool> given_;                // by declared Fält
  std::map<std::string, bool> told_near_;  // Fält that another name may stand for
  const SheetOrigin* header_ = nullptr;    // of the first sheet
  int header_row_ = 0;
};

/// The sheets of the newest year where several years' sheets lie in the folder.
std::optional<int> newest_year(std::span<const KnownSheet> sheets) {
  std::optional<int> year;
  for (const KnownSheet& known : sheets) {
    if (known.form->sheet == "Uppgifter" && known.year) year = std::max(year.value_or(0), *known.year);
  }
  return year;
}

}  // namespace

void read_facts(std::span<const KnownSheet> sheets, domain::Review& review, Problems& problems) {
  FactsReader reader(review, problems);
  const auto newest = newest_year(sheets);
  for (const KnownSheet& known : sheets) {
    if (known.form->sheet != "Uppgifter") continue;
    if (known.year && known.year != newest) {
      problems.add({Severity::note,
                    "BLAN-005",
                    CellLocation{known.workbook->file_name, known.sheet->name, "", ""},
                    "Bladet gäller " + std::to_string(*known.year) + " och läses inte.",
                    "",
                    {}});
      continue;
    }
    reader.read(known);
  }
  reader.finish();
}

}  // namespace lg::intake
