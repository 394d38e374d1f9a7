#include "base/sha256.hpp"

#include <nettle/base16.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace lg {

std::string sha256(std::string_view bytes) {
  sha256_ctx context;
  nettle_sha256_init(&context);
  // A char may be looked at as a byte without a sign ([basic.lval]).
  nettle_sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  nettle_sha256_digest(&context, digest.size(), digest.data());
  std::string hex(BASE16_ENCODE_LENGTH(digest.size()), '0');
  nettle_base16_encode_update(hex.data(), digest.size(), digest.data());
  return hex;
}

}  // namespace lg
