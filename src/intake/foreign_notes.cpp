#include "intake/foreign_notes.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/hidden_rows.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace lg::intake {
namespace {

constexpr std::size_t most_named = 8;

std::string quoted(std::string_view text) {
  return "”" + excerpt(text, 50) + "”";
}

/// The names, "… och 4 till" where they are many.
std::string named(std::vector<std::string> names) {
  const std::size_t all = names.size();
  if (all > most_named) {
    names.resize(most_named - 1);
    names.push_back(std::to_string(all - most_named + 1) + " till");
  }
  return join(names, "och");
}

/// With a capital letter and a full stop.
std::string as_sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text + ".";
}

std::string_view heading_of(const Form& form, int column) {
  return form.columns[static_cast<std::size_t>(column)].heading;
}

class ForeignNotes {
 public:
  ForeignNotes(const ForeignSheet& sheet, const std::string& file, const std::string& name,
               Problems& problems)
      : sheet_(sheet), file_(file), name_(name), problems_(problems) {}

  void tell(const std::vector<const Form*>& forms) {
    tell_understood(forms);
    for (const Form* form : forms) {
      if (const ForeignTable* table = sheet_.find(form->sheet)) tell_missing(*table);
    }
    for (const ForeignQuestion& question : sheet_.questions) {
      if (question.used || !is_missing(question)) tell_doubt(question);
    }
    tell_conflicts();
    tell_boards();
    tell_hidden_rows(sheet_.hidden, sheet_place(), problems_);
    tell_places(sheet_.as_above, Severity::warning, "BLAN-037",
                "Cellen är tom och läses som den närmast ovanför.", "Fyll i cellen om det inte stämmer.");
    tell_unclear();
    tell_left_out();
    tell_merged();
    tell_rest();
  }

 private:
  [[nodiscard]] CellLocation sheet_place() const { return {file_, name_, "", ""}; }
  [[nodiscard]] CellLocation place(sml::CellRef ref) const { return {file_, name_, ref.text(), ""}; }

  void add(Severity severity, const char* code, Location where, std::string message, std::string hint) {
    problems_.add({severity, code, std::move(where), std::move(message), std::move(hint), {}});
  }

  void tell_understood(const std::vector<const Form*>& forms) {
    std::vector<std::string> what;
    for (const Form* form : forms) {
      const ForeignTable* table = sheet_.find(form->sheet);
      const std::size_t rows = table == nullptr ? 0 : table->records.size();
      what.push_back(std::string(form->sheet) + " (" + std::to_string(rows) +
                     (rows == 1 ? " rad)" : " rader)"));
    }
    std::vector<std::string> read;
    std::optional<sml::CellRef> last;
    for (const ForeignHeading& heading : sheet_.headings) {
      if (heading.form == nullptr || std::ranges::find(forms, heading.form) == forms.end()) continue;
      const std::string_view ours = heading_of(*heading.form, heading.column);
      if (fold(ours) == fold(heading.text)) continue;
      if (!read.empty() && last == heading.ref) {  // one column of theirs, two of ours
        read.back() += " och " + std::string(ours);
      } else {
        read.push_back(quoted(heading.text) + " som " + std::string(ours));
      }
      last = heading.ref;
    }
    std::string message = "Bladet är inte uppställt som blanketten; det läses som " + join(what, "och");
    if (!read.empty()) message += ": " + join(read, "och");
    add(Severity::note, "BLAN-030", sheet_place(), message + ".",
        "Se hur varje rubrik har förståtts med kommandot tolka; rätta med kolumner.xlsx.");
  }

  /// One question of one column, however many headings may be it.
  void ask(const ForeignTable& table, int column, const std::vector<const ForeignQuestion*>& choices) {
    const std::string ours(heading_of(*table.form, column));
    const ForeignQuestion& first = *choices.front();
    if (choices.size() == 1) {
      add(Severity::error, "BLAN-031", place(first.ref),
          "Är " + quoted(first.heading) + " i " + first.ref.text() + " rubriken ”" + ours + "”, som behövs?",
          "Om ja, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): " + map_line(first) + ".");
      return;
    }
    std::vector<std::string> headings;
    std::vector<std::string> lines;
    for (const ForeignQuestion* choice : choices) {
      headings.push_back(quoted(choice->heading) + " (" + choice->ref.text() + ")");
      lines.push_back(map_line(*choice));
    }
    add(Severity::error, "BLAN-031", place(first.ref),
        "Vilken av rubrikerna " + join(headings, "och") + " är ”" + ours + "”, som behövs?",
        "Skriv en av raderna i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): " + join(lines, "eller") +
            ".");
  }

