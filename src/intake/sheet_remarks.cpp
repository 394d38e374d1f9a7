#include "intake/sheet_remarks.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace lg::intake {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string without_figures(std::string folded) {
  std::erase_if(folded, [](char c) { return is_digit(c) || c == '=' || c == '<' || c == '>'; });
  return folded;
}

/// The only year 2000–2099 in the text.
std::optional<int> only_year(std::string_view text) {
  std::optional<int> found;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - i == 4 && text[i] == '2' && text[i + 1] == '0') {
      const int year = static_cast<int>(*parse_number(text.substr(i, 4)));
      if (found && *found != year) return {};
      found = year;
    }
    i = std::max(end, i + 1);
  }
  return found;
}

}  // namespace

bool is_remark(std::string_view text) {
  static constexpr std::array<std::string_view, 32> beginnings{"delsumma",
                                                               "senaständrad",
                                                               "färgförklaring",
                                                               "allarisker",
                                                               "riskergrupperade",
                                                               "riskrapport",
                                                               "allakontroller",
                                                               "totalt",
                                                               "summa",
                                                               "antalrisker",
                                                               "antalkontroller",
                                                               "utskriven",
                                                               "utskrivet",
                                                               "utskrift",
                                                               "teckenförklaring",
                                                               "förklaring",
                                                               "riskmatris",
                                                               "organisationsenhet",
                                                               "åroch",
                                                               "urval",
                                                               "filter",
                                                               "rapportdatum",
                                                               "genererad",
                                                               "skapadav",
                                                               "exporterad",
                                                               "källa",
                                                               "senastuppdaterad",
                                                               "uttaget",
                                                               "antalposter",
                                                               "rapporten",
                                                               "slutpårapport",
                                                               "genereradur"};
  const std::string folded = fold(text);
  if (std::ranges::any_of(beginnings, [&](std::string_view word) { return folded.starts_with(word); }))
    return true;
  const bool page = (folded.starts_with("sida") || folded.starts_with("sid")) && folded.size() < 14 &&
                    std::ranges::any_of(folded, is_digit);
  return page;
}

bool is_total(std::string_view text) {
  static constexpr std::array<std::string_view, 10> beginnings{
      "totalt",  "totaltantal", "summa",     "delsumma",        "antalrisker",
      "medelvä", "genomsnitt",  "medelrisk", "antalkontroller", "snitt"};
  const std::string folded = fold(text);
  return length(text) < 60 &&
         std::ranges::any_of(beginnings, [&](std::string_view word) { return folded.starts_with(word); });
}

bool says_no_control(std::string_view text) {
  static constexpr std::array<std::string_view, 8> words{
      "ingen", "nej", "ejaktuellt", "ejaktuell", "saknas", "ingenkontroll", "inteaktuellt", "na"};
  const std::string folded = fold(text);
  return folded.empty() || std::ranges::find(words, folded) != words.end();
}

bool ends_table(std::string_view text) {
  static constexpr std::array<std::string_view, 7> beginnings{
      "riskmatris", "teckenförklaring", "förklaring", "skala", "färgförklaring", "färgskala", "nivåer"};
  const std::string folded = fold(text);
  return std::ranges::any_of(beginnings, [&](std::string_view word) { return folded.starts_with(word); });
}

bool is_level(std::string_view text) {
  static constexpr std::array<std::string_view, 16> words{
      "låg",           "medel",           "medium",     "hög",           "kritisk", "mycketlåg",
      "myckethög",     "mycketstor",      "lågrisk",    "medelrisk",     "högrisk", "kritiskrisk",
      "mycketkritisk", "mycketallvarlig", "extremthög", "mycketstorrisk"};
  const std::string folded = without_figures(fold(text));
  return std::ranges::find(words, folded) != words.end();
}

std::optional<int> year_of_remark(std::string_view text) {
  static constexpr std::array<std::string_view, 8> beginnings{
      "åroch", "år", "verksamhetsår", "period", "budgetår", "avserår", "gäller", "rapportår"};
  if (length(text) > 80) return {};
  const std::string folded = fold(text);
  static constexpr std::array<std::string_view, 4> titles{"riskanalys", "internkontroll", "väsentlighet",
                                                          "risker"};
  const bool about_year =
      std::ranges::any_of(beginnings, [&](std::string_view word) { return folded.starts_with(word); }) ||
      std::ranges::any_of(titles,
                          [&](std::string_view word) { return folded.find(word) != std::string::npos; });
  return about_year ? only_year(text) : std::nullopt;
}

}  // namespace lg::intake
