#include "proof/cell_rules.hpp"

#include "opc/xml.hpp"
#include "sml/cell_ref.hpp"

#include <charconv>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace lg::proof {
namespace {

constexpr std::size_t longest_text = 32'767;    // UTF-16 units
constexpr std::size_t longest_formula = 8'192;  // characters

bool is_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

/// UTF-16 units: a character of four bytes in UTF-8 takes two.
std::size_t utf16_size(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) ++size;
    if (byte >= 0xF0U) ++size;
  }
  return size;
}

class CellCheck {
 public:
  CellCheck(const SheetContext& context, Breaches& breaches) : context_(context), breaches_(breaches) {}

  void take_row(pugi::xml_node row) {
    const int number = row.attribute("r").as_int(row_ + 1);
    if (number <= row_ || number > sml::max_rows) {
      breaches_.add("X01", row, "ligger raderna inte i ordning", row.attribute("r").value());
    }
    row_ = number;
    int column = 0;
    for (const pugi::xml_node cell : row.children()) {
      if (opc::local_name(cell) == "c") take_cell(cell, column);
    }
  }

  void finish() {
    for (const std::string& index : used_) {
      if (!masters_.contains(index)) breaches_.add("X06", {}, "saknar en delad formel sin början", index);
    }
  }

 private:
  void take_cell(pugi::xml_node cell, int& column) {
    const pugi::xml_attribute name = cell.attribute("r");
    const auto ref = name ? sml::CellRef::parse(name.value()) : sml::CellRef{row_, column + 1};
    if (!ref || ref->row != row_ || ref->column <= column) {
      breaches_.add("X01", cell, "ligger cellerna på en rad inte i ordning", name.value());
    }
    column = ref ? ref->column : column + 1;
    if (const pugi::xml_attribute style = cell.attribute("s");
        style && context_.cell_styles > 0 && style.as_ullong() >= context_.cell_styles) {
      breaches_.add("X03", cell, "har en cell ett utseende som inte finns", style.value());
    }
    for (const pugi::xml_node child : cell.children()) {
      const std::string_view part = opc::local_name(child);
      if (part == "v") check_value(cell, child.child_value());
      if (part == "f") check_formula(cell, child);
      if (part == "is") check_length(cell, child);
    }
  }

  void check_value(pugi::xml_node cell, std::string_view value) {
    const std::string_view type = cell.attribute("t").as_string("n");
    if (value.empty()) return;
    if (type == "s") {
      std::size_t index = context_.shared_strings;
      std::from_chars(value.data(), value.data() + value.size(), index);
      if (index >= context_.shared_strings) {
        breaches_.add("X02", cell, "saknas texten till en cell", cell.attribute("r").value());
      }
    } else if ((type == "n" && !is_number(value)) || (type == "b" && value != "0" && value != "1")) {
      breaches_.add("X03", cell, "står ett värde av fel slag i en cell", cell.attribute("r").value());
    }
  }

  void check_formula(pugi::xml_node cell, pugi::xml_node formula) {
    const std::string_view text = formula.child_value();
    const std::string_view type = formula.attribute("t").value();
    if (text.find("#REF!") != std::string_view::npos) {
      breaches_.add("X05", cell, "pekar en formel på celler som inte finns");
    }
    if (text.size() > longest_formula) breaches_.add("X25", cell, "är en formel för lång");
    if (type == "shared") {
      const std::string index = formula.attribute("si").value();
      used_.insert(index);
      if (formula.attribute("ref") && !text.empty()) masters_.insert(index);
    }
    const bool area = type == "array" || type == "dataTable";
    if (area && !sml::CellRange::parse(formula.attribute("ref").value())) {
      breaches_.add("X06", cell, "saknar en matrisformel sitt område");
    }
    if (type.empty() && text.empty()) breaches_.add("X05", cell, "är en formel tom");
  }

  void check_length(pugi::xml_node cell, pugi::xml_node item) {
    std::size_t size = 0;
    item.find_node([&size](pugi::xml_node node) {
      if (opc::local_name(node) == "t") size += utf16_size(node.child_value());
      return false;
    });
    if (size > longest_text) breaches_.add("X25", cell, "är en text för lång för en cell");
  }

  const SheetContext& context_;
  Breaches& breaches_;
  int row_ = 0;
  std::set<std::string> used_;
  std::set<std::string> masters_;
};

}  // namespace

void check_cells(pugi::xml_node sheet_data, const SheetContext& context, Breaches& breaches) {
  CellCheck check(context, breaches);
  for (const pugi::xml_node row : sheet_data.children()) {
    if (opc::local_name(row) == "row") check.take_row(row);
  }
  check.finish();
}

}  // namespace lg::proof
