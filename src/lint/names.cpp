#include "lint/names.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lg::lint {
namespace {

bool is_list(const Field& field) {
  return field.shape == Field::Shape::list;
}

}  // namespace

Names::Names(const Dataset& data) : data_(data) {
  for (const Field& field : data.root.fields) {
    if (!is_list(field)) words_.push_back(field.name);
  }
  for (const Field& field : data.root.fields) {
    if (is_list(field)) lists_.push_back(field.name);
  }
  words_.insert(words_.end(), lists_.begin(), lists_.end());
  for (const Field& list : data.root.fields) {
    for (const Field& field : list.fields) words_.push_back(field.name);
  }
}

std::optional<Names::Match> Names::find(std::string_view word) const {
  const std::string folded = fold(word);
  if (folded.empty()) return {};
  if (const int place = data_.root.find(folded); place >= 0) {
    const Field& field = data_.root.fields[static_cast<std::size_t>(place)];
    return is_list(field) ? Match{&field, nullptr} : Match{nullptr, &field};
  }
  for (const Field& list : data_.root.fields) {
    const int place = is_list(list) ? list.find(folded) : -1;
    if (place >= 0) return Match{&list, &list.fields[static_cast<std::size_t>(place)]};
  }
  return {};
}

std::optional<Names::Match> Names::find_near(std::string_view word) const {
  if (const auto match = find(word)) return match;
  // Of one or two letters anything is near.
  if (length(word) < 3) return {};
  const auto meant = nearest(word, words_);
  return meant ? find(*meant) : std::nullopt;
}

const Field* Names::find_near_list(std::string_view word) const {
  const auto meant = nearest(word, lists_);
  const auto match = meant ? find(*meant) : find(word);
  return match && match->field == nullptr ? match->list : nullptr;
}

std::string Names::tag_for(const Match& match, const std::string& variable) {
  if (match.list == nullptr) return "{{" + match.field->name + "}}";
  if (match.field == nullptr) return "{{" + match.list->name + ".antal}}";
  return "{{" + variable + "." + match.field->name + "}}";
}

}  // namespace lg::lint
