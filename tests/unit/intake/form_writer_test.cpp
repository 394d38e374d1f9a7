#include "intake/form_writer.hpp"

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/form.hpp"
#include "intake/form_examples.hpp"
#include "intake/form_years.hpp"
#include "intake/review_reader.hpp"
#include "intake/risk_formulas.hpp"
#include "sml/workbook.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

using namespace lg;
using namespace lg::intake;

namespace {

class ScratchFolder {
 public:
  ScratchFolder() : path_(std::filesystem::temp_directory_path() / ("lg-forms-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] bool empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

BlankRequest request(const std::string& scratch) {
  BlankRequest wanted;
  wanted.board = "förskolenämnden";
  wanted.year = 2026;
  wanted.scratch_directory = scratch;
  return wanted;
}

domain::Review read_back(const std::vector<BlankForm>& books, Problems& problems) {
  std::vector<sml::Workbook> read;
  for (const BlankForm& book : books)
    read.push_back(sml::Workbook::read(opc::Package::open(book.name, book.bytes)));
  return read_review(read, "ny", problems);
}

std::string names_of(const std::vector<BlankForm>& books) {
  std::string names;
  for (const BlankForm& book : books) names += (names.empty() ? "" : ", ") + book.name;
  return names;
}

}  // namespace

TEST_CASE("what the forms declare is what the reader finds") {
  const ScratchFolder scratch;
  const std::vector<BlankForm> books = blank_forms(request(scratch.path()));
  CHECK(scratch.empty());
  Problems problems;
  const domain::Review review = read_back(books, problems);
  std::string codes;
  for (const Problem& problem : problems) codes += problem.code + " ";
  CHECK(codes == "UPPG-002 UPPG-002 BLAN-002 ");  // Förvaltning, Förvaltningschef; last year's lists
  CHECK(review.report_year == 2026);
  CHECK(review.last_plan_year == 2028);
  CHECK(review.table("Roller").rows.size() == 9);
  CHECK(review.table("Aktiviteter").given);
}

TEST_CASE("blank forms are the same bytes at every hour") {
  const ScratchFolder scratch;
  const std::vector<BlankForm> first = blank_forms(request(scratch.path()));
  const std::vector<BlankForm> second = blank_forms(request(scratch.path()));
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].bytes == second[i].bytes);
  CHECK(
      names_of(first) ==
      "Grunduppgifter.xlsx, VoR 2026.xlsx, IKP 2026.xlsx, Uppföljning 2025.xlsx, Aktiviteter 2026-2028.xlsx, "
      "Omvärld och mål.xlsx");
}

TEST_CASE("rows carried over are in the forms, whatever their texts look like") {
  const ScratchFolder scratch;
  BlankRequest wanted = request(scratch.path());
  const std::string odd = "=1+1 _x000D_ <b>&";
  wanted.rows["Omvärld"] = {{Value::text("1"), Value::text(odd), Value::text("Text")}};
  Problems problems;
  const domain::Review review = read_back(blank_forms(wanted), problems);
  const domain::Table& table = review.table("Omvärld");
  REQUIRE(table.rows.size() == 1);
  CHECK(to_text(table.at(table.rows[0], "Rubrik")) == odd);
}

TEST_CASE("last year's rows and own columns have their places") {
  const ScratchFolder scratch;
  BlankRequest wanted = request(scratch.path());
  const std::size_t columns = find_form("VoR")->columns.size();
  Row row(columns + 1);
  row[0] = Value::text("V25-01");
  row[9] = Value::number(3);   // Sannolikhet
  row[10] = Value::number(4);  // Konsekvens
  row[columns] = Value::text("Anna");
  wanted.rows["förra årets VoR"] = {row};
  wanted.own_columns["förra årets VoR"] = {"Vår handläggare"};
  const std::vector<BlankForm> books = blank_forms(wanted);
  CHECK(names_of(books) ==
        "Grunduppgifter.xlsx, VoR 2026.xlsx, VoR 2025.xlsx, IKP 2026.xlsx, Uppföljning 2025.xlsx, "
        "Aktiviteter 2026-2028.xlsx, Omvärld och mål.xlsx");
  Problems problems;
  const domain::Review review = read_back(books, problems);
  const domain::Table& table = review.table("förra årets VoR");
  REQUIRE(table.rows.size() == 1);
  CHECK(to_text(table.at(table.rows[0], "Riskvärde")) == "12");
  CHECK(to_text(table.at(table.rows[0], "Risknivå")) == "Hög");
  CHECK(to_text(table.at(table.rows[0], "Vår handläggare")) == "Anna");
  CHECK(review.table("VoR").rows.empty());
}

TEST_CASE("a risk value that somebody gave stays, and the level with it") {
  const ScratchFolder scratch;
  BlankRequest wanted = request(scratch.path());
  Row row(find_form("VoR")->columns.size());
  row[0] = Value::text("V26-01");
  row[9] = Value::number(3);
  row[10] = Value::number(4);
  row[11] = Value::number(13);  // Riskvärde, wrong
  wanted.rows["VoR"] = {row};
  Problems problems;
  const domain::Review review = read_back(blank_forms(wanted), problems);
  const domain::Table& table = review.table("VoR");
  CHECK(to_text(table.at(table.rows.at(0), "Riskvärde")) == "13");
}

TEST_CASE("an example is of a column of its sheet, and of a word that the column takes") {
  for (const Form& form : forms()) {
    if (form.sheet == "Uppgifter" || form.sheet == "Kolumner") continue;
    INFO(form.sheet);
    CHECK_FALSE(example_of(form.sheet).empty());
    for (const Example& example : example_of(form.sheet)) {
      INFO(example.heading);
      const auto column = std::ranges::find(form.columns, example.heading, &Column::heading);
      REQUIRE(column != form.columns.end());
      const bool listed = column->kind == Kind::choice && !column->open_choice;
      if (listed) CHECK(std::ranges::find(column->choices, example.text) != column->choices.end());
    }
    for (const Column& column : form.columns) {
      INFO(column.heading);
      if (column.need == Need::required) CHECK_FALSE(example_of(form.sheet, column.heading).empty());
    }
  }
}

TEST_CASE("the formulas of the blank forms are known again, whatever cells they name") {
  CHECK(risk_value_formula("J7", "K7") == "=IFERROR(VALUE(J7&\"\")*VALUE(K7&\"\"),\"\")");
  CHECK(risk_level_formula("L7") == "=IF(L7=\"\",\"\",IFERROR(LOOKUP(L7,Risknivå_från,Risknivå_namn),\"\"))");
  CHECK(is_risk_formula("IFERROR(VALUE(J107&\"\")*VALUE($K107&\"\"),\"\")"));
  CHECK(is_risk_formula("IF(COUNT($AB12,AC12)<2,\"\", $AB12*AC12)"));
  CHECK(is_risk_formula("IF(L107=\"\",\"\",IFERROR(LOOKUP(L107,Risknivå_från,Risknivå_namn),\"\"))"));
  CHECK_FALSE(is_risk_formula("D11*E11"));
  CHECK_FALSE(is_risk_formula("IF(COUNT(J7,K7)<2,\"\",J7*2)"));
  CHECK_FALSE(is_risk_formula(""));
}

TEST_CASE("IDs and years in helps and examples are of the year that is asked for") {
  CHECK(in_year("Till exempel V25-04; A24-03.", 2025, 2031) == "Till exempel V31-04; A30-03.");
  CHECK(in_year("som 2025-10-14 09:10", 2025, 2026) == "som 2026-10-14 09:10");
  CHECK(in_year("SFS 2025:1506, 2020–2099, 2021-01-01, MDV25-1", 2025, 2026) ==
        "SFS 2025:1506, 2020–2099, 2021-01-01, MDV25-1");
  CHECK(in_year("V25-04", 2025, 0) == "V25-04");
}

TEST_CASE("a form that could not be written is told") {
  try {
    static_cast<void>(blank_forms(request("/no/such/folder")));
    FAIL("nothing was thrown");
  } catch (const UnreadableFile& error) {
    CHECK(to_text(error.problem()) ==
          "fel[FIL-301]: Arbetsboken ”Grunduppgifter.xlsx” gick inte att skriva.\n"
          "  plats: Grunduppgifter.xlsx\n"
          "  tips: Kontrollera att disken inte är full och att mappen går att skriva i.\n");
  }
}

TEST_CASE("every declared column has one line of help") {
  for (const Form& form : forms()) {
    CHECK_FALSE(form.purpose.empty());
    for (const Column& column : form.columns) {
      INFO(form.sheet << " " << column.heading);
      CHECK_FALSE(column.help.empty());
      CHECK(column.help.size() <= 255);
    }
  }
}
