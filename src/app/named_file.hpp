#pragma once

#include <string>

namespace lg::app {

/// A file's name and bytes: the core neither reads nor writes files.
struct NamedFile {
  std::string name;
  std::string bytes;
};

}  // namespace lg::app
