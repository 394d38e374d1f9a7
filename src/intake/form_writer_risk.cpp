#include "domain/scales.hpp"
#include "intake/form_scales.hpp"
#include "intake/form_writer_sheet.hpp"
#include "intake/risk_formulas.hpp"
#include "sml/workbook.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace lg::intake {
namespace {

/// The level's fill, of the sheet Skalor where it has one, else by its place from the lowest.
lxw_color_t fill_of(const ScaleStep& level, std::size_t place, std::size_t count) {
  static constexpr std::array<lxw_color_t, 4> defaults{0xE2F0D9, 0xFFF2CC, 0xF8CBAD, 0xB3261E};
  if (level.colour.size() == 6) {
    char* end = nullptr;
    const auto colour = std::strtoul(level.colour.c_str(), &end, 16);
    if (end != nullptr && *end == '\0') return static_cast<lxw_color_t>(colour);
  }
  const std::size_t from_top = count - 1 - place;
  return defaults[from_top < 4 ? 3 - from_top : 0];
}

/// Relative luminance (WCAG 2.1).
double luminance(lxw_color_t colour) {
  const auto part = [](unsigned value) {
    const double share = value / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(colour >> 16U & 0xFFU) + 0.7152 * part(colour >> 8U & 0xFFU) +
         0.0722 * part(colour & 0xFFU);
}

/// Black or white, whichever stands out more: always by 4.5:1 at least.
lxw_color_t text_on(lxw_color_t fill) {
  const double light = luminance(fill);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? 0x000000 : 0xFFFFFF;
}

std::string cell(int column, lxw_row_t row) {
  return sml::column_letters(column + 1) + std::to_string(row + 1);
}

std::string level_name(const std::vector<ScaleStep>& levels, int value) {
  for (const ScaleStep& level : levels) {
    if (value >= level.from && value <= level.to) return level.name;
  }
  return {};
}

}  // namespace

/// Riskvärde and Risknivå count themselves. A value that somebody gave, and that is not what the formula
/// gives, stays as it is.
void FormSheet::write_risks(const std::vector<Row>& rows) {
  const int likelihood = find("Sannolikhet");
  const int consequence = find("Konsekvens");
  const int value = find("Riskvärde");
  const int level = find("Risknivå");
  if (likelihood < 0 || consequence < 0 || value < 0 || level < 0) return;
  lists_.need_levels();
  const auto levels = scale_steps(request_.rows, "Risknivå");
  const auto at = [&](const Row& row, int column) -> const Value& {
    static const Value none;
    const std::size_t position = columns_[static_cast<std::size_t>(column)].position;
    return position < row.size() ? row[position] : none;
  };
  for (std::size_t i = 0; i < shown_rows(rows.size()); ++i) {
    static const Row empty;
    const Row& row = i < rows.size() ? rows[i] : empty;
    const auto number = first_row_ + static_cast<lxw_row_t>(i);
    const auto s = domain::whole(at(row, likelihood));
    const auto k = domain::whole(at(row, consequence));
    const bool rated = s.has_value() && k.has_value();
    const int product = rated ? *s * *k : 0;
    const auto given = domain::whole(at(row, value));
    const bool own_value = !at(row, value).is_blank() && (!given || !rated || *given != product);
    const auto to = static_cast<lxw_col_t>(value);
    const std::string product_formula =
        risk_value_formula(cell(likelihood, number), cell(consequence, number));
    if (own_value) {
      write_cell(number, to, at(row, value), look_.computed);
    } else if (rated) {
      book_.formula(number, to, product_formula, product, look_.computed);
    } else {
      book_.formula(number, to, product_formula, std::string(), look_.computed);
    }
    const int shown = own_value ? given.value_or(0) : product;
    const std::string name = level_name(levels, shown);
    const bool own_level = !at(row, level).is_blank() && to_text(at(row, level)) != name;
    if (own_level) {
      write_cell(number, static_cast<lxw_col_t>(level), at(row, level), look_.computed);
    } else {
      book_.formula(number, static_cast<lxw_col_t>(level), risk_level_formula(cell(value, number)), name,
                    look_.computed);
    }
  }
  colour_levels(static_cast<lxw_col_t>(value), static_cast<lxw_col_t>(level));
}

void FormSheet::colour_levels(lxw_col_t value, lxw_col_t level) {
  const auto levels = scale_steps(request_.rows, "Risknivå");
  const std::string first = "$" + cell(value, first_row_);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    lxw_format* format = book_.new_format();
    const lxw_color_t fill = fill_of(levels[i], i, levels.size());
    format_set_bg_color(format, fill);
    format_set_font_color(format, text_on(fill));
    std::string formula = "=AND(ISNUMBER(" + first + ")," + first + ">=" + std::to_string(levels[i].from) +
                          "," + first + "<=" + std::to_string(levels[i].to) + ")";
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = format;
    book_.ok(worksheet_conditional_format_range(book_.sheet(), first_row_, value, last_row, level, &rule));
  }
}

}  // namespace lg::intake
