#include "base/base64.hpp"

#include <nettle/base64.h>

#include <cstdint>

namespace lg {

std::string base64(std::string_view bytes) {
  std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  // A char may be looked at as a byte without a sign ([basic.lval]).
  nettle_base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return text;
}

}  // namespace lg
