#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lg::opc {

struct Relationship {
  std::string id;      // "rId4"
  std::string type;    // the URI that says what the target is to the source
  std::string target;  // as written; PartName::resolve makes it a part name
  bool external = false;
};

/// The last word of a relationship type's URI: "officeDocument", "worksheet". Transitional and strict OOXML
/// have different URIs with the same last words.
[[nodiscard]] std::string_view kind_of(const Relationship& relationship);

/// The relationships of one source part, in the order of its .rels part.
class Relationships {
 public:
  /// `file` and `part` are for the problem, should the part be damaged.
  [[nodiscard]] static Relationships parse(std::string_view rels_xml, const std::string& file,
                                           std::string_view part);

  [[nodiscard]] const std::vector<Relationship>& all() const { return relationships_; }
  [[nodiscard]] const Relationship* find(std::string_view id) const;
  /// The first of that kind ("styles", "sharedStrings"); null when there is none.
  [[nodiscard]] const Relationship* first_of_kind(std::string_view kind) const;

  /// Adds one with a new id, which is returned.
  std::string add(std::string type, std::string target, bool external);
  void remove(std::string_view id);
  void retarget(std::string_view id, std::string target);
  [[nodiscard]] std::string to_xml() const;

 private:
  std::vector<Relationship> relationships_;
};

}  // namespace lg::opc
