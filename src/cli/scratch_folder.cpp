#include "cli/scratch_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace lg::cli {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
  std::error_code error;
  path_ = fs::temp_directory_path(error);
  std::string name = (path_ / (std::string(prefix) + "XXXXXX")).string();
  if (error || ::mkdtemp(name.data()) == nullptr) return;
  path_ = name;
  made_ = true;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (made_) fs::remove_all(path_, ignored);
}

}  // namespace lg::cli
