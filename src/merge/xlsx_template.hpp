#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/tag.hpp"
#include "merge/xlsx_origins.hpp"
#include "opc/package.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lg::merge {

/// An .xlsx with tags in its cells, tabs, sheet headers and footers and document properties. An Excel table
/// that is named as a list grows by one row for each of the list's rows, and everything below it moves once.
/// Parsed once, rendered as often as wanted.
class XlsxTemplate {
 public:
  /// Finds and pairs the tags, with the names that `data` describes. Faults become problems, all of them.
  [[nodiscard]] static XlsxTemplate parse(const opc::Package& package, const Dataset& data,
                                          Problems& problems);

  XlsxTemplate(XlsxTemplate&&) noexcept;
  XlsxTemplate& operator=(XlsxTemplate&&) noexcept;
  ~XlsxTemplate();

  [[nodiscard]] const std::vector<Tag>& tags() const;

  /// A new package with the tags filled in; the template itself is left as it was. Where the filled-in cells
  /// came from is noted in `origins`, unless it is null.
  [[nodiscard]] opc::Package render(const Dataset& data, Problems& problems,
                                    CellOrigins* origins = nullptr) const;

  /// The cell of the template that came to stand in that row of a part of the result; the sheet alone when
  /// no row is known, nothing for parts that are no sheets.
  [[nodiscard]] std::optional<CellLocation> origin(const Dataset& data, const opc::PartName& part,
                                                   int row) const;

 private:
  struct State;
  explicit XlsxTemplate(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace lg::merge
