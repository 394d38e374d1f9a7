#pragma once

#include "base/value.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace lg::app {

/// A text of the protocol; blank when it is empty.
[[nodiscard]] inline Value protocol_text(std::string words) {
  return words.empty() ? Value() : Value::text(std::move(words));
}

[[nodiscard]] inline Value protocol_count(std::size_t number) {
  return Value::number(static_cast<double>(number));
}

/// One list of the protocol, made row by row.
class ProtocolList {
 public:
  ProtocolList(std::string name, std::initializer_list<const char*> headings)
      : field_(Field::of(std::move(name), Field::Shape::list)) {
    for (const char* heading : headings) field_.fields.push_back(Field::of(heading, Field::Shape::text));
  }
  void add(Row row) { rows_.push_back(std::move(row)); }
  void move_to(Dataset& data) {
    data.root.fields.push_back(std::move(field_));
    data.row.push_back(Value::list(std::move(rows_)));
  }

 private:
  Field field_;
  std::vector<Row> rows_;
};

}  // namespace lg::app
