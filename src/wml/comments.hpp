#pragma once

#include "opc/package.hpp"

#include <span>
#include <string>

/// Comments of the program's own in a Word document (ECMA-376 Part 1, 17.13.4): what somebody who opens the
/// document is to look at, at its place.
namespace lg::wml {

/// One thing to say, and where.
struct Remark {
  std::string part;   // the story it is about, "/word/document.xml"
  int paragraph = 0;  // counted from 1 over all w:p of the part in document order; 0: not known
  std::string text;   // the words of the paragraph that it is about; empty: all of it
  std::string place;  // said first where Word allows no comment: "sidhuvud › ”{{Nämd}}”"
  std::string comment;
};

/// A copy with a comment by "Genomgång" at each place, in the order of the remarks; comments that are there
/// already stay. Word allows none in headers, footers and notes: what is about those stands at the first
/// paragraph of the body and says its place, what is about a text box at the paragraph that holds the box.
/// Comments have no date, so that the same remarks give the same bytes.
[[nodiscard]] opc::Package with_comments(const opc::Package& package, std::span<const Remark> remarks);

/// A copy without the comments that "Genomgång" made, so that a template can be mended in the copy that shows
/// its faults. The same package when it has none.
[[nodiscard]] opc::Package without_own_comments(const opc::Package& package);

/// Takes out the comments that `source` shows and the filled document no longer does: their blocks are gone.
void remove_lost_comments(opc::Package& package, const opc::Package& source);

}  // namespace lg::wml
