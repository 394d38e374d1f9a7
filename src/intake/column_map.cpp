#include "intake/column_map.hpp"

#include "base/text.hpp"
#include "intake/sheet_name.hpp"
#include "intake/table_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lg::intake {
namespace {

enum : std::size_t {
  sheet_column,
  theirs_column,
  ours_column,
  our_sheet_column,
  question_column,
  answer_column
};

std::vector<std::string> names_of_forms() {
  std::vector<std::string> names;
  for (const Form& form : forms()) names.emplace_back(form.sheet);
  return names;
}

/// The declared heading that a name nearly is; nothing when it is one, or is near none.
std::optional<std::string> nearly(const Form& form, std::string_view name) {
  std::vector<std::string> headings;
  for (const Column& column : form.columns) {
    const auto same = [&](std::string_view other) { return fold(other) == fold(name); };
    if (same(column.heading) || std::ranges::any_of(column.aliases, same)) return {};
    headings.emplace_back(column.heading);
  }
  return nearest(name, headings);
}

void tell(const Value& value, std::string_view what, const std::optional<std::string>& near,
          Problems& problems) {
  problems.add({Severity::warning,
                "BLAN-018",
                value.source().location(),
                std::string(what) + " ”" + to_text(value) + "” finns inte bland blanketterna.",
                near ? "Menade du ”" + *near + "”?"
                     : "Skriv namnet på ett blad som programmet känner, till exempel VoR.",
                {}});
}

const Form* form_of(const Value& name) {
  const Form* form = find_form(to_text(name));
  return form == nullptr ? find_form(parse_sheet_name(to_text(name)).stem) : form;
}

/// The form that has the heading, of those that a foreign sheet may hold.
const Form* form_with(std::string_view heading) {
  for (const std::string_view sheet : {"VoR", "IKP"}) {
    const Form* form = find_form(sheet);
    const auto same = [&](const Column& column) { return fold(column.heading) == fold(heading); };
    if (std::ranges::any_of(form->columns, same)) return form;
  }
  return nullptr;
}

bool has_sheet(const FoundSheets& found, std::string_view name) {
  const std::string folded = fold(name);
  const auto same = [&](const auto& one) { return fold(one.sheet->name) == folded; };
  return std::ranges::any_of(found.sheets, same) || std::ranges::any_of(found.unknown, same);
}

Problem half_filled(const Value& missing, std::string_view heading) {
  return {Severity::error,  "BLAN-101", missing.source().location(), std::string(heading) + " saknas.",
          "Fyll i cellen.", {}};
}

class MapReader {
 public:
  MapReader(const FoundSheets& found, ColumnMap& map, Problems& problems)
      : found_(found), map_(map), problems_(problems) {}

  void add(const SheetRow& row) {
    for (const Problem& problem : row.problems) problems_.add(problem);
    const bool whole = std::ranges::none_of(row.values, [](const Value& value) { return value.is_hole(); });
    if (!whole || is_unanswered(row)) return;
    const Value& sheet = row.values[sheet_column];
    const Value& our_sheet = row.values[our_sheet_column];
    const Value& theirs = row.values[theirs_column];
    const Value& ours = row.values[ours_column];
    if (!our_sheet.is_blank() && !add_rule(sheet, our_sheet)) return;
    if (theirs.is_blank() && ours.is_blank() && !our_sheet.is_blank()) return;
    if (theirs.is_blank() || ours.is_blank()) {
      problems_.add(theirs.is_blank() ? half_filled(theirs, "Rubrik i filen")
                                      : half_filled(ours, "Rubrik här"));
      return;
    }
    add_heading(sheet, our_sheet, theirs, ours);
  }

 private:
  /// A question that the program wrote, which nobody has answered with Ja.
  static bool is_unanswered(const SheetRow& row) {
    const bool* answer = row.values[answer_column].as_flag();
    return !row.values[question_column].is_blank() && (answer == nullptr || !*answer);
  }

  /// False when nobody knows what the sheet is to be.
  bool add_rule(const Value& sheet, const Value& our_sheet) {
    const Form* form = form_of(our_sheet);
    if (form == nullptr && !is_not_read(to_text(our_sheet))) {
      tell(our_sheet, "Bladet", nearest(to_text(our_sheet), names_of_forms()), problems_);
      return false;
    }
    map_.add_rule(to_text(sheet), {form});
    return true;
  }

