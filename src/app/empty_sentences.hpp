#pragma once

#include "base/value.hpp"
#include "merge/docx_template.hpp"
#include "opc/package.hpp"

#include <map>
#include <string>

namespace lg::app {

/// What a report says of each list that has no rows, by the list's folded name: the text of the `annars` that
/// is written because of it, its values filled in, or else the paragraph that counts its rows ("Under 2025
/// har inga incidenter rapporterats."). Headings and tables are left out. `package` is the template's.
[[nodiscard]] std::map<std::string, std::string> empty_sentences(const opc::Package& package,
                                                                 const merge::DocxTemplate& report,
                                                                 const Dataset& data);

}  // namespace lg::app
