#include "intake/method_and_frequency.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

namespace lg::intake {
namespace {

constexpr std::string_view joints = " \n\t,;/(";
constexpr std::string_view rims = " \n\t,;/()-.:";

std::string_view bare(std::string_view text) {
  const std::size_t first = text.find_first_not_of(rims);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(rims) - first + 1);
}

/// A dash of three bytes between the two is a rim too.
std::string_view without_dashes(std::string_view text) {
  text = bare(text);
  while (text.starts_with("–")) text = bare(text.substr(std::string_view("–").size()));
  while (text.ends_with("–")) text = bare(text.substr(0, text.size() - std::string_view("–").size()));
  return text;
}

/// "Stickprov 5 gånger per" has lost the end of its frequency.
bool is_whole_method(std::string_view method) {
  static constexpr std::array<std::string_view, 8> broken{"per",  "i",      "om",  "varje",
                                                          "gång", "gånger", "ggr", "varannan"};
  const std::size_t blank = method.find_last_of(" \n");
  const std::string_view last = blank == std::string_view::npos ? method : method.substr(blank + 1);
  const bool figures = last.find_first_not_of("0123456789") == std::string_view::npos;
  return !figures && std::ranges::find(broken, fold(last)) == broken.end();
}

std::string with_capital(std::string_view text) {
  std::string made(text);
  if (!made.empty() && made.front() >= 'a' && made.front() <= 'z')
    made.front() = static_cast<char>(made.front() - 'a' + 'A');
  return made;
}

const Column& column_named(std::string_view heading) {
  const Form& form = *find_form("IKP");
  return form.columns[static_cast<std::size_t>(column_of(form, heading))];
}

/// "Stickprov, varje termin": a known method before the only comma.
std::optional<MethodAndFrequency> known_method(std::string_view text) {
  for (const char separator : {'\n', ';', ','}) {
    const std::vector<std::string> parts = split(text, separator);
    if (parts.size() != 2 || !find_choice(column_named("Metod"), parts.front())) continue;
    const std::string_view rest = without_dashes(parts.back());
    if (!rest.empty()) return MethodAndFrequency{parts.front(), with_capital(rest)};
  }
  return {};
}

void set_text(ForeignSheet& sheet, ForeignRecord& record, int column, const std::string& text,
              const sml::Cell& from) {
  sml::Cell cell = from;
  cell.value = std::string_view(sheet.texts.emplace_back(text));
  cell.formula = false;
  record.cells[column] = cell;
}

}  // namespace

std::optional<MethodAndFrequency> method_and_frequency(std::string_view text, bool both) {
  const Column& frequency = column_named("Frekvens");
  const auto is_frequency = [&frequency](std::string_view part) {
    return find_choice(frequency, part).has_value();
  };
  if (is_frequency(text)) return MethodAndFrequency{"", std::string(trim(text))};
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (joints.find(text[i]) != std::string_view::npos) places.push_back(i);
  }
  // The longest end first, so that "1 gång/år" is not "år"; then the longest beginning.
  for (const std::size_t at : places) {
    const std::string_view method = without_dashes(text.substr(0, at));
    const std::string_view often = without_dashes(text.substr(at));
    if (!method.empty() && is_whole_method(method) && is_frequency(often))
      return MethodAndFrequency{std::string(method), with_capital(often)};
  }
  for (auto at = places.rbegin(); at != places.rend(); ++at) {
    const std::string_view often = without_dashes(text.substr(0, *at));
    const std::string_view method = without_dashes(text.substr(*at));
    if (!method.empty() && is_frequency(often))
      return MethodAndFrequency{with_capital(method), std::string(often)};
  }
  return both ? known_method(text) : std::nullopt;
}

void split_methods(ForeignSheet& sheet, ForeignTable& controls) {
  const int method = column_of(*controls.form, "Metod");
  const int frequency = column_of(*controls.form, "Frekvens");
  const bool has_frequency = std::ranges::any_of(
      controls.records, [&](const ForeignRecord& record) { return record.cells.contains(frequency); });
  if (has_frequency || controls.columns.contains(frequency)) return;
  const auto heading = std::ranges::find_if(sheet.headings, [&](const ForeignHeading& one) {
    return one.form == controls.form && one.column == method;
  });
  if (heading == sheet.headings.end()) return;
  const std::string name = fold(heading->text);
  const bool both = name.find("frekvens") != std::string::npos || name.find("ofta") != std::string::npos;
  std::vector<std::pair<ForeignRecord*, MethodAndFrequency>> parted;
  std::size_t all = 0;
  for (ForeignRecord& record : controls.records) {
    const auto found = record.cells.find(method);
    if (found == record.cells.end()) continue;
    ++all;
    if (auto parts = method_and_frequency(cell_text(found->second), both))
      parted.emplace_back(&record, std::move(*parts));
  }
  if (all == 0 || (!both && parted.size() * 2 < all)) return;
  for (const auto& [record, parts] : parted) {
    const sml::Cell whole = record->cells.at(method);
    record->cells.erase(method);
    if (!parts.method.empty()) set_text(sheet, *record, method, parts.method, whole);
    set_text(sheet, *record, frequency, parts.frequency, whole);
  }
  // A control without a frequency is told of in the cell where it should have stood.
  if (const auto place = controls.columns.find(method); place != controls.columns.end())
    controls.columns.emplace(frequency, place->second);
  ForeignHeading of_frequency = *heading;
  of_frequency.column = frequency;
  sheet.headings.insert(std::next(heading), std::move(of_frequency));
}

}  // namespace lg::intake
