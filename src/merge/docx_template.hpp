#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/docx_trace.hpp"
#include "merge/tag.hpp"
#include "opc/package.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lg::merge {

/// A .docx with tags in its text: main document, headers, footers, notes, comments and document properties.
/// Parsed once, rendered as often as wanted.
class DocxTemplate {
 public:
  /// Finds and pairs the tags, with the names that `data` describes. Faults become problems, all of them.
  [[nodiscard]] static DocxTemplate parse(const opc::Package& package, const Dataset& data,
                                          Problems& problems);

  DocxTemplate(DocxTemplate&&) noexcept;
  DocxTemplate& operator=(DocxTemplate&&) noexcept;
  ~DocxTemplate();

  [[nodiscard]] const std::vector<Tag>& tags() const;

  /// A new package with the tags filled in; the template itself is left as it was.
  [[nodiscard]] opc::Package render(const Dataset& data, Problems& problems, Trace trace = Trace::off) const;
  /// The same paragraphs, with marks of the cells that their values came from (traced_sources).
  [[nodiscard]] opc::Package render_traced(const Dataset& data, SourceLog& log) const;

 private:
  struct State;
  [[nodiscard]] opc::Package write(const Dataset& data, Problems& problems, Trace trace, SourceLog* log) const;
  explicit DocxTemplate(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace lg::merge
