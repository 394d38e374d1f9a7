#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/role_names.hpp"
#include "domain/rule_checks.hpp"

#include <array>

namespace lg::domain {
namespace {

struct RoleColumn {
  std::string_view list;
  std::string_view column;
};

// The owner of an activity is R1's: without a role there, no sentence can be written.
constexpr std::array columns{
    RoleColumn{"Aktiviteter", "Med stöd av"},
    RoleColumn{"VoR", "Riskägare"},
    RoleColumn{"IKP", "Kontrollansvarig"},
    RoleColumn{"IKP", "Ansvarig"},
    RoleColumn{"förra årets IKP", "Kontrollansvarig"},
    RoleColumn{"förra årets IKP", "Ansvarig"},
    RoleColumn{"Uppföljning", "I samsyn med"},
    RoleColumn{"Iakttagelser", "Ansvarig"},
    RoleColumn{"Klassning", "Informationsägare"},
    RoleColumn{"Beslut", "Ansvarig"},
};

}  // namespace

void check_roles(const RuleInput& input, Problems& problems) {
  const RoleNames roles(input.review.table("Roller"));
  if (roles.empty()) return;
  for (const RoleColumn& one : columns) {
    const Table& table = input.review.table(one.list);
    const ColumnOf column(table, one.column);
    for (const Row& row : table.rows) {
      for (const std::string& name : ids_in(column(row))) {
        if (roles.has(name)) continue;
        const auto near = roles.near(name);
        problems.add({Severity::warning,
                      "BLAN-203",
                      column(row).source().location(),
                      std::string(one.column) + " ”" + excerpt(name, 40) + "” finns inte i bladet Roller.",
                      near ? "Menade du ”" + *near + "”?"
                           : "Välj en roll ur bladet Roller, eller lägg till rollen där.",
                      {}});
      }
    }
  }
}

}  // namespace lg::domain
