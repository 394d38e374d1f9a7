#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <utility>

namespace lg::cli {

Progress::Progress(std::ostream& err, std::string what) : err_(err), what_(std::move(what)) {
  if (::isatty(STDERR_FILENO) == 0) return;
  waiting_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    if (ended_.wait_for(lock, std::chrono::seconds(1), [this] { return done_; })) return;
    err_ << what_ << std::flush;
    while (!ended_.wait_for(lock, std::chrono::seconds(1), [this] { return done_; }))
      err_ << "." << std::flush;
    err_ << "\n";
  });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  ended_.notify_all();
  if (waiting_.joinable()) waiting_.join();
}

}  // namespace lg::cli
