#include "proof/chart_rules.hpp"

#include "sml/chart_references.hpp"

#include <set>
#include <string>
#include <string_view>

namespace lg::proof {
namespace {

bool is_cache(std::string_view name) {
  return name == "c:numCache" || name == "c:strCache" || name == "c:numLit" || name == "c:strLit";
}

void check_cache(pugi::xml_node cache, const char* rule, Breaches& breaches) {
  const int count = cache.child("c:ptCount").attribute("val").as_int();
  std::set<int> seen;
  for (const pugi::xml_node point : cache.children("c:pt")) {
    const int index = point.attribute("idx").as_int(-1);
    if (index < 0 || index >= count || !seen.insert(index).second) {
      breaches.add(rule, point, "har ett diagram en punkt för mycket", std::to_string(index));
    }
  }
  const std::string formula = cache.parent().child_value("c:f");
  long cells = 0;
  for (const sml::ChartRange& range : sml::chart_ranges(formula)) {
    cells += static_cast<long>(range.cells.last.row - range.cells.first.row + 1) *
             (range.cells.last.column - range.cells.first.column + 1);
  }
  // Fewer points are right: those of hidden rows are not stored.
  if (cells > 0 && count > cells) {
    breaches.add(rule, cache, "visar ett diagram fler värden än dess område har celler", formula);
  }
}

}  // namespace

void check_chart(pugi::xml_node root, Breaches& breaches) {
  if (std::string_view(root.name()) != "c:chartSpace") return;
  const char* rule = breaches.part().text().starts_with("/xl/") ? "X17" : "W40";
  root.find_node([&](pugi::xml_node node) {
    if (is_cache(node.name())) check_cache(node, rule, breaches);
    return false;
  });
}

}  // namespace lg::proof
