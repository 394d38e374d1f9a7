#include "sml/anchors.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/areas.hpp"

#include <charconv>
#include <string>
#include <vector>

namespace lg::sml {
namespace {

using opc::local_name;

/// Anchors count rows from 0. A row that is gone gives its place to the next one that is left.
int moved_index(int index, const RowMap& rows) {
  const auto row = rows.first(index + 1);
  if (row) return *row - 1;
  const auto below = rows.envelope({index + 1, max_rows});
  return below ? below->first - 1 : index;
}

int number_in(std::string_view text) {
  int number = 0;
  text = trim(text);
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// "1, 15, 4, 2, 3, 60, 8, 5": left column, offset, top row, offset, right column, offset, bottom row,
/// offset.
std::string moved_vml_anchor(std::string_view text, const RowMap& rows) {
  std::vector<std::string> numbers = split(text, ',');
  if (numbers.size() != 8) return std::string(text);
  const int top = number_in(numbers[2]);
  const int distance = moved_index(top, rows) - top;
  numbers[2] = std::to_string(top + distance);
  numbers[6] = std::to_string(number_in(numbers[6]) + distance);
  std::string moved;
  for (const std::string& number : numbers) moved += (moved.empty() ? "" : ", ") + number;
  return moved;
}

}  // namespace

void move_anchor(pugi::xml_node anchor, const RowMap& rows) {
  pugi::xml_node from = opc::child(opc::child(anchor, "from"), "row");
  pugi::xml_node to = opc::child(opc::child(anchor, "to"), "row");
  if (!from || std::string_view(anchor.attribute("editAs").value()) == "absolute") return;
  const int top = from.text().as_int();
  const int distance = moved_index(top, rows) - top;
  from.text() = top + distance;
  if (to) to.text() = to.text().as_int() + distance;
}

void move_anchors(pugi::xml_node drawing, const RowMap& rows) {
  for (const pugi::xml_node node : drawing.children()) {
    if (local_name(node) == "AlternateContent") {
      for (const pugi::xml_node branch : node.children()) move_anchors(branch, rows);
    } else {
      move_anchor(node, rows);
    }
  }
}

void move_vml_anchors(pugi::xml_node vml, const RowMap& rows) {
  for (const pugi::xml_node shape : vml.children()) {
    pugi::xml_node data = opc::child(shape, "ClientData");
    if (pugi::xml_node anchor = opc::child(data, "Anchor")) {
      anchor.text() = moved_vml_anchor(anchor.child_value(), rows).c_str();
    }
    if (pugi::xml_node row = opc::child(data, "Row")) {
      row.text() = moved_index(number_in(row.child_value()), rows);
    }
  }
}

void move_comments(pugi::xml_node comments, const RowMap& rows) {
  pugi::xml_node list = opc::child(comments, "commentList");
  if (!list) list = comments;  // threaded comments have no list around them
  for (pugi::xml_node comment = list.first_child(); comment;) {
    const pugi::xml_node next = comment.next_sibling();
    const auto cell = CellRef::parse(comment.attribute("ref").value());
    const auto moved = cell ? moved_cell(*cell, rows) : std::nullopt;
    if (moved) {
      comment.attribute("ref") = moved->text().c_str();
    } else if (cell) {
      list.remove_child(comment);
    }
    comment = next;
  }
}

}  // namespace lg::sml
