#include "app/problem_comment.hpp"

#include "base/text.hpp"

#include <variant>

namespace lg::app {

std::string place_within(Location where) {
  std::visit([](auto& at) { at.file.clear(); }, where);
  return to_text(where);
}

std::string comment_on(const Problem& problem) {
  std::string text = to_upper_first(word_for(problem.severity)) + " " + problem.code + "\n" + problem.message;
  if (!problem.hint.empty()) text += "\n" + problem.hint;
  for (const Location& other : problem.related) {
    const bool same_file = file_of(other) == file_of(problem.where);
    text += "\nSe också: " + (same_file ? place_within(other) : to_text(other));
  }
  return text;
}

}  // namespace lg::app
