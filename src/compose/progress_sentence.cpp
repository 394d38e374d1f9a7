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

std::string sentence(std::size_t all, std::size_t finished) {
  if (all == 0) return "";
  if (all == 1) return finished == 1 ? "Aktiviteten är genomförd." : "Aktiviteten är inte genomförd.";
  if (finished == all)
    return all == 2 ? "Båda aktiviteterna är genomförda."
                    : "Samtliga " + count_word(all) + " aktiviteter är genomförda.";
  const std::string of_all = " av " + count_word(all) + " aktiviteter är ";
  if (finished == 0) return "Ingen" + of_all + "genomförd.";
  return to_upper_first(count_word(finished)) + of_all + (finished == 1 ? "genomförd." : "genomförda.");
}

std::string sentence_of_due(std::size_t due, std::size_t finished, int year) {
  const std::string by = " som skulle börja senast " + std::to_string(year);
  if (due == 0) return "Ingen av dem skulle börja senast " + std::to_string(year) + ".";
  if (due == 1) return "Den enda" + by + (finished == 1 ? " är genomförd." : " är inte genomförd.");
  if (finished == due) {
    return (due == 2 ? std::string("Båda") : "Samtliga " + count_word(due)) + by + " är genomförda.";
  }
  const std::string of_due = " av de " + count_word(due) + by + " är ";
  if (finished == 0) return "Ingen" + of_due + "genomförd.";
  return to_upper_first(count_word(finished)) + of_due + (finished == 1 ? "genomförd." : "genomförda.");
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
    return Value::text(later == 0 ? sentence(rows.size(), finished)
                                  : sentence_of_due(rows.size() - later, finished, last_due))
        .made_of(cells_of(rows, status), true);
  };
}

}  // namespace lg::compose
