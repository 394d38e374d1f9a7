#include "sml/formula.hpp"

#include "sml/cell_ref.hpp"
#include "sml/formula_scanner.hpp"

#include <algorithm>

namespace lg::sml {
namespace {

void append_corner(std::string& text, const Corner& corner) {
  if (corner.column > 0) {
    if (corner.column_fixed) text += '$';
    text += column_letters(corner.column);
  }
  if (corner.row > 0) {
    if (corner.row_fixed) text += '$';
    text += std::to_string(corner.row);
  }
}

/// A copied formula's references wrap around at the sheet's edges.
int wrapped(int number, int distance, int limit) {
  return ((number - 1 + distance) % limit + limit) % limit + 1;
}

void shift(Corner& corner, int rows, int columns) {
  if (corner.row > 0 && !corner.row_fixed) corner.row = wrapped(corner.row, rows, max_rows);
  if (corner.column > 0 && !corner.column_fixed) corner.column = wrapped(corner.column, columns, max_columns);
}

/// A name that reads as a reference or a number needs quotes: "A1", "2026", "R1C1", "RC".
bool reads_as_reference(std::string_view name) {
  if (CellRef::parse(name)) return true;
  const bool row_or_column = name[0] == 'R' || name[0] == 'r' || name[0] == 'C' || name[0] == 'c';
  return row_or_column && name.find_first_not_of("RrCc0123456789") == std::string_view::npos;
}

bool needs_quotes(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9') || name[0] == '.') return true;
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || static_cast<unsigned char>(c) >= 0x80;
  });
  // A no-break blank or dash is no letter of a plain name, and quotes never do harm.
  return !plain || reads_as_reference(name) || name.find("\xC2\xA0") != std::string_view::npos ||
         name.find("\xE2\x80") != std::string_view::npos;
}

}  // namespace

Formula Formula::parse(std::string_view text) {
  Formula formula;
  formula.pieces_ = FormulaScanner(text).pieces();
  return formula;
}

bool Formula::has_references() const {
  return std::any_of(pieces_.begin(), pieces_.end(),
                     [](const Piece& piece) { return std::holds_alternative<Reference>(piece); });
}

std::string Formula::text() const {
  std::string text;
  for (const Piece& piece : pieces_) {
    if (const auto* literal = std::get_if<std::string>(&piece)) {
      text += *literal;
    } else {
      const auto& reference = std::get<Reference>(piece);
      text += reference.qualifier + cells_text(reference);
    }
  }
  return text;
}

Formula Formula::shifted(int rows, int columns) const {
  Formula copy = *this;
  for (Piece& piece : copy.pieces_) {
    auto* reference = std::get_if<Reference>(&piece);
    if (reference == nullptr || reference->external) continue;
    shift(reference->first, rows, columns);
    shift(reference->last, rows, columns);
  }
  return copy;
}

std::string cells_text(const Reference& reference) {
  std::string text;
  append_corner(text, reference.first);
  if (reference.shape == Reference::Shape::cell) return text;
  text += ':';
  append_corner(text, reference.last);
  return text;
}

std::string quoted_sheet_name(std::string_view name) {
  if (!needs_quotes(name)) return std::string(name);
  std::string quoted = "'";
  for (const char c : name) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace lg::sml
