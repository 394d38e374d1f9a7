#pragma once

#include "base/location.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <unordered_set>
#include <vector>

namespace lg {

enum class Severity : std::uint8_t {
  note,     // upplysning: worth knowing; the documents are complete
  warning,  // varning: the documents are made, and something in them deserves a look
  hole,     // fel: something is missing; a draft (utkast) marks the place and goes on
  error,    // fel: no document is made until this is put right
};

/// One thing that the reader of it can put right, with the place where to do so.
struct Problem {
  Severity severity = Severity::error;
  std::string code;               // "VOR-103"; stable, documented in docs/sv/felkoder.md
  Location where;                 // the one place to go to
  std::string message;            // Swedish, one sentence: what is wrong, with the value in ”…”
  std::string hint;               // Swedish, one sentence: what to do now; may be empty
  std::vector<Location> related;  // other places that matter, e.g. the first of two duplicates
};

/// Gathers every problem of a run, so that the ISAM sees all of them at once.
class Problems {
 public:
  /// A problem that is told already, word for word and place for place, is not told twice.
  void add(Problem problem);
  void append(const Problems& others);

  /// True when something stops the documents: an error, or a hole unless this is a draft.
  [[nodiscard]] bool has_errors(bool draft = false) const;
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool empty() const { return problems_.empty(); }
  [[nodiscard]] std::size_t size() const { return problems_.size(); }
  [[nodiscard]] auto begin() const { return problems_.begin(); }
  [[nodiscard]] auto end() const { return problems_.end(); }

 private:
  std::vector<Problem> problems_;
  std::unordered_set<std::string> known_;
};

/// Thrown where reading cannot go on at all: the file is not what it claims to be. Never thrown for what
/// somebody typed in a cell; that is a Problem in Problems.
class UnreadableFile : public std::runtime_error {
 public:
  explicit UnreadableFile(Problem problem);
  [[nodiscard]] const Problem& problem() const { return problem_; }

 private:
  Problem problem_;
};

/// "fel", "varning" or "upplysning".
[[nodiscard]] std::string word_for(Severity severity);

/// The problem as the terminal shows it: three or four lines.
[[nodiscard]] std::string to_text(const Problem& problem);

}  // namespace lg
