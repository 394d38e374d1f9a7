#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"

#include <optional>
#include <string>

namespace lg::app {

/// A copy of the template with a comment (Word) or a note (Excel) at the place of each of its problems; those
/// of other files, and what is only worth knowing of the whole file, are left out. Nothing when none is left.
/// Comments of an earlier copy go. Throws UnreadableFile when the template is no such file.
[[nodiscard]] std::optional<std::string> marked_template(const NamedFile& template_file,
                                                         const Problems& problems);

}  // namespace lg::app
