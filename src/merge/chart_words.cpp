#include "base/text.hpp"
#include "merge/chart_template.hpp"

#include <cstdlib>

namespace lg::merge {
namespace {

std::string number_in_words(const sml::ShownCell& cell, const std::string& format) {
  const double number = std::strtod(cell.text.c_str(), nullptr);
  const bool percent = format.find('%') != std::string::npos;
  return to_text(Value::number(number, {}, percent));
}

}  // namespace

std::string figures_in_words(const sml::ChartTable& figures, const std::vector<std::string>& names,
                             const std::vector<std::string>& number_formats) {
  constexpr std::size_t most = 60;  // nobody listens to more
  std::string words;
  for (std::size_t s = 0; s < figures.values.size(); ++s) {
    std::string points;
    const std::string format = s < number_formats.size() ? number_formats[s] : "";
    for (std::size_t row = 0; row < figures.rows() && row < most; ++row) {
      const sml::ShownCell& cell = figures.values[s][row];
      if (cell.text.empty()) continue;
      points += points.empty() ? "" : ", ";
      for (const std::vector<sml::ShownCell>& level : figures.categories) {
        const sml::ShownCell& category = level[row];
        if (category.text.empty()) continue;
        points += category.number ? number_in_words(category, "") : category.text;
        points += " ";
      }
      points += number_in_words(cell, format);
    }
    if (points.empty()) continue;
    if (figures.rows() > most) points += " och " + std::to_string(figures.rows() - most) + " till";
    words += words.empty() ? "" : " ";
    if (figures.values.size() > 1 && s < names.size() && !names[s].empty()) words += names[s] + ": ";
    words += points + ".";
  }
  return words.empty() ? "Inga värden." : words;
}

std::string with_figures(std::string_view own, std::string figures, bool several) {
  const std::string_view text = trim(own);
  if (text.empty()) return figures;
  const bool ended = std::string_view(".:!?").find(text.back()) != std::string_view::npos;
  const bool none = figures.starts_with("Inga");
  return std::string(text) + (ended ? " " : several || none ? ". " : ": ") + figures;
}

}  // namespace lg::merge
