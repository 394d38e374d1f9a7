#pragma once

#include "app/named_file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lg::app {

/// One place of a document that a question is about, and what it was made of.
struct TextOrigin {
  enum class Kind : std::uint8_t {
    made,     // of `cells`, or else it is the template's own
    chosen,   // a text of the template's own, chosen by what `cells` say
    counted,  // by a formula of the plan, of what `reads` says
    changed,  // in the plan since it was written; `cells` are those of what stood there
    unknown,  // of the plan: its row or column is not in the protocol
  };

  std::string place;  // "1.5.1 Aktiviteter under år 2025, stycke 2", "Aktivitetsplan › C7"
  std::string text;   // what stands there
  Kind kind = Kind::made;
  std::vector<std::string> cells;  // "Aktiviteter.xlsx › Aktiviteter › C7 (Aktivitet)", each once
  std::string own_template;        // the template whose own text it is; then there are no cells
  std::string reads;  // of a formula: "Aktivitetsplan › F6:F8"; of a plan that was changed the sheets alone
  std::string before;  // what stood there when the plan was written, where that was another text
};

struct OriginAnswer {
  bool of_document = false;           // the protocol is about a document of that name
  bool changed = false;               // the document is not as it was when the protocol was written
  std::vector<TextOrigin> found;      // every place that holds the text, in the document's order
  std::optional<TextOrigin> nearest;  // where none does: the place with the most words in common
  std::string no_sheet;               // the plan has no sheet of the name that was asked for
  std::vector<std::string> sheets;    // those that it has
};

/// Answers where a text of a document came from, by the sheet Ursprung of its protocol. Of a workbook the
/// question may also be a cell, "Aktivitetsplan!C7"; rows of a plan that was sorted since are found by what
/// they say. Case, blanks and hyphens of the text do not matter. Throws UnreadableFile when one of the files
/// is not what its name says.
[[nodiscard]] OriginAnswer origin_of(const NamedFile& document, const NamedFile& protocol,
                                     const std::string& text);

}  // namespace lg::app