  void tell_conflicts() {
    for (const ForeignConflict& conflict : sheet_.conflicts) {
      const bool one_word = fold(conflict.used_heading) == fold(conflict.other_heading);
      problems_.add({Severity::error,
                     "BLAN-053",
                     place(conflict.other),
                     quoted(conflict.used_heading) + " i " + conflict.used.text() + " och " +
                         quoted(conflict.other_heading) + " i " + conflict.other.text() + " är båda ”" +
                         std::string(heading_of(*conflict.form, conflict.column)) + "” enligt kolumner.xlsx.",
                     one_word ? "Skriv kolumnen efter rubriken, till exempel ”" + conflict.used_heading +
                                    " (kolumn " + sml::column_letters(conflict.used.column) + ")”."
                              : "Låt bara en av raderna stå kvar, eller svara Nej på den ena.",
                     {place(conflict.used)}});
    }
  }

  void tell_nameless() {
    std::vector<std::string> cells;
    const BoardRows* first = nullptr;
    for (const BoardRows& rows : sheet_.boards) {
      if (rows.fate != BoardRows::Fate::nameless) continue;
      if (first == nullptr) first = &rows;
      cells.push_back(rows.first.text());
    }
    if (first == nullptr) return;
    const std::size_t count = cells.size();
    add(Severity::warning, "BLAN-054", place(first->first),
        (count == 1 ? std::string("Raden har ingen nämnd men läses som nämndens egen: ")
                    : std::to_string(count) + " rader har ingen nämnd men läses som nämndens egna: ") +
            named(std::move(cells)) + ".",
        "Skriv nämndens namn på raden om den hör till en annan nämnd.");
  }

  void tell_boards() {
    tell_nameless();
    std::vector<std::string> others;
    std::vector<std::string> unknown;
    for (const BoardRows& rows : sheet_.boards) {
      const std::string name = quoted(rows.name) + " (" + std::to_string(rows.count) + ")";
      if (rows.fate == BoardRows::Fate::left_out) others.push_back(name);
      if (rows.fate == BoardRows::Fate::unknown) unknown.push_back(name);
      if (rows.fate != BoardRows::Fate::asked) continue;
      const std::string line = std::string(rows.form->sheet) + " | " + rows.name + " | ";
      add(Severity::warning, "BLAN-051", place(rows.first),
          "Hör " + std::string(rows.count == 1 ? "raden" : "raderna") + " för " + quoted(rows.name) +
              " till nämndens " + std::string(rows.form->sheet) + "? " +
              (rows.count == 1 ? "Den läses inte." : "De läses inte."),
          "Svara i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): " + line + "Läs eller " + line +
              "Läs inte.");
    }
    if (!others.empty()) {
      add(Severity::note, "BLAN-050", sheet_place(),
          "Bladet har rader för flera nämnder; de andras läses inte: " + join(others, "och") + ".",
          "Nämnden står i bladet Uppgifter. Ska en annan nämnds rader läsas, skriv dess namn i kolumner.xlsx "
          "med Läs i Rubrik här.");
    }
    if (unknown.empty()) return;
    add(Severity::error, "BLAN-051", sheet_place(),
        (unknown.size() == 1
             ? "Bladets rader är en annan nämnds än den i bladet Uppgifter: "
             : "Bladet har rader för flera nämnder, men ingen heter som i bladet Uppgifter: ") +
            join(unknown, "och") + ".",
        "Skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här) vilka rader som ska läsas: VoR | "
        "nämndens namn i filen | Läs. Ska bladet inte läsas, skriv dess namn med Läs inte i Blad här.");
  }

  /// A column that is demanded is asked of with the error that it is missing.
  [[nodiscard]] bool is_missing(const ForeignQuestion& question) const {
    const ForeignTable* table = sheet_.find(question.form->sheet);
    if (table == nullptr) return question.column != column_of(*question.form, "Kontroll");
    const std::vector<int> missing = missing_columns(sheet_, *table);
    return std::ranges::find(missing, question.column) != missing.end();
  }

