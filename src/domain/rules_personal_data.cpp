#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/personal_data.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

namespace lg::domain {
namespace {

/// The names of those who hold the roles: known to be people.
std::vector<std::string> holders(const Table& roles) {
  std::vector<std::string> names;
  for (const std::string_view column : {"Innehavare", "Vikarie"}) {
    const ColumnOf name(roles, column);
    for (const Row& row : roles.rows) {
      for (std::string& one : split(to_text(name(row)), ';')) {
        if (words_of(one).size() >= 2) names.push_back(std::move(one));
      }
    }
  }
  return names;
}

std::optional<PersonalData> found_in(const PrintedText& text, const std::vector<std::string>& people) {
  for (const std::string& name : people) {
    const std::size_t at = text.text.find(name);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + name.size();
    const bool whole = (at == 0 || !is_word_byte(text.text, at - 1)) &&
                       (end == text.text.size() || text.text[end] == 's' || !is_word_byte(text.text, end));
    if (whole) return PersonalData{"TEXT-504", "en persons namn", name};
  }
  if (!text.masked) return personal_data_in(text.text);
  const auto number = personal_number_in(text.text);  // hidden or not, it has nothing to do there
  return number ? std::optional(PersonalData{"TEXT-501", "ett personnummer", *number}) : std::nullopt;
}

}  // namespace

void check_personal_data(const RuleInput& input, Problems& problems) {
  const std::vector<std::string> people = holders(input.review.table("Roller"));
  for (const PrintedText& text : input.texts) {
    const auto found = found_in(text, people);
    if (!found) continue;
    problems.add(
        {Severity::warning,
         found->code,
         text.value->source().location(),
         "I texten står " + found->what + ", ”" + excerpt(found->text, 40) + "”, och texten publiceras.",
         "Skriv en roll eller funktion i stället, eller ta bort uppgiften.",
         {}});
  }
}

}  // namespace lg::domain
