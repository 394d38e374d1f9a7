#include "calc/cached_results.hpp"

#include "base/text.hpp"
#include "calc/calculator.hpp"
#include "calc/grid.hpp"
#include "sml/cell_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lg::calc {
namespace {

/// How a result is written into its cell (ECMA-376 Part 1, 18.3.1.4 and 18.3.1.96).
struct Written {
  std::string type;  // the attribute t; empty: a number
  std::string value;
};

Written written(const Result& result) {
  struct Visitor {
    Written operator()(Empty) const { return {"", "0"}; }
    Written operator()(double number) const { return {"", number_text(number, '.')}; }
    Written operator()(const std::string& text) const {
      Written how{"str", ""};
      sml::append_escaped(how.value, text);
      return how;
    }
    Written operator()(bool yes) const { return {"b", yes ? "1" : "0"}; }
    Written operator()(const Error& error) const { return {"e", error.code}; }
    Written operator()(Unknown) const { return {}; }
  };
  return std::visit(Visitor{}, result);
}

/// A text that the next reader of the file would take for a tag.
bool is_tag(const std::string& text) {
  return text.find("{{") != std::string::npos;
}

/// Whether any sheet has a formula element, of any prefix. Cells of thousands of rows need not be read for
/// none.
bool has_formulas(const opc::Package& package) {
  return std::ranges::any_of(package.related(package.main_part(), "worksheet"), [&](const auto& sheet) {
    if (!package.has(sheet)) return true;  // reading tells
    const std::string_view bytes = package.bytes(sheet);
    return bytes.find("</f>") != std::string_view::npos || bytes.find(":f>") != std::string_view::npos;
  });
}

/// Texts and where in the part they go.
using Insertions = std::vector<std::pair<std::size_t, std::string>>;

std::string with(const std::string& bytes, const Insertions& insertions) {
  std::size_t added = 0;
  for (const auto& [at, text] : insertions) added += text.size();
  std::string result;
  result.reserve(bytes.size() + added);
  std::size_t from = 0;
  for (const auto& [at, text] : insertions) {
    result.append(bytes, from, at - from).append(text);
    from = at;
  }
  return result.append(bytes, from);
}

}  // namespace

FormulaResults write_cached_results(opc::Package& package) {
  if (!has_formulas(package)) return {};
  const Grid grid = Grid::read(package);
  Calculator calculator(grid);
  FormulaResults all;
  for (std::size_t i = 0; i < grid.sheets().size(); ++i) {
    const GridSheet& sheet = grid.sheets()[i];
    Insertions insertions;
    std::vector<std::pair<sml::CellRef, Result>> results;
    insertions.reserve(2 * sheet.formulas.size());
    results.reserve(sheet.formulas.size());
    for (const OpenFormula& formula : sheet.formulas) {
      Result result = calculator.cell(i, formula.at);
      const auto* text = std::get_if<std::string>(&result);
      if (is_unknown(result) || (text != nullptr && is_tag(*text))) continue;
      const Written how = written(result);
      if (!how.type.empty()) insertions.emplace_back(formula.behind_name, " t=\"" + how.type + "\"");
      const bool edge = how.value.starts_with(" ") || how.value.ends_with(" ");
      const std::string name = formula.prefix + "v";
      insertions.emplace_back(formula.behind_formula, "<" + name + (edge ? " xml:space=\"preserve\">" : ">") +
                                                          how.value + "</" + name + ">");
      results.emplace_back(formula.at, std::move(result));
    }
    if (insertions.empty()) continue;
    package.replace(sheet.part, with(package.bytes(sheet.part), insertions));
    all.emplace(sheet.part, std::move(results));
  }
  return all;
}

}  // namespace lg::calc
