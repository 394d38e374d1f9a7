#include "app/output_name.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::app::safe_file_name;

TEST_CASE("documents are named by year and board") {
  lg::domain::Review review;
  review.report_year = 2025;
  review.first_plan_year = 2025;
  review.last_plan_year = 2027;
  CHECK(lg::app::report_name(review, "Förskolenämnden") == "Ledningens genomgång 2025 Förskolenämnden.docx");
  CHECK(lg::app::plan_name(review, "Förskolenämnden") == "Aktivitetsplan 2025–2027 Förskolenämnden.xlsx");
  review.last_plan_year = 2025;
  CHECK(lg::app::plan_name(review, "Förskolenämnden") == "Aktivitetsplan 2025 Förskolenämnden.xlsx");
}

TEST_CASE("a name never leaves its folder and fits every file system") {
  CHECK(safe_file_name("../../etc/x", ".docx") == "-..-etc-x.docx");
  CHECK(safe_file_name("a/b\\c:d", ".docx") == "a-b-c-d.docx");
  CHECK(safe_file_name("CON", ".docx") == "Dokument CON.docx");
  CHECK(safe_file_name("com1", ".docx") == "Dokument com1.docx");
  CHECK(safe_file_name("COMPUTER", ".docx") == "COMPUTER.docx");
  CHECK(safe_file_name("slut. ", ".docx") == "slut.docx");
  CHECK(safe_file_name("...", ".docx") == "Dokument.docx");
  CHECK(safe_file_name(std::string(300, 'x'), ".docx").size() == 125);
}
