// The program with every command, also those that need JSON, write new workbooks or open the page.
#include "full/commands.hpp"
#include "full/problem_json.hpp"
#include "web/commands.hpp"

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> words(argv + 1, argv + argc);
  lg::cli::Program program{lg::cli::core_handlers(), nullptr};
  program.handlers["ny"] = &lg::full::run_new;
  program.handlers["tolka"] = &lg::full::run_interpret;
  program.handlers["fyll"] = &lg::full::run_fill;
  program.handlers["mallkontroll"] = &lg::full::run_check_template;
  program.handlers["falt"] = &lg::full::run_fields;
  program.handlers["mallprov"] = &lg::full::run_trial;
  program.handlers["oppna"] = &lg::web::run_open;
  const int code = lg::cli::run(words, {std::cout, std::cerr, &lg::full::to_json}, program);
  return lg::cli::finish(std::cout, std::cerr, code);
}
