#pragma once

#include "app/named_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lg::app {

/// One place of a document that a question is about, and what it was made of.
struct TextOrigin {
  std::string place;               // "1.5.1 Aktiviteter under år 2025, stycke 2", "Aktivitetsplan › C7"
  std::string text;                // what stands there
  std::vector<std::string> cells;  // "Aktiviteter.xlsx › Aktiviteter › C7 (Aktivitet)", each once
  std::string own_template;        // the template whose own text it is; then there are no cells
};

struct OriginAnswer {
  bool of_document = false;           // the protocol is about a document of that name
  bool changed = false;               // the document is not as it was when the protocol was written
  std::vector<TextOrigin> found;      // every place that holds the text, in the document's order
  std::optional<TextOrigin> nearest;  // where none does: the place with the most words in common
};

/// Answers where a text of a document came from, by the sheet Ursprung of its protocol. Of a workbook the
/// question may also be a cell, "Aktivitetsplan!C7". Case, blanks and hyphens of the text do not matter.
/// Throws UnreadableFile when one of the files is not what its name says.
[[nodiscard]] OriginAnswer origin_of(const NamedFile& document, const NamedFile& protocol,
                                     const std::string& text);

}  // namespace lg::app
