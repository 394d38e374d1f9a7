#include "intake/print_line.hpp"

#include "base/text.hpp"
#include "intake/risk_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace lg::intake {
namespace {

constexpr std::size_t longest_label = 60;

ForeignColumn label_of(sml::CellRef ref, std::string_view text, const ForeignMap& map) {
  std::string word(trim(text));
  while (!word.empty() && (word.back() == ':' || word.back() == '*')) word.pop_back();
  ForeignColumn column{ref, std::string(trim(word)), "", {}, {}, false};
  guess_both(column, map);
  return column;
}

/// "Ansvarig: Enhetschef" in one cell; nothing when no label of ours, or no short word, stands before the
/// colon.
std::optional<PrintFact> labelled(const sml::Cell& cell, std::string_view text, const ForeignMap& map,
                                  bool any_word, std::deque<std::string>& texts) {
  std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && text.substr(colon).starts_with(":s ")) {
    const std::size_t next = text.find(':', colon + 1);
    if (next != std::string_view::npos && next < longest_label) colon = next;
  }
  if (colon == std::string_view::npos || colon > longest_label || colon == 0) return {};
  PrintFact fact{label_of(cell.ref, text.substr(0, colon), map), cell,
                 std::string(trim(text.substr(colon + 1)))};
  const bool short_word = any_word && length(fact.label.text) < 30 &&
                          std::ranges::count(fact.label.text, ' ') < 3 && !fact.text.empty();
  if (!is_label(fact.label) && !short_word) return {};
  fact.value.value = std::string_view(texts.emplace_back(fact.text));
  fact.value.formula = false;
  return fact;
}

/// Labels that only a control has: how, how often, by whom.
bool says_how(const PrintFact& fact) {
  if (!fact.label.control || fact.label.control->sureness > Sureness::known || fact.text.empty())
    return false;
  static const std::array<int, 3> columns{column_of(*find_form("IKP"), "Metod"),
                                          column_of(*find_form("IKP"), "Frekvens"),
                                          column_of(*find_form("IKP"), "Kontrollansvarig")};
  return std::ranges::find(columns, fact.label.control->column) != columns.end();
}

/// A text without a label before two or more facts of a control is what the control is called.
void name_control(std::vector<PrintFact>& facts, const ForeignMap& map) {
  if (facts.size() < 3 || !facts.front().label.text.empty() || begins_as_risk(facts.front().text)) return;
  const auto labelled = [](const PrintFact& fact) { return !fact.label.text.empty() && !fact.text.empty(); };
  const bool all = std::all_of(facts.begin() + 1, facts.end(), labelled);
  if (!all || std::count_if(facts.begin() + 1, facts.end(), says_how) < 2) return;
  facts.front().label = label_of(facts.front().value.ref, "Kontroll", map);
}

/// Labels and values by turns, even where a value is a word that may be a label: "Kontroll | Granskning". A
/// name may stand before the first label. The position of that label; nothing when the row is something else.
std::optional<std::size_t> first_of_pairs(const ForeignGrid::GridRow& row, const ForeignMap& map) {
  if (row.cells.size() < 4) return {};
  const std::size_t first = row.cells.size() % 2;
  std::size_t values = 0;
  for (std::size_t i = first; i < row.cells.size(); ++i) {
    const bool word = is_label(label_of(row.cells[i]->ref, row.texts[i], map));
    const bool label = i % 2 == first;
    if (label && !word) return {};
    if (!label && !word) ++values;
  }
  // Half of them at least are no labels, or they are headings side by side.
  return values * 4 >= row.cells.size() - first ? std::optional(first) : std::nullopt;
}

/// The labelled parts of a cell that holds several, each on its line or after a comma; empty when one of them
/// has no label, but for the name of a control before how it is done.
std::vector<PrintFact> parts_of(const sml::Cell& cell, const std::string& text, const ForeignMap& map,
                                std::deque<std::string>& texts) {
  for (const char separator : {'\n', ';', '|', ','}) {
    if (text.find(separator) == std::string::npos) continue;
    std::vector<PrintFact> facts;
    bool all = true;
    for (const std::string& part : split(text, separator)) {
      auto fact = labelled(cell, part, map, false, texts);
      if (!fact && facts.empty() && part.find(':') == std::string::npos) {
        fact = PrintFact{{cell.ref, "", "", {}, {}, false}, cell, part};
        fact->value.value = std::string_view(texts.emplace_back(part));
      }
      if (!fact) {
        all = false;
        break;
      }
      facts.push_back(std::move(*fact));
    }
    name_control(facts, map);
    if (all && facts.size() > 1 && !facts.front().label.text.empty()) return facts;
  }
  return {};
}

bool is_packed(const std::string& text) {
  const auto facts = risk_facts(text);
  return facts && facts->likelihood && facts->consequence && !facts->by_place;
}

}  // namespace

bool is_label(const ForeignColumn& column) {
  const auto sure = [](const std::optional<HeadingGuess>& guess) {
    return guess && guess->sureness < Sureness::ask;
  };
  return sure(column.event) || sure(column.control);
}

std::vector<PrintFact> facts_of(const ForeignGrid::GridRow& row, const ForeignMap& map,
                                std::deque<std::string>& texts) {
  std::vector<PrintFact> facts;
  const auto pairs = first_of_pairs(row, map);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const sml::Cell& cell = *row.cells[i];
    const std::string& text = row.texts[i];
    if (is_packed(text)) {
      facts.push_back({label_of(cell.ref, "Riskvärde", map), cell, text});
      continue;
    }
    if (auto parts = parts_of(cell, text, map, texts); !parts.empty()) {
      for (PrintFact& part : parts) facts.push_back(std::move(part));
      continue;
    }
    auto fact = labelled(cell, text, map, true, texts);
    const bool lone = fact && fact->text.empty();
    if (fact && !lone) {
      facts.push_back(std::move(*fact));
      continue;
    }
    ForeignColumn label = fact ? fact->label : label_of(cell.ref, text, map);
    const bool is_word = length(text) < longest_label && (lone || is_label(label));
    if (!is_word) {
      facts.push_back({{cell.ref, "", "", {}, {}, false}, cell, text});
      continue;
    }
    const bool has_value =
        i + 1 < row.cells.size() && (text.back() == ':' || i % 2 == pairs.value_or(0)) &&
        (row.cells.size() == 2 || pairs || !is_label(label_of(row.cells[i + 1]->ref, row.texts[i + 1], map)));
    facts.push_back(
        {std::move(label), has_value ? *row.cells[i + 1] : cell, has_value ? row.texts[i + 1] : ""});
    if (has_value) ++i;
  }
  name_control(facts, map);
  return facts;
}

}  // namespace lg::intake
