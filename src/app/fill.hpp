#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"
#include "base/value.hpp"

#include <optional>

namespace lg::app {

/// Fills a .docx or .xlsx template with any data. Nothing when the template has errors.
/// Throws UnreadableFile when the template is no such file.
[[nodiscard]] std::optional<std::string> fill(const NamedFile& template_file, const Dataset& data,
                                              Problems& problems);

/// The code of a template without tags: a document that was taken for one.
inline constexpr const char* no_tags_code = "M062";

/// Tells of every fault of a template, without filling anything in: of its tags against the data, and of what
/// else its author should know (lint/). Throws UnreadableFile when the template is no such file.
void check_template(const NamedFile& template_file, const Dataset& data, Problems& problems);

/// The same against the lists and fields of the standard workbooks. A name that is near none of them may be a
/// column of the board's own, so it is only told of.
void check_template_against_contract(const NamedFile& template_file, Problems& problems);

}  // namespace lg::app
