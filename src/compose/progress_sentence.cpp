#include "compose/progress_sentence.hpp"

#include "base/text.hpp"
#include "compose/count_words.hpp"
#include "compose/made_list.hpp"

#include <algorithm>
#include <string>

namespace lg::compose {
namespace {

std::size_t count_finished(std::span<const Row* const> rows, int status) {
  if (status < 0) return 0;
  const auto is_finished = [status](const Row* row) {
    return fold(to_text((*row)[static_cast<std::size_t>(status)])) == fold("Klar");
  };
  return static_cast<std::size_t>(std::ranges::count_if(rows, is_finished));
}

/// A sentence has its numbers as words or all as figures, and does not begin with a figure.
bool has_word(std::size_t number) {
  return count_word(number) != std::to_string(number);
}

std::string sentence(std::size_t all, std::size_t finished) {
  if (all == 0) return "";
  if (all == 1) return finished == 1 ? "Aktiviteten är genomförd." : "Aktiviteten är inte genomförd.";
  if (finished == all)
    return all == 2 ? "Båda aktiviteterna är genomförda."
                    : "Samtliga " + count_word(all) + " aktiviteter är genomförda.";
  const std::string of_all = " av " + count_word(all) + " aktiviteter";
  const std::string done = finished == 1 ? " genomförd." : " genomförda.";
  if (finished == 0) return "Ingen" + of_all + " är genomförd.";
  if (!has_word(all))
    return "Av " + std::to_string(all) + " aktiviteter är " + std::to_string(finished) + done;
  return to_upper_first(count_word(finished)) + of_all + " är" + done;
}

/// How many of the `left` that are not finished should not have begun yet: "Två av de åtta som återstår
/// skulle börja först efter 2025." Blank for none.
std::string sentence_of_later(std::size_t left, std::size_t later, int year) {
  if (later == 0) return "";
  const std::string first = " börja först efter " + std::to_string(year) + ".";
  const std::string begin = " skulle" + first;
  if (later == left) return (left == 1 ? " Den som återstår" : " De som återstår") + begin;
  if (!has_word(left))
    return " Av de " + std::to_string(left) + " som återstår skulle " + std::to_string(later) + first;
  return " " + to_upper_first(count_word(later)) + " av de " + count_word(left) + " som återstår" + begin;
}

}  // namespace

RowsFact finished_activities(const Field& activities) {
  const int status = activities.find(fold("Status"));
  return [status](std::span<const Row* const> rows) {
    return Value::number(static_cast<double>(count_finished(rows, status)))
        .made_of(cells_of(rows, status), true);
  };
}

RowsFact progress_sentence(const Field& activities, int last_due) {
  const int status = activities.find(fold("Status"));
  const int first_year = activities.find(fold("Startår"));
  return [status, first_year, last_due](std::span<const Row* const> rows) {
    const auto is_later = [&](const Row* row) {
      const Value::Number* year =
          first_year < 0 ? nullptr : (*row)[static_cast<std::size_t>(first_year)].as_number();
      return last_due > 0 && year != nullptr && year->number > last_due &&
             count_finished({&row, 1}, status) == 0;
    };
    const auto later = static_cast<std::size_t>(std::ranges::count_if(rows, is_later));
    const std::size_t finished = count_finished(rows, status);
    return Value::text(sentence(rows.size(), finished) +
                       sentence_of_later(rows.size() - finished, later, last_due))
        .made_of(cells_of(rows, status), true);
  };
}

}  // namespace lg::compose
