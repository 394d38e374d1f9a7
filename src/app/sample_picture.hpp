#pragma once

#include "base/picture.hpp"

#include <string>

namespace lg::app {

/// A picture to stand in for one that is not there: a plain frame of 160 by 100 pixels.
[[nodiscard]] Picture sample_picture(const std::string& name);

}  // namespace lg::app
