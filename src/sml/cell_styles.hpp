#pragma once

#include "sml/number_format.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace lg::sml {

/// What a cell format lacks for the value that came to stand in the cell.
enum class StyleChange : std::uint8_t {
  date,
  date_time,
  percent,
  wrap,
  quote,  // a text that begins as a formula does stays a text when somebody edits the cell
};

/// The cell formats (cellXfs, ECMA-376 Part 1, 18.8.10) of a template, as far as filling cells asks for them.
class CellStyles {
 public:
  CellStyles() = default;
  /// `styles` is the root of the styles part.
  [[nodiscard]] static CellStyles read(pugi::xml_node styles);

  [[nodiscard]] bool exists() const { return !formats_.empty(); }
  [[nodiscard]] bool is_date(unsigned style) const { return of(style).kind == FormatKind::date; }
  /// The format "General": the cell says nothing of how its number is shown.
  [[nodiscard]] bool is_general(unsigned style) const { return of(style).general; }
  /// The format "@": the cell is meant for text, whatever its value looks like.
  [[nodiscard]] bool is_text(unsigned style) const { return of(style).text; }
  [[nodiscard]] bool is_wrapped(unsigned style) const { return of(style).wrapped; }
  /// The size of the cell's font in points.
  [[nodiscard]] double font_size(unsigned style) const { return of(style).font_size; }
  [[nodiscard]] bool is_bold(unsigned style) const { return of(style).bold; }
  /// The size of the font that column widths are counted in.
  [[nodiscard]] double standard_font_size() const { return standard_font_size_; }
  [[nodiscard]] std::size_t size() const { return formats_.size(); }

 private:
  struct Format {
    FormatKind kind = FormatKind::other;
    bool general = true;
    bool text = false;
    bool wrapped = false;
    bool bold = false;
    double font_size = 11;
  };

  [[nodiscard]] const Format& of(unsigned style) const;

  std::vector<Format> formats_;
  Format none_;
  double standard_font_size_ = 11;
};

/// Cell formats that one rendering adds to the template's.
class AddedStyles {
 public:
  explicit AddedStyles(const CellStyles& styles) : styles_(&styles) {}

  /// The number of a format that is `style` with that change.
  [[nodiscard]] unsigned with(unsigned style, StyleChange change);
  [[nodiscard]] bool empty() const { return order_.empty(); }
  /// Appends them to the root of a styles part.
  void append_to(pugi::xml_node styles) const;

 private:
  using Added = std::pair<unsigned, StyleChange>;
  const CellStyles* styles_;
  std::map<Added, unsigned> numbers_;
  std::vector<Added> order_;
};

}  // namespace lg::sml
