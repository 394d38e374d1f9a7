#pragma once

#include "base/problem.hpp"
#include "merge/chart_template.hpp"
#include "merge/tag_parser.hpp"
#include "merge/xlsx_text.hpp"
#include "opc/package.hpp"
#include "wml/story_places.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// Pictures, charts and alternative texts of a .docx: the placeholder's drawing (ECMA-376 Part 1, 20.4) or
/// VML picture gets attributes of ours that say which of its own are written anew.
namespace lg::merge {

/// An attribute that holds an alternative text with tags, or that belongs to a drawing with one.
struct AltText {
  TextTemplate text;
  int object = -1;      // the picture or chart that it is the alternative text of
  bool spoken = false;  // what a reader hears: no title
};

/// A placeholder with `{{bild …}}` or `{{diagram …}}` in its alternative text.
struct DocxObject {
  int tag = -1;
  double width = 0;  // of its box: EMU in a drawing, points in VML
  double height = 0;
  std::string style;             // v:shape style, without the size
  std::string id;                // the relationship to the placeholder's picture or chart
  std::vector<std::string> ids;  // all relationships that it may leave unused
  std::shared_ptr<const ChartTemplate> chart;
};

struct DocxObjects {
  std::vector<AltText> texts;
  std::vector<DocxObject> objects;
};

/// What an attribute of ours asks for: its name is "lg:" + sign + the name of the attribute to write, its
/// value the number of the text or object.
enum class ObjectField : std::uint8_t { text, width, height, picture, style };

/// Attribute of the element that is an object: w:drawing or w:pict.
inline constexpr const char* object_attribute = "lg:object";

/// Reads an attribute of ours; false for object_attribute and those of the layout.
bool read_object_field(pugi::xml_attribute attribute, ObjectField& field, std::string& name);

/// Finds the tags in the alternative texts of one story.
class ObjectReader {
 public:
  ObjectReader(const opc::Package& package, std::string part, const wml::StoryPlaces& places,
               TagParser& parser, Problems& problems);

  /// Reads the element's own attributes.
  void read(pugi::xml_node element);

  [[nodiscard]] DocxObjects take() { return std::move(objects_); }

 private:
  void read_text(pugi::xml_node element, pugi::xml_attribute attribute);
  void same_text_within(pugi::xml_node element) const;
  int object_of(pugi::xml_node element, const std::vector<int>& numbers);
  int add_object(pugi::xml_node drawing, pugi::xml_node element, int number);
  bool take_drawing(pugi::xml_node drawing, DocxObject& object, int number);
  bool take_picture(pugi::xml_node frame, pugi::xml_node picture, DocxObject& object, int number);
  bool take_vml(pugi::xml_node shape, DocxObject& object, int number);
  bool take_chart(pugi::xml_node chart, DocxObject& object);
  void vet_chart_text(pugi::xml_node chart);
  bool refuse(const Tag& tag, const std::string& what, std::string hint);
  [[nodiscard]] const Tag& tag(int number) const { return parser_.tags()[static_cast<std::size_t>(number)]; }

  const opc::Package& package_;
  std::string part_;
  const wml::StoryPlaces& places_;
  TagParser& parser_;
  Problems& problems_;
  DocxObjects objects_;
};

}  // namespace lg::merge
