#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lg::cli {

/// How another program that we started ended.
enum class ChildEnd : std::uint8_t {
  done,         // with exit code 0
  failed,       // with another code, or by a signal
  not_started,  // it could not be started
  timed_out,    // it was killed
  interrupted,  // we were told to stop, and it was killed
};

struct ChildOutcome {
  ChildEnd end = ChildEnd::not_started;
  int signal = 0;  // interrupted: which signal we got and still have to die of
};

struct ChildProgram {
  std::vector<std::string> words;        // the path of the program and what follows it
  std::vector<std::string> environment;  // NAME=value; nothing else is handed on
  std::filesystem::path folder;          // where it works
  std::chrono::milliseconds longest{};
};

/// Runs a program to its end, with no input, no output and, where the system lets us, no network. It leads a
/// process group of its own, which is killed whole when the time is out or somebody interrupts us. To be
/// called while the process has no other thread, since signals are waited for here.
[[nodiscard]] ChildOutcome run_child(const ChildProgram& program);

}  // namespace lg::cli
