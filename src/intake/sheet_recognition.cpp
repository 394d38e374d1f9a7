#include "intake/sheet_recognition.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/foreign_area.hpp"
#include "intake/foreign_board.hpp"
#include "intake/foreign_event.hpp"
#include "intake/foreign_notes.hpp"
#include "intake/foreign_reader.hpp"
#include "intake/foreign_words.hpp"
#include "intake/sheet_name.hpp"
#include "intake/unread_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace lg::intake {
namespace {

/// Sheets that other systems may lay out in their own way.
bool may_be_foreign(const Form& form) {
  return form.sheet == "VoR" || form.sheet == "IKP";
}

bool has_all_needed(const HeaderRow& header, const Form& form) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (form.columns[i].need == Need::optional) continue;
    const auto same = [i](const Heading& heading) { return heading.declared == static_cast<int>(i); };
    if (std::ranges::none_of(header.headings, same)) return false;
  }
  return header.row > 0;
}

/// Cells merged below the headings: down over rows that hold something else, or across as a heading of a
/// group.
bool has_merged_rows(const sml::Worksheet& sheet, const HeaderRow& header) {
  return std::ranges::any_of(sheet.merges, [&](const sml::CellRange& merge) {
    if (merge.first == merge.last || merge.first.row <= header.row) return false;
    const sml::Cell* cell = sheet.find(merge.first);
    if (cell == nullptr || is_empty(*cell)) return false;
    const bool is_read = std::ranges::any_of(header.headings, [&](const Heading& heading) {
      return heading.column >= merge.first.column && heading.column <= merge.last.column;
    });
    const bool across = merge.last.column > merge.first.column && sheet.row(merge.first.row).size() == 1;
    const bool over_rows = std::ranges::any_of(sheet.cells, [&](const sml::Cell& other) {
      return other.ref.row > merge.first.row && other.ref.row <= merge.last.row && !is_empty(other) &&
             !merge.contains(other.ref);
    });
    return is_read && (across || over_rows);
  });
}

/// A column Nämnd with the names of several boards, or of another one.
bool has_boards(const sml::Worksheet& sheet, const HeaderRow& header, const std::string& board) {
  const auto heading = std::ranges::find_if(
      header.headings, [](const Heading& one) { return one.declared < 0 && fold(one.text) == "nämnd"; });
  if (heading == header.headings.end()) return false;
  std::set<std::string> names;
  for (const sml::Cell& cell : sheet.cells) {
    const bool below = cell.ref.column == heading->column && cell.ref.row > header.row;
    if (below && !is_empty(cell)) names.insert(fold(cell_text(cell)));
  }
  const bool other = names.size() == 1 && !board.empty() && !is_board(*names.begin(), board);
  return names.size() > 1 || other;
}

/// Likelihoods and consequences are mostly words: "3 - Möjlig".
bool has_worded_steps(const sml::Worksheet& sheet, const HeaderRow& header, const Form& form) {
  std::set<int> steps;
  for (const Heading& heading : header.headings) {
    if (heading.declared >= 0 && form.columns[static_cast<std::size_t>(heading.declared)].code == "VOR-103")
      steps.insert(heading.column);
  }
  std::size_t words = 0;
  std::size_t all = 0;
  for (const sml::Cell& cell : sheet.cells) {
    if (cell.ref.row <= header.row || is_empty(cell) || !steps.contains(cell.ref.column)) continue;
    ++all;
    const auto* text = std::get_if<std::string_view>(&cell.value);
    if (text != nullptr && !parse_number(*text) && fold(*text) != "bedömningsaknas") ++words;
  }
  return words * 2 > all;
}

/// The sheet is laid out as the form, so that the ordinary reader reads all of it.
bool is_as_form(const sml::Worksheet& sheet, const Form& form, const HeadingMap& map,
                const std::string& board) {
  const HeaderRow header = find_header_row(sheet, form, map);
  return has_all_needed(header, form) && !has_merged_rows(sheet, header) &&
         !has_worded_steps(sheet, header, form) && !has_boards(sheet, header, board);
}

