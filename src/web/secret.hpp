#pragma once

#include <string>
#include <string_view>

namespace lg::web {

/// A key that nobody guesses: 256 random bits from the system, as 64 hexadecimal figures.
[[nodiscard]] std::string new_secret();

/// Compares in a time that does not tell how much of a guess was right.
[[nodiscard]] bool same_secret(std::string_view given, std::string_view secret);

}  // namespace lg::web
