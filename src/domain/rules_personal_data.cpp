#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/personal_data.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <utility>

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

std::optional<std::string> holder_in(std::string_view text, const std::vector<std::string>& people) {
  for (const std::string& name : people) {
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos) continue;
    const std::size_t end = at + name.size();
    const bool whole = (at == 0 || !is_word_byte(text, at - 1)) &&
                       (end == text.size() || text[end] == 's' || !is_word_byte(text, end));
    if (whole) return name;
  }
  return {};
}

std::vector<PersonalData> found_in(const PrintedText& text, const std::vector<std::string>& people) {
  std::vector<PersonalData> all;
  if (!text.masked) {
    all = personal_data_in(text.text);
  } else if (auto number = personal_number_in(text.text)) {  // hidden or not, it has nothing to do there
    all.push_back({"TEXT-501", "ett personnummer", std::move(*number)});
  }
  const bool named = std::ranges::any_of(
      all, [](const PersonalData& one) { return std::string_view(one.code) == "TEXT-504"; });
  auto holder = named ? std::nullopt : holder_in(text.text, people);
  if (holder) all.push_back({"TEXT-504", "en persons namn", std::move(*holder)});
  return all;
}

}  // namespace

void check_personal_data(const RuleInput& input, Problems& problems) {
  const std::vector<std::string> people = holders(input.review.table("Roller"));
  for (const PrintedText& text : input.texts) {
    for (const PersonalData& found : found_in(text, people)) {
      problems.add(
          {Severity::warning,
           found.code,
           text.value->source().location(),
           "I texten står " + found.what + ", ”" + excerpt(found.text, 40) + "”, och texten publiceras.",
           "Skriv en roll eller funktion i stället, eller ta bort uppgiften.",
           {}});
    }
  }
}

}  // namespace lg::domain
