#include "intake/form_writer.hpp"

#include "base/problem.hpp"
#include "domain/review.hpp"
#include "intake/form.hpp"
#include "intake/review_reader.hpp"
#include "sml/workbook.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

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

}  // namespace

TEST_CASE("what the forms declare is what the reader finds") {
  const ScratchFolder scratch;
  const std::vector<BlankForm> books = blank_forms(request(scratch.path()));
  CHECK(scratch.empty());
  std::vector<sml::Workbook> read;
  for (const BlankForm& book : books)
    read.push_back(sml::Workbook::read(opc::Package::open(book.name, book.bytes)));
  Problems problems;
  const domain::Review review = read_review(read, "ny", problems);
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
  CHECK(first[1].name == "VoR 2026.xlsx");
  CHECK(first[3].name == "Uppföljning 2025.xlsx");
  CHECK(first[4].name == "Aktiviteter 2026-2028.xlsx");
}

TEST_CASE("rows carried over are in the forms, whatever their texts look like") {
  const ScratchFolder scratch;
  BlankRequest wanted = request(scratch.path());
  const std::string odd = "=1+1 _x000D_ <b>&";
  wanted.rows["Omvärld"] = {{Value::text("1"), Value::text(odd), Value::text("Text")}};
  for (const BlankForm& book : blank_forms(wanted)) {
    if (book.name != "Omvärld.xlsx") continue;
    std::vector<sml::Workbook> read;
    read.push_back(sml::Workbook::read(opc::Package::open(book.name, book.bytes)));
    Problems problems;
    const domain::Review review = read_review(read, "ny", problems);
    const domain::Table& table = review.table("Omvärld");
    REQUIRE(table.rows.size() == 1);
    CHECK(to_text(table.at(table.rows[0], "Rubrik")) == odd);
  }
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
