#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"

#include <string>

namespace lg::full {

/// Data of any shape for `fyll`: an object's keys are field names, an array of objects is a list, true and
/// false are ja and nej, "2025-10-14" is a date, null is blank. Text blocks lie under the key `textblock`,
/// pictures under `bilder`: a file's name, or an object with `fil` and `text`. Their bytes are not read here.
/// Two keys that the tag language cannot tell apart, and characters that no document may hold, are told of.
/// Throws UnreadableFile when the text is no JSON object.
[[nodiscard]] Dataset read_json(const std::string& file_name, const std::string& text, Problems& problems);

}  // namespace lg::full
