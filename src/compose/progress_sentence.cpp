#include "compose/progress_sentence.hpp"

#include "base/text.hpp"
#include "compose/count_words.hpp"

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

}  // namespace

RowsFact finished_activities(const Field& activities) {
  const int status = activities.find(fold("Status"));
  return [status](std::span<const Row* const> rows) {
    return Value::number(static_cast<double>(count_finished(rows, status)));
  };
}

RowsFact progress_sentence(const Field& activities) {
  const int status = activities.find(fold("Status"));
  return [status](std::span<const Row* const> rows) {
    return Value::text(sentence(rows.size(), count_finished(rows, status)));
  };
}

}  // namespace lg::compose
