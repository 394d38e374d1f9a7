#pragma once

#include "opc/package.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>

namespace lg::wml {

/// What a paragraph gets from a numbering: the w:num and the level within it, counted from 0.
struct NumberingUse {
  int num_id = 0;  // 0: none
  int level = 0;
};

/// Which sorts of tab stop a paragraph has of its own or by its style (17.3.1.38).
struct TabStops {
  bool left = false;
  bool right = false;
};

/// The styles of a document, looked up by their names: Swedish Word stores "heading 1" under the id
/// "Rubrik1".
class Styles {
 public:
  /// Without a styles part everything is as if no style were known.
  [[nodiscard]] static Styles read(const opc::Package& package, const opc::PartName& document);

  /// The id of the style with that name, whatever its case; "" when there is none.
  [[nodiscard]] std::string id_of(std::string_view name) const;
  /// The lower-case name of the paragraph's style; "" when it is not known.
  [[nodiscard]] std::string name_of(pugi::xml_node paragraph) const;
  /// Heading level 1–9 of a paragraph by its own properties or its style's; 0 when it is no heading.
  [[nodiscard]] int outline_level(pugi::xml_node paragraph) const;
  [[nodiscard]] NumberingUse numbering(pugi::xml_node paragraph) const;
  [[nodiscard]] TabStops tab_stops(pugi::xml_node paragraph) const;

 private:
  struct Style {
    std::string name;  // lower-case
    std::string based_on;
    int outline_level = -1;  // -1: not said; 0: body text
    int num_id = -1;         // -1: not said
    int level = -1;
    TabStops tabs;
  };

  std::map<std::string, Style> styles_;     // by id
  std::map<std::string, std::string> ids_;  // by lower-case name
  std::string default_id_;                  // of the default paragraph style
};

}  // namespace lg::wml
