#pragma once

#include "opc/package.hpp"

#include <string>
#include <vector>

/// Finished documents as HTML that a page may show piece by piece: what a reader of the document sees, in the
/// order of the document, for the eye and for a screen reader.
namespace lg::preview {

/// One piece of the document: a paragraph, a list or a table, whole in itself.
struct Block {
  std::string html;
};

/// The pieces of a finished report (WordprocessingML), opened again from its bytes. `top_level` is the level
/// that heading 1 gets, 1 to 6; headings beyond h6 are div role="heading". Throws UnreadableFile when a part
/// is damaged.
///
/// Every paragraph of the main part has id="p-N" and data-p="N", N as audit::Trail::paragraph; headings show
/// the number that Word shows. Only the elements and attributes of html.hpp are written, links lead to places
/// in the preview, pictures lie in it (PNG and JPEG), and all text is escaped. What is deleted or hidden is
/// left out, and so are footers and paragraphs with nothing in them.
///
/// Classes for the page's own style sheet:
///   sidhuvud      div: the header of the first page, the first block
///   titel         heading: a paragraph of the style Title
///   underrubrik   p: of the style Subtitle
///   bildtext      p: of the style caption, when no table follows
///   nummer        span: the number before a heading's text, or before that of a list with letters
///   egna          ol: shows the numbers of its own, in spans
///   tab           span: the blank that stands for a tab
///   riskgrad-1 … riskgrad-4  span: text of the character style "Riskgrad 1" …
///   wide          div around a table: may be scrolled sideways
///   n             td: a number, to stand to the right (in the figures of a diagram)
///   diagram       figure: a chart, as a table of its figures
///   bild          span: the alternative text of a picture that cannot be shown
///   textruta      div: the paragraphs of a text box
///   noter         ol: footnotes and endnotes (id n-1 …, e-1 …), the last block
[[nodiscard]] std::vector<Block> report_blocks(const opc::Package& report, int top_level);

}  // namespace lg::preview
