#include "web/downloads.hpp"

#include "web/secret.hpp"

#include <algorithm>
#include <cstddef>

namespace lg::web {
namespace {

constexpr std::size_t most = 64;  // documents kept in memory

}  // namespace

std::string Downloads::add(app::NamedFile file) {
  const std::lock_guard lock(mutex_);
  if (entries_.size() == most) entries_.pop_front();
  entries_.emplace_back(new_secret(), std::make_shared<const app::NamedFile>(std::move(file)));
  return entries_.back().first;
}

std::shared_ptr<const app::NamedFile> Downloads::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(entries_, id, &Entry::first);
  return found == entries_.end() ? nullptr : found->second;
}

}  // namespace lg::web
