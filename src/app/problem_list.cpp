#include "app/problem_list.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace lg::app {
namespace {

/// Errors of both kinds together, then warnings, then notes.
int rank(Severity severity) {
  switch (severity) {
    case Severity::error:
    case Severity::hole: return 0;
    case Severity::warning: return 1;
    case Severity::note: return 2;
  }
  return 0;
}

/// The text itself comes before headers, footers and notes.
std::string story_order(const std::string& part) {
  return part.ends_with("/document.xml") ? "" : part;
}

/// Where a place lies within its file, so that a reader goes through it once from the top.
std::tuple<std::string, std::string, std::size_t, std::string> order_of(const Location& location) {
  if (const auto* cell = std::get_if<CellLocation>(&location)) {
    const std::size_t digits = std::min(cell->cell.find_first_of("0123456789"), cell->cell.size());
    const auto row = parse_number(std::string_view(cell->cell).substr(digits));
    return {cell->file, cell->sheet, row ? static_cast<std::size_t>(*row) : 0,
            std::string(digits, ' ') + cell->cell.substr(0, digits)};
  }
  if (const auto* paragraph = std::get_if<ParagraphLocation>(&location)) {
    return {paragraph->file, story_order(paragraph->part), static_cast<std::size_t>(paragraph->paragraph),
            ""};
  }
  return {file_of(location), "", 0, ""};
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary(const Problems& problems) {
  const std::size_t errors = problems.count(Severity::error) + problems.count(Severity::hole);
  return counted(errors, "fel", "fel") + ", " +
         counted(problems.count(Severity::warning), "varning", "varningar") + ", " +
         counted(problems.count(Severity::note), "upplysning", "upplysningar") + "\n";
}

}  // namespace

std::vector<ProblemGroup> grouped(const Problems& problems) {
  std::vector<const Problem*> sorted;
  for (const Problem& problem : problems) sorted.push_back(&problem);
  // Those of one paragraph keep the order in which they were found.
  std::ranges::stable_sort(sorted, [](const Problem* a, const Problem* b) {
    return std::tuple(rank(a->severity), order_of(a->where)) <
           std::tuple(rank(b->severity), order_of(b->where));
  });
  std::vector<ProblemGroup> groups;
  std::map<std::string, std::size_t> places;
  for (const Problem* problem : sorted) {
    std::string key = word_for(problem->severity) + problem->code + '\n' + problem->message + '\n' +
                      problem->hint + '\n' + file_of(problem->where);
    for (const Location& related : problem->related) key += '\n' + lg::to_text(related);
    const auto [found, added] = places.emplace(std::move(key), groups.size());
    if (added) groups.push_back({*problem, {}});
    groups[found->second].places.push_back(problem->where);
  }
  return groups;
}

std::string to_text(const Problems& problems) {
  if (problems.empty()) return "";
  std::string text;
  for (const ProblemGroup& group : grouped(problems)) {
    const Problem& problem = group.problem;
    text += word_for(problem.severity) + "[" + problem.code + "]: " + problem.message + "\n";
    for (const Location& place : group.places) text += "  plats: " + lg::to_text(place) + "\n";
    for (const Location& related : problem.related) text += "  se även: " + lg::to_text(related) + "\n";
    if (!problem.hint.empty()) text += "  tips: " + problem.hint + "\n";
    text += "\n";
  }
  return text + summary(problems);
}

}  // namespace lg::app
