// The program that people start: loads no more than a small job needs.
#include "cli/commands.hpp"

#include <malloc.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// The program ends when its documents are written: memory that is free again is kept for the next part
/// rather than given back to the system, which a run over thousands of rows would do again and again.
void keep_freed_memory() {
  constexpr int large = 32 * 1024 * 1024;  // bytes; the most that glibc takes for the first
  constexpr int never = 1024 * 1024 * 1024;
  ::mallopt(M_MMAP_THRESHOLD, large);
  ::mallopt(M_TRIM_THRESHOLD, never);
}

/// Goes on as the program beside this one that has every command.
int become_full(std::span<const std::string> words) {
  std::error_code error;
  const auto full = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "genomgang-full";
  std::vector<std::string> copies(words.begin(), words.end());
  copies.insert(copies.begin(), full.string());
  std::vector<char*> arguments;
  for (std::string& word : copies) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(full.c_str(), arguments.data());
  std::cerr << "En del av programmet saknas: " << full.string() << "\nInstallera programmet på nytt.\n";
  return lg::cli::Exit::file_error;
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> words(argv + 1, argv + argc);
  const int code = lg::cli::run(words, {std::cout, std::cerr}, {lg::cli::core_handlers(), &become_full});
  return lg::cli::finish(std::cout, std::cerr, code);
}
