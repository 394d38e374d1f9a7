#include "web/secret.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <system_error>

namespace lg::web {

std::string new_secret() {
  constexpr std::size_t size = 32;  // bytes
  constexpr std::string_view figures = "0123456789abcdef";
  std::array<unsigned char, size> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(size))
    throw std::system_error(errno, std::generic_category(), "getrandom");
  std::string text;
  for (const unsigned char byte : bytes) {
    text += figures[byte >> 4U];
    text += figures[byte & 0xFU];
  }
  return text;
}

bool same_secret(std::string_view given, std::string_view secret) {
  if (secret.empty() || given.size() != secret.size()) return false;
  std::size_t differences = 0;
  for (std::size_t i = 0; i < secret.size(); ++i)
    if (given[i] != secret[i]) ++differences;
  return differences == 0;
}

}  // namespace lg::web
