#pragma once

#include "merge/scope.hpp"
#include "merge/tag_parser.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace lg::merge {

/// A part of document properties (title, author, custom properties) with tags in its texts.
class PropertyPart {
 public:
  /// Reads the tags; `part` is its XML.
  PropertyPart(std::string file, std::string name, pugi::xml_document part, TagParser& parser);
  PropertyPart(PropertyPart&&) = default;
  PropertyPart& operator=(PropertyPart&&) = default;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool has_tags() const { return !places_.empty(); }
  /// The part with its tags filled in.
  [[nodiscard]] std::string render(const std::vector<Tag>& tags, Scope& scope) const;

 private:
  struct Place {
    std::vector<int> path;  // child positions from the root
    std::string text;
    std::vector<int> tags;
  };

  void read(pugi::xml_node node, std::vector<int>& path, const std::string& file, TagParser& parser);

  std::string name_;
  pugi::xml_document part_;
  std::vector<Place> places_;
};

/// A text with its tags filled in; `om` and `för varje` within it work as in a paragraph.
[[nodiscard]] std::string render_text(const std::string& text, const std::vector<int>& numbers,
                                      const std::vector<Tag>& tags, Scope& scope);

}  // namespace lg::merge
