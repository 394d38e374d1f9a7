#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"
#include "base/value.hpp"

#include <vector>

namespace lg::app {

/// The template filled with made-up data of that shape: without rows, with one, two and many rows in each
/// list, and with long texts. None when the template has errors, which are told. Throws UnreadableFile when
/// it is no such file.
[[nodiscard]] std::vector<NamedFile> try_template(const NamedFile& template_file, const Dataset& shape,
                                                  Problems& problems);

/// The same in the shape of the standard workbooks. Columns of the board's own and text blocks, which those
/// do not know, are made up as well.
[[nodiscard]] std::vector<NamedFile> try_template(const NamedFile& template_file, Problems& problems);

}  // namespace lg::app
