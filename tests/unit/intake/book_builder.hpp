#pragma once

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "domain/rules.hpp"
#include "intake/review_reader.hpp"
#include "sml/workbook.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Workbooks by hand, for tests that need no file.
namespace lg::test {

struct Blank {};
struct Formula {};  // without a stored result
struct Error {
  const char* code;
};
struct Illegal {
  const char* text;
};

/// A cell as a test writes it: "text", 3, 2.5, true, Date{…}, Error{"#REF!"}.
using In = std::variant<Blank, std::string, double, bool, Date, Formula, Error, Illegal>;

struct Cells {
  std::vector<In> cells;
  Cells(std::initializer_list<In> list) : cells(list) {}
};

inline In t(const char* text) {
  return std::string(text);
}
inline In n(double number) {
  return number;
}

class BookBuilder {
 public:
  explicit BookBuilder(std::string file_name) { book_.file_name = std::move(file_name); }

  BookBuilder& sheet(std::string name, const std::vector<Cells>& rows) {
    sml::Worksheet& sheet = book_.sheets.emplace_back();
    sheet.name = std::move(name);
    int number = 0;
    for (const Cells& row : rows) {
      ++number;
      int column = 0;
      for (const In& in : row.cells) add(sheet, {number, ++column}, in);
    }
    return *this;
  }

  sml::Worksheet& last() { return book_.sheets.back(); }
  BookBuilder& property(const char* name, const char* value) {
    book_.properties[name] = value;
    return *this;
  }
  sml::Workbook take() { return std::move(book_); }

 private:
  void add(sml::Worksheet& sheet, sml::CellRef ref, const In& in) {
    if (std::holds_alternative<Blank>(in)) return;
    sml::Cell cell;
    cell.ref = ref;
    if (const auto* text = std::get_if<std::string>(&in))
      cell.value = std::string_view(book_.texts.emplace_back(*text));
    if (const auto* number = std::get_if<double>(&in)) cell.value = *number;
    if (const auto* flag = std::get_if<bool>(&in)) cell.value = *flag;
    if (const auto* date = std::get_if<Date>(&in)) cell.value = *date;
    if (const auto* error = std::get_if<Error>(&in)) {
      cell.value = sml::CellError{error->code};
      cell.formula = true;
    }
    if (std::holds_alternative<Formula>(in)) cell.formula = true;
    if (const auto* illegal = std::get_if<Illegal>(&in)) {
      cell.value = std::string_view(book_.texts.emplace_back(illegal->text));
      cell.illegal = true;
    }
    sheet.cells.push_back(cell);
  }

  sml::Workbook book_;
};

/// A folder of workbooks that has no faults until a test adds some.
class Folder {
 public:
  Folder() {
    BookBuilder basics("Grunduppgifter.xlsx");
    basics.sheet("Uppgifter", {{t("Fält"), t("Värde")},
                               {t("Nämnd"), t("förskolenämnden")},
                               {t("Förvaltning"), t("Förskoleförvaltningen")},
                               {t("Förvaltningschef, titel"), t("förvaltningschefen")},
                               {t("Rapportår"), n(2025)},
                               {t("Planperiod, första år"), n(2025)},
                               {t("Planperiod, sista år"), n(2027)},
                               {t("Rapportdatum"), t("2025-10-14")}});
    basics.sheet("Roller", {{t("Roll"), t("Fullständig benämning")},
                            {t("ISAM"), t("informationssäkerhetssamordnare")},
                            {t("DSO"), t("dataskyddsombud")}});
    books_.push_back(basics.take());
  }

  Folder& sheet(const char* file, const char* name, const std::vector<Cells>& rows) {
    books_.push_back(BookBuilder(file).sheet(name, rows).take());
    return *this;
  }
  Folder& book(sml::Workbook book) {
    books_.push_back(std::move(book));
    return *this;
  }
  Folder& without_basics() {
    books_.erase(books_.begin());
    return *this;
  }

  domain::Review read(Problems& problems) const {
    domain::Review review = intake::read_review(books_, "nämnden 2025", problems);
    domain::check(review, problems);
    return review;
  }

  /// The whole text of every problem with that code.
  std::string told(std::string_view code) const {
    Problems problems;
    static_cast<void>(read(problems));
    std::string text;
    for (const Problem& problem : problems) {
      if (problem.code == code) text += to_text(problem);
    }
    return text;
  }

 private:
  std::vector<sml::Workbook> books_;
};

/// The headings of a VoR with what it must have.
inline Cells vor_headings() {
  return {t("VoR-ID"), t("Område"), t("Oönskad händelse"), t("Sannolikhet"), t("Konsekvens")};
}
inline Cells activity_headings() {
  return {t("Aktivitets-ID"), t("Aktivitet"),  t("Startår"),   t("Slutår"), t("Beskrivning"),
          t("Ansvarig"),      t("Ansvarstyp"), t("Prioritet"), t("Källa"),  t("VoR-ID")};
}

}  // namespace lg::test
