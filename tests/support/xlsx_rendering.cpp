#include "support/xlsx_rendering.hpp"

#include "app/verification.hpp"
#include "base/text.hpp"
#include "merge/xlsx_template.hpp"
#include "opc/xml.hpp"
#include "sml/shared_strings.hpp"

#include <utility>

namespace lg::test {
namespace {

Field::Shape shape_of(const Value& value) {
  if (value.as_number() != nullptr) return Field::Shape::number;
  if (value.as_date() != nullptr) return Field::Shape::date;
  return value.as_flag() != nullptr ? Field::Shape::yes_no : Field::Shape::text;
}

std::string text_of(pugi::xml_node cell, const std::vector<std::string>& strings) {
  const std::string ref = cell.attribute("r").value();
  const std::string type = cell.attribute("t").value();
  if (const auto f = opc::child(cell, "f"))
    return ref + "=" + f.child_value() + "!" + opc::child(cell, "v").child_value();
  if (type == "inlineStr") return ref + "=" + sml::rich_text(opc::child(cell, "is"));
  const std::string v = opc::child(cell, "v").child_value();
  if (type == "s") return ref + "=" + strings.at(std::stoul(v));
  return v.empty() ? ref : ref + ":" + v;
}

}  // namespace

DatasetBuilder& DatasetBuilder::value(const std::string& name, Value value) {
  data_.root.shape = Field::Shape::record;
  data_.root.fields.push_back(Field::of(name, shape_of(value)));
  data_.row.push_back(std::move(value));
  return *this;
}

DatasetBuilder& DatasetBuilder::list(const std::string& name, const std::vector<std::string>& fields) {
  Field field = Field::of(name, Field::Shape::list);
  for (const std::string& one : fields) field.fields.push_back(Field::of(one, Field::Shape::text));
  data_.root.shape = Field::Shape::record;
  data_.root.fields.push_back(std::move(field));
  data_.row.push_back(Value::list({}));
  return *this;
}

DatasetBuilder& DatasetBuilder::add_row(Row row) {
  std::vector<Row>& rows = data_.row.back().as_list()->rows;
  if (rows.empty()) {
    std::vector<Field>& fields = data_.root.fields.back().fields;
    for (std::size_t i = 0; i < row.size(); ++i) fields[i].shape = shape_of(row[i]);
  }
  rows.push_back(std::move(row));
  return *this;
}

Value text_value(const std::string& text) {
  return Value::text(text);
}

Value number_value(double number) {
  return Value::number(number);
}

Value flag_value(bool flag) {
  return Value::flag(flag);
}

std::string Rendering::cells(const std::string& sheet) const {
  const opc::PartName workbook = package.main_part();
  const auto document = opc::parse_xml(package.bytes(workbook), "", "");
  std::vector<std::string> strings;
  for (const opc::PartName& part : package.related(workbook, "sharedStrings")) {
    if (!package.has(part)) continue;
    const auto table = opc::parse_xml(package.bytes(part), "", "");
    for (const pugi::xml_node item : table.document_element().children())
      strings.push_back(sml::rich_text(item));
  }
  std::string text;
  for (const pugi::xml_node node : opc::child(document.document_element(), "sheets").children()) {
    if (node.attribute("name").value() != sheet) continue;
    const auto* target = package.relationships(workbook).find(opc::attribute(node, "id").value());
    const auto part = opc::parse_xml(package.bytes(workbook.resolve(target->target)), "", "");
    for (const pugi::xml_node row : opc::child(part.document_element(), "sheetData").children()) {
      for (const pugi::xml_node cell : row.children()) text += text_of(cell, strings) + "\n";
    }
  }
  return text;
}

std::string Rendering::sheets() const {
  const auto document = opc::parse_xml(package.bytes(package.main_part()), "", "");
  std::string names;
  for (const pugi::xml_node node : opc::child(document.document_element(), "sheets").children()) {
    names += (names.empty() ? "" : "|") + std::string(node.attribute("name").value());
  }
  return names;
}

std::string Rendering::told() const {
  std::string text;
  for (const Problem& problem : problems) text += to_text(problem);
  return text;
}

Rendering render(const opc::Package& package, const Dataset& data) {
  Problems problems;
  const merge::XlsxTemplate parsed = merge::XlsxTemplate::parse(package, data, problems);
  opc::Package result = parsed.render(data, problems);
  if (!problems.has_errors()) app::verify(parsed, data, package, result.save(), problems);
  return {std::move(result), std::move(problems)};
}

}  // namespace lg::test
