#pragma once

#include <string>
#include <string_view>

namespace lg {

/// The bytes in base 64 (RFC 4648, 4), padded, on one line.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace lg
