#include "app/next_year.hpp"

#include "base/text.hpp"
#include "domain/next_year.hpp"
#include "intake/form.hpp"
#include "intake/form_writer.hpp"
#include "intake/list_fields.hpp"
#include "intake/review_reader.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lg::app {
namespace {

/// Problems that make rows or columns of last year's sheets unreadable: what stands there would be lost.
constexpr std::array<std::string_view, 3> losses{"BLAN-010", "BLAN-013", "UPPG-004"};

bool loses(const Problem& problem) {
  return problem.code.starts_with("FIL-") ||
         std::ranges::find(losses, std::string_view(problem.code)) != losses.end();
}

std::vector<sml::Workbook> read_all(const std::vector<NamedFile>& files, Problems& problems) {
  std::vector<sml::Workbook> books;
  for (const NamedFile& file : files) {
    try {
      books.push_back(sml::Workbook::read(opc::Package::open(file.name, file.bytes)));
    } catch (const UnreadableFile& unreadable) {
      problems.add(unreadable.problem());
    }
  }
  return books;
}

/// Last year's plan among the workbooks that may be it. None is no fault; several are a question.
const sml::Workbook* find_plan(const std::vector<sml::Workbook>& books,
                               const std::vector<sml::Workbook>& others, bool given, int year,
                               Problems& problems) {
  std::vector<const sml::Workbook*> found;
  for (const auto* group : {&others, &books}) {
    for (const sml::Workbook& book : *group) {
      if (given ? group == &others : intake::is_plan(book, year)) found.push_back(&book);
    }
  }
  if (found.size() < 2) return found.empty() ? nullptr : found.front();
  std::vector<std::string> names;
  for (const sml::Workbook* book : found) names.push_back("”" + book->file_name + "”");
  problems.add({Severity::error,
                "NYAR-102",
                FileLocation{found.front()->file_name},
                "Det finns flera aktivitetsplaner: " + join(names, "och") + ".",
                "Peka ut den som är ifylld med --plan FIL.",
                {}});
  return nullptr;
}

/// A table as rows of its form, with the columns of the user's own behind.
void put(const domain::Table& table, const std::string& list, const intake::Form& form,
         intake::BlankRequest& blank) {
  std::vector<std::string>& own = blank.own_columns[list];
  std::vector<int> positions;
  for (const intake::Column& column : form.columns)
    positions.push_back(column.computed ? -1 : table.column(column.heading));
  for (std::size_t i = 0; i < table.field.fields.size(); ++i) {
    if (table.field.fields[i].declared) continue;
    own.push_back(table.field.fields[i].name);
    positions.push_back(static_cast<int>(i));
  }
  std::vector<Row>& rows = blank.rows[list];
  rows.clear();
  for (const Row& row : table.rows) {
    Row& target = rows.emplace_back();
    for (const int position : positions)
      target.push_back(position < 0 ? Value() : row[static_cast<std::size_t>(position)]);
  }
}

intake::BlankRequest blank_request(const domain::NextYear& next, const NextYearRequest& request) {
  intake::BlankRequest blank;
  blank.year = next.year;
  blank.scratch_directory = request.scratch_directory;
  blank.facts = next.facts;
  if (request.board) blank.facts["Nämnd"] = Value::text(*request.board);
  blank.board = to_text(blank.facts["Nämnd"]);
  for (const intake::Form& form : intake::forms()) {
    const std::string list(form.sheet);
    for (const std::string& name : {list, intake::last_years(list)}) {
      const auto found = next.tables.find(name);
      // Without rows of last year's the defaults stay: common roles, scales and words.
      const bool empty = found == next.tables.end() || found->second.rows.empty();
      if (!empty) put(found->second, name, form, blank);
    }
  }
  return blank;
}

std::string line(const domain::CarriedRows& rows) {
  return "  " + rows.list + ": " + std::to_string(rows.rows) + (rows.rows == 1 ? " rad " : " rader ") +
         rows.says + ".\n";
}

std::string summary(const domain::NextYear& next, const std::string& folder, const sml::Workbook* plan) {
  std::string text = "Året " + std::to_string(next.year) + " är öppnat från ”" + folder + "”.\n";
  text +=
      plan == nullptr
          ? "Ingen aktivitetsplan hittades; aktiviteternas status är den i arbetsboken. Finns planen någon "
            "annanstans, peka ut den med --plan FIL i en ny mapp.\n"
          : "Aktiviteternas status är hämtad ur ”" + plan->file_name + "”.\n";
  text += "\nFört över:\n";
  for (const domain::CarriedRows& rows : next.carried) text += line(rows);
  if (!next.left.empty()) text += "\nInte fört över, och kvar i fjolårets mapp:\n";
  for (const domain::CarriedRows& rows : next.left) text += line(rows);
  if (!next.activities.empty()) text += "\nAtt se efter bland aktiviteterna:\n";
  for (const std::string& sentence : next.activities) text += "  " + sentence + "\n";
  return text + "\n";
}

Problem refused(const std::string& folder, std::string code, std::string message, std::string hint) {
  return {Severity::error, std::move(code), FileLocation{folder}, std::move(message), std::move(hint), {}};
}

}  // namespace

NextYearOutcome open_next_year(const NextYearRequest& request) {
  NextYearOutcome outcome;
  Problems& problems = outcome.problems;
  const std::vector<sml::Workbook> books = read_all(request.workbooks, problems);
  Problems of_documents;  // a report's own workbook that cannot be read is no concern unless it was named
  const std::vector<sml::Workbook> others =
      read_all(request.plans, request.plan_given ? problems : of_documents);
  const domain::Review last = intake::read_as_written(books, request.folder, problems);
  const sml::Workbook* plan = find_plan(books, others, request.plan_given, last.report_year, problems);
  if (last.report_year == 0) {
    problems.add(refused(request.folder, "NYAR-101", "Det framgår inte vilket år fjolårets mapp gäller.",
                         "Fyll i Rapportår i bladet Uppgifter i fjolårets mapp."));
  } else if (request.year && *request.year != last.report_year + 1) {
    problems.add(refused(request.folder, "NYAR-103",
                         "Mappen gäller " + std::to_string(last.report_year) + ", så året som öppnas är " +
                             std::to_string(last.report_year + 1) + " och inte " +
                             std::to_string(*request.year) + ".",
                         "Utelämna --ar, eller välj en annan mapp med --fran."));
  }
  domain::Review statuses;
  if (plan != nullptr) {
    statuses = intake::read_plan(*plan, problems);
    if (statuses.table("Tidigare aktiviteter").rows.empty()) {
      problems.add(refused(plan->file_name, "NYAR-104",
                           "Arbetsboken har ingen tabell med aktiviteter att läsa status ur.",
                           "Peka ut aktivitetsplanen med --plan FIL."));
    }
  }
  const bool refused_by_us = std::ranges::any_of(
      problems, [](const Problem& problem) { return problem.code.starts_with("NYAR-") || loses(problem); });
  if (refused_by_us) return outcome;

  const domain::NextYear next =
      domain::open_next_year(last, plan == nullptr ? nullptr : &statuses.table("Tidigare aktiviteter"));
  outcome.year = next.year;
  for (intake::BlankForm& form : intake::blank_forms(blank_request(next, request))) {
    outcome.files.push_back({std::move(form.name), std::move(form.bytes)});
  }
  outcome.summary = summary(next, request.folder, plan);
  return outcome;
}

}  // namespace lg::app
