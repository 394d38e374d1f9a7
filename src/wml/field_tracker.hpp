#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace lg::wml {

/// Follows complex fields through a story (ECMA-376 Part 1, 17.16.18): they begin in one run and end in
/// another, perhaps paragraphs later. Paragraphs are shown to it in document order.
class FieldTracker {
 public:
  /// Takes in a paragraph; true when it belongs to the result of a table of contents or of captions.
  bool take(pugi::xml_node paragraph);

 private:
  struct Open {
    std::string code;
    bool separated = false;
    bool contents = false;
  };

  void walk(pugi::xml_node node, bool& text, bool& contents);
  void take_character(std::string_view type);
  [[nodiscard]] bool in_contents() const;

  std::vector<Open> open_;
};

}  // namespace lg::wml
