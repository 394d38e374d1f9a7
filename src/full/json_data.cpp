#include "full/json_data.hpp"

#include "base/text.hpp"

#include <Poco/Dynamic/Var.h>
#include <Poco/Exception.h>
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace lg::full {
namespace {

using Poco::Dynamic::Var;
using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr std::string_view textblock_key = "textblock";
constexpr const char* pictures_key = "bilder";
constexpr const char* scalar_field = "värde";  // the one field of an array of plain values

bool is_object(const Var& var) {
  return var.type() == typeid(Object::Ptr);
}

bool is_array(const Var& var) {
  return var.type() == typeid(Array::Ptr);
}

std::optional<Field::Shape> shape_of(const Var& var) {
  if (var.isEmpty()) return {};
  if (is_object(var)) return Field::Shape::record;
  if (is_array(var)) return Field::Shape::list;
  if (var.isBoolean()) return Field::Shape::yes_no;
  if (var.isNumeric()) return Field::Shape::number;
  const auto text = var.convert<std::string>();
  if (text.empty()) return {};
  return parse_iso_date(text) ? Field::Shape::date : Field::Shape::text;
}

void describe(const Var& var, Field& field);

/// Adds what one more record shows of the fields.
void describe_object(const Object& object, Field& container) {
  for (const std::string& key : object.getNames()) {
    const int known = container.find(fold(key));
    if (known < 0) {
      Field field = Field::of(key, Field::Shape::text);
      field.declared = false;  // until a value shows its kind
      container.fields.push_back(std::move(field));
    }
    describe(object.get(key), container.fields[static_cast<std::size_t>(container.find(fold(key)))]);
  }
}

void describe_array(const Array& array, Field& list) {
  if (array.size() == 0 && list.fields.empty()) list.open = true;
  for (const Var& item : array) {
    list.open = false;
    if (is_object(item)) {
      describe_object(*item.extract<Object::Ptr>(), list);
    } else {
      if (list.fields.empty())
        list.fields.push_back(Field::of(scalar_field, shape_of(item).value_or(Field::Shape::text)));
    }
  }
}

void describe(const Var& var, Field& field) {
  const auto shape = shape_of(var);
  if (!shape) return;
  const bool first = !field.declared && field.fields.empty() && !field.open && field.help.empty();
  if (first) {
    field.shape = *shape;
    field.declared = true;
  } else if (field.shape != *shape) {
    // Values of different kinds under one name: shown as they are, never checked by kind.
    field.declared = false;
    field.help = "blandat";
    if (field.shape != Field::Shape::list && field.shape != Field::Shape::record)
      field.shape = Field::Shape::text;
  }
  if (is_object(var)) describe_object(*var.extract<Object::Ptr>(), field);
  if (is_array(var)) describe_array(*var.extract<Array::Ptr>(), field);
}

Value value_of(const Var& var, const Field& field);

Row row_of(const Object& object, const Field& container) {
  Row row(container.fields.size());
  for (const std::string& key : object.getNames()) {
    const auto place = static_cast<std::size_t>(container.find(fold(key)));
    row[place] = value_of(object.get(key), container.fields[place]);
  }
  return row;
}

Value list_of(const Array& array, const Field& field) {
  std::vector<Row> rows;
  for (const Var& item : array) {
    if (is_object(item)) {
      rows.push_back(row_of(*item.extract<Object::Ptr>(), field));
    } else {
      Row row(field.fields.size());
      if (!row.empty()) row.front() = value_of(item, field.fields.front());
      rows.push_back(std::move(row));
    }
  }
  return Value::list(std::move(rows));
}

/// An integer that a double cannot hold keeps its digits as text.
bool is_too_large(const Var& var) {
  constexpr double exact = 9'007'199'254'740'992;  // 2^53
  return var.isInteger() && std::abs(var.convert<double>()) > exact;
}

Value value_of(const Var& var, const Field& field) {
  if (var.isEmpty()) return {};
  if (is_object(var)) return Value::record(row_of(*var.extract<Object::Ptr>(), field));
  if (is_array(var)) return list_of(*var.extract<Array::Ptr>(), field);
  if (var.isBoolean()) return Value::flag(var.convert<bool>());
  if (var.isNumeric() && !is_too_large(var)) return Value::number(var.convert<double>());
  std::string text = compose_nfc(clean(var.convert<std::string>()).text);
  if (const auto date = parse_iso_date(text)) return Value::date(*date);
  return Value::text(std::move(text));
}

void note_all_phrases(Field& root, const Row& row) {
  for (std::size_t i = 0; i < root.fields.size(); ++i) {
    if (const auto* list = row[i].as_list()) note_phrases(root.fields[i], list->rows);
  }
}

[[noreturn]] void refuse(const std::string& file, const std::string& detail) {
  throw UnreadableFile(Problem{Severity::error,
                               "FIL-050",
                               FileLocation{file},
                               "Filen är inte giltig JSON" + detail + ".",
                               "Rätta filen; den ska innehålla ett objekt, {\"Namn\": \"värde\"}.",
                               {}});
}

Object::Ptr parse(const std::string& file_name, const std::string& text) {
  try {
    Poco::JSON::Parser parser(new Poco::JSON::ParseHandler(true));  // keeps the keys' order
    parser.setDepth(64);
    const std::string_view bytes = text;
    const bool mark = bytes.starts_with("\xEF\xBB\xBF");
    const Var var = parser.parse(mark ? text.substr(3) : text);
    if (!is_object(var)) refuse(file_name, ": det yttersta är inget objekt");
    return var.extract<Object::Ptr>();
  } catch (const Poco::Exception&) {
    refuse(file_name, "");
  }
}

/// Goes through the data for what a reader should know of.
class Inspection {
 public:
  Inspection(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

  void look_at(const Var& var, const std::string& name) {
    if (is_object(var)) {
      look_at_object(*var.extract<Object::Ptr>());
    } else if (is_array(var)) {
      for (const Var& item : *var.extract<Array::Ptr>()) look_at(item, name);
    } else if (var.isString() && clean(var.convert<std::string>()).changed) {
      problems_.add(
          {Severity::warning,
           "FIL-053",
           FileLocation{file_},
           "Värdet ”" + name + "” innehåller tecken som ett dokument inte kan ha; de har tagits bort.",
           "Ta bort styrtecknen ur filen.",
           {}});
    }
  }

 private:
  void look_at_object(const Object& object) {
    std::map<std::string, std::string> names;
    for (const std::string& key : object.getNames()) {
      const auto [known, added] = names.emplace(fold(key), key);
      if (!added) {
        problems_.add({Severity::error,
                       "FIL-054",
                       FileLocation{file_},
                       "Nycklarna ”" + known->second + "” och ”" + key + "” är samma namn i mallspråket.",
                       "Byt namn på den ena.",
                       {}});
      }
      look_at(object.get(key), key);
    }
  }

  const std::string& file_;
  Problems& problems_;
};

/// "logo.png", or {"fil": "logo.png", "text": "Stadens logotyp"}.
Picture picture_of(const std::string& name, const Var& var) {
  Picture picture;
  picture.name = name;
  const auto text_of = [](const Var& one) {
    return one.isString() ? clean(one.convert<std::string>()).text : std::string();
  };
  picture.file = text_of(var);
  if (is_object(var)) {
    const auto object = var.extract<Object::Ptr>();
    for (const std::string& key : object->getNames()) {
      if (fold(key) == "fil") picture.file = text_of(object->get(key));
      if (fold(key) == "text") picture.text = text_of(object->get(key));
    }
  }
  if (picture.file.empty()) {
    picture.fault = "bilden ”" + name + "” har inget filnamn i datafilen.";
    picture.remedy = "Skriv filens namn under ”bilder”, till exempel \"" + name + "\": \"" + name + ".png\".";
  }
  return picture;
}

Pictures pictures_of(const Object& object) {
  Pictures pictures;
  for (const std::string& key : object.getNames()) {
    if (fold(key) != pictures_key || !is_object(object.get(key))) continue;
    const auto all = object.get(key).extract<Object::Ptr>();
    for (const std::string& name : all->getNames())
      pictures.emplace(fold(name), picture_of(name, all->get(name)));
  }
  return pictures;
}

}  // namespace

Dataset read_json(const std::string& file_name, const std::string& text, Problems& problems) {
  const Object::Ptr object = parse(file_name, text);
  Inspection(file_name, problems).look_at(Var(object), "");
  Dataset data;
  data.root = Field::of("", Field::Shape::record);
  describe_object(*object, data.root);
  data.row = row_of(*object, data.root);
  note_all_phrases(data.root, data.row);
  data.pictures = pictures_of(*object);
  const int blocks = data.root.find(textblock_key);
  if (blocks < 0) return data;
  const Field& field = data.root.fields[static_cast<std::size_t>(blocks)];
  const auto* record = data.row[static_cast<std::size_t>(blocks)].as_record();
  for (std::size_t i = 0; record != nullptr && i < field.fields.size(); ++i) {
    data.textblocks[field.fields[i].folded] = record->row[i];
    data.textblock_names.push_back(field.fields[i].name);
  }
  return data;
}

}  // namespace lg::full
