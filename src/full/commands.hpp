#pragma once

#include "cli/commands.hpp"

namespace lg::full {

int run_new(const cli::Arguments& arguments, cli::Streams streams);             // ny
int run_interpret(const cli::Arguments& arguments, cli::Streams streams);       // tolka
int run_fill(const cli::Arguments& arguments, cli::Streams streams);            // fyll
int run_check_template(const cli::Arguments& arguments, cli::Streams streams);  // mallkontroll
int run_fields(const cli::Arguments& arguments, cli::Streams streams);          // falt
int run_trial(const cli::Arguments& arguments, cli::Streams streams);           // mallprov

}  // namespace lg::full
