#include "intake/foreign_values.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "intake/foreign_choice.hpp"
#include "intake/risk_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lg::intake {
namespace {

std::string_view id_heading(const Form& form) {
  return form.sheet == "VoR" ? "VoR-ID" : "Kontroll-ID";
}

/// Whether a category says that the row is a matter of information security.
bool is_security(std::string_view category) {
  static constexpr std::array<std::string_view, 7> words{
      "informationssäk", "infosäk", "itsäk", "cybersäk", "dataskydd", "personuppgift", "gdpr"};
  const std::string folded = fold(category);
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

class ForeignValues {
 public:
  ForeignValues(const ForeignSheet& sheet, const ForeignTable& table, const ForeignContext& context,
                SheetOrigin& origin, Problems& problems)
      : sheet_(sheet),
        table_(table),
        form_(*table.form),
        context_(context),
        origin_(origin),
        problems_(problems) {
    for (const ForeignHeading& heading : sheet.headings) {
      if (sheet.layout == Layout::table) origin.headings.emplace(heading.ref.column, heading.text);
      if (heading.form == &form_ && heading.sureness == Sureness::mapped) mapped_.push_back(heading.column);
    }
    for (std::size_t i = 0; i < form_.columns.size(); ++i)
      readers_.emplace_back(form_.columns[i], std::string(form_.columns[i].heading));
    ids_ = ids_of(table, context.year);
    security_ = column_of(form_, "Informationssäkerhet");
    only_marks_ = has_only_marks();
  }

  SheetTable read() {
    SheetTable read{&origin_, std::max(sheet_.header_row, 1), table_.own, {}};
    for (std::size_t i = 0; i < table_.records.size(); ++i) read.rows.push_back(row_of(i));
    tell_words();
    tell_unlisted();
    tell_unmarked();
    return read;
  }

 private:
  SheetRow row_of(std::size_t position) {
    const ForeignRecord& record = table_.records[position];
    SheetRow row;
    row.number = record.row;
    if (sheet_.layout == Layout::print) {
      for (const auto& [column, cell] : record.cells) row.last = std::max(row.last, cell.ref.row);
    }
    row.values.resize(form_.columns.size() + table_.own.size());
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      const int column = static_cast<int>(i);
      const auto found = record.cells.find(column);
      row.values[i] = found == record.cells.end() ? absent(record, column, row)
                                                  : value_of(found->second, form_.columns[i], i, row);
    }
    if (form_.sheet == "VoR") keep_reason(record, row);
    if (table_.made_ids) set(row, id_heading(form_), ids_[position], record);
    if (form_.sheet == "IKP") link(row, record);
    for (std::size_t i = 0; i < table_.own.size(); ++i) {
      const auto found = record.own.find(static_cast<int>(i));
      if (found == record.own.end()) continue;
      row.values[form_.columns.size() + i] = read_own(found->second, place(found->second), row.problems);
    }
    return row;
  }

  [[nodiscard]] Source place(const sml::Cell& cell) const {
    return {&origin_, cell.ref.row, cell.ref.column};
  }

  /// The cell that stands for the whole record: the event, or the control.
  [[nodiscard]] Source main_place(const ForeignRecord& record) const {
    const int main = column_of(form_, form_.sheet == "VoR" ? "Oönskad händelse" : "Kontroll");
    const auto found = record.cells.find(main);
    if (found != record.cells.end()) return place(found->second);
    return {&origin_, record.row, record.cells.empty() ? 1 : record.cells.begin()->second.ref.column};
  }

  void set(SheetRow& row, std::string_view heading, const std::string& text,
           const ForeignRecord& record) const {
    row.values[static_cast<std::size_t>(column_of(form_, heading))] = Value::text(text, main_place(record));
  }

  /// What stands for a column that the record has nothing of.
  Value absent(const ForeignRecord& record, int column, SheetRow& row) {
    const auto position = static_cast<std::size_t>(column);
    const Column& declared = form_.columns[position];
    if (declared.computed) return {};
    const bool made = declared.heading == id_heading(form_) && table_.made_ids;
    if (column == security_ && only_marks_) {
      const auto marked = table_.columns.find(column);
      const Source blank{&origin_, record.row, marked == table_.columns.end() ? 0 : marked->second};
      unmarked_.push_back({blank.row, blank.column});
      return Value::flag(false, blank);
    }
    if (made || declared.need == Need::column) return Value::blank(main_place(record));
    const auto has = [column](const ForeignRecord& other) { return other.cells.contains(column); };
    const bool unsaid = may_be_unsaid(form_, column) && std::ranges::none_of(table_.records, has);
    if (unsaid && !table_.columns.contains(column)) return Value::blank(main_place(record));
    const auto bound = table_.columns.find(column);
    if (bound != table_.columns.end())
      return readers_[position].blank({&origin_, record.row, bound->second}, row.problems);
    // A block of print has no empty cell to point at, and a table without the column is told of as a whole.
    if (sheet_.layout == Layout::print || declared.need == Need::optional)
      return readers_[position].blank(main_place(record), row.problems);
    return Value::hole(main_place(record));
  }

  Value value_of(const sml::Cell& cell, const Column& column, std::size_t position, SheetRow& row) {
    sml::Cell read = cell;
    const auto* text = std::get_if<std::string_view>(&cell.value);
    std::string choice;
    if (text != nullptr && column.kind == Kind::whole_number && !parse_number(*text))
      read_number(read, *text, column);
    if (text != nullptr && column.kind == Kind::choice) {
      choice = choice_of(*text, column);
      if (!choice.empty()) read.value = std::string_view(choice);
      const bool unlisted = choice.empty() && !column.open_choice && !fold(*text).empty();
      // Documents print the word as it is; what no list has is told once.
      if (unlisted && column.need == Need::required) {
        unlisted_[std::string(column.heading)].emplace_back(cell.ref, excerpt(*text, 40));
        return Value::text(cell_text(cell), place(cell));
      }
      const bool unknown = unlisted && column.need == Need::optional;
      if (unknown) {
        row.problems.push_back({Severity::warning,
                                "BLAN-043",
                                place(cell).location(),
                                std::string(column.heading) + " har värdet ”" + excerpt(*text) +
                                    "”, som inte finns i listan, och läses inte.",
                                list_of(column),
                                {}});
        return Value::blank(place(cell));
      }
    }
    if (text != nullptr && column.kind == Kind::yes_no) {
      const bool mapped = std::ranges::find(mapped_, static_cast<int>(position)) != mapped_.end();
      const bool answer = is_answer(*text);
      if (mapped && !answer) return Value::flag(is_security(*text), place(cell));
    }
    return readers_[position].read(read, place(cell), row.problems);
  }

  [[nodiscard]] static bool is_answer(std::string_view text) {
    static constexpr std::array<std::string_view, 7> answers{"ja", "nej", "j", "n", "x", "sant", "falskt"};
    return std::ranges::find(answers, fold(text)) != answers.end();
  }

  [[nodiscard]] static std::string list_of(const Column& column) {
    std::string list;
    for (const std::string_view choice : column.choices)
      list += (list.empty() ? "" : ", ") + std::string(choice);
    return "Skriv något av: " + list + ".";
  }

  /// "3 - Möjlig" is 3; "Möjlig" is what the sheet Skalor says.
  void read_number(sml::Cell& cell, std::string_view text, const Column& column) {
    std::optional<int> number = context_.scales.step(column.heading, text);
    if (number) note_word(column, text, std::to_string(*number));
    if (!number) number = only_number(text);
    if (number) cell.value = static_cast<double>(*number);
  }

  /// The choice that the text names, without what stands in brackets or after a dash.
  std::string choice_of(std::string_view text, const Column& column) {
    const auto try_one = [&](std::string_view part) -> std::string {
      const auto found = find_foreign_choice(column, part);
      return found ? std::string(*found) : std::string();
    };
    std::string found = try_one(text);
    for (const std::string_view mark : {" (", " - ", " – ", ", ", ": "}) {
      if (found.empty() && text.find(mark) != std::string_view::npos)
        found = try_one(text.substr(0, text.find(mark)));
    }
    if (!found.empty() && fold(found) != fold(text)) note_word(column, text, found);
    return found;
  }

  void note_word(const Column& column, std::string_view word, std::string read) {
    auto& words = words_[std::string(column.heading)];
    const std::string quoted = "”" + excerpt(word, 40) + "” som " + std::move(read);
    if (std::ranges::find(words, quoted) == words.end()) words.push_back(quoted);
  }

  /// "Accepteras, låg nytta": the rest of the decision is why, where nothing else says it.
  void keep_reason(const ForeignRecord& record, SheetRow& row) const {
    const int decision = column_of(form_, "Hantering");
    const auto found = record.cells.find(decision);
    Value& reason = row.values[static_cast<std::size_t>(column_of(form_, "Motivering"))];
    if (found == record.cells.end() || !reason.is_blank()) return;
    const std::string text = cell_text(found->second);
    const std::string read = to_text(row.values[static_cast<std::size_t>(decision)]);
    if (read.empty() || length(text) < length(read) + 8) return;
    reason = Value::text(text, place(found->second));
  }

  /// A control beside its risk follows it; one in a sheet of its own names it by ID or by its words.
  void link(SheetRow& row, const ForeignRecord& record) {
    Value& id = row.values[static_cast<std::size_t>(column_of(form_, "VoR-ID"))];
    if (!id.is_blank()) return;
    const auto event = static_cast<std::size_t>(record.event);
    if (record.event >= 0 && event < context_.event_ids.size()) {
      id = Value::text(context_.event_ids[event], main_place(record));
      return;
    }
    if (record.risk.empty()) return;
    const auto known = context_.known_events.find(fold(record.risk));
    if (known != context_.known_events.end()) {
      id = Value::text(known->second, main_place(record));
      return;
    }
    row.problems.push_back({Severity::warning,
                            "BLAN-044",
                            main_place(record).location(),
                            "Kontrollens risk ”" + excerpt(record.risk) + "” finns inte i VoR med de orden.",
                            "Skriv riskens VoR-ID i en egen kolumn, eller skriv risken som i VoR.",
                            {}});
  }

  void tell_words() {
    for (const auto& [heading, words] : words_) {
      problems_.add({Severity::note,
                     "BLAN-035",
                     CellLocation{origin_.file, origin_.sheet, "", ""},
                     "Orden i " + heading + " läses så: " + join(words, "och") + ".",
                     "",
                     {}});
    }
  }

  /// Some rows are marked as information security, with x or Ja, and no row says Nej: then blank means no.
  [[nodiscard]] bool has_only_marks() const {
    std::size_t marks = 0;
    for (const ForeignRecord& record : table_.records) {
      const auto found = record.cells.find(security_);
      if (found == record.cells.end()) continue;
      const std::string word = fold(cell_text(found->second));
      if (word != "x" && word != "ja" && word != "j" && word != "yes") return false;
      ++marks;
    }
    return marks > 0 && marks < table_.records.size();
  }

  void tell_unmarked() {
    if (unmarked_.empty()) return;
    std::vector<std::string> cells;
    for (const sml::CellRef ref : unmarked_) cells.push_back(ref.text());
    const bool one = cells.size() == 1;
    problems_.add({Severity::warning,
                   "BLAN-052",
                   CellLocation{origin_.file, origin_.sheet, cells.front(), ""},
                   std::string("Under Informationssäkerhet står bara ja eller x, så ") +
                       (one ? "den tomma cellen läses som Nej: " : "de tomma cellerna läses som Nej: ") +
                       join(cells, "och") + ".",
                   one ? "Skriv Ja i cellen om risken hör till informationssäkerheten."
                       : "Skriv Ja i de celler vars risk hör till informationssäkerheten.",
                   {}});
  }

  void tell_unlisted() {
    for (const auto& [heading, cells] : unlisted_) {
      std::vector<std::string> words;
      for (const auto& [ref, word] : cells) {
        std::string quoted = "”" + word + "”";
        if (std::ranges::find(words, quoted) == words.end()) words.push_back(std::move(quoted));
      }
      const Column& column = form_.columns[static_cast<std::size_t>(column_of(form_, heading))];
      problems_.add({Severity::warning,
                     "BLAN-048",
                     CellLocation{origin_.file, origin_.sheet, cells.front().first.text(), ""},
                     heading + " har ord som inte finns i listan, och de läses som de står: " +
                         join(words, "och") + ".",
                     list_of(column),
                     {}});
    }
  }

  const ForeignSheet& sheet_;
  const ForeignTable& table_;
  const Form& form_;
  const ForeignContext& context_;
  SheetOrigin& origin_;
  Problems& problems_;
  std::vector<CellReader> readers_;  // by the form's column
  std::vector<int> mapped_;          // the form's columns that kolumner.xlsx names
  std::vector<std::string> ids_;
  int security_ = -1;                                      // the form's column Informationssäkerhet
  bool only_marks_ = false;                                // its cells are marked or blank
  std::vector<sml::CellRef> unmarked_;                     // those blank cells
  std::map<std::string, std::vector<std::string>> words_;  // by heading
  std::map<std::string, std::vector<std::pair<sml::CellRef, std::string>>> unlisted_;  // by heading
};

}  // namespace

SheetTable read_foreign_table(const ForeignSheet& sheet, const ForeignTable& table,
                              const ForeignContext& context, SheetOrigin& origin, Problems& problems) {
  return ForeignValues(sheet, table, context, origin, problems).read();
}

std::vector<std::string> ids_of(const ForeignTable& table, int year) {
  const Form& form = *table.form;
  const int column = column_of(form, id_heading(form));
  const std::string letter = form.sheet == "VoR" ? "V" : "K";
  const std::string beginning = letter + (year > 0 ? std::to_string(year % 100) : "") + "-";
  const std::size_t width = table.made_before + table.records.size() > 99 ? 3 : 2;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < table.records.size(); ++i) {
    const auto found = table.records[i].cells.find(column);
    if (!table.made_ids) {
      ids.push_back(found == table.records[i].cells.end() ? "" : cell_text(found->second));
      continue;
    }
    std::string number = std::to_string(table.made_before + i + 1);
    if (number.size() < width) number.insert(0, width - number.size(), '0');
    ids.push_back(beginning + number);
  }
  return ids;
}

}  // namespace lg::intake
