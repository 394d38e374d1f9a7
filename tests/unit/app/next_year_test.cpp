#include "app/next_year.hpp"

#include "app/blank_workbooks.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace lg;
using namespace lg::app;

namespace {

class Scratch {
 public:
  Scratch() : path_(std::filesystem::temp_directory_path() / ("lg-year-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

NextYearRequest request_for(const Scratch& scratch, int year) {
  NextYearRequest request;
  request.folder = "nämnden " + std::to_string(year);
  request.workbooks = blank_workbooks("förskolenämnden", year, scratch.path());
  request.scratch_directory = scratch.path();
  return request;
}

/// The problems that stopped the year from being opened.
std::string stopped(const NextYearRequest& request) {
  const NextYearOutcome outcome = open_next_year(request);
  CHECK(outcome.files.empty());
  std::string text;
  for (const Problem& problem : outcome.problems) {
    const bool ours = problem.code.starts_with("NYAR-") || problem.code.starts_with("FIL-");
    if (ours) text += to_text(problem);
  }
  return text;
}

NamedFile book_of(const std::vector<NamedFile>& files, const std::string& start) {
  return *std::ranges::find_if(files, [&](const NamedFile& file) { return file.name.starts_with(start); });
}

}  // namespace

TEST_CASE("the year after last year's is opened, and what it holds is the same each time") {
  const Scratch scratch;
  NextYearRequest request = request_for(scratch, 2025);
  const NextYearOutcome outcome = open_next_year(request);
  CHECK(outcome.year == 2026);
  CHECK(outcome.summary ==
        "Året 2026 är öppnat från ”nämnden 2025”.\n"
        "Ingen aktivitetsplan hittades; aktiviteternas status är den i arbetsboken. Finns planen någon "
        "annanstans, "
        "peka ut den med --plan FIL i en ny mapp.\n\n"
        "Fört över:\n"
        "  Roller: 9 rader följer med.\n"
        "  Skalor: 15 rader följer med.\n"
        "  Ordlista: 4 rader följer med.\n\n");
  std::string names;
  for (const NamedFile& file : outcome.files) names += file.name + "\n";
  CHECK(
      names ==
      "Grunduppgifter.xlsx\nVoR 2026.xlsx\nIKP 2026.xlsx\nUppföljning 2025.xlsx\nAktiviteter 2026-2028.xlsx\n"
      "Omvärld och mål.xlsx\n");
  const NextYearOutcome again = open_next_year(request);
  for (std::size_t i = 0; i < outcome.files.size(); ++i)
    CHECK(outcome.files[i].bytes == again.files[i].bytes);
}

TEST_CASE("a year that is not the one after is refused") {
  const Scratch scratch;
  NextYearRequest request = request_for(scratch, 2025);
  request.year = 2028;
  CHECK(stopped(request) ==
        "fel[NYAR-103]: Mappen gäller 2025, så året som öppnas är 2026 och inte 2028.\n"
        "  plats: nämnden 2025\n"
        "  tips: Utelämna --ar, eller välj en annan mapp med --fran.\n");
}

TEST_CASE("a folder of no known year is refused") {
  const Scratch scratch;
  NextYearRequest request = request_for(scratch, 2025);
  request.workbooks.clear();
  request.folder = "nämnden";
  CHECK(stopped(request) ==
        "fel[NYAR-101]: Det framgår inte vilket år fjolårets mapp gäller.\n"
        "  plats: nämnden\n"
        "  tips: Fyll i Rapportår i bladet Uppgifter i fjolårets mapp.\n");
}

TEST_CASE("a plan without a table of activities is refused") {
  const Scratch scratch;
  NextYearRequest request = request_for(scratch, 2025);
  request.plans = {book_of(request.workbooks, "VoR")};
  request.plans.front().name = "Annat.xlsx";
  request.plan_given = true;
  CHECK(stopped(request) ==
        "fel[NYAR-104]: Arbetsboken har ingen tabell med aktiviteter att läsa status ur.\n"
        "  plats: Annat.xlsx\n"
        "  tips: Peka ut aktivitetsplanen med --plan FIL.\n");
}

TEST_CASE("a workbook that cannot be read is refused, since its rows would be lost") {
  const Scratch scratch;
  NextYearRequest request = request_for(scratch, 2025);
  request.workbooks.push_back({"VoR 2025 gammal.xlsx", "inget"});
  CHECK(stopped(request).starts_with("fel[FIL-0"));
}
