#pragma once

#include "app/named_file.hpp"

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace lg::web {

/// The documents that the page can fetch. They are known by IDs, never by paths, and the oldest go.
class Downloads {
 public:
  /// Gives the ID.
  std::string add(app::NamedFile file);

  /// Null when there is none of that ID (any more).
  [[nodiscard]] std::shared_ptr<const app::NamedFile> find(const std::string& id) const;

 private:
  using Entry = std::pair<std::string, std::shared_ptr<const app::NamedFile>>;
  mutable std::mutex mutex_;
  std::deque<Entry> entries_;
};

}  // namespace lg::web
