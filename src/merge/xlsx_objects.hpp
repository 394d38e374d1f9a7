#pragma once

#include "base/problem.hpp"
#include "merge/scope.hpp"
#include "merge/tag_parser.hpp"
#include "merge/xlsx_text.hpp"
#include "opc/package.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

/// Pictures, charts and alternative texts in the drawings of a workbook (ECMA-376 Part 1, 20.5).
namespace lg::merge {

struct WorkbookTemplate;
class ObjectParts;

/// A drawing with tags in its alternative texts.
struct DrawingTemplate {
  struct Text {
    std::size_t shape = 0;  // its number among the part's shapes
    std::string attribute;  // "descr" or "title"
    TextTemplate text;
    int tag = -1;        // of bild or diagram; -1: a text only
    bool chart = false;  // the figures follow the text
  };

  opc::PartName part;
  std::vector<Text> texts;
};

/// The elements that hold the names and alternative texts of a drawing's shapes (xdr:cNvPr), in document
/// order.
[[nodiscard]] std::vector<pugi::xml_node> shapes_of(const pugi::xml_document& drawing);

/// Reads the tags in one drawing's alternative texts. Faults become problems.
class DrawingReader {
 public:
  DrawingReader(const WorkbookTemplate& workbook, TagParser& parser, Problems& problems)
      : workbook_(workbook), parser_(parser), problems_(problems) {}

  [[nodiscard]] DrawingTemplate read(const opc::PartName& part, const std::string& sheet);

 private:
  void read_text(pugi::xml_node element, pugi::xml_attribute attribute, std::size_t number,
                 DrawingTemplate& drawing);
  bool take_object(pugi::xml_node element, int number, DrawingTemplate::Text& text);
  bool take_chart(pugi::xml_node frame, const Tag& tag);
  [[nodiscard]] bool fills(const Field& list, pugi::xml_node chart) const;
  [[nodiscard]] Location place_of(pugi::xml_node element) const;
  bool refuse(const char* code, const Tag& tag, const std::string& what, std::string hint);

  const WorkbookTemplate& workbook_;
  TagParser& parser_;
  Problems& problems_;
  opc::PartName part_{"/"};
  std::string sheet_;
};

/// Fills the alternative texts in and puts the pictures in the place of theirs; a chart's text is its
/// author's only, so far.
void write_drawing(const DrawingTemplate& drawing, const std::vector<Tag>& tags, Scope& scope,
                   ObjectParts& parts);

/// The root of a chart's part; a node without name where there is none.
using ChartOf = std::function<pugi::xml_node(const opc::PartName&)>;

/// Adds the figures to the alternative texts of the charts in a drawing, or in a copy of it.
void write_chart_texts(const DrawingTemplate& drawing, opc::Package& package, const opc::PartName& part,
                       const ChartOf& chart_of);

}  // namespace lg::merge