/// One of our own sheets after all, with something left out of it: nothing but its headings was needed to
/// understand it, and they are ours. Then the ordinary reader says what is missing.
bool is_ours_with_a_gap(const ForeignSheet& sheet, const Form& form) {
  const bool plain = sheet.layout == Layout::table && sheet.tables.size() == 1 && sheet.merged.empty() &&
                     sheet.as_above.empty() && sheet.questions.empty() && !sheet.area_by_process &&
                     sheet.boards.empty();
  if (!plain) return false;
  const bool headings = std::ranges::all_of(sheet.headings, [&form](const ForeignHeading& heading) {
    if (heading.form == nullptr) return !heading.left_out;
    const Column& column = form.columns[static_cast<std::size_t>(heading.column)];
    const auto same = [&heading](std::string_view name) { return fold(name) == fold(heading.text); };
    return same(column.heading) || std::ranges::any_of(column.aliases, same);
  });
  // Values that no column of the sheet holds come from groups or from parts of cells.
  const ForeignTable& table = sheet.tables.front();
  return headings && std::ranges::all_of(table.records, [&table](const ForeignRecord& record) {
           return std::ranges::all_of(record.cells,
                                      [&](const auto& cell) { return table.columns.contains(cell.first); });
         });
}

/// The rows of the records that the sheet does not show.
std::vector<int> hidden_rows(const ForeignSheet& understood, const sml::Worksheet& sheet) {
  std::set<int> rows;
  for (const ForeignTable& table : understood.tables) {
    for (const ForeignRecord& record : table.records) {
      if (sheet.is_hidden_row(record.row)) rows.insert(record.row);
    }
  }
  return {rows.begin(), rows.end()};
}

class Recognition {
 public:
  Recognition(FoundSheets& found, const ColumnMap& columns, int report_year, std::string board,
              Problems& problems)
      : found_(found),
        columns_(columns),
        report_year_(report_year),
        board_(std::move(board)),
        problems_(problems) {}

  void run() {
    for (KnownSheet& known : std::exchange(found_.sheets, {})) settle_known(std::move(known));
    // What must be asked of comes last: another sheet may be the list.
    std::vector<const UnknownSheet*> asked;
    for (const UnknownSheet& unknown : found_.unknown) {
      if (is_asked(unknown)) {
        asked.push_back(&unknown);
      } else {
        settle_unknown(unknown);
      }
    }
    for (const UnknownSheet* unknown : asked) settle_unknown(*unknown);
    mark_mixed(found_.sheets);
  }

 private:
  void settle_known(KnownSheet known) {
    if (const auto rule = columns_.rule(known.sheet->name)) {
      if (rule->form == nullptr) {
        tell_not_read(*known.workbook, *known.sheet);
        return;
      }
      const KnownSheet other = known_sheet(*known.workbook, *known.sheet, *rule->form);
      known = other;
    }
    const Form& form = *known.form;
    const bool ours = !may_be_foreign(form) || std::ranges::all_of(known.sheet->cells, is_empty) ||
                      is_as_form(*known.sheet, form, columns_.headings(form, known.sheet->name), board_);
    if (ours || !read_foreign(*known.workbook, *known.sheet, &form))
      found_.sheets.push_back(std::move(known));
  }

  [[nodiscard]] bool is_asked(const UnknownSheet& unknown) const {
    const auto understood = understand_sheet(*unknown.sheet, columns_.foreign(unknown.sheet->name), nullptr);
    return understood && is_only_asked(*understood);
  }

  void settle_unknown(const UnknownSheet& unknown) {
    const sml::Worksheet& sheet = *unknown.sheet;
    if (std::ranges::all_of(sheet.cells, is_empty)) return;
    if (const auto rule = columns_.rule(sheet.name)) {
      if (rule->form == nullptr) {
        tell_not_read(*unknown.workbook, sheet);
      } else {
        settle_known(known_sheet(*unknown.workbook, sheet, *rule->form));
      }
      return;
    }
    const bool hidden = sheet.visibility != sml::Visibility::visible;
    const bool near = near_name(sheet).has_value();
    if (!hidden && !near && read_by_headings(unknown)) return;
    if (!hidden && read_foreign(*unknown.workbook, sheet, nullptr)) return;
    if (!hidden && !near && ask_of_sheet(unknown)) return;
    if (!hidden && !near && tell_list(unknown)) return;
    tell_unknown(unknown, problems_);
  }

