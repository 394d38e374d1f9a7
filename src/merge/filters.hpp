#pragma once

#include "base/value.hpp"
#include "merge/expression.hpp"

#include <string>

namespace lg::merge {

/// What a filter makes of a value. `fits` is false when the value is of a kind that the filter cannot use; it
/// is then left as it was.
struct Filtered {
  Value value;
  bool fits = true;
};

/// All filters but `lista` and `genitiv`, which need the data around the value.
[[nodiscard]] Filtered apply(const Filter& filter, const Value& value);

/// "Nämndens": with an s, but not after s, x or z.
[[nodiscard]] std::string genitive(const std::string& word);

/// The filter's name as the template's author wrote it.
[[nodiscard]] std::string_view name_of(FilterKind kind);

}  // namespace lg::merge
