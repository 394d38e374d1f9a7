#include "app/problem_list.hpp"

#include "app/group_sentence.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

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

/// What problems of one group have in common. A code without a sentence for many groups only those that say
/// the very same.
std::string key_of(const Problem& problem) {
  std::string key = word_for(problem.severity) + problem.code;
  if (!group_sentence(problem.code, 1)) {
    key += '\n' + problem.message + '\n' + problem.hint;
    for (const Location& related : problem.related) key += '\n' + lg::to_text(related);
  }
  return key;
}

std::string text_of(const std::string& text) {
  return text;
}
std::string text_of(const std::vector<Location>& places) {
  std::string text;
  for (const Location& place : places) text += lg::to_text(place) + '\n';
  return text;
}

/// All problems of the group have the same there.
template <class Member>
bool alike(const ProblemGroup& group, Member member) {
  const std::string first = text_of(group.first().*member);
  return std::ranges::all_of(group.items,
                             [&](const GroupItem& item) { return text_of(item.problem->*member) == first; });
}

/// The first text in ”…”, with its marks, and those that it is listed with (”a”, ”b” och ”c”); the whole
/// message when it has none.
std::string quoted_part(const std::string& message) {
  static constexpr std::string_view mark = "”";
  const std::size_t begin = message.find(mark);
  if (begin == std::string::npos) return message;
  std::size_t end = message.find(mark, begin + mark.size());
  if (end == std::string::npos) return message;
  for (;;) {
    const std::string_view rest = std::string_view(message).substr(end + mark.size());
    const std::string_view link = rest.starts_with(", ”")      ? ", ”"
                                  : rest.starts_with(" och ”") ? " och ”"
                                                               : "";
    const std::size_t close = link.empty() ? std::string::npos : rest.find(mark, link.size());
    if (close == std::string::npos) break;
    end += mark.size() + close;
  }
  return message.substr(begin, end + mark.size() - begin);
}

/// Gives the group its sentence, and each of several problems what tells it from the others.
void word(ProblemGroup& group) {
  if (alike(group, &Problem::hint)) group.hint = group.first().hint;
  group.sentence = group.first().message;
  if (group.items.size() == 1) return;
  const auto together = group_sentence(group.first().code, group.items.size());
  if (!together) return;
  group.sentence = together->text;
  const bool whole = together->each == GroupSentence::Each::message;
  // What they all say alike is said once, but what stands in each cell is shown at each.
  const bool quotes = !whole && group.first().message.find("”") != std::string::npos;
  if (!quotes && alike(group, &Problem::message)) return;
  for (GroupItem& item : group.items)
    item.says = whole ? item.problem->message : quoted_part(item.problem->message);
}

std::string related_lines(const Problem& problem, const std::string& indent) {
  std::string lines;
  for (const Location& related : problem.related) lines += indent + "se även: " + lg::to_text(related) + "\n";
  return lines;
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
  std::unordered_map<std::string, std::size_t> known;
  for (const Problem* problem : sorted) {
    const auto [found, added] = known.emplace(key_of(*problem), groups.size());
    if (added) groups.emplace_back();
    groups[found->second].items.push_back({problem, {}});
  }
  for (ProblemGroup& group : groups) word(group);
  return groups;
}

std::string counts_text(std::size_t errors, std::size_t warnings, std::size_t notes) {
  return counted(errors, "fel", "fel") + ", " + counted(warnings, "varning", "varningar") + ", " +
         counted(notes, "upplysning", "upplysningar");
}

std::string to_text(const Problems& problems) {
  if (problems.empty()) return "";
  std::string text;
  for (const ProblemGroup& group : grouped(problems)) {
    const Problem& first = group.first();
    text += word_for(first.severity) + "[" + first.code + "]: " + group.sentence + "\n";
    const bool shared = alike(group, &Problem::related);
    for (const GroupItem& item : group.items) {
      text += "  plats: " + lg::to_text(item.problem->where);
      text += item.says.empty() ? "\n" : ": " + item.says + "\n";
      const std::string indent = group.items.size() == 1 ? "  " : "    ";
      if (!shared) text += related_lines(*item.problem, indent);
      if (group.hint.empty() && !item.problem->hint.empty())
        text += indent + "tips: " + item.problem->hint + "\n";
    }
    if (shared) text += related_lines(first, "  ");
    if (!group.hint.empty()) text += "  tips: " + group.hint + "\n";
    text += "\n";
  }
  return text +
         counts_text(problems.count(Severity::error) + problems.count(Severity::hole),
                     problems.count(Severity::warning), problems.count(Severity::note)) +
         "\n";
}

}  // namespace lg::app
