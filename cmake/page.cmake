# Makes the page's files a part of the program, so that it needs none beside it.
# Run by the build: cmake -D OUTPUT=assets.cpp -D "FILES=a;b" -P page.cmake
cmake_minimum_required(VERSION 3.25)

set(types_html "text/html; charset=utf-8")
set(types_css "text/css; charset=utf-8")
set(types_js "text/javascript; charset=utf-8")
set(types_svg "image/svg+xml")

set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  string(REGEX REPLACE "^.*\\." "" extension "${name}")
  file(READ "${file}" bytes HEX)
  file(SIZE "${file}" size)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  string(APPEND rows "    Asset{\"/${name}\", \"${types_${extension}}\", {\"${bytes}\", ${size}}},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made of src/page/ by cmake/page.cmake.
#include \"web/assets.hpp\"

#include <array>

namespace lg::web {

std::span<const Asset> page_assets() {
  static constexpr std::array assets = {
${rows}  };
  return assets;
}

}  // namespace lg::web
")
