#pragma once

#include "cli/arguments.hpp"

#include <ostream>
#include <span>
#include <string>

namespace lg::cli {

/// Exit codes of the contract.
enum Exit : int {
  done = 0,
  warnings = 1,  // with --strikt
  wrong_use = 2,
  workbook_errors = 3,
  template_errors = 4,
  file_error = 5,
  own_fault = 70,
};

/// Where a command writes: data to `out`, everything else to `err`.
struct Streams {
  std::ostream& out;
  std::ostream& err;
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

int run_create(const Arguments& arguments, Streams streams);          // skapa
int run_check(const Arguments& arguments, Streams streams);           // kontrollera
int run_new(const Arguments& arguments, Streams streams);             // ny
int run_fill(const Arguments& arguments, Streams streams);            // fyll
int run_check_template(const Arguments& arguments, Streams streams);  // mallkontroll
int run_fields(const Arguments& arguments, Streams streams);          // falt
int run_cells(const Arguments& arguments, Streams streams);           // celler

/// The whole program: finds the command, runs it and turns what it throws into sentences and exit codes.
int run(std::span<const std::string> words, Streams streams);

}  // namespace lg::cli
