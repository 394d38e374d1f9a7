#include "sml/row_map.hpp"

#include "sml/cell_ref.hpp"

#include <algorithm>
#include <iterator>

namespace lg::sml {

void RowMap::place(Rows source, int output) {
  Run& run = runs_[source.first];
  run.last = source.last;
  run.outputs.push_back(output);
  tail_first_ = std::max(tail_first_, source.last + 1);
  tail_shift_ = output + (source.last - source.first) + 1 - tail_first_;
}

void RowMap::skip(Rows source) {
  runs_[source.first].last = source.last;
  const int was = tail_first_;
  tail_first_ = std::max(tail_first_, source.last + 1);
  tail_shift_ -= tail_first_ - was;
}

void RowMap::stand_in(int row, int output) {
  Run& run = runs_[row];
  run.last = row;
  run.outputs.push_back(output);
}

std::size_t RowMap::begin_turn(Rows source, int output) {
  turns_.push_back({source, {output, output}});
  return turns_.size() - 1;
}

void RowMap::end_turn(std::size_t number, int output_last) {
  turns_[number].output.last = output_last;
}

bool RowMap::is_identity() const {
  return tail_shift_ == 0 && std::all_of(runs_.begin(), runs_.end(), [](const auto& entry) {
           const auto& [first, run] = entry;
           return run.outputs.size() == 1 && run.outputs[0] == first;
         });
}

/// The run that holds the row, or else the next one below it.
RowMap::Runs::const_iterator RowMap::run_of(int row) const {
  auto next = runs_.upper_bound(row);
  if (next != runs_.begin() && std::prev(next)->second.last >= row) return std::prev(next);
  return next;
}

/// The first place of any of the rows: a conditional row in front may stand in a later turn alone.
std::optional<int> RowMap::first_image(Rows source, const Turned* within) const {
  const int from = within == nullptr ? 1 : within->output.first;
  std::optional<int> image;
  for (auto it = run_of(source.first); it != runs_.end() && it->first <= source.last; ++it) {
    const auto& outputs = it->second.outputs;
    const auto at =
        within == nullptr ? outputs.begin() : std::lower_bound(outputs.begin(), outputs.end(), from);
    if (at == outputs.end() || (within != nullptr && *at > within->output.last)) continue;
    const int row = *at + std::max(source.first - it->first, 0);
    image = std::min(image.value_or(row), row);
  }
  if (image || source.last < tail_first_ || within != nullptr) return image;
  return std::min(std::max(source.first, tail_first_) + tail_shift_, max_rows);
}

/// The last place of any of the rows: a conditional row at the end may stand in an earlier turn alone.
std::optional<int> RowMap::last_image(Rows source, const Turned* within) const {
  if (source.last >= tail_first_ && within == nullptr) return moved_end(source.last);
  std::optional<int> image;
  for (auto it = run_of(source.first); it != runs_.end() && it->first <= source.last; ++it) {
    const auto& outputs = it->second.outputs;
    const auto end = within == nullptr
                         ? outputs.end()
                         : std::upper_bound(outputs.begin(), outputs.end(), within->output.last);
    if (end == outputs.begin() || (within != nullptr && *std::prev(end) < within->output.first)) continue;
    const int row = *std::prev(end) + std::min(source.last, it->second.last) - it->first;
    image = std::max(image.value_or(row), row);
  }
  return image;
}

/// What ends at the sheet's last row means "to the end", and goes on doing so.
int RowMap::moved_end(int row) const {
  return row >= max_rows ? max_rows : std::min(row + tail_shift_, max_rows);
}

std::optional<Rows> RowMap::envelope(Rows source, const Turned* within) const {
  const auto first = first_image(source, within);
  const auto last = last_image(source, within);
  if (!first || !last || *first > *last) return {};
  return Rows{*first, *last};
}

std::vector<Rows> RowMap::areas(Rows source) const {
  std::vector<Rows> all;
  for (auto it = run_of(source.first); it != runs_.end() && it->first <= source.last; ++it) {
    const int begin = std::max(source.first, it->first) - it->first;
    const int end = std::min(source.last, it->second.last) - it->first;
    for (const int output : it->second.outputs) all.push_back({output + begin, output + end});
  }
  if (source.last >= tail_first_) {
    all.push_back(
        {std::min(std::max(source.first, tail_first_) + tail_shift_, max_rows), moved_end(source.last)});
  }
  std::sort(all.begin(), all.end());
  std::vector<Rows> merged;
  for (const Rows& rows : all) {
    if (!merged.empty() && rows.first <= merged.back().last + 1) {
      merged.back().last = std::max(merged.back().last, rows.last);
    } else {
      merged.push_back(rows);
    }
  }
  return merged;
}

std::vector<Rows> RowMap::copies(Rows source) const {
  const auto it = run_of(source.first);
  const bool in_run = it != runs_.end() && it->first <= source.first;
  const bool inside_turns = in_run && it->second.outputs.size() > 1;
  if (!inside_turns) {
    const auto rows = envelope(source);
    return rows ? std::vector<Rows>{*rows} : std::vector<Rows>{};
  }
  std::vector<Rows> all;
  for (const int output : it->second.outputs) {
    const int first = output + source.first - it->first;
    all.push_back({first, first + source.last - source.first});
  }
  return all;
}

std::optional<int> RowMap::first(int row) const {
  return first_image({row, row}, nullptr);
}

std::optional<int> RowMap::last(int row) const {
  return last_image({row, row}, nullptr);
}

std::vector<const Turned*> RowMap::turns_of_first(int row) const {
  const auto image = first(row);
  return image ? turns_of(*image) : std::vector<const Turned*>{};
}

/// Turns are kept in the order they began, and one that begins within another ends within it.
std::vector<const Turned*> RowMap::turns_of(int output_row) const {
  std::vector<const Turned*> found;
  const auto after = std::upper_bound(turns_.begin(), turns_.end(), output_row,
                                      [](int row, const Turned& turn) { return row < turn.output.first; });
  for (auto it = after; it != turns_.begin();) {
    --it;
    if (it->output.last >= output_row) found.push_back(&*it);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace lg::sml
