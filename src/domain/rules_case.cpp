#include "base/text.hpp"
#include "domain/report_day.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>

namespace lg::domain {
namespace {

void note(const Value& value, const char* code, std::string message, std::string hint, Problems& problems) {
  problems.add({Severity::note, code, value.source().location(), std::move(message), std::move(hint), {}});
}

/// A number of the case and its year in any of the ways that diaries write them: "FSKN 2025/123",
/// "3.1.2-31/2018", "1.2.4-182-2013", "307-2537/2009", with or without "Dnr".
bool is_case_number(std::string_view text) {
  std::vector<std::string> figures;
  bool split_before = false;
  std::string run;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c >= '0' && c <= '9') {
      run += c;
      continue;
    }
    if (!run.empty()) figures.push_back(std::move(run)), run.clear();
    split_before = split_before || c == '/' || c == '-' || c == ':';
  }
  const bool year = std::ranges::any_of(figures, [](const std::string& one) {
    return (one.size() == 4 && (one.starts_with("19") || one.starts_with("20"))) || one.size() == 2;
  });
  return figures.size() >= 2 && year && split_before;
}

/// 0 Monday … 6 Sunday; 1970-01-01 was a Thursday.
int weekday(const Date& date) {
  return ((day_number(date) + 3) % 7 + 7) % 7;
}

void check_number(const Review& review, Problems& problems) {
  const Value& number = fact(review, "Diarienummer");
  if (!has_cell(number)) return;  // the sheet has no such row
  if (number.is_blank()) {
    note(number, "UPPG-101", "Diarienumret är inte ifyllt.",
         "Fyll i ärendets nummer innan rapporten lämnas in.", problems);
  } else if (!is_case_number(to_text(number))) {
    note(number, "UPPG-102",
         "Diarienumret ”" + excerpt(to_text(number), 40) + "” ser inte ut som ett diarienummer.",
         "Skriv nummer och år, till exempel FSKN 2025/123.", problems);
  }
}

void check_meeting(const Review& review, Problems& problems) {
  const Value& meeting = fact(review, "Sammanträdesdatum");
  const Date* day = meeting.as_date();
  const Date* reported = fact(review, "Rapportdatum").as_date();
  if (day == nullptr) return;
  if (reported != nullptr && day_number(*day) < day_number(*reported)) {
    note(meeting, "UPPG-103",
         "Sammanträdesdatum " + to_text(*day) + " ligger före Rapportdatum " + to_text(*reported) + ".",
         "Rätta det ena datumet.", problems);
  }
  if (weekday(*day) >= 5) {
    const std::string name = weekday(*day) == 5 ? "lördag" : "söndag";
    note(meeting, "UPPG-104", "Sammanträdesdatum " + to_text(*day) + " är en " + name + ".",
         "Kontrollera datumet.", problems);
  }
}

void check_attachments(const Review& review, Problems& problems) {
  const Value& value = fact(review, "Bilagor");
  if (!has_cell(value)) return;
  const std::string lower = fold(to_text(value));
  if (lower.find("aktivitetsplan") != std::string::npos) return;
  note(value, "UPPG-105",
       value.is_blank() ? "Ärendet har inga bilagor." : "Aktivitetsplanen står inte bland ärendets bilagor.",
       "Skriv aktivitetsplanen i Bilagor, om den ska följa med.", problems);
}

}  // namespace

void check_case(const RuleInput& input, Problems& problems) {
  check_number(input.review, problems);
  check_meeting(input.review, problems);
  check_attachments(input.review, problems);
}

}  // namespace lg::domain
