#pragma once

#include <pugixml.hpp>

#include <set>
#include <string>

namespace lg::merge {

/// The ids of drawings and of content controls over all stories of a template. Word leaves the same id in two
/// places when something is copied from one to the other; a finished document has each once.
class TemplateIds {
 public:
  /// The ids of a story that keeps its bytes.
  void keep(pugi::xml_node story);
  /// Gives what bears the id of something before it one from `free`, which counts on.
  void make_unique(pugi::xml_node story, int& free);

 private:
  std::set<std::string> drawings_;
  std::set<std::string> controls_;
};

}  // namespace lg::merge
