#pragma once

#include "base/value.hpp"

#include <cstdint>

namespace lg::merge {

/// A cell of the data that something shown was made of.
struct CellUse {
  enum class How : std::uint8_t {
    shown,     // its value, as it is or filtered
    chosen,    // its row is one of those that a condition chose, and they were counted
    counted,   // its row is one of a whole list that was counted, or that a sentence was made of
    steering,  // a condition looked at it, and chose a text of the template's own
  };
  Source cell;
  How how = How::shown;

  friend bool operator==(const CellUse&, const CellUse&) = default;
};

}  // namespace lg::merge
