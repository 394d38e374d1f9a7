#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/tag.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lg::lint {

/// What a template is held against.
enum class Basis : std::uint8_t {
  contract,  // the standard workbooks, without data
  data,      // a folder's or a file's data
};

/// Tells of the data that no tag shows or asks for (M060): lists and fields, a few lines in all. Against the
/// contract only lists and what every row must have; against data what has a value.
void check_unused(const std::string& file, const std::vector<merge::Tag>& tags, const Dataset& data,
                  Basis basis, Problems& problems);

}  // namespace lg::lint
