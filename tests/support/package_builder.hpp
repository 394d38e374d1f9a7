#pragma once

#include "opc/package.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace lg::test {

/// Puts a package together part by part, so that a test holds no more than what it is about.
class PackageBuilder {
 public:
  /// `type` is the content type; empty: the one its extension has by default (xml, rels, vml).
  PackageBuilder& part(const std::string& name, std::string bytes, const std::string& type = "");
  /// A relationship of that kind ("worksheet") with the id rId1, rId2, … in the order they are added.
  PackageBuilder& relate(const std::string& source, const std::string& kind, const std::string& target,
                         bool external = false);

  [[nodiscard]] std::string bytes() const;
  [[nodiscard]] opc::Package package(const std::string& file_name) const;

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
  std::map<std::string, std::string> types_;
  std::map<std::string, std::vector<std::string>> relationships_;
};

/// A workbook of sheets, with one style for plain cells (0), one for dates (1), one for text (2), one that
/// wraps its text (3).
class WorkbookBuilder {
 public:
  /// `before` and `after` are the elements of the worksheet in front of its rows and behind them.
  WorkbookBuilder& sheet(const std::string& name, const std::string& rows, const std::string& after = "",
                         const std::string& before = "");
  /// A table of the sheet that was added last; `columns` are its headings. Give the sheet its tableParts.
  WorkbookBuilder& table(const std::string& name, const std::string& ref,
                         const std::vector<std::string>& columns, const std::string& attributes = "",
                         const std::string& extra = "");
  /// Any other part of the sheet that was added last, by a relationship of that kind.
  WorkbookBuilder& sheet_part(const std::string& kind, const std::string& name, std::string bytes,
                              const std::string& type);
  WorkbookBuilder& shared_strings(const std::string& items);
  /// Elements of the workbook behind its sheets: definedNames, calcPr.
  WorkbookBuilder& workbook(const std::string& elements);
  PackageBuilder& parts() { return builder_; }

  [[nodiscard]] opc::Package package(const std::string& file_name = "mall.xlsx",
                                     const std::string& main_type = "sheet");

 private:
  PackageBuilder builder_;
  std::vector<std::string> sheets_;
  int tables_ = 0;
  bool strings_ = false;
  std::string elements_;
};

/// A cell with text in it: `<c r="A1" t="inlineStr">…`.
[[nodiscard]] std::string text_cell(const std::string& ref, const std::string& text, int style = 0);
/// A cell with a formula and a result that is out of date.
[[nodiscard]] std::string formula_cell(const std::string& ref, const std::string& formula);
[[nodiscard]] std::string row(int number, const std::string& cells, const std::string& attributes = "");

}  // namespace lg::test
