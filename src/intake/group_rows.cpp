#include "intake/group_rows.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace lg::intake {
namespace {

constexpr std::array<std::string_view, 8> units{
    "organisationsenhet", "organisation", "nämnd",     "förvaltning", "enhet",
    "avdelning",          "bolag",        "verksamhet"};

/// "3.5 Stockholms stads ekonomi …", "Mål 2 …": how a goal of kommunfullmäktige is written.
bool is_goal(const std::string& text) {
  const bool numbered = text.size() > 4 && text[0] >= '1' && text[0] <= '9' && text[1] == '.' &&
                        text[2] >= '0' && text[2] <= '9';
  return numbered || fold(text).starts_with("mål");
}

/// A column of VoR whose values may head groups of rows.
bool heads_rows(const Form& events, int column) {
  if (column < 0) return false;
  const std::string_view heading = events.columns[static_cast<std::size_t>(column)].heading;
  return heading == "Process" || heading == "Område" || heading == "KF-mål" || heading == "Nämndmål";
}

}  // namespace

void GroupRows::add(const sml::Cell& cell, const std::string& text, std::deque<std::string>& texts,
                    int column) {
  const Form& events = *find_form("VoR");
  Waiting waiting{{-1, "", cell}, false};
  const bool own_heading = heads_rows(events, column);
  if (own_heading) {
    waiting.group.column = column;
    waiting.labelled = true;
  }
  const auto place = [&](std::string value) {
    waiting.labelled = true;
    waiting.group.cell.value = std::string_view(texts.emplace_back(std::move(value)));
    waiting.group.cell.formula = false;
  };
  if (const auto label = split_label(events, text); label && !label->value.empty()) {
    if (heads_rows(events, label->label.column)) {
      waiting.group.column = label->label.column;
      place(label->value);
    }
  }
  const std::size_t colon = text.find(':');
  if (!waiting.labelled && colon != std::string::npos) {
    const std::string label(trim(std::string_view(text).substr(0, colon)));
    const std::string value(trim(std::string_view(text).substr(colon + 1)));
    if (std::ranges::find(units, fold(label)) != units.end() && !value.empty()) {
      waiting.group.name = label;
      place(value);
    }
  }
  waiting_.push_back(std::move(waiting));
}

void GroupRows::settle(const std::vector<int>& bound) {
  if (waiting_.empty()) return;
  const Form& events = *find_form("VoR");
  const auto is_bound = [&bound](int column) { return std::ranges::find(bound, column) != bound.end(); };
  const auto unlabelled = static_cast<std::size_t>(
      std::ranges::count_if(waiting_, [](const Waiting& one) { return !one.labelled; }));
  std::size_t left = unlabelled;
  for (Waiting& one : waiting_) {
    Group& group = one.group;
    if (!one.labelled) {
      --left;
      const int process = column_of(events, "Process");
      const int area = column_of(events, "Område");
      const int goal = column_of(events, "KF-mål");
      const auto* text = std::get_if<std::string_view>(&group.cell.value);
      const bool innermost = left == 0;
      if (text != nullptr && is_goal(std::string(*text)) && !is_bound(goal)) {
        group.column = goal;
      } else if (innermost && !is_bound(process)) {
        group.column = process;
      } else if (innermost && !is_bound(area)) {
        group.column = area;
      } else {
        group.name = left < 1 ? "Grupp" : "Grupp " + std::to_string(unlabelled - left);
      }
    }
    const auto same = std::ranges::find_if(groups_, [&group](const Group& other) {
      return other.column == group.column && other.name == group.name;
    });
    groups_.erase(same, groups_.end());  // what lay within it has ended too
    groups_.push_back(std::move(group));
  }
  waiting_.clear();
}

std::vector<sml::CellRef> GroupRows::unsettled() const {
  std::vector<sml::CellRef> places;
  for (const Waiting& one : waiting_) places.push_back(one.group.cell.ref);
  return places;
}

}  // namespace lg::intake
