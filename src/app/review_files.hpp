#pragma once

#include "app/named_file.hpp"
#include "app/run_record.hpp"
#include "base/problem.hpp"
#include "domain/review.hpp"
#include "sml/workbook.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// The workbooks' values. One that cannot be read becomes a problem and is left out. `inputs` gets a line for
/// each file.
[[nodiscard]] std::vector<sml::Workbook> read_all(const std::vector<NamedFile>& files, Problems& problems,
                                                  std::vector<InputRecord>* inputs = nullptr);

/// Reads a folder's workbooks as one review and checks it with every rule. A workbook that cannot be read
/// becomes a problem and is left out; the others are read all the same. `inputs` as above.
[[nodiscard]] domain::Review read_and_check(const std::string& folder, const std::vector<NamedFile>& files,
                                            Problems& problems, std::vector<InputRecord>* inputs = nullptr);

}  // namespace lg::app