  /// A sheet with all that a form demands, under another name.
  bool read_by_headings(const UnknownSheet& unknown) {
    for (const Form& form : forms()) {
      const bool basics = form.workbook == "Grunduppgifter" || form.sheet == "Kolumner";
      if (basics || form.sheet == "IKP-uppföljning" || form.sheet == "Områdesstatus" ||
          form.sheet == "Staden")
        continue;
      const HeadingMap map = columns_.headings(form, unknown.sheet->name);
      const HeaderRow header = find_header_row(*unknown.sheet, form, map);
      const auto known =
          std::ranges::count_if(header.headings, [](const Heading& h) { return h.declared >= 0; });
      if (known < 4 || !has_all_needed(header, form) || !is_as_form(*unknown.sheet, form, map, board_))
        continue;
      KnownSheet sheet = known_sheet(*unknown.workbook, *unknown.sheet, form);
      if (is_given(sheet)) {
        tell_given(sheet);
        return true;
      }
      problems_.add({Severity::note,
                     "BLAN-033",
                     place(*unknown.workbook, *unknown.sheet),
                     "Bladet ”" + unknown.sheet->name + "” känns igen på sina rubriker och läses som " +
                         std::string(form.sheet) + ".",
                     "Ska det inte läsas, skriv bladets namn i kolumner.xlsx med Läs inte i Blad här.",
                     {}});
      found_.sheets.push_back(std::move(sheet));
      return true;
    }
    return false;
  }

  /// False when the sheet could not be understood in any layout.
  bool read_foreign(const sml::Workbook& workbook, const sml::Worksheet& sheet, const Form* hint) {
    auto understood = understand_sheet(sheet, columns_.foreign(sheet.name), hint);
    if (!understood) return false;
    if (hint != nullptr && understood->find(hint->sheet) == nullptr) return false;
    const bool other = std::ranges::any_of(
        found_.sheets, [](const KnownSheet& known) { return known.form->sheet == "VoR" && known.foreign; });
    if (hint == nullptr && other && is_only_asked(*understood)) return false;
    keep_board(*understood, board_, columns_.headings(*find_form("VoR"), sheet.name));
    std::erase_if(understood->tables, [](const ForeignTable& table) { return table.records.empty(); });
    if (hint != nullptr && is_ours_with_a_gap(*understood, *hint) && !has_words(sheet, *hint)) return false;
    give_area(*understood, sheet.name);
    understood->hidden = hidden_rows(*understood, sheet);
    for (ForeignTable& table : understood->tables) {
      KnownSheet known = known_sheet(workbook, sheet, *table.form);
      if (!table.made_ids) continue;
      std::size_t& made =
          made_ids_[{table.form, understood->year.value_or(known.year.value_or(report_year_))}];
      table.made_before = std::exchange(made, made + table.records.size());
    }
    const auto foreign = std::make_shared<const ForeignSheet>(std::move(*understood));
    std::vector<const Form*> read;
    for (const ForeignTable& table : foreign->tables) {
      KnownSheet known = known_sheet(workbook, sheet, *table.form);
      if (foreign->year && (!known.year || known.workbook_year)) {
        known.year = foreign->year;
        known.workbook_year = false;
      }
      known.foreign = foreign;
      const bool by_name = table.form == hint;
      if (!by_name && is_given(known)) {
        tell_given(known);
        continue;
      }
      read.push_back(table.form);
      found_.sheets.push_back(std::move(known));
    }
    if (!read.empty()) tell_foreign(*foreign, workbook.file_name, sheet.name, read, problems_);
    return true;
  }

  /// A sheet that names risks but has no figures of them may be the folder's VoR: only the ISAM knows.
  bool ask_of_sheet(const UnknownSheet& unknown) {
    const Form& events = *find_form("VoR");
    if (is_given(known_sheet(*unknown.workbook, *unknown.sheet, events))) return false;
    const auto understood = understand_sheet(*unknown.sheet, columns_.foreign(unknown.sheet->name), &events);
    const ForeignTable* table = understood ? understood->find("VoR") : nullptr;
    if (table == nullptr) return ask_of_event(unknown);
    if (understood->layout != Layout::table) return false;
    const int event = column_of(events, "Oönskad händelse");
    const bool names_risks = std::ranges::any_of(understood->headings, [&](const ForeignHeading& heading) {
      const std::string word = fold(heading.text);
      return heading.form == &events && heading.column == event &&
             (word.find("risk") != std::string::npos || word.find("händelse") != std::string::npos);
    });
    if (!names_risks) return false;
    problems_.add(
        {Severity::warning,
         "BLAN-047",
         place(*unknown.workbook, *unknown.sheet),
         "Bladet liknar VoR men har varken sannolikhet eller konsekvens som går att känna igen, så det "
         "läses inte.",
         "Är det VoR, skriv i kolumner.xlsx (Blad | Blad här): " + unknown.sheet->name +
             " | VoR. Kör sedan igen; då sägs vilka rubriker som behövs.",
         {}});
    return true;
  }

