#pragma once

#include <cstddef>

namespace lg::opc {

/// How large a file may be before it is refused, so that no file, however odd, takes the computer with it.
/// Every limit is named in its message. Sizes in bytes.
struct Limits {
  static constexpr std::size_t mib = std::size_t{1024} * 1024;

  std::size_t file = 32 * mib;        // the file as it lies on the disk
  std::size_t entries = 2000;         // parts in the archive
  std::size_t part = 64 * mib;        // one part, inflated
  std::size_t all_parts = 192 * mib;  // all parts that are read, inflated
  std::size_t ratio = 200;            // inflated : compressed, once a part passes `ratio_from`
  std::size_t ratio_from = 1 * mib;
  std::size_t xml_depth = 256;        // elements within elements
  std::size_t elements = 10'000'000;  // in one part; a document tree takes up to 100 bytes an element
  std::size_t sheets = 256;           // in a workbook
  std::size_t rows = 200'000;         // rows with content, in a workbook
  std::size_t cells = 2'000'000;      // in a workbook
  std::size_t cell_text = 64 * mib;   // all texts of a workbook's cells, each counted where it stands
  std::size_t one_text = 1'000'000;   // characters of one cell
  std::size_t picture = 20 * mib;     // one picture that is put into a document
};

inline constexpr Limits limits{};

}  // namespace lg::opc
