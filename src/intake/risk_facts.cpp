#include "intake/risk_facts.hpp"

#include "base/text.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace lg::intake {
namespace {

/// A run of figures or of letters, or one sign that means something between them.
struct Piece {
  std::string text;  // folded
  std::optional<int> number;
  char sign = 0;  // '*' or '='
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
}

/// The text with × and · as *, and dashes outside ASCII as blanks, so that bytes tell what is what.
std::string plain(std::string_view text) {
  std::string made(text);
  for (const auto& [from, to] : std::array<std::pair<std::string_view, std::string_view>, 5>{
           {{"×", "*"}, {"·", "*"}, {"–", " "}, {"—", " "}, {"\u00a0", " "}}}) {
    for (std::size_t at = made.find(from); at != std::string::npos; at = made.find(from, at))
      made.replace(at, from.size(), to);
  }
  return made;
}

std::vector<Piece> pieces_of(std::string_view given) {
  const std::string text = plain(given);
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    if (is_digit(text[i])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      const auto number = parse_number(std::string_view(text).substr(i, end - i));
      if (number && *number < 1000) pieces.push_back({text.substr(i, end - i), static_cast<int>(*number), 0});
    } else if (is_letter(text[i])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      pieces.push_back({fold(text.substr(i, end - i)), {}, 0});
    } else {
      ++end;
      if (text[i] == '*' || text[i] == '=') pieces.push_back({"", {}, text[i]});
    }
    i = end;
  }
  return pieces;
}

bool is_times(const Piece& piece) {
  return piece.sign == '*' || piece.text == "x" || piece.text == "gånger";
}

/// A number after the label, with "=" or "värde" between them allowed.
std::optional<int> number_after(const std::vector<Piece>& pieces, std::size_t label) {
  for (std::size_t i = label + 1; i < pieces.size() && i <= label + 2; ++i) {
    if (pieces[i].number) return pieces[i].number;
    if (pieces[i].sign != '=') return {};
  }
  return {};
}

void read_labels(const std::vector<Piece>& pieces, RiskFacts& facts) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string& word = pieces[i].text;
    const auto number = number_after(pieces, i);
    if (!number || pieces[i].number) continue;
    if (word == "s" || word == "sannolikhet") facts.likelihood = number;
    if (word == "k" || word == "konsekvens") facts.consequence = number;
    if (word == "r" || word == "riskvärde" || word == "risktal" || word == "riskpoäng")
      facts.risk_value = number;
  }
}

/// "3 x 4 = 12", "12 (3 x 4)" and "12 = 3 * 4".
void read_product(const std::vector<Piece>& pieces, RiskFacts& facts) {
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].number || !is_times(pieces[i + 1]) || !pieces[i + 2].number) continue;
    facts.likelihood = pieces[i].number;
    facts.consequence = pieces[i + 2].number;
    facts.by_place = true;
    for (std::size_t j = 0; j < pieces.size(); ++j) {
      const bool factor = j == i || j == i + 2;
      if (!factor && pieces[j].number) facts.risk_value = pieces[j].number;
    }
    return;
  }
}

}  // namespace

std::optional<RiskFacts> risk_facts(std::string_view text) {
  if (length(text) > 120) return {};
  const std::vector<Piece> pieces = pieces_of(text);
  RiskFacts facts;
  read_labels(pieces, facts);
  const bool labelled = facts.likelihood || facts.consequence;
  if (!labelled) read_product(pieces, facts);
  if (!facts.risk_value && !pieces.empty()) {
    // "6 (Sannolikhet: 3, Konsekvens: 2)": the figure that stands first.
    const bool first = pieces.front().number && (labelled || only_number(text));
    if (first) facts.risk_value = pieces.front().number;
    if (!labelled && !first) facts.risk_value = only_number(text);
  }
  if (!facts.likelihood && !facts.consequence && !facts.risk_value) return {};
  return facts;
}

std::optional<int> only_number(std::string_view text) {
  if (length(text) > 40) return {};
  std::optional<int> found;
  for (const Piece& piece : pieces_of(text)) {
    if (!piece.number) continue;
    if (found) return {};
    found = piece.number;
  }
  return found;
}

}  // namespace lg::intake
