#pragma once

#include "base/value.hpp"

#include <string>

namespace lg::app {

/// What made-up data is to show of a template.
struct SampleKind {
  std::string name;         // "0 rader", for the name of the document
  int rows = 0;             // of each list
  bool long_texts = false;  // 300 characters with å & < > " and line breaks
};

/// Made-up data in the shape of other data: as many rows in each list, texts that name their field so that
/// one sees where they landed, allowed words in turn, dates and years within the plan period. The same shape
/// gives the same data. Text blocks have the keys of the shape's.
[[nodiscard]] Dataset sample_data(const Dataset& shape, const SampleKind& kind);

}  // namespace lg::app
