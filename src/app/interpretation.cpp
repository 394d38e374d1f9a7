#include "app/interpretation.hpp"

#include "app/review_files.hpp"
#include "base/text.hpp"
#include "intake/foreign_notes.hpp"
#include "intake/foreign_sheet.hpp"
#include "intake/form_writer.hpp"
#include "intake/review_reader.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <variant>

namespace lg::app {
namespace {

using intake::ForeignHeading;
using intake::ForeignQuestion;
using intake::ForeignSheet;
using intake::KnownSheet;

constexpr std::size_t rows_shown = 3;
constexpr std::size_t heading_width = 34;

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = lg::length(text);
  if (length < width) text.append(width - length, ' ');
  return text;
}

std::string_view ours(const ForeignHeading& heading) {
  return heading.form->columns[static_cast<std::size_t>(heading.column)].heading;
}

/// The heading without that of the group of columns over it.
std::string plain(const std::string& text) {
  const std::size_t colon = text.find(": ");
  return colon == std::string::npos ? text : text.substr(colon + 2);
}

std::string reason(const ForeignHeading& heading) {
  if (heading.form != nullptr && fold(ours(heading)) == fold(heading.text)) return "samma namn";
  switch (heading.sureness) {
    case intake::Sureness::mapped: return "kolumner.xlsx";
    case intake::Sureness::own:
    case intake::Sureness::known: break;
    case intake::Sureness::wide: return "allmänt ord, inget annat passar bättre";
    case intake::Sureness::title: return "riskens namn";
    case intake::Sureness::ask: return "osäkert";
  }
  const auto word = intake::guess_heading(*heading.form, plain(heading.text));
  return word && word->column == heading.column ? "känt ord" : "ordet och det som står i kolumnen";
}

class Teller {
 public:
  Teller(const domain::Review& review, Interpretation& made) : review_(review), made_(made) {}

  /// `sheets` are the readings of one sheet: of risks, of controls or of both.
  void tell(const std::vector<const KnownSheet*>& sheets) {
    const KnownSheet& first = *sheets.front();
    const ForeignSheet& foreign = *first.foreign;
    std::vector<std::string> what;
    for (const KnownSheet* known : sheets) {
      const std::size_t rows = foreign.find(known->form->sheet)->records.size();
      what.push_back(std::string(known->form->sheet) + " (" + std::to_string(rows) +
                     (rows == 1 ? " rad)" : " rader)"));
    }
    const bool table = foreign.layout == intake::Layout::table;
    made_.text += first.workbook->file_name + " › " + first.sheet->name + "\n";
    made_.text += "  Läses som " + join(what, "och") +
                  (table ? ", en tabell med rubriker på rad " + std::to_string(foreign.header_row)
                         : std::string(", en utskrift med ett stycke för varje risk")) +
                  ".\n";
    if (sheets.size() == 1 && intake::find_form(first.sheet->name) != first.form)
      made_.lines.push_back({first.sheet->name, "", "", std::string(first.form->sheet), ""});
    std::vector<ForeignHeading> headings = foreign.headings;
    std::ranges::stable_sort(headings, {}, [table](const ForeignHeading& heading) {
      return table ? sml::CellRef{1, heading.ref.column} : heading.ref;
    });
    for (const ForeignHeading& heading : headings) tell_heading(first, heading);
    for (const ForeignQuestion& question : foreign.questions) tell_question(first, question);
    for (const intake::BoardRows& rows : foreign.boards) tell_board(first, rows);
    for (const KnownSheet* known : sheets) tell_rows(*known);
    made_.text += "\n";
  }

 private:
  void tell_heading(const KnownSheet& known, const ForeignHeading& heading) {
    const std::string start = "  " + padded(heading.ref.text(), 5) +
                              padded("”" + excerpt(heading.text, heading_width - 3) + "”", heading_width);
    if (heading.left_out) {
      made_.text += start + "läses inte (kolumner.xlsx)\n";
    } else if (heading.form == nullptr) {
      made_.text += start + "bladets egen kolumn\n";
    } else {
      made_.text +=
          start +
          padded(std::string(heading.form->sheet) + ": " + std::string(ours(heading)), heading_width) +
          reason(heading) + "\n";
      if (fold(plain(heading.text)) == fold(ours(heading))) return;  // nobody has to say so
      const bool told = std::ranges::any_of(made_.lines, [&](const MapLine& line) {
        return line.sheet == known.sheet->name && line.theirs == plain(heading.text) &&
               line.our_sheet == heading.form->sheet;
      });
      if (told) return;  // a cell of two of ours is named by the first of them
      made_.lines.push_back({known.sheet->name, plain(heading.text), std::string(ours(heading)),
                             std::string(heading.form->sheet), ""});
    }
  }

  void tell_question(const KnownSheet& known, const ForeignQuestion& question) {
    const std::string heading(question.form->columns[static_cast<std::size_t>(question.column)].heading);
    const std::string asked =
        "Är ”" + question.heading + "” i " + question.ref.text() + " rubriken ”" + heading + "”?";
    made_.text += "  Fråga: " + asked + " (" + question.because + ")\n";
    made_.text += "         Om ja: " + intake::map_line(question) + "\n";
    made_.lines.push_back(
        {known.sheet->name, question.heading, heading, std::string(question.form->sheet), asked});
  }

