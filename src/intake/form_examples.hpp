#pragma once

#include <span>
#include <string_view>

namespace lg::intake {

/// What one column of a sheet's example row shows.
struct Example {
  std::string_view heading;
  std::string_view text;
};

/// The example row of a sheet, which stands above the headings and is never read; empty when it has none.
[[nodiscard]] std::span<const Example> example_of(std::string_view sheet);

/// The example of one column; empty when there is none.
[[nodiscard]] std::string_view example_of(std::string_view sheet, std::string_view heading);

}  // namespace lg::intake
