#include "intake/form.hpp"

#include "base/text.hpp"
#include "intake/form_tables.hpp"

#include <algorithm>
#include <vector>

namespace lg::intake {

std::span<const Form> forms() {
  static const std::vector<Form> all = [] {
    std::vector<Form> gathered;
    for (const auto table : {basic_forms, risk_forms, follow_up_forms, activity_forms, outlook_forms}) {
      gathered.insert(gathered.end(), table.begin(), table.end());
    }
    return gathered;
  }();
  return all;
}

const Form* find_form(std::string_view sheet) {
  const std::string folded = fold(sheet);
  for (const Form& form : forms()) {
    const auto same = [&](std::string_view name) { return fold(name) == folded; };
    if (same(form.sheet) || std::ranges::any_of(form.aliases, same)) return &form;
  }
  return nullptr;
}

std::span<const Column> fact_columns() {
  return fact_table;
}

}  // namespace lg::intake
