#pragma once

#include "sml/workbook.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// A workbook as one page for a browser, whole in itself: a heading for each visible sheet, Excel tables as
/// tables with captions and headings, pairs of cells as a list of terms, lone cells as paragraphs. No script,
/// nothing fetched, every text escaped; it reads aloud in the order of the sheets and prints. The page's
/// title is what the first sheet's first cell says.
[[nodiscard]] std::string workbook_page(const sml::Workbook& workbook);

/// Its visible sheets alone, for another page to show: sections as in that page, the headings of the sheets
/// at `level`, those of their tables at the next.
[[nodiscard]] std::vector<std::string> workbook_sections(const sml::Workbook& workbook, int level);

}  // namespace lg::app
