#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace lg::web {

struct ServerRequest {
  std::filesystem::path folder;     // to begin with; empty: the one chosen last
  std::filesystem::path templates;  // the program's own
  std::string version;
  std::chrono::milliseconds idle;  // it ends after so long without anything done
  bool open_browser = true;        // else the address alone is told
};

/// Serves the page on 127.0.0.1 until somebody ends it: by Avsluta, by a signal, or after the idle time. A
/// page that runs already is opened instead. Tells the address on `out`. Gives an exit code.
int serve(const ServerRequest& request, std::ostream& out, std::ostream& err);

}  // namespace lg::web
