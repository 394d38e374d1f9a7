#pragma once

#include "base/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::lint {

/// The names that a template can use, found by words that somebody else's template has in their place.
class Names {
 public:
  explicit Names(const Dataset& data);

  struct Match {
    const Field* list = nullptr;   // null: a single value
    const Field* field = nullptr;  // null: the list itself
  };
  /// What has that very name: a single value, else a list, else the column of a list.
  [[nodiscard]] std::optional<Match> find(std::string_view word) const;
  /// The same, or what has nearly that name.
  [[nodiscard]] std::optional<Match> find_near(std::string_view word) const;
  [[nodiscard]] const Field* find_near_list(std::string_view word) const;

  /// The tag that shows what was found; a column's row is called `variable`.
  [[nodiscard]] static std::string tag_for(const Match& match, const std::string& variable);

  [[nodiscard]] const Dataset& data() const { return data_; }

 private:
  const Dataset& data_;
  std::vector<std::string> words_;  // every name, single values first
  std::vector<std::string> lists_;
};

}  // namespace lg::lint
