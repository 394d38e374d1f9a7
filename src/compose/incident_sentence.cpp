#include "compose/incident_sentence.hpp"

#include "base/text.hpp"
#include "compose/count_words.hpp"
#include "compose/made_list.hpp"

#include <algorithm>
#include <string>

namespace lg::compose {
namespace {

std::size_t count_reported(std::span<const Row* const> rows, int column) {
  if (column < 0) return 0;
  const auto is_reported = [column](const Row* row) {
    return fold(to_text((*row)[static_cast<std::size_t>(column)])) == "ja";
  };
  return static_cast<std::size_t>(std::ranges::count_if(rows, is_reported));
}

std::string sentence(std::size_t all, std::size_t reported) {
  const std::string authority = " till Integritetsskyddsmyndigheten (IMY).";
  const std::string one = " även anmälts vidare som anmälningspliktig personuppgiftsincident" + authority;
  const std::string many = " även anmälts vidare som anmälningspliktiga personuppgiftsincidenter" + authority;
  if (reported == 0) return "";
  if (reported == all) {
    if (all == 1) return "Incidenten har" + one;
    return (all == 2 ? "Båda incidenterna har" : "Samtliga incidenter har") + many;
  }
  return to_upper_first(count_word(reported)) + " av incidenterna har" + (reported == 1 ? one : many);
}

}  // namespace

RowsFact reported_incidents(const Field& incidents) {
  const int column = incidents.find(fold("Anmäld till IMY"));
  return [column](std::span<const Row* const> rows) {
    return Value::number(static_cast<double>(count_reported(rows, column)))
        .made_of(cells_of(rows, column), true);
  };
}

RowsFact reporting_sentence(const Field& incidents) {
  const int column = incidents.find(fold("Anmäld till IMY"));
  return [column](std::span<const Row* const> rows) {
    return Value::text(sentence(rows.size(), count_reported(rows, column)))
        .made_of(cells_of(rows, column), true);
  };
}

}  // namespace lg::compose
