#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "opc/package.hpp"

#include <string>
#include <utility>
#include <vector>

namespace lg::test {

/// Data of single values and lists, as a test writes it down. The shape of a field is that of its first
/// value.
class DatasetBuilder {
 public:
  DatasetBuilder& value(const std::string& name, Value value);
  /// A list without rows yet; row() adds them.
  DatasetBuilder& list(const std::string& name, const std::vector<std::string>& fields);
  /// A row of the list that was added last.
  template <class... Values>
  DatasetBuilder& row(Values&&... values) {
    Row made;
    (made.push_back(std::forward<Values>(values)), ...);
    return add_row(std::move(made));
  }
  DatasetBuilder& add_row(Row row);
  operator Dataset() const { return data_; }  // NOLINT: a test reads better without a last call

 private:
  Dataset data_;
};

/// Values that came from no cell.
[[nodiscard]] Value text_value(const std::string& text);
[[nodiscard]] Value number_value(double number);
[[nodiscard]] Value flag_value(bool flag);

/// What came of a template.
struct Rendering {
  opc::Package package;
  Problems problems;

  [[nodiscard]] const std::string& part(const std::string& name) const {
    return package.bytes(opc::PartName(name));
  }
  /// The cells of a sheet, one a line: `A1=text`, `A1:number`, `A1=formula!`, `A1` for an empty one.
  [[nodiscard]] std::string cells(const std::string& sheet) const;
  /// The sheets' names, parted by "|".
  [[nodiscard]] std::string sheets() const;
  /// All problems as the terminal shows them.
  [[nodiscard]] std::string told() const;
};

/// Parses the template and fills it, faults or not.
[[nodiscard]] Rendering render(const opc::Package& package, const Dataset& data);

}  // namespace lg::test
