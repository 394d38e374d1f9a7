#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace lg::wml {

/// Follows complex fields through a story (ECMA-376 Part 1, 17.16.18): they begin in one run and end in
/// another, perhaps paragraphs later. Paragraphs are shown to it in document order.
class FieldTracker {
 public:
  /// Takes in a paragraph; true when a table of contents is open somewhere within it.
  bool take(pugi::xml_node paragraph);
  /// The code of the table of contents that was last open, " TOC \o "1-3" \h ".
  [[nodiscard]] const std::string& contents_code() const { return contents_code_; }

 private:
  struct Open {
    std::string code;
    bool separated = false;
  };

  void walk(pugi::xml_node node, bool& contents);
  [[nodiscard]] bool in_contents() const;

  std::vector<Open> open_;
  std::string contents_code_;
};

}  // namespace lg::wml
