#pragma once

#include "base/problem.hpp"
#include "lint/document.hpp"
#include "lint/names.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lg::lint {

/// Something that a form asks its reader to replace: "[ange namn]", "xx", "TODO".
struct Leftover {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string written;
  std::string remedy;
};

/// What is left in one text (M051). `text` is what without_tags() left.
[[nodiscard]] std::vector<Leftover> find_leftovers(std::string_view text, const Names& names);

void tell_leftovers(std::string_view text, const Location& where, const Names& names, Problems& problems);
void check_leftovers(const Document& document, const Names& names, Problems& problems);

}  // namespace lg::lint
