#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lg::merge {

enum class PictureKind : std::uint8_t { png, jpeg, gif };

/// What the first bytes of a picture say of it. Sizes in pixels.
struct PictureFormat {
  PictureKind kind = PictureKind::png;
  int width = 0;
  int height = 0;
};

/// Nothing for bytes that are no whole PNG, JPEG or GIF.
[[nodiscard]] std::optional<PictureFormat> read_picture_format(std::string_view bytes);

/// "png", "jpeg", "gif": the ending of its part, and the last word of its content type.
[[nodiscard]] std::string_view ending_of(PictureKind kind);

}  // namespace lg::merge
