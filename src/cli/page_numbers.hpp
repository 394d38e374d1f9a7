#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"

namespace lg::cli {

/// Writes page numbers into a finished document, as LibreOffice lays its pages out (--sidnummer). Where that
/// is not possible the document stays as it is, and a note says why and what to do. To be called while no
/// other thread runs (office).
void add_page_numbers(app::NamedFile& document, Problems& problems);

}  // namespace lg::cli