  void add_heading(const Value& sheet, const Value& our_sheet, const Value& theirs, const Value& ours) {
    const Form* form = our_sheet.is_blank() ? form_of(sheet) : form_of(our_sheet);
    const bool in_files = has_sheet(found_, to_text(sheet));
    if (form == nullptr && in_files) form = form_with(to_text(ours));
    if (form == nullptr && !in_files) {
      tell(sheet, "Bladet", nearest(to_text(sheet), names_of_forms()), problems_);
      return;
    }
    if (form != nullptr) {
      if (const auto near = nearly(*form, to_text(ours))) tell(ours, "Rubriken", near, problems_);
    }
    // A sheet's own name means that sheet, also where it is a form's with a year behind.
    const bool by_form =
        form_of(sheet) != nullptr && (!in_files || fold(form_of(sheet)->sheet) == fold(to_text(sheet)));
    const std::string name = by_form ? std::string(form->sheet) : to_text(sheet);
    const Form* said = our_sheet.is_blank() ? nullptr : form;
    const auto first = map_.add_heading(name, said, to_text(theirs), to_text(ours));
    const std::string key =
        fold(name) + "\n" + (said == nullptr ? "" : std::string(said->sheet)) + "\n" + fold(to_text(theirs));
    const auto [place, added] = places_.emplace(key, ours.source().location());
    if (!first) return;
    problems_.add(
        {Severity::error,
         "BLAN-053",
         ours.source().location(),
         "”" + to_text(theirs) + "” är ”" + *first + "” på en rad ovanför och ”" + to_text(ours) + "” här.",
         "Låt bara en av raderna stå kvar, eller svara Nej på den ena.",
         {place->second}});
  }

  const FoundSheets& found_;
  ColumnMap& map_;
  Problems& problems_;
  std::map<std::string, Location> places_;  // by sheet, form and heading: where the line that counts stands
};

/// The headings that the form has, and those that are not read.
HeadingMap part_of(const HeadingMap& map, const Form& form) {
  HeadingMap part;
  for (const auto& [theirs, ours] : map) {
    const auto same = [&](std::string_view heading) { return fold(heading) == fold(ours); };
    const bool has = std::ranges::any_of(form.columns, [&](const Column& column) {
      return same(column.heading) || std::ranges::any_of(column.aliases, same);
    });
    if (has || is_not_read(ours)) part.emplace(theirs, ours);
  }
  return part;
}

}  // namespace

HeadingMap ColumnMap::headings(const Form& form, std::string_view sheet) const {
  HeadingMap map;
  for (const std::string_view name : {sheet, form.sheet}) {
    const auto lines = headings_.find(fold(name));
    if (lines == headings_.end()) continue;
    for (const std::string_view of : {form.sheet, std::string_view()}) {
      if (const auto found = lines->second.find(of); found != lines->second.end())
        map.insert(found->second.begin(), found->second.end());
    }
  }
  return map;
}

ForeignMap ColumnMap::foreign(std::string_view sheet) const {
  const Form& events = *find_form("VoR");
  const Form& controls = *find_form("IKP");
  return {part_of(headings(events, sheet), events), part_of(headings(controls, sheet), controls)};
}

std::optional<ColumnMap::SheetRule> ColumnMap::rule(std::string_view sheet) const {
  const auto found = rules_.find(fold(sheet));
  if (found == rules_.end() || both_.contains(found->first)) return {};
  return found->second;
}

std::optional<std::string> ColumnMap::add_heading(std::string_view sheet, const Form* form,
                                                  std::string_view theirs, std::string ours) {
  HeadingMap& lines = headings_[fold(sheet)][form == nullptr ? "" : std::string(form->sheet)];
  const std::string folded = fold(ours);
  const auto [line, added] = lines.emplace(fold(theirs), std::move(ours));
  if (added || fold(line->second) == folded) return {};
  return line->second;
}

void ColumnMap::add_rule(std::string_view sheet, SheetRule rule) {
  const auto [known, added] = rules_.try_emplace(fold(sheet), rule);
  // A sheet that is both, risks and controls, is understood as a whole.
  if (!added && known->second.form != rule.form) both_.insert(fold(sheet));
}

ColumnMap read_column_map(const FoundSheets& found, domain::Review& review, Problems& problems) {
  ColumnMap map;
  MapReader reader(found, map, problems);
  for (const KnownSheet& known : found.sheets) {
    if (known.form->sheet != "Kolumner") continue;
    SheetOrigin& origin =
        review.origins.emplace_back(SheetOrigin{known.workbook->file_name, known.sheet->name, {}});
    const SheetTable table = read_table(*known.sheet, *known.form, {}, origin, problems);
    for (const SheetRow& row : table.rows) {
      review.ledger.add({&origin, row.number, source_of(row.values).column, std::string(known.form->sheet),
                         to_text(row.values[theirs_column]), ""});
      reader.add(row);
    }
  }
  return map;
}

}  // namespace lg::intake
