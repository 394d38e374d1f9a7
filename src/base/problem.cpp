#include "base/problem.hpp"

#include <algorithm>
#include <utility>

namespace lg {

std::string word_for(Severity severity) {
  switch (severity) {
    case Severity::note: return "upplysning";
    case Severity::warning: return "varning";
    case Severity::hole:
    case Severity::error: return "fel";
  }
  return "fel";
}

void Problems::add(Problem problem) {
  std::string key = problem.code + '\n' + problem.message + '\n' + to_text(problem.where);
  if (!known_.insert(std::move(key)).second) return;
  problems_.push_back(std::move(problem));
}

void Problems::append(const Problems& others) {
  for (const Problem& problem : others) add(problem);
}

bool Problems::has_errors(bool draft) const {
  return std::ranges::any_of(problems_, [draft](const Problem& p) {
    return p.severity == Severity::error || (!draft && p.severity == Severity::hole);
  });
}

std::size_t Problems::count(Severity severity) const {
  const auto found = std::ranges::count(problems_, severity, &Problem::severity);
  return static_cast<std::size_t>(found);
}

UnreadableFile::UnreadableFile(Problem problem)
    : std::runtime_error(to_text(problem)), problem_(std::move(problem)) {}

std::string to_text(const Problem& problem) {
  std::string text = word_for(problem.severity);
  text += "[" + problem.code + "]: " + problem.message + "\n";
  text += "  plats: " + to_text(problem.where) + "\n";
  for (const Location& location : problem.related) text += "  se även: " + to_text(location) + "\n";
  if (!problem.hint.empty()) text += "  tips: " + problem.hint + "\n";
  return text;
}

}  // namespace lg
