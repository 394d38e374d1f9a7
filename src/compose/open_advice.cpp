#include "compose/open_advice.hpp"

#include "base/text.hpp"
#include "compose/made_list.hpp"
#include "domain/column_of.hpp"
#include "domain/links.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace lg::compose {
namespace {

using domain::ColumnOf;
using domain::ids_in;
using domain::Review;
using domain::Table;

bool is_done(const std::string& status) {
  static const std::array<std::string, 5> words = {fold("Klar"), fold("Genomförd"), fold("Åtgärdad"),
                                                   fold("Avslutad"), fold("Stängd")};
  return std::ranges::find(words, fold(status)) != words.end();
}

/// Whether the activities of an ID are all done; an ID that no activity has is not there.
using DoneById = std::unordered_map<std::string, bool>;

void note(DoneById& done, const Value& ids, bool is_finished) {
  for (const std::string& id : ids_in(ids)) {
    const auto [entry, is_new] = done.emplace(fold(id), is_finished);
    if (!is_new) entry->second = entry->second && is_finished;
  }
}

/// By what the activities say in that column: their own IDs, or those of what they take care of.
DoneById done_by(const Review& review, std::string_view heading) {
  DoneById done;
  for (const std::string_view list : {"Aktiviteter", "Tidigare aktiviteter"}) {
    const Table& table = review.table(list);
    const ColumnOf ids(table, heading);
    const ColumnOf status(table, "Status");
    for (const Row& row : table.rows) note(done, ids(row), is_done(to_text(status(row))));
  }
  return done;
}

/// `advice`: the column that holds the recommendation. `key`: the row's own ID, which activities name too;
/// empty for none.
void mark(Review& review, std::string_view list, std::string_view advice, std::string_view key) {
  const DoneById by_activity = done_by(review, "Aktivitets-ID");
  const DoneById by_key = key.empty() ? DoneById() : done_by(review, key);
  Table& table = review.table(list);
  const std::size_t column =
      add_column(table, {"Åtgärdad", Field::Shape::yes_no,
                         "Ja när status eller alla aktiviteter som tar hand om raden är klara."});
  const ColumnOf text(table, advice);
  const ColumnOf activities(table, "Aktivitets-ID");
  const ColumnOf status(table, "Status");
  const ColumnOf id(table, key);
  for (Row& row : table.rows) {
    const Row& read = row;  // a column that the table has not is blank
    if (text(read).is_blank() || !row[column].is_blank()) continue;
    std::vector<bool> found;
    for (const std::string& one : ids_in(activities(read))) {
      if (const auto known = by_activity.find(fold(one)); known != by_activity.end())
        found.push_back(known->second);
    }
    if (const auto known = by_key.find(fold(to_text(id(read)))); known != by_key.end())
      found.push_back(known->second);
    const bool all = !found.empty() && std::ranges::all_of(found, [](bool one) { return one; });
    row[column] = Value::flag(is_done(to_text(status(read))) || all, text(read).source());
  }
}

}  // namespace

void add_carried_out(Review& review) {
  mark(review, "Rekommendationer", "Rekommendation", "DSO-ID");
  mark(review, "Uppföljning", "ISAM:s rekommendation", "");
  mark(review, "Iakttagelser", "Iakttagelse", "Iakttagelse-ID");
}

}  // namespace lg::compose