  /// Rows of other boards, and of all: whether they are read is for the ISAM to say.
  void tell_board(const KnownSheet& known, const intake::BoardRows& rows) {
    using Fate = intake::BoardRows::Fate;
    const std::string what =
        "”" + rows.name + "” (" + std::to_string(rows.count) + (rows.count == 1 ? " rad)" : " rader)");
    const std::string form(rows.form->sheet);
    if (rows.fate == Fate::left_out) made_.text += "  " + form + " läses inte för " + what + ".\n";
    if (rows.fate != Fate::asked && rows.fate != Fate::unknown) return;
    const std::string asked = "Ska raderna för " + what + " läsas?";
    made_.text += "  Fråga: " + asked + "\n         Om ja: " + form + " | " + rows.name + " | Läs\n";
    made_.lines.push_back({known.sheet->name, rows.name, "Läs", form, asked});
  }

  void tell_rows(const KnownSheet& known) {
    std::size_t shown = 0;
    for (const std::string& list :
         {std::string(known.form->sheet), "förra årets " + std::string(known.form->sheet)}) {
      const domain::Table& table = review_.table(list);
      for (const Row& row : table.rows) {
        if (shown == rows_shown) return;
        if (!is_from(row, known)) continue;
        made_.text += "  " + list + ": ";
        std::string line;
        for (std::size_t i = 0; i < row.size() && i < known.form->columns.size(); ++i) {
          const intake::Column& column = known.form->columns[i];
          const bool of_itself = !column.fallback.empty() && to_text(row[i]) == column.fallback;
          if (!of_itself && row[i].source() && !row[i].is_blank())
            line +=
                (line.empty() ? "" : " | ") + table.field.fields[i].name + " " + excerpt(to_text(row[i]), 60);
        }
        made_.text += line + "\n";
        ++shown;
      }
    }
  }

  static bool is_from(const Row& row, const KnownSheet& known) {
    return std::ranges::any_of(row, [&](const Value& value) {
      const SheetOrigin* origin = value.source().sheet;
      return origin != nullptr && origin->file == known.workbook->file_name &&
             origin->sheet == known.sheet->name;
    });
  }

  const domain::Review& review_;
  Interpretation& made_;
};

/// The sheets that nothing was read from, and what to do about it.
std::string unread_sheets(const Problems& problems) {
  static constexpr std::array<std::string_view, 5> codes{"BLAN-003", "BLAN-004", "BLAN-042", "BLAN-047",
                                                         "BLAN-055"};
  std::string text;
  for (const Problem& problem : problems) {
    const auto* place = std::get_if<CellLocation>(&problem.where);
    if (place == nullptr || std::ranges::find(codes, problem.code) == codes.end()) continue;
    text += place->file + " › " + place->sheet + "\n  " + problem.message + "\n";
    if (!problem.hint.empty()) text += "  " + problem.hint + "\n";
    text += "\n";
  }
  return text;
}

}  // namespace

Interpretation interpret(const std::string& folder, const std::vector<NamedFile>& workbooks) {
  Interpretation made;
  const std::vector<sml::Workbook> books = read_all(workbooks, made.problems);
  const intake::Reading reading = intake::read_folder(books, folder, made.problems);
  const domain::Review& review = reading.review;
  made.year = review.report_year;
  if (!review.facts.rows.empty()) made.board = to_text(review.facts.at(review.facts.rows.front(), "Nämnd"));
  Teller teller(review, made);
  std::set<const ForeignSheet*> told;
  for (const KnownSheet& known : reading.sheets) {
    if (!known.foreign || !told.insert(known.foreign.get()).second) continue;
    std::vector<const KnownSheet*> same;
    for (const KnownSheet& other : reading.sheets) {
      if (other.foreign == known.foreign) same.push_back(&other);
    }
    teller.tell(same);
  }
  made.text += unread_sheets(made.problems);
  if (made.text.empty())
    made.text = "Alla blad som läses är uppställda som blanketterna; inget behöver tolkas.\n";
  return made;
}

NamedFile column_map_workbook(const Interpretation& made, const std::string& scratch_directory) {
  intake::BlankRequest request;
  request.board = made.board;
  request.year = made.year;
  request.scratch_directory = scratch_directory;
  auto& rows = request.rows["Kolumner"];
  const auto text = [](const std::string& words) { return words.empty() ? Value() : Value::text(words); };
  for (const MapLine& line : made.lines) {
    rows.push_back(
        {text(line.sheet), text(line.theirs), text(line.ours), text(line.our_sheet), text(line.question)});
  }
  for (intake::BlankForm& form : intake::blank_forms(request)) {
    if (form.name == "kolumner.xlsx") return {std::move(form.name), std::move(form.bytes)};
  }
  return {};
}

}  // namespace lg::app