  /// A list that the folder lacks may be this one, with headings that nobody knows.
  bool tell_list(const UnknownSheet& unknown) {
    const Form* form = likely_list(unknown);
    const auto same = [form](const KnownSheet& known) { return known.form == form; };
    if (form == nullptr || std::ranges::any_of(found_.sheets, same)) return false;
    tell_unread_list(unknown, *form, problems_);
    return true;
  }

  /// A table with figures of risks, of which no heading is the event.
  bool ask_of_event(const UnknownSheet& unknown) {
    const auto same = [](const KnownSheet& known) { return known.form->sheet == "VoR" && known.foreign; };
    if (std::ranges::any_of(found_.sheets, same)) return false;
    const auto heading =
        find_event_heading(ForeignGrid(*unknown.sheet), columns_.foreign(unknown.sheet->name));
    if (!heading) return false;
    problems_.add(
        {Severity::warning,
         "BLAN-047",
         place(*unknown.workbook, *unknown.sheet),
         "Bladet liknar VoR, men ingen rubrik är den oönskade händelsen, så det läses inte.",
         "Är det VoR, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): " + unknown.sheet->name +
             " | " + *heading + " | Oönskad händelse, eller den rubrik som är det.",
         {}});
    return true;
  }

  [[nodiscard]] bool has_words(const sml::Worksheet& sheet, const Form& form) const {
    return has_worded_steps(sheet, find_header_row(sheet, form, columns_.headings(form, sheet.name)), form);
  }

  /// The folder has the list for that year in a sheet that is known by its name.
  [[nodiscard]] bool is_given(const KnownSheet& sheet) const {
    const auto year = [this](const KnownSheet& one) { return one.year.value_or(report_year_); };
    return std::ranges::any_of(found_.sheets, [&](const KnownSheet& other) {
      if (other.form != sheet.form || other.sheet == sheet.sheet) return false;
      const bool named = find_form(other.sheet->name) != nullptr ||
                         find_form(parse_sheet_name(other.sheet->name).stem) != nullptr;
      const bool yearly = sheet.form->period == Period::both;
      return named && (!yearly || year(other) == year(sheet));
    });
  }

  void tell_given(const KnownSheet& sheet) {
    problems_.add({Severity::note,
                   "BLAN-042",
                   place(*sheet.workbook, *sheet.sheet),
                   "Bladet ser ut att vara " + std::string(sheet.form->sheet) +
                       ", men mappen har redan ett sådant blad, så det läses inte.",
                   "Ska det läsas i stället, skriv bladets namn i kolumner.xlsx och " +
                       std::string(sheet.form->sheet) + " i Blad här, och ta bort det andra.",
                   {}});
  }

  void tell_not_read(const sml::Workbook& workbook, const sml::Worksheet& sheet) {
    problems_.add({Severity::note,
                   "BLAN-045",
                   place(workbook, sheet),
                   "Bladet läses inte, eftersom kolumner.xlsx säger det.",
                   "",
                   {}});
  }

  static CellLocation place(const sml::Workbook& workbook, const sml::Worksheet& sheet) {
    return {workbook.file_name, sheet.name, "", ""};
  }

  FoundSheets& found_;
  const ColumnMap& columns_;
  int report_year_;
  std::string board_;
  std::map<std::pair<const Form*, int>, std::size_t> made_ids_;  // by form and year
  Problems& problems_;
};

}  // namespace

void recognise_sheets(FoundSheets& found, const ColumnMap& columns, int report_year, const std::string& board,
                      Problems& problems) {
  Recognition(found, columns, report_year, board, problems).run();
}

}  // namespace lg::intake