  void tell_unclear() {
    constexpr std::size_t told_each = 2;
    if (sheet_.unclear.size() <= told_each) {
      tell_places(sheet_.unclear, Severity::warning, "BLAN-036",
                  "Raden är varken en risk eller en kontroll och läses inte.",
                  "Flytta texten till rätt kolumn om den ska läsas.");
      return;
    }
    std::vector<std::string> cells;
    for (const sml::CellRef ref : sheet_.unclear) cells.push_back(ref.text());
    add(Severity::warning, "BLAN-036", place(sheet_.unclear.front()),
        std::to_string(sheet_.unclear.size()) +
            " rader är varken risker eller kontroller och läses inte: " + named(std::move(cells)) + ".",
        "Flytta texterna till rätt kolumn om de ska läsas.");
  }

  void tell_missing(const ForeignTable& table) {
    std::vector<std::string> unsaid;
    for (const int column : missing_columns(sheet_, table)) {
      std::vector<const ForeignQuestion*> choices;
      for (const ForeignQuestion& question : sheet_.questions) {
        if (question.form == table.form && question.column == column) choices.push_back(&question);
      }
      if (!choices.empty()) {
        ask(table, column, choices);
        continue;
      }
      if (may_be_unsaid(*table.form, column)) {
        unsaid.emplace_back("”" + std::string(heading_of(*table.form, column)) + "”");
        continue;
      }
      const sml::CellRef first = sheet_.headings.empty() ? sml::CellRef{} : sheet_.headings.front().ref;
      add(Severity::error, "BLAN-011", place({sheet_.header_row, first.column}),
          "Kolumnen ”" + std::string(heading_of(*table.form, column)) + "” saknas i bladet.",
          "Lägg till kolumnen, eller skriv i kolumner.xlsx vilken rubrik i bladet som är den.");
    }
    if (unsaid.empty()) return;
    add(Severity::warning, "BLAN-049", sheet_place(),
        (unsaid.size() == 1 ? "Bladet har ingen kolumn för " : "Bladet har inga kolumner för ") +
            join(unsaid, "och") + "; kontrollerna läses utan.",
        "Står det i en annan kolumn, skriv i kolumner.xlsx vilken rubrik det är.");
  }

  void tell_doubt(const ForeignQuestion& question) {
    add(Severity::warning, "BLAN-032", place(question.ref),
        "Är " + quoted(question.heading) + " i " + question.ref.text() + " rubriken ”" +
            std::string(heading_of(*question.form, question.column)) + "”? " + as_sentence(question.because),
        "Om ja, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): " + map_line(question) + ".");
  }

  void tell_places(const std::vector<sml::CellRef>& places, Severity severity, const char* code,
                   const std::string& message, const std::string& hint) {
    for (const sml::CellRef ref : places) add(severity, code, place(ref), message, hint);
  }

  void tell_left_out() {
    std::vector<std::string> cells;
    std::vector<sml::CellRef> places = sheet_.left_out;
    std::ranges::sort(places);
    for (const sml::CellRef ref : places) cells.push_back(ref.text());
    if (cells.empty()) return;
    const std::string count = cells.size() == 1
                                  ? "En rad som inte är data läses inte: "
                                  : std::to_string(cells.size()) + " rader som inte är data läses inte: ";
    add(Severity::note, "BLAN-034", sheet_place(), count + named(std::move(cells)) + ".",
        "Det är rubriker, summor, förklaringar och liknande. Kontrollera att ingen risk finns bland dem.");
  }

  void tell_merged() {
    std::vector<std::string> ranges;
    for (const sml::CellRange& range : sheet_.merged) ranges.push_back(range.text());
    if (ranges.empty()) return;
    add(Severity::note, "BLAN-038", sheet_place(),
        "Sammanfogade celler läses för alla rader som de täcker: " + named(std::move(ranges)) + ".", "");
  }

