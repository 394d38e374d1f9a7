#pragma once

#include <cstddef>
#include <string>

namespace lg::compose {

/// "tre": words to twelve, figures above, as Swedish running text has it.
[[nodiscard]] std::string count_word(std::size_t number);

}  // namespace lg::compose
