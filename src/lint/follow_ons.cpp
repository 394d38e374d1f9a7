#include "lint/follow_ons.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lg::lint {
namespace {

enum class Part { none, opener, middle, end };

/// What the tag of the remedy is to a block: "Skriv {{för varje r i VoR}} …".
Part part_of(const Problem& problem) {
  if (problem.code != "M050") return Part::none;
  const std::string_view hint = problem.hint;
  if (hint.starts_with("Skriv {{för varje ") || hint.starts_with("Skriv {{om ")) return Part::opener;
  if (hint.starts_with("Skriv {{annars")) return Part::middle;
  return hint.starts_with("Skriv {{slut") ? Part::end : Part::none;
}

/// "r" of "Skriv {{för varje r i VoR}} …".
std::string row_of(const Problem& problem) {
  constexpr std::string_view start = "Skriv {{för varje ";
  if (!problem.hint.starts_with(start)) return "";
  const std::size_t end = problem.hint.find(" i ", start.size());
  return end == std::string::npos ? "" : problem.hint.substr(start.size(), end - start.size());
}

class FollowOns {
 public:
  explicit FollowOns(const Problems& problems) : all_(problems.begin(), problems.end()), gone_(all_.size()) {}

  Problems left() {
    for (const Problem& problem : all_) follow(problem);
    Problems problems;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!gone_[i]) problems.add(all_[i]);
    }
    return problems;
  }

 private:
  void follow(const Problem& problem) {
    if (problem.code == "M061" && problem.message.find("stadens struktur har nivå") != std::string::npos)
      remove_at(problem.where, "M041");
    if (problem.code == "M001") join_halves(problem);
    switch (part_of(problem)) {
      case Part::opener:
        remove("M021", problem, "avslutar");
        if (const std::string row = row_of(problem); !row.empty())
          remove("M013", problem, "”" + row + "” är inget namn på en rad");
        return;
      case Part::middle: remove("M021", problem, "utanför"); return;
      case Part::end: remove("M020", problem, "avslutas aldrig"); return;
      case Part::none: return;
    }
  }

  void remove_at(const Location& where, std::string_view code) {
    for (std::size_t i = 0; i < all_.size(); ++i)
      gone_[i] = gone_[i] || (all_[i].code == code && to_text(all_[i].where) == to_text(where));
  }

  /// A tag that goes on in the next paragraph: its two halves are one mistake.
  void join_halves(const Problem& begin) {
    const auto* first = std::get_if<ParagraphLocation>(&begin.where);
    if (first == nullptr || first->paragraph == 0) return;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto* next = std::get_if<ParagraphLocation>(&all_[i].where);
      const bool follows = all_[i].code == "M002" && !gone_[i] && next != nullptr &&
                           next->part == first->part && next->paragraph == first->paragraph + 1;
      if (!follows) continue;
      gone_[i] = true;
      const auto place = static_cast<std::size_t>(&begin - all_.data());
      all_[place].hint = "Taggen fortsätter i nästa stycke: ta bort styckebrytningen i den.";
      return;
    }
  }

  /// The first with that code and words in the same file.
  void remove(std::string_view code, const Problem& cause, std::string_view words) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const bool follows = !gone_[i] && all_[i].code == code &&
                           file_of(all_[i].where) == file_of(cause.where) &&
                           all_[i].message.find(words) != std::string::npos;
      if (!follows) continue;
      gone_[i] = true;
      return;
    }
  }

  std::vector<Problem> all_;
  std::vector<bool> gone_;
};

}  // namespace

Problems without_follow_ons(const Problems& problems) {
  return FollowOns(problems).left();
}

}  // namespace lg::lint
