#include "sml/row_height.hpp"

#include "base/characters.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lg::sml {
namespace {

/// What a cell keeps free at its sides, with an indent of one step, in digits.
constexpr double padding = 1.2;
/// Bold text and other fonts are wider than the widths below say: rather a line too many than one cut off.
constexpr double margin = 0.93;

/// The width of a character in digits, as common fonts have it.
constexpr double width_of(char32_t c) {
  constexpr std::u32string_view narrow = U"iljtfrI.,:;'!|()[]-/ ";
  constexpr std::u32string_view wide = U"mwMW%@–—…■";
  if (narrow.find(c) != std::u32string_view::npos) return 0.6;
  if (wide.find(c) != std::u32string_view::npos) return 1.5;
  return c >= U'A' && c <= U'Z' ? 1.2 : 1.0;
}

constexpr std::size_t ascii = 128;

/// The widths of ASCII, which most texts are made of.
constexpr std::array<double, ascii> ascii_widths = [] {
  std::array<double, ascii> widths{};
  for (std::size_t i = 0; i < ascii; ++i) widths[i] = width_of(static_cast<char32_t>(i));
  return widths;
}();

/// Lays one paragraph out word by word.
class LineCounter {
 public:
  LineCounter(double width, bool breaks_numbers)
      : width_(std::max((width - padding) * margin, 1.0)), breaks_numbers_(breaks_numbers) {}

  int count(std::string_view paragraph) {
    double word = 0;
    for (std::size_t i = 0; i < paragraph.size();) {
      const char first = paragraph[i];
      if (const auto byte = static_cast<unsigned char>(first); byte < ascii) {
        word += ascii_widths[byte];
        ++i;
      } else {
        const CodePoint c = code_point_at(paragraph, i);
        word += width_of(c.value);
        i += c.size;
      }
      const bool number =
          !breaks_numbers_ && i < paragraph.size() && paragraph[i] >= '0' && paragraph[i] <= '9';
      if (first == ' ' || (first == '-' && !number) || i == paragraph.size()) {
        place(word);
        word = 0;
      }
    }
    return lines_;
  }

 private:
  void place(double word) {
    if (used_ > 0 && used_ + word > width_ + 0.6) {
      ++lines_;
      used_ = 0;
    }
    used_ += word;
    while (used_ > width_ + 0.6) {  // a word that is longer than the line
      used_ -= width_;
      ++lines_;
    }
  }

  double width_;
  bool breaks_numbers_;  // does a line end at a hyphen before a digit?
  double used_ = 0;
  int lines_ = 1;
};

}  // namespace

ColumnWidths ColumnWidths::read(pugi::xml_node worksheet) {
  ColumnWidths widths;
  const pugi::xml_node format = opc::child(worksheet, "sheetFormatPr");
  widths.standard_ = format.attribute("defaultColWidth").as_double(widths.standard_);
  for (const pugi::xml_node column : opc::child(worksheet, "cols").children()) {
    const double width =
        column.attribute("hidden").as_bool() ? 0 : column.attribute("width").as_double(widths.standard_);
    widths.spans_.push_back({column.attribute("min").as_int(), column.attribute("max").as_int(), width});
  }
  return widths;
}

double ColumnWidths::of(int column) const {
  const auto span = std::find_if(spans_.begin(), spans_.end(), [column](const Span& one) {
    return one.first <= column && column <= one.last;
  });
  return span == spans_.end() ? standard_ : span->width;
}

double ColumnWidths::of(int first, int last) const {
  double width = 0;
  for (int column = first; column <= last; ++column) width += of(column);
  return width;
}

int estimated_lines(std::string_view text, double width) {
  constexpr double widest = 1.5;
  if (static_cast<double>(text.size()) * widest < width - padding &&
      text.find('\n') == std::string_view::npos) {
    return 1;
  }
  int lines = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    // Unicode says that no line ends within "V25-05" (UAX #14, LB25); not every program agrees.
    const std::string_view paragraph = text.substr(0, end);
    const int breaking = LineCounter(width, true).count(paragraph);
    const bool hyphens = paragraph.find('-') != std::string_view::npos;
    lines += hyphens ? std::max(breaking, LineCounter(width, false).count(paragraph)) : breaking;
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

}  // namespace lg::sml
