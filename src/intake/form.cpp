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

std::optional<std::string_view> find_choice(const Column& column, std::string_view word) {
  const std::string folded = fold(word);
  if (folded.empty()) return {};
  for (const std::string_view choice : column.choices) {
    const std::string other = fold(choice);
    const bool numbered = choice.size() > 2 && choice[0] >= '0' && choice[0] <= '9' && choice[1] == ' ';
    if (other == folded || (numbered && (other.substr(0, 1) == folded || other.substr(1) == folded)))
      return choice;
  }
  for (const Synonym& synonym : column.synonyms) {
    if (fold(synonym.word) == folded) return synonym.choice;
  }
  return {};
}

std::span<const Column> fact_columns() {
  return fact_table;
}

}  // namespace lg::intake
