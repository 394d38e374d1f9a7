#include "intake/list_builder.hpp"

#include "base/text.hpp"
#include "domain/scales.hpp"
#include "intake/cell_reader.hpp"
#include "intake/control_results.hpp"
#include "intake/foreign_values.hpp"
#include "intake/list_fields.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lg::intake {
namespace {

constexpr std::string_view result_sheet = "IKP-uppföljning";

std::optional<int> year_in(const Value& value) {
  if (const auto year = domain::whole(value)) return year;
  const auto number = parse_number(to_text(value));
  if (!number || *number < 1990 || *number > 2099 || std::floor(*number) != *number) return {};
  return static_cast<int>(*number);
}

/// True when a cell of the sheet Textblock names the year, or all.
bool names_year(const std::string& years, int year) {
  const std::vector<std::string> words = split(years, ';');
  return std::ranges::any_of(words, [year](const std::string& word) {
    return fold(word) == "alla" || fold(word) == std::to_string(year);
  });
}

/// A follow-up that nobody has written yet, of which only the event is known: one thing to do, not one a
/// cell.
void join_waiting(const Form& form, SheetRow& row) {
  if (form.sheet != "Uppföljning") return;
  const auto column = std::ranges::find(form.columns, Kind::id, &Column::kind);
  const Value& id = row.values[static_cast<std::size_t>(column - form.columns.begin())];
  const auto is_needed = [](const Column& one) { return one.need == Need::required && one.kind != Kind::id; };
  const auto needed = std::ranges::count_if(form.columns, is_needed);
  const auto told = std::ranges::count(row.problems, std::string("BLAN-101"), &Problem::code);
  if (id.is_blank() || told != needed) return;
  Problem& first = *std::ranges::find(row.problems, std::string("BLAN-101"), &Problem::code);
  first.code = "UPPF-107";
  first.message = "Händelsen ”" + excerpt(to_text(id), 40) + "” väntar på uppföljning.";
  first.hint = "Fyll i metod, bedömning och rekommendation (eller Ingen) på raden.";
  std::erase_if(row.problems, [](const Problem& problem) { return problem.code == "BLAN-101"; });
}

CellLocation place_of(const KnownSheet& known) {
  return {known.workbook->file_name, known.sheet->name, "", ""};
}

}  // namespace

ListBuilder::ListBuilder(domain::Review& review, std::span<const KnownSheet> sheets, const ColumnMap& columns,
                         Problems& problems, Taking taking)
    : review_(review), sheets_(sheets), columns_(columns), problems_(problems), taking_(taking) {}

/// The year that the sheet's or workbook's name gives its rows; nothing when it gives none.
std::optional<int> ListBuilder::year_of(const KnownSheet& known) const {
  if (known.form->period == Period::plan || !known.year) return {};
  const bool whole_folder = known.workbook_year && known.mixed_workbook &&
                            known.form->period == Period::follow_up && known.year == review_.report_year;
  if (whole_folder) return {};
  if (known.form->workbook == "Grunduppgifter") {
    // The basics may be last year's, carried on: the newest are used.
    const bool newest = std::ranges::none_of(sheets_, [&](const KnownSheet& other) {
      return other.form == known.form && other.year.value_or(0) > *known.year;
    });
    if (newest) return {};
  }
  return known.year;
}

/// The list that rows of that year belong to; empty when there is none.
std::string ListBuilder::list_of(const Form& form, std::optional<int> year) const {
  std::string name(form.sheet);
  const bool report = year == review_.report_year;
  const bool follow_up = year == review_.follow_up_year;
  if (review_.report_year == 0 && form.period != Period::both) return name;
  switch (form.period) {
    case Period::plan: return name;
    case Period::none:
    case Period::report: return !year || report ? name : "";
    case Period::follow_up: return !year || follow_up ? name : "";
    case Period::either: return !year || report || follow_up ? name : "";
    case Period::both: break;
  }
  if (!year || report || review_.report_year == 0) return name;
  return follow_up ? last_years(name) : "";
}

int ListBuilder::position_of(const Form& form, const SheetTable& table, std::string_view heading) {
  const std::string folded = fold(heading);
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (!form.columns[i].computed && fold(form.columns[i].heading) == folded) return static_cast<int>(i);
  }
  for (std::size_t i = 0; i < table.own.size(); ++i) {
    if (fold(table.own[i]) == folded) return static_cast<int>(form.columns.size() + i);
  }
  return -1;
}

ListBuilder::Deciding ListBuilder::deciding_columns(const Form& form, const SheetTable& table) {
  Deciding columns;
  if (form.period != Period::plan) columns.year = position_of(form, table, "År");
  if (form.period == Period::both) columns.security = position_of(form, table, "Informationssäkerhet");
  columns.included = position_of(form, table, "Ta med");
  if (form.sheet == "Textblock") columns.report_year = position_of(form, table, "Rapportår");
  return columns;
}

