#include "base/text.hpp"
#include "cli/file_system.hpp"
#include "web/answer.hpp"
#include "web/commands.hpp"
#include "web/server.hpp"

#include <filesystem>
#include <system_error>

namespace lg::web {
namespace {

namespace fs = std::filesystem;

constexpr double standard_minutes = 30;
constexpr double most_minutes = 24.0 * 60;

std::chrono::milliseconds idle_of(const cli::Arguments& arguments) {
  const auto text = arguments.value("--vilotid");
  const auto minutes = text ? parse_number(*text) : standard_minutes;
  if (!minutes || *minutes <= 0 || *minutes > most_minutes)
    throw cli::UsageError{"Skriv efter hur många minuter sidan ska avslutas: --vilotid 30."};
  constexpr double milliseconds = 60'000;
  return std::chrono::milliseconds(static_cast<long long>(*minutes * milliseconds));
}

fs::path folder_of(const cli::Arguments& arguments) {
  if (arguments.words.empty()) return {};
  const fs::path folder = fs::absolute(arguments.words.front()).lexically_normal();
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw cli::UsageError{"Mappen ”" + arguments.words.front() + "” finns inte. Kontrollera namnet."};
  return folder.has_filename() ? folder : folder.parent_path();
}

}  // namespace

int run_open(const cli::Arguments& arguments, cli::Streams streams) try {
  return serve({folder_of(arguments), cli::templates_folder(), GENOMGANG_VERSION, idle_of(arguments),
                !arguments.has("--bara-adress")},
               streams.out, streams.err);
} catch (const Refusal& refusal) {
  throw cli::UsageError{refusal.message + " " + refusal.hint};
}

}  // namespace lg::web
