#include "app/cell_listing.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"

#include <filesystem>

namespace lg::cli {

int run_cells(const Arguments& arguments, Streams streams) {
  const std::filesystem::path path = arguments.words.front();
  streams.out << app::list_cells(path.filename().string(), read_file(path));
  return Exit::done;
}

}  // namespace lg::cli
