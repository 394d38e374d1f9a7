#include "sml/note_shapes.hpp"

#include "opc/xml.hpp"
#include "sml/row_height.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace lg::sml {
namespace {

constexpr int box_width = 320;     // pixels
constexpr double text_width = 44;  // what a line of it holds, in digits
constexpr int line_height = 16;    // pixels, of the notes' font
constexpr int box_margin = 14;     // above and below the text
constexpr double points_a_pixel = 0.75;
constexpr int shapes_a_block = 1024;

constexpr std::string_view shape_type =
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
    "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
    "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

int number_at(std::string_view text, std::size_t at) {
  int number = -1;
  std::from_chars(text.data() + std::min(at, text.size()), text.data() + text.size(), number);
  return number;
}

/// The largest number that stands behind the mark anywhere in the text; -1 when it does not occur.
int highest_behind(std::string_view text, std::string_view mark) {
  int highest = -1;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
    highest = std::max(highest, number_at(text, at + mark.size()));
  return highest;
}

/// Walks from a place in the sheet for a number of pixels: where it ends, and how far into that column or
/// row.
struct Reached {
  int index = 0;
  int offset = 0;
};
Reached walk(Reached from, int pixels, int count, const std::function<int(int)>& size_of) {
  int left = from.offset + pixels;
  int index = from.index;
  while (index + 1 < count && left >= size_of(index)) left -= size_of(index++);
  return {index, std::min(left, size_of(index))};
}

/// Pixels of a column of that width, its padding counted in (18.3.1.13), with digits 7 pixels wide.
int column_pixels(double width) {
  return static_cast<int>(width * 7 + 0.5);
}

int row_pixels(double points) {
  return static_cast<int>(points / points_a_pixel);
}

std::map<int, int> row_heights(pugi::xml_node worksheet) {
  std::map<int, int> heights;
  for (const pugi::xml_node row : opc::child(worksheet, "sheetData").children()) {
    const bool hidden = row.attribute("hidden").as_bool();
    if (!hidden && !row.attribute("ht")) continue;
    heights[row.attribute("r").as_int() - 1] = hidden ? 0 : row_pixels(row.attribute("ht").as_double());
  }
  return heights;
}

std::string anchor_text(const NoteBox& box) {
  std::string text;
  for (const int number : {box.left_column, box.left, box.top_row, box.top, box.right_column, box.right,
                           box.bottom_row, box.bottom}) {
    text += (text.empty() ? "" : ", ") + std::to_string(number);
  }
  return text;
}

std::string shape_xml(int id, CellRef cell, const NoteBox& box) {
  const auto n = [](int number) { return std::to_string(number); };
  return "<v:shape id=\"_x0000_s" + n(id) +
         "\" type=\"#_x0000_t202\" style=\"position:absolute;width:" + n(box.width) +
         "pt;height:" + n(box.height) +
         "pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
         "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
         "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
         "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">"
         "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
         anchor_text(box) + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + n(cell.row - 1) +
         "</x:Row><x:Column>" + n(cell.column - 1) + "</x:Column></x:ClientData></v:shape>";
}

constexpr std::string_view shape_end = "</v:shape>";

/// Where the next shape begins: "<v:shape " and not "<v:shapetype".
std::size_t next_shape(std::string_view vml, std::size_t from) {
  constexpr std::string_view begin = "<v:shape";
  std::size_t at = vml.find(begin, from);
  while (at != std::string_view::npos && vml.substr(at + begin.size(), 1) == "t")
    at = vml.find(begin, at + 1);
  return at;
}

/// The cell that the shape is the note of; none when it is something else.
std::optional<CellRef> noted_cell(std::string_view shape) {
  if (shape.find("ObjectType=\"Note\"") == std::string_view::npos) return {};
  const int row = highest_behind(shape, "<x:Row>");
  const int column = highest_behind(shape, "<x:Column>");
  if (row < 0 || column < 0) return {};
  return CellRef{row + 1, column + 1};
}

/// A note's shape: the bytes it takes, and its cell.
struct Shape {
  std::size_t begin = 0;
  std::size_t end = 0;
  CellRef cell;
};

std::vector<Shape> note_shapes(std::string_view vml) {
  std::vector<Shape> shapes;
  for (std::size_t at = next_shape(vml, 0); at != std::string_view::npos; at = next_shape(vml, at + 1)) {
    const std::size_t end = vml.find(shape_end, at);
    if (end == std::string_view::npos) break;
    const std::size_t behind = end + shape_end.size();
    if (const auto cell = noted_cell(vml.substr(at, behind - at))) shapes.push_back({at, behind, *cell});
  }
  return shapes;
}

}  // namespace

