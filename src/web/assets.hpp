#pragma once

#include <span>
#include <string_view>

namespace lg::web {

/// A file of the page, as it lies in src/page/. They are part of the program.
struct Asset {
  std::string_view path;  // "/sida.css"
  std::string_view type;
  std::string_view bytes;
};

/// Made by cmake/page.cmake.
[[nodiscard]] std::span<const Asset> page_assets();

}  // namespace lg::web
