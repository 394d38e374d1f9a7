#pragma once

#include "app/field_listing.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"

#include <vector>

namespace lg::full {

/// Writes the fields as the document that --ut names: a .docx to read and copy from, or an .xlsx to search
/// in.
int write_field_guide(const std::vector<app::ListedField>& fields, const cli::Arguments& arguments,
                      cli::Streams streams);

}  // namespace lg::full
