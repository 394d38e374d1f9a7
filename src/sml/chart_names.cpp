#include "sml/chart_names.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"

#include <variant>

namespace lg::sml {
namespace {

/// Cells that the formula depends on, where it is no plain reference: of OFFSET(A1,0,0,COUNTA(A:A),1) A1.
NamedCells cells_of_name(const std::string& formula) {
  NamedCells named{chart_ranges(formula), true};
  if (!named.ranges.empty()) return named;
  named.exact = false;
  const Formula parsed = Formula::parse(formula);
  for (const Formula::Piece& piece : parsed.pieces()) {
    const auto* reference = std::get_if<Reference>(&piece);
    if (reference == nullptr || reference->external || reference->first_sheet.empty()) continue;
    named.ranges.push_back({reference->first_sheet, {{1, 1}, {1, 1}}});
  }
  return named;
}

/// "'Blad 1'" without its quotes.
std::string unquoted(std::string_view name) {
  if (name.size() < 2 || name.front() != '\'' || name.back() != '\'') return std::string(name);
  std::string plain;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    plain += name[i];
    if (name[i] == '\'') ++i;
  }
  return plain;
}

}  // namespace

ChartNames::ChartNames(pugi::xml_node workbook, const std::vector<std::string>& sheets,
                       const ReferenceMover& mover) {
  for (const pugi::xml_node name : opc::child(workbook, "definedNames").children()) {
    const pugi::xml_attribute local = name.attribute("localSheetId");
    const std::size_t position = local.as_uint();
    if (local && position >= sheets.size()) continue;
    const std::string moved = mover.move(name.child_value(), {nullptr, {}, true, {}});
    names_[{local ? to_lower(sheets[position]) : "", to_lower(name.attribute("name").value())}] =
        cells_of_name(moved);
  }
}

const NamedCells* ChartNames::find(std::string_view formula) const {
  const std::size_t mark = formula.rfind('!');
  const bool qualified = mark != std::string_view::npos;
  const std::string sheet = qualified ? to_lower(unquoted(formula.substr(0, mark))) : "";
  const bool external = sheet.starts_with('[') && sheet != "[0]";
  if (external) return nullptr;
  const std::string name = to_lower(formula.substr(qualified ? mark + 1 : 0));
  for (const std::string& scope : {sheet, std::string()}) {
    const auto found = names_.find({scope, name});
    if (found != names_.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace lg::sml
