#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <array>
#include <cmath>

namespace lg::domain {
namespace {

constexpr std::array<std::string_view, 2> vor_lists{"VoR", "förra årets VoR"};

/// The columns that hold a risk's steps and their product.
struct StepColumns {
  explicit StepColumns(const Table& table)
      : likelihood(table, "Sannolikhet"),
        consequence(table, "Konsekvens"),
        risk_value(table, "Riskvärde"),
        left_likelihood(table, "Kvarstående sannolikhet"),
        left_consequence(table, "Kvarstående konsekvens") {}

  ColumnOf likelihood, consequence, risk_value, left_likelihood, left_consequence;
};

void check_step(const Value& value, std::string_view column, int from, int to, Problems& problems) {
  if (!lies_outside(value, from, to)) return;
  const std::string scale = std::to_string(from) + "–" + std::to_string(to);
  problems.add({Severity::error,
                "VOR-103",
                value.source().location(),
                std::string(column) + " ska vara ett heltal " + scale + ", men i cellen står ”" +
                    to_text(value) + "”.",
                "Skriv ett heltal " + scale + ", eller ändra skalan i bladet Skalor.",
                {}});
}

}  // namespace

void check_scales(const RuleInput& input, Problems& problems) {
  const Scales& scales = input.scales;
  for (const std::string_view list : vor_lists) {
    const Table& table = input.review.table(list);
    const StepColumns columns(table);
    for (const Row& row : table.rows) {
      check_step(columns.likelihood(row), "Sannolikhet", scales.likelihood_from, scales.likelihood_to,
                 problems);
      check_step(columns.consequence(row), "Konsekvens", scales.consequence_from, scales.consequence_to,
                 problems);
      check_step(columns.left_likelihood(row), "Kvarstående sannolikhet", scales.likelihood_from,
                 scales.likelihood_to, problems);
      check_step(columns.left_consequence(row), "Kvarstående konsekvens", scales.consequence_from,
                 scales.consequence_to, problems);
    }
  }
}

void check_risk_values(const RuleInput& input, Problems& problems) {
  for (const std::string_view list : vor_lists) {
    const Table& table = input.review.table(list);
    const StepColumns columns(table);
    for (const Row& row : table.rows) {
      const auto s = whole(columns.likelihood(row));
      const auto k = whole(columns.consequence(row));
      const Value::Number* value = columns.risk_value(row).as_number();
      if (!s || !k || value == nullptr || std::abs(value->number - double{1} * *s * *k) < 1e-9) continue;
      // A number outside of its scale was told of by itself.
      const Scales& scales = input.scales;
      if (lies_outside(columns.likelihood(row), scales.likelihood_from, scales.likelihood_to) ||
          lies_outside(columns.consequence(row), scales.consequence_from, scales.consequence_to)) {
        continue;
      }
      problems.add({Severity::error,
                    "VOR-104",
                    columns.risk_value(row).source().location(),
                    "Riskvärdet är ”" + to_text(columns.risk_value(row)) + "”, men sannolikhet " +
                        std::to_string(*s) + " gånger konsekvens " + std::to_string(*k) + " är " +
                        std::to_string(std::int64_t{*s} * *k) + ".",
                    "Rätta riskvärdet, eller töm cellen så räknas det ut.",
                    {}});
    }
  }
}

void check_remaining_risk(const RuleInput& input, Problems& problems) {
  for (const std::string_view list : vor_lists) {
    const Table& table = input.review.table(list);
    const StepColumns columns(table);
    for (const Row& row : table.rows) {
      const auto s = whole(columns.left_likelihood(row));
      const auto k = whole(columns.left_consequence(row));
      // The product, should the risk value be wrong itself.
      const auto full_s = whole(columns.likelihood(row));
      const auto full_k = whole(columns.consequence(row));
      const auto value = full_s && full_k ? std::optional(*full_s * *full_k) : whole(columns.risk_value(row));
      if (!s || !k || !value || std::int64_t{*s} * *k <= *value) continue;
      // The one that has been raised is the one to look at.
      const auto before = whole(columns.consequence(row));
      const bool raised = before && *k > *before;
      const Value& place = raised ? columns.left_consequence(row) : columns.left_likelihood(row);
      const Value& other = raised ? columns.left_likelihood(row) : columns.left_consequence(row);
      problems.add({Severity::warning,
                    "VOR-105",
                    place.source().location(),
                    "Kvarstående riskvärde " + std::to_string(std::int64_t{*s} * *k) +
                        " är högre än riskvärdet " + std::to_string(*value) + ".",
                    "Ändra Kvarstående sannolikhet eller Kvarstående konsekvens.",
                    {other.source().location()}});
    }
  }
}

}  // namespace lg::domain
