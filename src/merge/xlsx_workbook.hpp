#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/tag.hpp"
#include "merge/tag_parser.hpp"
#include "merge/xlsx_model.hpp"
#include "merge/xlsx_objects.hpp"
#include "merge/xlsx_sheet_reader.hpp"
#include "opc/package.hpp"
#include "sml/cell_styles.hpp"

#include <pugixml.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lg::merge {

/// One tab of the workbook; a chart sheet has no rows.
struct TabTemplate {
  std::string name;
  opc::PartName part;
  std::unique_ptr<SheetTemplate> sheet;  // null: no worksheet
};

/// A part that holds texts with tags beside the cells: document properties, text boxes, titles of charts,
/// notes.
struct TextPartTemplate {
  struct Text {
    std::size_t element = 0;  // its number among the part's elements, in document order
    TextTemplate text;        // its runs are the element's text nodes, see text_nodes
  };

  opc::PartName part;
  std::vector<Text> texts;
};

/// A workbook template, read and compiled: what XlsxTemplate renders from.
struct WorkbookTemplate {
  opc::Package package;
  opc::PartName part;
  pugi::xml_document document;
  std::vector<TabTemplate> tabs;
  std::vector<TextPartTemplate> text_parts;
  std::vector<DrawingTemplate> drawings;
  std::vector<Tag> tags;
  sml::CellStyles styles;
  std::optional<opc::PartName> styles_part;
  std::optional<opc::PartName> strings_part;
  std::string strings_without_tags;  // the shared strings as the result has them; empty: as they are
  bool date1904 = false;

  explicit WorkbookTemplate(const opc::Package& source) : package(source), part(source.main_part()) {}

  [[nodiscard]] bool has_tags() const;
};

/// Reads the workbook and its tags. Faults become problems.
class WorkbookReader {
 public:
  WorkbookReader(WorkbookTemplate& workbook, const Dataset& data, Problems& problems);

  void read();

 private:
  void read_strings();
  void read_styles();
  void read_tab(pugi::xml_node node);
  void read_tables(SheetTemplate& sheet);
  void blank_pivots(SheetTemplate& sheet);
  void read_sheet(SheetTemplate& sheet);
  void read_text_parts();
  void read_text_part(const opc::PartName& part);
  void read_text(pugi::xml_node element, std::size_t number, TextPartTemplate& part);
  void check_names();
  void blank_strings();
  [[nodiscard]] pugi::xml_document parse(const opc::PartName& part) const;

  WorkbookTemplate& workbook_;
  Problems& problems_;
  TagParser parser_;
  pugi::xml_document strings_document_;
  std::vector<SharedText> strings_;
};

/// The elements of a part in document order.
[[nodiscard]] std::vector<pugi::xml_node> elements_of(const pugi::xml_document& document);

/// A header or footer of a page (18.3.1.46), where "&" has a meaning.
[[nodiscard]] bool is_page_text(pugi::xml_node element);

/// The elements that hold the text of one paragraph (a:p of a drawing) or note (text), run by run; of any
/// other element the element itself.
[[nodiscard]] std::vector<pugi::xml_node> text_nodes(pugi::xml_node element);

}  // namespace lg::merge
