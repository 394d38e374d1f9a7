#pragma once

#include "opc/package.hpp"

#include <pugixml.hpp>

#include <deque>
#include <string>
#include <vector>

namespace lg::sml {

/// A text of a cell, its line breaks as "\n".
struct CellText {
  std::string_view text;
  bool illegal = false;  // holds characters that no document may hold: clean() before it is used
};

/// The text of a `si` or `is` element: plain or in rich runs, phonetic hints left out, `_xHHHH_` decoded
/// (ECMA-376 Part 1, 18.4 and 22.9.2.19).
[[nodiscard]] std::string rich_text(pugi::xml_node item);

/// `_xHHHH_` decoded: how SpreadsheetML writes the characters that XML cannot hold. Pairs of surrogates join.
[[nodiscard]] std::string decode_escapes(std::string_view text);

/// The workbook's shared strings, in order; empty when it has none. The texts are put into `texts`.
[[nodiscard]] std::vector<CellText> read_shared_strings(const opc::Package& package,
                                                        const opc::PartName& workbook,
                                                        std::deque<std::string>& texts);

/// Puts one text into `texts`.
[[nodiscard]] CellText keep_text(std::string text, std::deque<std::string>& texts);

}  // namespace lg::sml