ListBuilder::Target ListBuilder::target_of(const KnownSheet& known, const Deciding& columns,
                                           const SheetRow& row) const {
  const auto value = [&row](int position) -> const Value& {
    static const Value none;
    return position < 0 ? none : row.values[static_cast<std::size_t>(position)];
  };
  std::optional<int> year = year_of(known);
  if (const auto own = year_in(value(columns.year))) year = own;
  std::string list = list_of(*known.form, year);
  if (list.empty()) return {"", "året är " + std::to_string(year.value_or(0))};
  if (taking_ == Taking::as_written) return {std::move(list), ""};
  const auto says_no = [&](int position) {
    const bool* answer = value(position).as_flag();
    return answer != nullptr && !*answer;
  };
  if (says_no(columns.security)) return {"", "Informationssäkerhet är Nej"};
  if (says_no(columns.included)) return {"", "Ta med är Nej"};
  const Value& years = value(columns.report_year);
  const bool other =
      !years.is_blank() && review_.report_year > 0 && !names_year(to_text(years), review_.report_year);
  if (other) return {"", "Rapportår är " + to_text(years)};
  return {std::move(list), ""};
}

/// The whole sheet is of a year that the report is not about, and no row of it can say otherwise.
bool ListBuilder::is_other_year(const KnownSheet& known, const SheetTable& table) const {
  const auto year = year_of(known);
  if (!list_of(*known.form, year).empty()) return false;
  const int position = position_of(*known.form, table, "År");
  if (position < 0) return true;
  return std::ranges::none_of(table.rows, [&](const SheetRow& row) {
    return year_in(row.values[static_cast<std::size_t>(position)]).has_value();
  });
}

void ListBuilder::read(const KnownSheet& known) {
  const Form& form = *known.form;
  SheetOrigin& origin =
      review_.origins.emplace_back(SheetOrigin{known.workbook->file_name, known.sheet->name, {}});
  Problems told;
  SheetTable table = known.foreign ? read_foreign(known, origin, told)
                                   : read_table(*known.sheet, form,
                                                columns_.headings(form, known.sheet->name), origin, told);
  if (is_other_year(known, table)) {
    for (const SheetRow& row : table.rows) {
      remember_id(form, row);
      note(form, origin, row, {"", "bladet gäller " + std::to_string(year_of(known).value_or(0))});
    }
    problems_.add({Severity::note,
                   "BLAN-005",
                   place_of(known),
                   "Bladet gäller " + std::to_string(year_of(known).value_or(0)) + " och används inte.",
                   "",
                   {}});
    return;
  }
  problems_.append(told);
  const bool results = form.sheet == result_sheet;
  if (const std::string list = list_of(form, year_of(known)); !list.empty() && !results) {
    review_.table(list).given = true;
  }
  std::map<std::string, int> unused;
  ControlResults control_results(review_, problems_);
  const Deciding columns = deciding_columns(form, table);
  for (SheetRow& row : table.rows) {
    const Target target = target_of(known, columns, row);
    note(form, origin, row, target);
    if (target.list.empty()) {
      remember_id(form, row);
      ++unused[target.because];
    } else if (results) {
      control_results.add(row, target.list);
    } else {
      if (taking_ == Taking::as_written) restore(known, row.values);
      add(form, table, row, target.list);
    }
  }
  tell_unused(known, unused);
}

/// A sheet in another layout. Its made IDs go by the year of the sheet; its controls find their risks among
/// those that are read already.
SheetTable ListBuilder::read_foreign(const KnownSheet& known, SheetOrigin& origin, Problems& told) const {
  const ForeignSheet& sheet = *known.foreign;
  const ForeignTable& table = *sheet.find(known.form->sheet);
  ForeignContext context;
  context.year = year_of(known).value_or(review_.report_year);
  context.scales = ScaleWords(review_);
  if (const ForeignTable* events = sheet.find("VoR")) context.event_ids = ids_of(*events, context.year);
  if (known.form->sheet == "IKP") {
    for (const std::string& list : {std::string("VoR"), last_years("VoR")}) {
      const domain::Table& risks = review_.table(list);
      for (const Row& row : risks.rows) {
        const std::string id = to_text(risks.at(row, "VoR-ID"));
        if (id.empty()) continue;
        context.known_events.emplace(fold(id), id);
        context.known_events.emplace(fold(to_text(risks.at(row, "Oönskad händelse"))), id);
        const int name = risks.field.find(fold("Risk"));
        if (name >= 0) context.known_events.emplace(fold(to_text(row[static_cast<std::size_t>(name)])), id);
      }
    }
  }
  if (table.made_ids) tell_made_ids(known, table, ids_of(table, context.year));
  return read_foreign_table(sheet, table, context, origin, told);
}

void ListBuilder::tell_made_ids(const KnownSheet& known, const ForeignTable& table,
                                const std::vector<std::string>& ids) const {
  const std::string heading = table.form->sheet == "VoR" ? "VoR-ID" : "Kontroll-ID";
  problems_.add({Severity::note,
                 "BLAN-046",
                 place_of(known),
                 "Bladet har ingen kolumn för " + heading + "; raderna får " + ids.front() +
                     (ids.size() == 1 ? "" : " till " + ids.back()) + " i bladets ordning.",
                 "Lägg till en kolumn med egna beteckningar om raderna kan byta ordning.",
                 {}});
}

