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

ChartNames::ChartNames(pugi::xml_node workbook, const ReferenceMover& mover,
                       const std::vector<const MovedSheet*>& sheets, const SheetPositions& positions) {
  for (const pugi::xml_node name : opc::child(workbook, "definedNames").children()) {
    const std::string called = to_lower(name.attribute("name").value());
    const auto read = [&](const MovedSheet* sheet) {
      return cells_of_name(mover.move(name.child_value(), {sheet, {}, true, {}}));
    };
    const pugi::xml_attribute local = name.attribute("localSheetId");
    if (!local) names_[{"", called}] = read(nullptr);
    if (!local || local.as_uint() >= positions.size()) continue;
    for (const int copy : positions[local.as_uint()]) {
      const MovedSheet* sheet = sheets[static_cast<std::size_t>(copy)];
      names_[{to_lower(sheet->new_name), called}] = read(sheet);
    }
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
