#include "intake/form_writer_guide.hpp"

#include "base/text.hpp"
#include "intake/form_examples.hpp"
#include "intake/form_years.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lg::intake {
namespace {

// Columns of the sheet.
constexpr lxw_col_t name_column = 0;
constexpr lxw_col_t heading_column = 1;
constexpr lxw_col_t need_column = 2;
constexpr lxw_col_t help_column = 3;
constexpr lxw_col_t example_column = 4;
constexpr double help_width = 62;
constexpr double line_height = 15;

class Guide {
 public:
  Guide(FormBook& book, const Look& look, const BlankRequest& request, std::span<const Form* const> sheets)
      : book_(book), look_(look), request_(request), sheets_(sheets) {}

  void write() {
    lxw_worksheet* sheet = book_.add_sheet("Läs mig");
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_tab_color(sheet, Look::accent);
    for (const auto& [column, width] : {std::pair{name_column, 22.0},
                                        {heading_column, 32.0},
                                        {need_column, 14.0},
                                        {help_column, help_width},
                                        {example_column, 40.0}}) {
      book_.ok(worksheet_set_column(sheet, column, column, width, nullptr));
    }
    book_.text(row_, 0, "Läs mig", look_.title);
    book_.ok(worksheet_set_row(sheet, row_++, 28, nullptr));
    book_.text(row_, 0, request_.board + " · " + std::to_string(request_.year), look_.lead);
    row_ += 2;
    write_steps();
    write_habits();
    write_sheets();
    write_columns();
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    book_.ok(worksheet_set_footer(sheet, "&R&8Sida &P av &N"));
  }

 private:
  void caption(const std::string& text) { book_.text(row_++, 0, text, look_.caption); }
  void line(const std::string& text) { book_.text(row_++, 0, text, nullptr); }

  [[nodiscard]] bool has(std::string_view name) const {
    return std::ranges::any_of(sheets_, [&](const Form* form) { return form->sheet == name; });
  }

  [[nodiscard]] bool has_roles() const {
    return std::ranges::any_of(sheets_, [](const Form* form) {
      return std::ranges::any_of(form->columns, [](const Column& column) {
        return column.kind == Kind::role || column.kind == Kind::roles;
      });
    });
  }

  void write_steps() {
    const std::string last_year = std::to_string(request_.year - 1);
    caption("Så gör du");
    int number = 0;
    const auto step = [&](const std::string& text) { line(std::to_string(++number) + ".  " + text); };
    step(
        "Fyll i böckerna i den här ordningen: Grunduppgifter, VoR, IKP, Uppföljning, Aktiviteter. "
        "Omvärld och mål kan du fylla i när som helst.");
    if (has("Uppgifter"))
      step("Börja med bladet Uppgifter: skriv i kolumnen Värde. Se sedan över Roller och Skalor.");
    if (has("VoR")) {
      step("Lägg förra årets VoR (VoR " + last_year + ".xlsx) i samma mapp, om den inte redan ligger där.");
    }
    if (has("Uppföljning")) step("Skriv en rad i Uppföljning för varje händelse i VoR " + last_year + ".");
    if (has("Aktiviteter")) {
      step(
          "En aktivitet som görs på olika sätt olika år får en rad för varje: samma Aktivitets-ID, olika "
          "Startår.");
    }
    step(
        "Spara böckerna i samma mapp och kör:  genomgang kontrollera MAPP   Svaret säger vad som saknas, med "
        "blad och cell.");
    step(
        "När inget är fel, kör:  genomgang skapa MAPP   Rapporten och aktivitetsplanen läggs i mappen "
        "dokument.");
    ++row_;
  }

  void write_habits() {
    caption("Bra att veta");
    line(
        "•  En stjärna (*) efter rubriken och ordet ”obligatorisk” ovanför den betyder att varje rad ska ha "
        "ett "
        "värde i kolumnen.");
    line("•  Den grå raden ovanför rubrikerna är ett exempel. Den läses aldrig och kan ligga kvar.");
    line("•  Klicka i en cell, så visas hjälpen och, där det finns en, listan att välja ur.");
    line(in_year("•  Flera värden i en cell skiljs åt med semikolon:  V26-01; V26-04", example_year,
                 request_.year));
    line("•  Alt+Enter ger ny rad i cellen. En tom rad ger nytt stycke i rapporten.");
    line(
        "•  Ett tomt blad är också ett besked: rapporten skriver då till exempel att inga incidenter har "
        "inträffat.");
    line("•  Du får flytta kolumner, ändra bredd och lägga till egna. Byt inte namn på blad och rubriker.");
    if (!has("Roller") && has_roles()) {
      line(
          "•  Listan över roller är en kopia av bladet Roller i Grunduppgifter. En roll som du lägger till "
          "där "
          "kan du skriva i cellen: programmet läser alla roller i Grunduppgifter.");
      line("     Vill du välja den ur listan också, lägg till den under Roller i bladet Listor.");
    }
    if (has("VoR")) line("•  Riskvärde och Risknivå räknas ut. Skriv bara Sannolikhet och Konsekvens.");
    ++row_;
  }

  void write_sheets() {
    caption("Bladen i den här boken");
    for (const Form* form : sheets_) {
      book_.link(row_, 0, std::string(form->sheet), look_.link);
      book_.text(row_, 1, std::string(form->purpose), nullptr);
      ++row_;
    }
    ++row_;
  }

  void write_columns() {
    caption("Vad som ska stå i varje kolumn");
    lxw_col_t number = 0;
    for (const char* heading : {"Blad", "Rubrik", "Ifylls", "Vad du skriver", "Exempel"}) {
      book_.text(row_, number++, heading, look_.heading);
    }
    ++row_;
    for (const Form* form : sheets_) {
      const bool facts = form->sheet == "Uppgifter";
      for (const Column& column : facts ? fact_columns() : form->columns) {
        if (!column.computed && !column.carried) write_column(*form, column);
      }
    }
  }

  void write_column(const Form& form, const Column& column) {
    const bool required = column.need == Need::required || column.need == Need::ruled;
    const std::string help = in_year(column.help, help_year, request_.year);
    book_.text(row_, name_column, std::string(form.sheet), look_.text);
    book_.text(row_, heading_column, std::string(column.heading) + (required ? " *" : ""), look_.text);
    const char* need = required ? "obligatorisk" : column.need == Need::column ? "bör fyllas i" : "valfri";
    book_.text(row_, need_column, need, look_.text);
    book_.text(row_, help_column, help, look_.text);
    const std::string example = in_year(example_of(form.sheet, column.heading), example_year, request_.year);
    if (example.empty()) {
      book_.blank(row_, example_column, look_.text);
    } else {
      book_.text(row_, example_column, example, look_.text);
    }
    const bool two = static_cast<double>(length(help)) > help_width + 8 || length(example) > 38;
    book_.ok(worksheet_set_row(book_.sheet(), row_, two ? 2 * line_height : line_height, nullptr));
    ++row_;
  }

  FormBook& book_;
  const Look& look_;
  const BlankRequest& request_;
  std::span<const Form* const> sheets_;
  lxw_row_t row_ = 0;
};

}  // namespace

void write_guide(FormBook& book, const Look& look, const BlankRequest& request,
                 std::span<const Form* const> sheets) {
  Guide(book, look, request, sheets).write();
}

}  // namespace lg::intake
