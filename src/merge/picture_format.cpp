#include "merge/picture_format.hpp"

#include <cstddef>

namespace lg::merge {
namespace {

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

/// Most significant byte first, as PNG and JPEG write numbers.
int big_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t number = 0;
  for (int i = 0; i < count; ++i) number = (number << 8U) | byte_at(bytes, at + static_cast<std::size_t>(i));
  constexpr std::uint32_t highest = 0x7FFFFFFF;
  return static_cast<int>(number > highest ? 0 : number);
}

/// The header is the first chunk, and the last is IEND (PNG specification, 5.6): a file cut short has none.
std::optional<PictureFormat> read_png(std::string_view bytes) {
  constexpr std::string_view end = "IEND\xAE\x42\x60\x82";
  if (bytes.substr(12, 4) != "IHDR" || bytes.rfind(end) == std::string_view::npos) return {};
  return PictureFormat{PictureKind::png, big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

/// The size stands in the frame header, one of the markers SOF0 to SOF15 (ITU-T T.81, B.2.2).
std::optional<PictureFormat> read_jpeg(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) return {};
    const std::uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame)
      return PictureFormat{PictureKind::jpeg, big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    const int length = big_endian(bytes, at + 2, 2);
    if (marker == 0xD9 || marker == 0xDA || length < 2) return {};
    at += 2 + static_cast<std::size_t>(length);
  }
  return {};
}

std::optional<PictureFormat> read_gif(std::string_view bytes) {
  const auto number = [&](std::size_t at) {
    return static_cast<int>(byte_at(bytes, at) | (byte_at(bytes, at + 1) << 8U));
  };
  return PictureFormat{PictureKind::gif, number(6), number(8)};
}

}  // namespace

std::optional<PictureFormat> read_picture_format(std::string_view bytes) {
  constexpr std::size_t shortest = 14;
  if (bytes.size() < shortest) return {};
  std::optional<PictureFormat> format;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) format = read_png(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) format = read_jpeg(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) format = read_gif(bytes);
  if (format && (format->width < 1 || format->height < 1)) return {};
  return format;
}

std::string_view ending_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::png: return "png";
    case PictureKind::jpeg: return "jpeg";
    case PictureKind::gif: return "gif";
  }
  return "";
}

}  // namespace lg::merge
