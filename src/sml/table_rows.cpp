#include "sml/table_rows.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/cell_ref.hpp"

namespace lg::sml {

std::optional<std::size_t> table_rows(const opc::Package& package, std::string_view folded_name) {
  for (const opc::PartName& sheet : package.related(package.main_part(), "worksheet")) {
    for (const opc::PartName& name : package.related(sheet, "table")) {
      const auto part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
      const pugi::xml_node table = part.document_element();
      if (fold(table.attribute("displayName").value()) != folded_name) continue;
      const auto range = CellRange::parse(table.attribute("ref").value());
      if (!range) return {};
      const int others =
          table.attribute("headerRowCount").as_int(1) + table.attribute("totalsRowCount").as_int(0);
      return static_cast<std::size_t>(range->last.row - range->first.row + 1 - others);
    }
  }
  return {};
}

}  // namespace lg::sml
