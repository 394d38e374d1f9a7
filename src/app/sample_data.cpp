#include "app/sample_data.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::app {
namespace {

constexpr int first_year = 2026;  // of the made-up plan period
constexpr int years = 3;
constexpr std::size_t long_text = 300;  // characters

std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t end = 0;
  while (count-- > 0 && end < text.size()) end += code_point_at(text, end).size;
  return text.substr(0, end);
}

/// Everything that text has gone wrong with: letters, markup, quotation marks, breaks, length.
std::string lengthened(std::string text) {
  text +=
      " – en lång text för att pröva mallen, med å, ä och ö.\nEfter en radbrytning: A & B, 1 < 2 > 0, "
      "\"citat\".";
  while (length(text) < long_text) text += " Texten fortsätter tills den har trehundra tecken.";
  return first_characters(text, long_text);
}

class Maker {
 public:
  explicit Maker(const SampleKind& kind, const std::vector<std::string>& keys) : kind_(kind), keys_(keys) {}

  /// The values of a record; `number` counts the rows of its list from 1, 0 outside of lists.
  [[nodiscard]] Row row(const std::vector<Field>& fields, int number) const {
    Row row;
    for (const Field& field : fields) row.push_back(value(field, number));
    return row;
  }

  [[nodiscard]] Value text(const std::string& name, int number) const {
    std::string made = "Exempel " + name + (number > 0 ? " " + std::to_string(number) : "");
    return Value::text(kind_.long_texts ? lengthened(std::move(made)) : std::move(made));
  }

 private:
  [[nodiscard]] Value value(const Field& field, int number) const {
    const int turn = std::max(number - 1, 0);
    switch (field.shape) {
      case Field::Shape::text: return text_of(field, number);
      case Field::Shape::number: return Value::number(number_of(field.folded, number));
      case Field::Shape::yes_no: return Value::flag(turn % 2 == 0);
      case Field::Shape::date:
        return Value::date({first_year + turn % years, 1 + turn * 5 % 12, 1 + turn % 28, {}});
      case Field::Shape::record: return Value::record(row(field.fields, number));
      case Field::Shape::list: return list_of(field);
    }
    return {};
  }

  [[nodiscard]] Value text_of(const Field& field, int number) const {
    const auto turn = static_cast<std::size_t>(std::max(number - 1, 0));
    if (!field.choices.empty()) return Value::text(field.choices[turn % field.choices.size()]);
    if (field.folded == "nyckel" && number > 0 && !keys_.empty())
      return Value::text(keys_[turn % keys_.size()]);
    if (is_year(field.folded)) return Value::text(number_text(number_of(field.folded, number)));
    if (field.name.ends_with("-ID")) return Value::text(id(field.name, number));
    return text(field.name, number);
  }

  /// "VoR-03" for "VoR-ID".
  static std::string id(const std::string& name, int number) {
    const std::string digits = std::to_string(number);
    return name.substr(0, name.size() - 2) + (digits.size() < 2 ? "0" : "") + digits;
  }

  static bool is_year(std::string_view name) { return name.ends_with("år"); }

  /// A plausible number for a field of that name.
  static double number_of(std::string_view name, int number) {
    const int turn = std::max(number - 1, 0);
    const auto has = [name](std::string_view word) { return name.find(word) != std::string_view::npos; };
    if (is_year(name)) {
      if (number > 0) return first_year + turn % years;
      if (has("sista")) return first_year + years - 1;
      return has("uppföljning") ? first_year - 1 : first_year;
    }
    if (has("kostnad") || has("tkr") || has("kronor")) return 25.0 * (turn + 1);
    if (has("timmar")) return 8.0 * (turn + 1);
    if (has("ordning") || has("nummer") || has("antal")) return turn + 1;
    return turn % 4 + 1;
  }

  /// The plan period has its years, however many rows the other lists hold.
  [[nodiscard]] Value list_of(const Field& field) const {
    const int rows = field.folded == "planår" ? years : kind_.rows;
    std::vector<Row> made;
    for (int number = 1; number <= rows; ++number) made.push_back(row(field.fields, number));
    return Value::list(std::move(made));
  }

  const SampleKind& kind_;
  const std::vector<std::string>& keys_;
};

}  // namespace

Dataset sample_data(const Dataset& shape, const SampleKind& kind) {
  const Maker maker(kind, shape.textblock_names);
  Dataset data;
  data.root = shape.root;
  data.row = maker.row(shape.root.fields, 0);
  data.textblock_names = shape.textblock_names;
  for (const std::string& key : shape.textblock_names)
    data.textblocks.insert_or_assign(fold(key), maker.text("textblock " + key, 0));
  return data;
}

}  // namespace lg::app
