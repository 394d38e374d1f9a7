#include "compose/decision_points.hpp"

#include "base/text.hpp"
#include "compose/made_list.hpp"

#include <string>
#include <string_view>

namespace lg::compose {
namespace {

/// "2. Nämnden …", "2) …" and "- …" without what stands before the words.
std::string_view without_number(std::string_view line) {
  for (const std::string_view dash : {"- ", "– ", "• "}) {
    if (line.starts_with(dash)) return trim(line.substr(dash.size()));
  }
  constexpr std::size_t most_digits = 2;
  const std::size_t digits = line.find_first_not_of("0123456789");
  const bool numbered = digits != std::string_view::npos && digits > 0 && digits <= most_digits &&
                        (line[digits] == '.' || line[digits] == ')') &&
                        line.substr(digits + 1).starts_with(' ');
  return numbered ? trim(line.substr(digits + 1)) : line;
}

}  // namespace

domain::Table decision_points(const domain::Review& review) {
  domain::Table table = made_list(
      "Beslutspunkter", "Punkterna i Beslutsförslag: en rad för varje punkt.",
      {{"Nr", Field::Shape::number, "Punktens nummer."}, {"Punkt", Field::Shape::text, "Punktens text."}});
  if (review.facts.rows.empty()) return table;
  const Value& proposal = review.facts.at(review.facts.rows.front(), "Beslutsförslag");
  for (const std::string& line : split(clean(to_text(proposal)).text, '\n')) {
    const std::string_view point = without_number(trim(line));
    if (point.empty()) continue;
    table.rows.push_back({Value::number(static_cast<double>(table.rows.size() + 1)),
                          Value::text(std::string(point), proposal.source())});
  }
  return table;
}

}  // namespace lg::compose
