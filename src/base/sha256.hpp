#pragma once

#include <string>
#include <string_view>

namespace lg {

/// The SHA-256 of the bytes (FIPS 180-4) in lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace lg
