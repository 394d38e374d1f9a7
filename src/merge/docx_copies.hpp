#pragma once

#include "merge/docx_fresh.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace lg::merge {

/// Gives the copies of a repeated part the ids and names that must be their own.
class CopyIds {
 public:
  /// `used` are the names of the template's bookmarks, in lower case: no copy takes one of them.
  CopyIds(int first_free_id, int first_free_list, std::set<std::string> used)
      : next_id_(first_free_id), next_list_(first_free_list), used_(std::move(used)) {}

  /// A turn of a repeated block begins: its names mean new bookmarks and lists from now on.
  void begin_turn(const RepeatedNames& names);
  /// The value in copy number `copy` (0: the first, which keeps what the template has).
  [[nodiscard]] std::string value(const FreshAttribute& fresh, int copy);
  /// What the bookmark of that name is called in the current copy.
  [[nodiscard]] std::string bookmark_name(const std::string& name) const;
  /// The w:numId that stands for that one in the current copy.
  [[nodiscard]] int list(int num_id) const;

  [[nodiscard]] int take() { return next_id_++; }
  [[nodiscard]] const std::set<std::string>& used_names() const { return used_; }
  [[nodiscard]] int first_free_id() const { return next_id_; }
  /// The lists that were begun anew: new w:numId, the template's.
  [[nodiscard]] const std::vector<std::pair<int, int>>& new_lists() const { return new_lists_; }

 private:
  [[nodiscard]] std::string mapped(const std::string& key, int copy, const std::string& prefix);
  [[nodiscard]] std::string current(const std::string& key, const std::string& value) const;

  int next_id_;
  int next_list_;
  std::set<std::string> used_;                  // names of bookmarks, in lower case
  std::map<std::string, std::string> current_;  // sort and original id → the current copy's
  std::map<std::string, int> turns_;            // by bookmark name
  std::map<std::string, std::string> names_;    // bookmark name → the current copy's
  std::map<int, int> lists_;
  std::vector<std::pair<int, int>> new_lists_;
};

}  // namespace lg::merge