std::map<CellRef, NoteBox> boxes_for(const std::map<CellRef, std::string>& texts, pugi::xml_node worksheet) {
  const ColumnWidths widths = ColumnWidths::read(worksheet);
  const std::map<int, int> heights = row_heights(worksheet);
  const int standard =
      row_pixels(opc::child(worksheet, "sheetFormatPr").attribute("defaultRowHeight").as_double(15));
  const auto width_of = [&](int column) { return column_pixels(widths.of(column + 1)); };
  const auto height_of = [&](int row) {
    const auto own = heights.find(row);
    return own == heights.end() ? standard : own->second;
  };
  std::map<CellRef, NoteBox> boxes;
  for (const auto& [cell, text] : texts) {
    const int height = estimated_lines(text, text_width) * line_height + box_margin;
    const Reached left = {std::min(cell.column, max_columns - 1), 15};
    const Reached top = {std::max(cell.row - 2, 0), 10};
    const Reached right = walk(left, box_width, max_columns, width_of);
    const Reached bottom = walk(top, height, max_rows, height_of);
    boxes[cell] = {left.index,
                   left.offset,
                   top.index,
                   top.offset,
                   right.index,
                   right.offset,
                   bottom.index,
                   bottom.offset,
                   static_cast<int>(box_width * points_a_pixel),
                   static_cast<int>(height * points_a_pixel)};
  }
  return boxes;
}

int highest_block(std::string_view vml) {
  const std::size_t map = vml.find("<o:idmap");
  if (map == std::string_view::npos) return 0;
  const std::string_view element = vml.substr(map, vml.find('>', map) - map);
  return std::max({0, highest_behind(element, "data=\""), highest_behind(element, ",")});
}

std::string empty_note_drawing(int block) {
  return "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
         "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap "
         "v:ext=\"edit\" data=\"" +
         std::to_string(block) + "\"/></o:shapelayout>" + std::string(shape_type) + "</xml>";
}

void set_note_boxes(std::string& vml, const std::map<CellRef, NoteBox>& boxes) {
  std::map<CellRef, NoteBox> fresh = boxes;
  const std::vector<Shape> shapes = note_shapes(vml);
  for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {  // from the end: places stay true
    const auto box = boxes.find(shape->cell);
    constexpr std::string_view begin = "<x:Anchor>";
    const std::size_t anchor = vml.find(begin, shape->begin);
    if (box == boxes.end() || anchor >= shape->end) continue;
    const std::size_t from = anchor + begin.size();
    vml.replace(from, vml.find('<', from) - from, anchor_text(box->second));
    fresh.erase(shape->cell);
  }
  const std::size_t end = vml.rfind("</xml>");
  if (end == std::string::npos || fresh.empty()) return;
  std::string added;
  if (vml.find("id=\"_x0000_t202\"") == std::string::npos) added += shape_type;
  const int block = std::max(highest_block(vml), 1);
  int id = std::max(highest_behind(vml, "_x0000_s") + 1, block * shapes_a_block + 1);
  for (const auto& [cell, box] : fresh) added += shape_xml(id++, cell, box);
  vml.insert(end, added);
}

void remove_note_shapes(std::string& vml, const std::set<CellRef>& cells) {
  std::vector<Shape> shapes = note_shapes(vml);
  for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {
    if (cells.contains(shape->cell)) vml.erase(shape->begin, shape->end - shape->begin);
  }
}

bool has_shapes(std::string_view vml) {
  return next_shape(vml, 0) != std::string_view::npos;
}

}  // namespace lg::sml
