#pragma once

#include "base/problem.hpp"
#include "merge/docx_objects.hpp"
#include "merge/tag_parser.hpp"
#include "wml/field_tracker.hpp"
#include "wml/story_places.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace lg::merge {

/// The element that stands for a tag in a template that is laid out: its attribute n is the tag's number. It
/// stands in a run for a value, and beside the paragraphs, rows or runs that a block opens, divides or ends.
inline constexpr const char* tag_element = "lg:tag";
/// Attribute of a w:p that has no text outside its tags: when they come to nothing and it shows nothing else
/// (wml::is_solid), it goes.
inline constexpr const char* only_tags_attribute = "lg:only";

/// Finds the tags of one story of a .docx and puts an element in the place of each, so that what a block
/// holds is a row of siblings: paragraphs, table rows or runs.
class DocxLayout {
 public:
  DocxLayout(const opc::Package& package, const std::string& part, const wml::StoryPlaces& places,
             TagParser& parser, Problems& problems);

  /// Reads the tags below `root`; then, if the template has no fault so far, puts the elements in.
  void lay_out(pugi::xml_node root);

  /// The pictures, charts and alternative texts that were found.
  [[nodiscard]] DocxObjects take_objects() { return objects_.take(); }

 private:
  enum class Level : std::uint8_t { inline_, paragraphs, rows };

  /// A paragraph that holds tags.
  struct Site {
    pugi::xml_node paragraph;
    std::string text;
    std::vector<int> tags;
    bool only_blocks = false;  // nothing but block tags
    bool solid_first = false;  // a page break or the like stands before the first tag
  };

  void read(pugi::xml_node node);
  void read_children(pugi::xml_node node);
  void read_paragraph(pugi::xml_node paragraph);
  void read_tags(Site& site, const Location& where);
  void refuse_objects(const Site& site);
  [[nodiscard]] bool is_blank_outside_tags(const Site& site, std::size_t from, std::size_t to,
                                           bool blocks_only) const;

  void place_blocks();
  bool place_block(int opener);
  [[nodiscard]] bool fits_rows(const std::vector<int>& members) const;
  [[nodiscard]] bool starts_row(int tag) const;
  [[nodiscard]] bool ends_row(int tag) const;
  void refuse_block(int opener, const std::vector<int>& members);

  void put_elements(Site& site);
  void put_beside_paragraph(const Site& site, const std::vector<int>& tags);
  void put_beside_row(pugi::xml_node row, int tag);
  void note_only_tags(const Site& site);
  void check_inline_parents();

  [[nodiscard]] const Tag& tag(int number) const { return parser_.tags()[static_cast<std::size_t>(number)]; }
  [[nodiscard]] const Site& site_of(int number) const { return sites_[site_of_tag_.at(number)]; }

  const wml::StoryPlaces& places_;
  TagParser& parser_;
  Problems& problems_;
  wml::FieldTracker fields_;
  ObjectReader objects_;
  std::vector<Site> sites_;
  std::map<int, std::size_t> site_of_tag_;
  std::map<int, Level> levels_;
  std::map<int, pugi::xml_node> elements_;       // inline block tags, for their check
  std::map<std::size_t, pugi::xml_node> after_;  // by row: the last element put behind it
};

}  // namespace lg::merge
