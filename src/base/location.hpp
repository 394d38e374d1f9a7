#pragma once

#include <string>
#include <variant>

namespace lg {

/// A whole file, for problems that have no finer place ("filen går inte att läsa").
struct FileLocation {
  std::string file;
};

/// One cell of a workbook, named the way Excel shows it.
struct CellLocation {
  std::string file;    // "VoR 2025.xlsx"
  std::string sheet;   // "VoR"
  std::string cell;    // "E7"
  std::string column;  // the heading above it, "Sannolikhet"; empty when there is none
};

/// One paragraph of a template. Word shows no line numbers, so a person finds the place by the nearest
/// heading, by counting from it, and by searching for the excerpt.
struct ParagraphLocation {
  std::string file;       // "mall.docx"
  std::string part;       // "/word/document.xml", "/word/header1.xml"
  std::string heading;    // "1.3.6 Information om avvikelser"; empty above the first heading
  std::string excerpt;    // at most 60 characters of the paragraph's text
  std::string spot = {};  // from the heading on: "stycke 3", "tabell 1, rad 2"; "rubrik 1.4" of a heading
  int paragraph = 0;      // of all paragraphs of the part in document order, counted from 1; 0: not known
};

using Location = std::variant<FileLocation, CellLocation, ParagraphLocation>;

/// The place in one line of Swedish, from the largest thing to the smallest.
[[nodiscard]] std::string to_text(const Location& location);

/// The file that the place lies in.
[[nodiscard]] const std::string& file_of(const Location& location);

}  // namespace lg
