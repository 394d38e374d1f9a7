#include "cli/commands.hpp"

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> words(argv + 1, argv + argc);
  const int code = lg::cli::run(words, {std::cout, std::cerr});
  std::cout.flush();
  return std::cout ? code : static_cast<int>(lg::cli::Exit::file_error);
}
