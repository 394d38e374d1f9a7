#include "base/value.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace lg {

std::string cell_name(int row, int column) {
  std::string letters;
  for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row);
}

CellLocation Source::location() const {
  if (sheet == nullptr) return {};
  const auto heading = sheet->headings.find(column);
  return {sheet->file, sheet->sheet, cell_name(row, column),
          heading == sheet->headings.end() ? "" : heading->second};
}

Value Value::made_of(std::vector<Source> cells, bool counted) const {
  std::erase_if(cells, [](const Source& cell) { return !cell; });
  Value value = *this;
  value.made_of_ =
      cells.empty() ? nullptr : std::make_shared<const MadeOf>(MadeOf{std::move(cells), counted});
  return value;
}

bool Value::is_blank() const {
  if (std::holds_alternative<std::monostate>(data_) || is_hole()) return true;
  if (const auto* text = as_text()) return trim(*text).empty();
  if (const auto* list = as_list()) return list->rows.empty();
  return false;
}

Source source_of(const Row& row) {
  for (const Value& value : row) {
    if (value.source()) return value.source();
  }
  return {};
}

std::string to_text(const Value& value) {
  if (const auto* text = value.as_text()) return *text;
  if (const auto* number = value.as_number()) {
    if (!number->percent) return number_text(number->number);
    // 0.07 times 100 is 7.000000000000001: the digits behind are the multiplication's, not the cell's.
    constexpr double digits = 1e10;
    return number_text(std::round(number->number * 100 * digits) / digits) + "\u00A0%";
  }
  if (const auto* flag = value.as_flag()) return *flag ? "Ja" : "Nej";
  if (const auto* date = value.as_date()) return to_text(*date);
  return {};
}

void note_phrases(Field& list, std::span<const Row> rows) {
  constexpr std::size_t longest = 80;  // bytes; longer ones are prose, not names
  constexpr std::size_t most = 200;
  for (std::size_t i = 0; i < list.fields.size(); ++i) {
    Field& field = list.fields[i];
    if (field.shape != Field::Shape::text || !field.choices.empty()) continue;
    for (const Row& row : rows) {
      const auto* text = i < row.size() ? row[i].as_text() : nullptr;
      if (text == nullptr || text->size() > longest || field.phrases.size() >= most) continue;
      if (text->find(" och ") == std::string::npos && text->find(" eller ") == std::string::npos) continue;
      if (std::ranges::find(field.phrases, *text) == field.phrases.end()) field.phrases.push_back(*text);
    }
  }
}

Field Field::of(std::string name, Shape shape) {
  Field field;
  field.folded = fold(name);
  field.name = std::move(name);
  field.shape = shape;
  return field;
}

int Field::find(std::string_view folded_name) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].folded == folded_name) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace lg
