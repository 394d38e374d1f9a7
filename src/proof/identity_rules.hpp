#pragma once

#include "proof/breach.hpp"

#include <pugixml.hpp>

#include <map>
#include <set>
#include <string>

namespace lg::proof {

/// The ids and names that must be unique within a document or one of its parts: bookmarks (W01), paragraphs
/// (W02), drawings (W03), content controls (W04), comments' ranges (W05), references to notes (W06), and
/// starts that have an end.
class Identities {
 public:
  /// Looks at one part; what is unique over the whole document is remembered from part to part.
  void check(pugi::xml_node root, Breaches& breaches);

 private:
  std::set<std::string> bookmark_names_;
  std::set<std::string> drawings_;
  std::set<std::string> controls_;
};

}  // namespace lg::proof
