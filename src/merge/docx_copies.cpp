#include "merge/docx_copies.hpp"

#include "base/text.hpp"

namespace lg::merge {
namespace {

/// At most 40 characters (17.13.6.2), never cut within one.
std::string numbered(std::string name, int number) {
  constexpr std::size_t longest = 33;
  if (name.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
  }
  return name + "_" + std::to_string(number);
}

/// "_" and ten digits, as Word writes it.
std::string object_id(int number) {
  constexpr int first = 1'000'000'000;
  return "_" + std::to_string(first + number);
}

}  // namespace

void CopyIds::begin_turn(const RepeatedNames& names) {
  for (const std::string& name : names.bookmarks) {
    int& turn = turns_[name];
    std::string& own = names_[name] = name;
    if (turn++ == 0) continue;
    for (own = numbered(name, turn); !used_.insert(to_lower(own)).second; own = numbered(name, turn)) ++turn;
  }
  for (const int list : names.lists) {
    const bool first = !lists_.contains(list);
    lists_[list] = first ? list : next_list_;
    if (!first) new_lists_.emplace_back(next_list_++, list);
  }
}

std::string CopyIds::bookmark_name(const std::string& name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? name : found->second;
}

int CopyIds::list(int num_id) const {
  const auto found = lists_.find(num_id);
  return found == lists_.end() ? num_id : found->second;
}

std::string CopyIds::mapped(const std::string& key, int copy, const std::string& prefix) {
  std::string& value = current_[key];
  value = copy == 0 ? key.substr(1) : prefix + std::to_string(next_id_++);
  return value;
}

std::string CopyIds::current(const std::string& key, const std::string& value) const {
  const auto found = current_.find(key);
  return found == current_.end() ? value : found->second;
}

std::string CopyIds::value(const FreshAttribute& fresh, int copy) {
  constexpr const char* shape = "_x0000_s";
  switch (fresh.kind) {
    case FreshKind::bookmark: return mapped("b" + fresh.value, copy, "");
    case FreshKind::bookmark_end: return current("b" + fresh.value, fresh.value);
    case FreshKind::bookmark_name: return bookmark_name(fresh.value);
    case FreshKind::permission: return mapped("p" + fresh.value, copy, "");
    case FreshKind::permission_end: return current("p" + fresh.value, fresh.value);
    case FreshKind::shape: return mapped("s" + fresh.value, copy, shape);
    case FreshKind::shape_number: return mapped("n" + fresh.value, copy, shape);
    case FreshKind::shape_use: return current("s" + fresh.value, fresh.value);
    case FreshKind::object: return copy == 0 ? fresh.value : object_id(next_id_++);
    case FreshKind::drawing:
    case FreshKind::control: return copy == 0 ? fresh.value : std::to_string(next_id_++);
    case FreshKind::first_only: break;
  }
  return fresh.value;
}

}  // namespace lg::merge
