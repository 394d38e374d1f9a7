#include "intake/foreign_choice.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>

namespace lg::intake {
namespace {

constexpr std::size_t shortest = 3;

/// The shortest choice that begins so, when all others that do begin with it: "Åtg" is Åtgärd, though Åtgärd
/// och kontroll begins so too.
std::optional<std::string_view> abbreviated(const Column& column, std::string_view word) {
  const std::string folded = fold(word);
  if (length(folded) < shortest) return {};
  std::optional<std::string_view> found;
  for (const std::string_view choice : column.choices) {
    if (!fold(choice).starts_with(folded)) continue;
    if (!found || choice.size() < found->size()) found = choice;
  }
  const bool one = found && std::ranges::all_of(column.choices, [&](std::string_view choice) {
                     return !fold(choice).starts_with(folded) || choice.starts_with(*found);
                   });
  return one ? found : std::nullopt;
}

std::optional<std::string_view> one_choice(const Column& column, std::string_view word) {
  const auto found = find_choice(column, word);
  return found ? found : abbreviated(column, word);
}

}  // namespace

std::optional<std::string_view> find_foreign_choice(const Column& column, std::string_view word) {
  if (column.open_choice) return find_choice(column, word);  // a word of one's own is no abbreviation
  if (const auto found = one_choice(column, word)) return found;
  if (column.heading != "Hantering") return {};
  for (const std::string_view joint : {"+", "&", "/", " och ", ","}) {
    const std::size_t at = word.find(joint);
    if (at == std::string_view::npos) continue;
    const auto first = one_choice(column, trim(word.substr(0, at)));
    const auto second = one_choice(column, trim(word.substr(at + joint.size())));
    const bool both = (first == "Åtgärd" && second == "Kontroll i IKP") ||
                      (first == "Kontroll i IKP" && second == "Åtgärd");
    if (both) return find_choice(column, "Åtgärd och kontroll");
  }
  return {};
}

}  // namespace lg::intake
