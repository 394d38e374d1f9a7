#include "app/field_listing.hpp"

#include "base/text.hpp"

namespace lg::app {
namespace {

std::string kind_of(const Field& field) {
  switch (field.shape) {
    case Field::Shape::text: return "text";
    case Field::Shape::number: return "tal";
    case Field::Shape::yes_no: return "ja/nej";
    case Field::Shape::date: return "datum";
    case Field::Shape::record: return "grupp";
    case Field::Shape::list: return "lista";
  }
  return "";
}

void add_list(const Field& list, const Value& value, std::vector<ListedField>& fields) {
  const auto* rows = value.as_list();
  const std::string count = rows == nullptr ? "0" : std::to_string(rows->rows.size());
  fields.push_back(
      {list.name, "", "{{för varje rad i " + list.name + "}} … {{slut}}", "lista", list.help, ""});
  fields.push_back({list.name, "antal", "{{" + list.name + ".antal}}", "tal", "Antalet rader.", count});
  for (const Aggregate& fact : list.aggregates) {
    fields.push_back({list.name, fact.name, "{{" + list.name + "." + fact.name + "}}", "text",
                      "Görs av listans rader.", ""});
  }
  for (std::size_t i = 0; i < list.fields.size(); ++i) {
    const Field& field = list.fields[i];
    const bool any = rows != nullptr && !rows->rows.empty() && i < rows->rows.front().size();
    fields.push_back({list.name, field.name, "{{rad." + field.name + "}}", kind_of(field), field.help,
                      any ? to_text(rows->rows.front()[i]) : ""});
  }
}

std::string cell(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
    text.insert(at, 1, '\\');
  return text;
}

}  // namespace

std::vector<ListedField> list_fields(const Dataset& data) {
  std::vector<ListedField> fields;
  for (std::size_t i = 0; i < data.root.fields.size(); ++i) {
    const Field& field = data.root.fields[i];
    if (field.shape == Field::Shape::list) continue;
    const std::string value = i < data.row.size() ? to_text(data.row[i]) : "";
    fields.push_back({"", field.name, "{{" + field.name + "}}", kind_of(field), field.help, value});
  }
  for (std::size_t i = 0; i < data.root.fields.size(); ++i) {
    if (data.root.fields[i].shape == Field::Shape::list) add_list(data.root.fields[i], data.row[i], fields);
  }
  return fields;
}

std::string fields_as_markdown(const std::vector<ListedField>& fields) {
  const std::string head = "| Tagg | Slag | Vad det är |\n|---|---|---|\n";
  std::string text = "### Enskilda värden\n\n" + head;
  std::string list;
  for (const ListedField& field : fields) {
    if (field.list != list) {
      list = field.list;
      text += "\n### " + list + "\n\n" + head;
    }
    text += "| `" + cell(field.tag) + "` | " + field.kind + " | " + cell(field.help) + " |\n";
  }
  return text;
}

}  // namespace lg::app
