#pragma once

#include "base/problem.hpp"
#include "cli/arguments.hpp"

#include <map>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

struct WrittenFile;

/// Where a command writes: data to `out`, everything else to `err`.
struct Streams {
  std::ostream& out;
  std::ostream& err;
  std::string (*json)(const Problems&, const std::vector<WrittenFile>&) = nullptr;  // the answer of --json
};

using Handler = int (*)(const Arguments&, Streams);

/// The handlers of a program by command name. Loading the libraries for JSON and for writing new workbooks
/// takes longer than a small job, so the program that people start has only the commands that need neither;
/// `delegate` hands any other call to the program that has them all.
struct Program {
  std::map<std::string_view, Handler> handlers;
  int (*delegate)(std::span<const std::string> words) = nullptr;
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

int run_create(const Arguments& arguments, Streams streams);  // skapa
int run_check(const Arguments& arguments, Streams streams);   // kontrollera
int run_origin(const Arguments& arguments, Streams streams);  // varifran
int run_cells(const Arguments& arguments, Streams streams);   // celler

/// The commands that need no more than the core.
[[nodiscard]] std::map<std::string_view, Handler> core_handlers();

/// Flushes the answer; tells when it could not be written, and gives the exit code.
int finish(std::ostream& out, std::ostream& err, int code);

/// The whole program: finds the command, runs it and turns what it throws into sentences and exit codes.
int run(std::span<const std::string> words, Streams streams, const Program& program);

}  // namespace lg::cli
