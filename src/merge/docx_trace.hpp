#pragma once

#include "merge/cell_use.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace lg::merge {

/// Whether a story is written with marks: none, which tag wrote what stands behind them, or which cells a value
/// came from. A story with marks is never handed out. It is made beside the one that is, to find the place in
/// the template when a finished document breaks a rule, or the cells that a paragraph was made of.
enum class Trace : std::uint8_t { off, on, sources };

/// The cells behind the marks of a document, one entry a mark, and the lists that it went through.
class SourceLog {
 public:
  /// The number of the new entry.
  std::size_t add(std::span<const CellUse> cells);
  [[nodiscard]] std::span<const CellUse> at(std::size_t number) const;
  /// The block of that tag was written at least once.
  void note_block(int tag) { blocks_.insert(tag); }
  [[nodiscard]] bool has_block(int tag) const { return blocks_.contains(tag); }

 private:
  std::vector<CellUse> cells_;
  std::set<int> blocks_;
  std::vector<std::size_t> ends_;  // of each entry, in cells_
};

/// The mark of that tag: a processing instruction, which changes no structure (XML 1.0, 2.6).
[[nodiscard]] std::string trace_mark(int tag);

/// The mark of that entry of a log.
[[nodiscard]] std::string source_mark(std::size_t number);

/// The cells that the paragraph's values came from, each once, in the order of its text. Of a paragraph that
/// lies in a text box within another the inner one tells.
[[nodiscard]] std::vector<CellUse> traced_sources(pugi::xml_node paragraph, const SourceLog& log);

/// The tag that wrote the node or the first of what lies in it, or that wrote last before it; -1 when none
/// did.
[[nodiscard]] int traced_tag(pugi::xml_node node);

}  // namespace lg::merge
