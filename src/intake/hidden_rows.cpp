#include "intake/hidden_rows.hpp"

#include "base/text.hpp"

#include <string>

namespace lg::intake {

void tell_hidden_rows(const std::vector<int>& rows, const CellLocation& sheet, Problems& problems) {
  constexpr std::size_t shown = 10;
  if (rows.empty()) return;
  std::vector<std::string> numbers;
  for (const int row : rows) {
    if (numbers.size() < shown) numbers.push_back(std::to_string(row));
  }
  if (rows.size() > shown) numbers.push_back(std::to_string(rows.size() - shown) + " till");
  const std::string named = join(numbers, "och");
  problems.add({Severity::note,
                "BLAN-016",
                sheet,
                rows.size() == 1 ? "Rad " + named + " är dold men läses som de andra."
                                 : "Raderna " + named + " är dolda men läses som de andra.",
                "Ta bort rader som inte ska vara med.",
                {}});
}

}  // namespace lg::intake
