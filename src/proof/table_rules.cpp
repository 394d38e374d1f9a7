#include "proof/table_rules.hpp"

#include <set>
#include <string_view>
#include <utility>

namespace lg::proof {
namespace {

bool wraps(std::string_view name) {
  return name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml";
}

/// Goes through a table's rows with the columns of the grid that merged cells of the row above fill.
class MergedCells {
 public:
  explicit MergedCells(Breaches& breaches) : breaches_(breaches) {}

  void take_rows(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:tr") {
        column_ = child.child("w:trPr").child("w:gridBefore").attribute("w:val").as_int();
        take_cells(child);
        above_ = std::exchange(below_, {});
      } else if (wraps(name)) {
        take_rows(child);
      }
    }
  }

 private:
  void take_cells(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:tc") {
        take_cell(child);
      } else if (wraps(name)) {
        take_cells(child);
      }
    }
  }

  void take_cell(pugi::xml_node cell) {
    const pugi::xml_node properties = cell.child("w:tcPr");
    if (const pugi::xml_node merge = properties.child("w:vMerge")) {
      const bool begins = std::string_view(merge.attribute("w:val").value()) == "restart";
      breaches_.check(begins || above_.contains(column_), "W28", cell,
                      "går en sammanfogad cell vidare från ingen cell ovanför");
      below_.insert(column_);
    }
    column_ += properties.child("w:gridSpan").attribute("w:val").as_int(1);
  }

  Breaches& breaches_;
  int column_ = 0;
  std::set<int> above_;
  std::set<int> below_;
};

}  // namespace

void check_merged_cells(pugi::xml_node table, Breaches& breaches) {
  MergedCells(breaches).take_rows(table);
}

}  // namespace lg::proof
