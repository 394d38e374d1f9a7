#pragma once

#include "wml/field_code.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>

namespace lg::wml {

/// Which paragraphs a table of contents lists, as its field code says (ECMA-376 Part 1, 17.16.5.68).
class ContentsRule {
 public:
  ContentsRule() = default;
  /// \o: the heading styles, with their levels; \t: other styles, each with its level; \u: the outline level
  /// of the paragraph. Without any of them: the heading styles.
  explicit ContentsRule(const FieldCode& code);

  /// The level of the paragraph's entry, from 1; 0 when it is not listed.
  [[nodiscard]] int level(pugi::xml_node paragraph, const Styles& styles) const;

 private:
  [[nodiscard]] int within(int level) const { return level >= first_ && level <= last_ ? level : 0; }

  bool headings_ = false;
  bool outline_ = false;
  int first_ = 1;
  int last_ = 9;
  std::map<std::string, int> styles_;  // by lower-case name
  std::map<std::string, int> ids_;     // by the id that Word would make of the name
};

}  // namespace lg::wml
