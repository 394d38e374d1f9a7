#pragma once

#include <pugixml.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lg::wml {

/// Something in a run that is no text but holds elements: a drawing, a text box, a note's reference.
struct Anchored {
  pugi::xml_node element;
  std::size_t offset = 0;  // in the paragraph's text
};

/// A view on one w:p element. Owns nothing: valid while its document lives.
///
/// Word cuts a paragraph's text into runs wherever it likes (spelling, editing history), so everything above
/// this class sees one string and byte offsets in it.
class Paragraph {
 public:
  explicit Paragraph(pugi::xml_node node) : node_(node) {}

  /// The text of all runs in order, UTF-8: w:tab is "\t", w:br and w:cr are "\n". Deleted and hidden text,
  /// field codes and the text of boxes anchored here are left out.
  [[nodiscard]] std::string text() const;

  [[nodiscard]] std::string style_id() const;

  /// The drawings and the like in the order they stand; those of hidden text as well.
  [[nodiscard]] std::vector<Anchored> anchored() const;

  /// Takes text()[begin, end) out and puts a new, empty element with that name in its place, within the run
  /// that the range began in. Runs are cut, never merged: what lies outside keeps its text and its format.
  /// The range begins in text, as every tag does, not at a tab or a break.
  pugi::xml_node cut(std::size_t begin, std::size_t end, const char* name);

  enum class Side : std::uint8_t { before, after };
  /// Puts a new, empty element with that name between two runs, at a place in the text, which stays as it is.
  /// Where runs meet at the place, `side` says if the element stands with the text before it or after it.
  pugi::xml_node mark(std::size_t at, Side side, const char* name);

  [[nodiscard]] pugi::xml_node node() const { return node_; }

 private:
  pugi::xml_node node_;
};

/// Parts the run that `inner` lies in, so that `inner` comes to stand between two runs of the same format,
/// and returns it there. A half that would be empty is left out.
pugi::xml_node lift_out_of_run(pugi::xml_node inner);

/// True for the elements within a paragraph that hold runs: links, insertions, content controls.
[[nodiscard]] bool holds_runs(std::string_view name);

/// The text of every w:t below the node, hidden text and that of boxes too.
[[nodiscard]] std::string whole_text(pugi::xml_node node);

/// Sets a w:t's text; Word drops blanks at its edges unless it is told not to.
void set_text(pugi::xml_node t, const std::string& text);

}  // namespace lg::wml