void ListBuilder::add(const Form& form, const SheetTable& table, SheetRow& row, const std::string& list) {
  join_waiting(form, row);
  for (Problem& problem : row.problems) problems_.add(std::move(problem));
  domain::Table& target = review_.table(list);
  target.given = true;
  Row values = std::move(row.values);
  if (!table.own.empty() || target.field.fields.size() != values.size()) {
    Row own(std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(form.columns.size())),
            std::make_move_iterator(values.end()));
    values.resize(form.columns.size());
    values.resize(target.field.fields.size());
    for (std::size_t i = 0; i < table.own.size(); ++i) {
      int position = target.field.find(fold(table.own[i]));
      if (position < 0) {
        Field field = Field::of(table.own[i], Field::Shape::text);
        field.declared = false;
        position = static_cast<int>(target.field.fields.size());
        target.field.fields.push_back(std::move(field));
        values.emplace_back();
      }
      values[static_cast<std::size_t>(position)] = std::move(own[i]);
    }
  }
  target.rows.push_back(std::move(values));
}

void ListBuilder::note(const Form& form, const SheetOrigin& origin, const SheetRow& row,
                       const Target& target) {
  const auto column = std::ranges::find(form.columns, Kind::id, &Column::kind);
  const std::size_t id =
      column == form.columns.end() ? 0 : static_cast<std::size_t>(column - form.columns.begin());
  const Source cell = row.values[id].source() ? row.values[id].source() : source_of(row.values);
  review_.ledger.add(
      {&origin, row.number, cell.column, target.list, to_text(row.values[id]), target.because, row.last});
}

/// Blank where the cell is blank, whatever that counts as, and what somebody wrote where it could not be
/// read.
void ListBuilder::restore(const KnownSheet& known, Row& row) {
  std::vector<Problem> told;
  for (Value& value : row) {
    const Source& source = value.source();
    if (!source || source.column == 0) {
      value = Value();
      continue;
    }
    const sml::Cell* cell = known.sheet->find({source.row, source.column});
    if (cell == nullptr || is_empty(*cell)) {
      value = Value::blank(source);
    } else if (value.is_blank() && known.foreign == nullptr) {
      value = read_own(*cell, source, told);
      if (value.is_hole()) value = Value::text(cell_text(*cell), source);
    }
  }
}

/// An ID that other sheets may point at, though its row is in no list.
void ListBuilder::remember_id(const Form& form, const SheetRow& row) {
  const auto column = std::ranges::find(form.columns, Kind::id, &Column::kind);
  if (column == form.columns.end() || form.sheet == result_sheet) return;
  const Value& id = row.values[static_cast<std::size_t>(column - form.columns.begin())];
  if (!id.is_blank()) review_.table(form.sheet).other_ids.insert(fold(to_text(id)));
}

void ListBuilder::tell_unused(const KnownSheet& known, const std::map<std::string, int>& unused) {
  for (const auto& [because, count] : unused) {
    problems_.add({Severity::note,
                   "BLAN-008",
                   place_of(known),
                   (count == 1 ? "1 rad används inte, eftersom "
                               : std::to_string(count) + " rader används inte, eftersom ") +
                       because + ".",
                   "",
                   {}});
  }
}

void ListBuilder::finish() {
  for (auto& [name, table] : review_.tables) {
    for (Row& row : table.rows) row.resize(table.field.fields.size());
  }
  tell_missing();
}

void ListBuilder::tell_missing() {
  const FileLocation folder{review_.folder};
  std::vector<std::string> absent;
  const auto add_absent = [&](const std::string& list) {
    if (!review_.table(list).given) absent.push_back("”" + list + "”");
  };
  for (const Form& form : forms()) {
    if (form.workbook == "kolumner" || form.sheet == result_sheet) continue;
    if (form.period == Period::both) add_absent(last_years(form.sheet));
    if (form.needed) {
      tell_needed(form);
    } else if (form.workbook != "Grunduppgifter") {
      add_absent(std::string(form.sheet));
    }
  }
  if (absent.empty()) return;
  problems_.add({Severity::note,
                 "BLAN-002",
                 folder,
                 absent.size() == 1
                     ? "Mappen har inget blad för " + absent.front() + ", så den listan är tom."
                     : "Mappen har inga blad för " + join(absent, "och") + ", så de listorna är tomma.",
                 "",
                 {}});
}

void ListBuilder::tell_needed(const Form& form) {
  const bool facts = form.sheet == "Uppgifter";
  if (facts ? review_.facts.given : review_.table(form.sheet).given) return;
  const bool yearly = form.period == Period::both && review_.report_year > 0;
  const std::string year = yearly ? " för " + std::to_string(review_.report_year) : "";
  problems_.add({facts ? Severity::error : Severity::hole,
                 "BLAN-001",
                 FileLocation{review_.folder},
                 "Bladet ”" + std::string(form.sheet) + "”" + year + " saknas i mappen.",
                 "Lägg arbetsboken i mappen, eller rätta bladets namn.",
                 {}});
}

}  // namespace lg::intake
