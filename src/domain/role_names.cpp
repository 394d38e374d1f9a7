#include "domain/role_names.hpp"

#include "base/text.hpp"

namespace lg::domain {

RoleNames::RoleNames(const Table& roles) {
  for (const Row& row : roles.rows) {
    for (const std::string_view column : {"Roll", "Fullständig benämning", "Bestämd form"}) {
      const std::string name = to_text(roles.at(row, column));
      if (!name.empty()) folded_.insert(fold(name));
    }
    const std::string role = to_text(roles.at(row, "Roll"));
    if (!role.empty()) shown_.push_back(role);
  }
}

bool RoleNames::has(std::string_view name) const {
  return folded_.contains(fold(name));
}

std::optional<std::string> RoleNames::near(std::string_view name) const {
  return nearest(name, shown_);
}

}  // namespace lg::domain
