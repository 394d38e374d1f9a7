#include "merge/docx_merges.hpp"

#include <pugixml.hpp>

#include <map>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

struct StringWriter : pugi::xml_writer {
  std::string xml;
  void write(const void* data, std::size_t size) override {
    xml.append(static_cast<const char*>(data), size);
  }
};

class MergeRepair {
 public:
  /// Rows may lie within content controls.
  void take_rows(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:tr") take_row(child);
      if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml") take_rows(child);
    }
  }

 private:
  void take_row(pugi::xml_node row) {
    column_ = row.child("w:trPr").child("w:gridBefore").attribute("w:val").as_int();
    below_.clear();
    take_cells(row);
    std::swap(above_, below_);
  }

  void take_cells(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:tc") take_cell(child);
      if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml") take_cells(child);
    }
  }

  void take_cell(pugi::xml_node cell) {
    const pugi::xml_node properties = cell.child("w:tcPr");
    const int width = properties.child("w:gridSpan").attribute("w:val").as_int(1);
    if (pugi::xml_node merge = properties.child("w:vMerge")) {
      const bool goes_on = std::string_view(merge.attribute("w:val").value()) != "restart";
      const auto cell_above = above_.find(column_);
      if (goes_on && (cell_above == above_.end() || cell_above->second != width)) {
        merge.remove_attribute("w:val");
        merge.append_attribute("w:val") = "restart";
      }
      below_[column_] = width;
    }
    column_ += width;
  }

  int column_ = 0;
  std::map<int, int> above_;  // merged cells of the row above: column → width
  std::map<int, int> below_;
};

}  // namespace

std::string with_whole_merges(const std::string& table) {
  pugi::xml_document document;
  const auto result = document.load_buffer(table.data(), table.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_pi,
                                           pugi::encoding_utf8);
  if (!result) return table;
  MergeRepair().take_rows(document.document_element());
  StringWriter writer;
  document.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.xml);
}

}  // namespace lg::merge
