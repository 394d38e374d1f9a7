#pragma once

#include "cli/commands.hpp"

namespace lg::web {

int run_open(const cli::Arguments& arguments, cli::Streams streams);  // oppna, and nothing at all

}  // namespace lg::web
