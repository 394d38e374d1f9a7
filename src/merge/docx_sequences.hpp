#pragma once

#include "wml/story_index.hpp"

namespace lg::merge {

/// Counts the fields that number captions (SEQ, ECMA-376 Part 1, 17.16.5.56) through the story and gives each
/// its number; true when a result changed.
bool number_sequences(wml::StoryIndex& story);

}  // namespace lg::merge
