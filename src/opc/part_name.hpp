#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace lg::opc {

/// The name of a part, "/word/document.xml": absolute and normalised. Two names that differ only in the case
/// of ASCII letters name the same part (ECMA-376 Part 2, 6.2.2.3).
class PartName {
 public:
  explicit PartName(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// What names are compared by.
  [[nodiscard]] const std::string& key() const { return key_; }
  /// "xml", "png"; lower case, without the dot.
  [[nodiscard]] std::string extension() const;
  /// A relationship's target as seen from this part: relative or absolute, percent-escaped or not.
  [[nodiscard]] PartName resolve(std::string_view target) const;
  /// "/word/_rels/document.xml.rels"; of the package itself ("/") "/_rels/.rels".
  [[nodiscard]] PartName relationships_part() const;

  friend bool operator==(const PartName& a, const PartName& b) { return a.key_ == b.key_; }
  friend auto operator<=>(const PartName& a, const PartName& b) { return a.key_ <=> b.key_; }

 private:
  std::string text_;
  std::string key_;
};

}  // namespace lg::opc