  void tell_rest() {
    if (sheet_.area_by_process) {
      add(Severity::note, "BLAN-039", sheet_place(),
          "Bladet har ingen kolumn för Område, så processens namn blir område i rapporten.",
          "Skriv i kolumner.xlsx vilken rubrik som är Område om det ska vara något annat.");
    }
    if (!sheet_.area_from.empty()) {
      add(sheet_.area_guessed ? Severity::warning : Severity::note, "BLAN-039", sheet_place(),
          "Bladet har ingen kolumn för Område, så " + sheet_.area_from + " blir område i rapporten.",
          "Skriv i kolumner.xlsx vilken rubrik som är Område om det ska vara något annat.");
    }
    if (sheet_.by_place) {
      add(Severity::warning, "BLAN-040", place(*sheet_.by_place),
          "I cellen står två tal utan ord; det första läses som sannolikhet och det andra som konsekvens.",
          "Kontrollera ordningen. Skriv annars talen i var sin kolumn.");
    }
    tell_category();
    std::set<std::string> own;
    std::vector<std::string> names;
    for (const ForeignTable& table : sheet_.tables) {
      for (const std::string& name : table.own) {
        if (own.insert(fold(name)).second) names.push_back("”" + name + "”");
      }
    }
    if (names.empty()) return;
    const bool one = names.size() == 1;
    add(Severity::note, "BLAN-019", sheet_place(),
        (one ? "Kolumnen " : "Kolumnerna ") + join(names, "och") +
            (one ? " är bladets egen; den kan användas i mallen."
                 : " är bladets egna; de kan användas i mallen."),
        "");
  }

  /// An export of all risks, of which some are said to be of information security.
  void tell_category() {
    const ForeignTable* events = sheet_.find("VoR");
    if (events == nullptr) return;
    const int security = column_of(*events->form, "Informationssäkerhet");
    if (events->columns.contains(security)) return;
    const int area = column_of(*events->form, "Område");
    std::size_t count = 0;
    const sml::Cell* first = nullptr;
    for (const ForeignRecord& record : events->records) {
      const auto found = record.cells.find(area);
      if (found == record.cells.end() || !fold(cell_text(found->second)).starts_with("informationssäkerhet"))
        continue;
      if (first == nullptr) first = &found->second;
      ++count;
    }
    if (first == nullptr || count == events->records.size() || sheet_.area_by_process) return;
    const auto heading = std::ranges::find_if(sheet_.headings, [&](const ForeignHeading& one) {
      return one.form == events->form && one.column == area;
    });
    if (heading == sheet_.headings.end()) return;
    add(Severity::warning, "BLAN-041", place(first->ref),
        std::to_string(count) + " av " + std::to_string(events->records.size()) + " risker har " +
            quoted(cell_text(*first)) + " i " + quoted(heading->text) + ", men alla kommer med i rapporten.",
        "Ska bara de komma med, skriv i kolumner.xlsx (Blad | Rubrik i filen | Rubrik här): VoR | " +
            heading->text + " | Informationssäkerhet.");
  }

  const ForeignSheet& sheet_;
  const std::string& file_;
  const std::string& name_;
  Problems& problems_;
};

}  // namespace

void tell_foreign(const ForeignSheet& sheet, const std::string& file, const std::string& name,
                  const std::vector<const Form*>& forms, Problems& problems) {
  ForeignNotes(sheet, file, name, problems).tell(forms);
}

std::string map_line(const ForeignQuestion& question) {
  return std::string(question.form->sheet) + " | " + question.heading + " | " +
         std::string(heading_of(*question.form, question.column));
}

std::vector<int> missing_columns(const ForeignSheet& sheet, const ForeignTable& table) {
  std::vector<int> missing;
  const bool print = sheet.layout == Layout::print;
  for (std::size_t i = 0; i < table.form->columns.size(); ++i) {
    const Column& column = table.form->columns[i];
    const int position = static_cast<int>(i);
    const bool demanded = column.need == Need::required || column.need == Need::ruled;
    if (!demanded || table.columns.contains(position)) continue;
    if (column.heading == "VoR-ID" || column.heading == "Kontroll-ID") continue;
    if (print && !may_be_unsaid(*table.form, position)) continue;  // told block by block
    const bool any = std::ranges::any_of(
        table.records, [position](const ForeignRecord& record) { return record.cells.contains(position); });
    if (!any) missing.push_back(position);
  }
  return missing;
}

}  // namespace lg::intake
