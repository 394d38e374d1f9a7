#pragma once

#include "base/problem.hpp"

#include <Poco/JSON/Array.h>

#include <map>
#include <string>
#include <vector>

namespace lg::desk {

/// The paragraphs of the preview that a cell has to do with, by file, sheet and cell.
class CellParagraphs {
 public:
  void add(const CellLocation& cell, int paragraph);
  [[nodiscard]] std::vector<int> of(const Location& place) const;

 private:
  std::map<std::string, std::vector<int>> paragraphs_;
};

/// The findings in their groups, as the page shows them: docs/formats/page-interface.md.
[[nodiscard]] Poco::JSON::Array findings(const Problems& problems, const CellParagraphs& paragraphs = {});

}  // namespace lg::desk
