#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"
#include "cli/arguments.hpp"
#include "cli/outcome.hpp"

#include <vector>

namespace lg::full {

/// Refuses a name for the copy that cannot be: the template's own, or of another kind of file.
void check_copy_name(const cli::Arguments& arguments);

/// Writes the copy of the template that --ut asks for, with a comment at each problem; none without --ut or
/// when there is nothing to say.
[[nodiscard]] std::vector<cli::WrittenFile> write_marked_copy(const cli::Arguments& arguments,
                                                              const app::NamedFile& template_file,
                                                              const Problems& problems);

/// The last sentence of the answer, after a sentence of whether the template can be filled.
[[nodiscard]] std::string sentence_on_copy(const cli::Arguments& arguments,
                                           const std::vector<cli::WrittenFile>& copies);

}  // namespace lg::full
