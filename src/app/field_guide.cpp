#include "app/field_guide.hpp"

#include "base/text.hpp"

#include <array>
#include <utility>

namespace lg::app {
namespace {

constexpr std::array columns = {"Lista", "Namn", "Tagg", "Början", "Slut", "Slag", "Förklaring", "Värde"};
constexpr std::size_t longest_value = 160;  // characters: enough to recognise a value by

/// "40 rader" of a list, by the count that is listed next after it; else the value.
std::string value_of(const std::vector<ListedField>& fields, std::size_t index) {
  const ListedField& field = fields[index];
  if (field.kind != "lista" || index + 1 == fields.size()) return excerpt(field.value, longest_value);
  const std::string& count = fields[index + 1].value;
  return count + (count == "1" ? " rad" : " rader");
}

/// What begins and what ends the repetition, from "{{för varje …}} … {{slut}}".
std::pair<std::string, std::string> ends_of(const ListedField& field) {
  const std::size_t gap = field.tag.find(" … ");
  if (field.kind != "lista" || gap == std::string::npos) return {};
  return {field.tag.substr(0, gap), field.tag.substr(gap + std::string_view(" … ").size())};
}

Row row_of(const ListedField& field, const std::string& value) {
  const auto [begin, end] = ends_of(field);
  const std::string list = field.list.empty() ? "Enskilda värden" : field.list;
  Row row;
  for (const std::string& text : {list, field.name, field.tag, begin, end, field.kind, field.help, value}) {
    row.push_back(Value::text(text));
  }
  return row;
}

}  // namespace

Dataset field_guide_data(const std::vector<ListedField>& fields, const std::string& folder) {
  Field list = Field::of("Fält", Field::Shape::list);
  for (const char* name : columns) list.fields.push_back(Field::of(name, Field::Shape::text));
  list.fields[5].choices = {"text", "tal", "ja/nej", "datum", "grupp", "lista"};
  std::vector<Row> rows;
  for (std::size_t i = 0; i < fields.size(); ++i)
    rows.push_back(row_of(fields[i], folder.empty() ? "" : value_of(fields, i)));
  Dataset data;
  data.root = Field::of("", Field::Shape::record);
  data.root.fields = {Field::of("Mapp", Field::Shape::text), std::move(list)};
  data.row = {Value::text(folder), Value::list(std::move(rows))};
  return data;
}

}  // namespace lg::app
