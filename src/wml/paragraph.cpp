#include "wml/paragraph.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::wml {
namespace {

/// One stretch of the paragraph's text and the element that holds it.
struct Piece {
  pugi::xml_node element;  // w:t, or an element that stands for one character
  std::size_t begin = 0;
  std::string text;

  [[nodiscard]] std::size_t end() const { return begin + text.size(); }
  [[nodiscard]] bool editable() const { return std::string_view(element.name()) == "w:t"; }
};

/// What an element of a run stands for; "" for those that are no text (ECMA-376 Part 1, 17.3.3).
std::string character_of(std::string_view name) {
  if (name == "w:tab" || name == "w:ptab") return "\t";
  if (name == "w:br" || name == "w:cr") return "\n";
  if (name == "w:noBreakHyphen") return "\u2011";
  if (name == "w:softHyphen") return "\u00AD";
  return "";
}

bool is_hidden(pugi::xml_node run) {
  const pugi::xml_node vanish = run.child("w:rPr").child("w:vanish");
  if (!vanish) return false;
  const std::string_view value = vanish.attribute("w:val").value();
  return value != "0" && value != "false" && value != "off";
}

void collect_run(pugi::xml_node run, std::size_t& offset, std::vector<Piece>& pieces) {
  if (is_hidden(run)) return;
  for (const pugi::xml_node child : run.children()) {
    const bool t = std::string_view(child.name()) == "w:t";
    std::string text = t ? child.text().get() : character_of(child.name());
    if (text.empty() && !t) continue;
    const std::size_t begin = offset;
    offset += text.size();
    pieces.push_back({child, begin, std::move(text)});
  }
}

void collect(pugi::xml_node parent, std::size_t& offset, std::vector<Piece>& pieces) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:r") {
      collect_run(child, offset, pieces);
    } else if (holds_runs(name)) {
      collect(child, offset, pieces);
    }
  }
}

std::vector<Piece> pieces_of(pugi::xml_node paragraph) {
  std::vector<Piece> pieces;
  std::size_t offset = 0;
  collect(paragraph, offset, pieces);
  return pieces;
}

void collect_anchored(pugi::xml_node parent, std::size_t& offset, std::vector<Anchored>& found) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:r") {
      const bool hidden = is_hidden(child);
      for (const pugi::xml_node inner : child.children()) {
        const std::string_view kind = inner.name();
        const bool text = kind == "w:t";
        if (!hidden) offset += text ? std::string_view(inner.text().get()).size() : character_of(kind).size();
        if (!text && kind != "w:rPr" && inner.first_child().type() == pugi::node_element)
          found.push_back({inner, offset});
      }
    } else if (holds_runs(name)) {
      collect_anchored(child, offset, found);
    } else if (name != "w:pPr" && child.first_child().type() == pugi::node_element) {
      found.push_back({child, offset});
    }
  }
}

/// A run with nothing but its properties.
bool is_empty_run(pugi::xml_node run) {
  return std::ranges::all_of(run.children(),
                             [](pugi::xml_node n) { return std::string_view(n.name()) == "w:rPr"; });
}

}  // namespace

bool holds_runs(std::string_view name) {
  return name == "w:hyperlink" || name == "w:ins" || name == "w:moveTo" || name == "w:sdt" ||
         name == "w:sdtContent" || name == "w:smartTag" || name == "w:fldSimple" || name == "w:customXml" ||
         name == "w:dir" || name == "w:bdo";
}

std::string whole_text(pugi::xml_node node) {
  std::string text;
  node.find_node([&](pugi::xml_node n) {
    if (std::string_view(n.name()) == "w:t") text += n.text().get();
    return false;
  });
  return text;
}

void set_text(pugi::xml_node t, const std::string& text) {
  t.text().set(text.c_str());
  const bool blank_edge = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (blank_edge && t.attribute("xml:space").empty()) t.append_attribute("xml:space").set_value("preserve");
}

std::string Paragraph::text() const {
  std::string text;
  for (const Piece& piece : pieces_of(node_)) text += piece.text;
  return text;
}

std::vector<Anchored> Paragraph::anchored() const {
  std::vector<Anchored> found;
  std::size_t offset = 0;
  collect_anchored(node_, offset, found);
  return found;
}

std::string Paragraph::style_id() const {
  return node_.child("w:pPr").child("w:pStyle").attribute("w:val").value();
}

pugi::xml_node Paragraph::cut(std::size_t begin, std::size_t end, const char* name) {
  pugi::xml_node put;
  for (const Piece& piece : pieces_of(node_)) {
    const std::size_t from = std::max(begin, piece.begin);
    const std::size_t to = std::min(end, piece.end());
    if (from >= to) continue;  // this piece lies outside the range
    pugi::xml_node element = piece.element;
    pugi::xml_node run = element.parent();
    if (!piece.editable()) {
      run.remove_child(element);
      continue;
    }
    const std::string before = piece.text.substr(0, from - piece.begin);
    const std::string after = piece.text.substr(to - piece.begin);
    if (!put) put = run.insert_child_after(name, element);
    if (!after.empty()) {
      pugi::xml_node rest = run.insert_child_after("w:t", put.parent() == run ? put : element);
      set_text(rest, after);
    }
    if (before.empty()) {
      run.remove_child(element);
    } else {
      set_text(element, before);
    }
  }
  return put;
}

pugi::xml_node Paragraph::mark(std::size_t at, Side side, const char* name) {
  for (const Piece& piece : pieces_of(node_)) {
    const bool here = side == Side::after ? at < piece.end() : at <= piece.end() && !piece.text.empty();
    if (!here) continue;
    pugi::xml_node element = piece.element;
    pugi::xml_node run = element.parent();
    if (at == piece.begin) return lift_out_of_run(run.insert_child_before(name, element));
    const pugi::xml_node put = run.insert_child_after(name, element);
    if (at < piece.end()) {
      set_text(run.insert_child_after("w:t", put), piece.text.substr(at - piece.begin));
      set_text(element, piece.text.substr(0, at - piece.begin));
    }
    return lift_out_of_run(put);
  }
  return node_.append_child(name);
}

pugi::xml_node lift_out_of_run(pugi::xml_node inner) {
  pugi::xml_node run = inner.parent();
  pugi::xml_node parent = run.parent();
  pugi::xml_node second = parent.insert_child_after("w:r", run);
  for (const pugi::xml_attribute attribute : run.attributes()) second.append_copy(attribute);
  if (const pugi::xml_node properties = run.child("w:rPr")) second.append_copy(properties);
  for (pugi::xml_node next = inner.next_sibling(); next; next = inner.next_sibling())
    second.append_move(next);
  const pugi::xml_node lifted = parent.insert_move_after(inner, run);
  if (is_empty_run(run)) parent.remove_child(run);
  if (is_empty_run(second)) parent.remove_child(second);
  return lifted;
}

}  // namespace lg::wml
