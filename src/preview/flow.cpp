#include "preview/flow.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "preview/contents.hpp"
#include "preview/drawing.hpp"
#include "preview/list.hpp"
#include "preview/table.hpp"

#include <array>
#include <utility>

namespace lg::preview {
namespace {

constexpr int deepest_heading = 6;

/// The element of a heading of that level; div where HTML has none.
Element heading_element(int level) {
  constexpr std::array<Element, deepest_heading> elements = {Element::h1, Element::h2, Element::h3,
                                                             Element::h4, Element::h5, Element::h6};
  return level >= 1 && level <= deepest_heading ? elements[static_cast<std::size_t>(level) - 1]
                                                : Element::div;
}

bool is_table(pugi::xml_node block) {
  return std::string_view(block.name()) == "w:tbl";
}

}  // namespace

/// The pieces of one flow as they come; a list and a table of contents end with the first paragraph that is
/// no part of them, and a caption waits for what follows it.
class Flow::Pieces {
 public:
  explicit Pieces(Flow& flow) : flow_(flow) {}

  void take_table(pugi::xml_node table) {
    end_lists();
    Html html;
    flow_.write_table(html, table, caption_.empty() ? nullptr : &caption_, captioned_);
    captioned_ = {};
    caption_ = {};
    add(html);
  }

  void take_paragraph(pugi::xml_node paragraph) {
    const Line line = flow_.text_.write(paragraph);
    if (flow_.story_.in_contents(paragraph)) {
      take_entry(paragraph);
      return;
    }
    if (!line.shows && line.beside.empty()) return;
    const wml::StoryParagraph* known = flow_.story_.find(paragraph);
    const std::string style = flow_.story_.document().styles.name_of(paragraph);
    const wml::NumberingUse numbering = flow_.story_.document().styles.numbering(paragraph);
    const int level = known == nullptr ? 0 : known->level;
    if (numbering.num_id > 0 && level == 0 && line.shows) {
      take_item(paragraph, line, numbering, known == nullptr ? "" : known->number.label);
      return;
    }
    end();
    if (style == "caption" && line.beside.empty() && flow_.within_ == Within::text) {
      caption_ = line.html;
      captioned_ = paragraph;
      return;
    }
    Html html;
    write_paragraph(html, paragraph, line, style, level);
    flow_.write_beside(html, line, line.shows ? pugi::xml_node() : paragraph);
    add(html);
  }

  [[nodiscard]] std::vector<Html> finish() {
    end();
    return std::move(pieces_);
  }

 private:
  void add(const Html& html) {
    if (!html.empty()) pieces_.push_back(html);
  }

  /// A caption that no table followed is a paragraph.
  void end_caption() {
    if (!captioned_) return;
    Html html;
    open_paragraph(html, captioned_, "bildtext");
    html.append(caption_);
    html.close(Element::p);
    captioned_ = {};
    caption_ = {};
    add(html);
  }

  void end_lists() {
    if (!items_.empty()) {
      Html html;
      write_list(html, items_);
      items_.clear();
      add(html);
    }
    if (!entries_.empty()) {
      const int number = ++flow_.tables_of_contents_;
      Html html;
      html.open(Element::nav,
                {{Name::aria_label, number == 1 ? "Innehåll" : "Innehåll " + std::to_string(number)}});
      write_list(html, entries_);
      html.close(Element::nav);
      entries_.clear();
      add(html);
    }
  }

  void end() {
    end_lists();
    end_caption();
  }

  void take_entry(pugi::xml_node paragraph) {
    if (entries_.empty()) end();
    ListItem entry = contents_entry(flow_.story_, paragraph);
    if (!entry.html.empty()) entries_.push_back(std::move(entry));
  }

  void take_item(pugi::xml_node paragraph, const Line& line, wml::NumberingUse numbering,
                 const std::string& number) {
    // A list of another numbering is a piece of its own.
    const bool goes_on = !items_.empty() &&
                         (numbering.level > items_.front().level || numbering.num_id == items_.front().list);
    if (!goes_on) end();
    ListItem item;
    item.html = line.html;
    flow_.write_beside(item.html, line, {});
    item.id = flow_.story_.id(paragraph);
    item.data_p = flow_.story_.data_p(paragraph);
    item.list = numbering.num_id;
    item.level = numbering.level;
    item.counts = flow_.story_.document().counter.counts(numbering.num_id);
    item.number = number;
    items_.push_back(std::move(item));
  }

  void open_paragraph(Html& html, pugi::xml_node paragraph, const char* css_class) const {
    html.open(Element::p, {{Name::css_class, css_class},
                           {Name::id, flow_.story_.id(paragraph)},
                           {Name::data_p, flow_.story_.data_p(paragraph)}});
  }

  void write_paragraph(Html& html, pugi::xml_node paragraph, const Line& line, const std::string& style,
                       int level) const {
    if (!line.shows) return;
    const bool title = style == "title" && level == 0;
    if ((level > 0 || title) && flow_.within_ == Within::text) {
      write_heading(html, paragraph, line, title ? 1 : level, title);
      return;
    }
    open_paragraph(html, paragraph,
                   style == "subtitle"  ? "underrubrik"
                   : style == "caption" ? "bildtext"
                                        : "");
    html.append(line.html);
    html.close(Element::p);
  }

  void write_heading(Html& html, pugi::xml_node paragraph, const Line& line, int level, bool title) const {
    const int shown = level + flow_.top_level_ - 1;
    const Element element = heading_element(shown);
    const bool deeper = element == Element::div;
    html.open(element, {{Name::css_class, title ? "titel" : ""},
                        {Name::role, deeper ? "heading" : ""},
                        {Name::aria_level, deeper ? std::to_string(shown) : ""},
                        {Name::id, flow_.story_.id(paragraph)},
                        {Name::data_p, flow_.story_.data_p(paragraph)}});
    const wml::StoryParagraph* known = flow_.story_.find(paragraph);
    if (known != nullptr && !known->number.label.empty()) {
      html.open(Element::span, {{Name::css_class, "nummer"}});
      html.text(known->number.label);
      html.close(Element::span);
      html.text(" ");
    }
    html.append(line.html);
    html.close(element);
  }

  Flow& flow_;
  std::vector<Html> pieces_;
  std::vector<ListItem> items_;
  std::vector<ListItem> entries_;  // of a table of contents
  Html caption_;
  pugi::xml_node captioned_;  // the paragraph of the caption
};

std::vector<Html> Flow::pieces(const std::vector<pugi::xml_node>& blocks) {
  Pieces pieces(*this);
  for (const pugi::xml_node block : blocks) {
    if (is_table(block))
      pieces.take_table(block);
    else
      pieces.take_paragraph(block);
  }
  return pieces.finish();
}

/// Charts and text boxes of a paragraph; `paragraph` when they stand alone and bear its number.
void Flow::write_beside(Html& html, const Line& line, pugi::xml_node paragraph) {
  for (const pugi::xml_node part : line.beside) {
    if (opc::local_name(part) == "chart") {
      write_chart(html, story_, part, paragraph);
    } else {
      html.open(Element::div, {{Name::css_class, "textruta"},
                               {Name::id, paragraph ? story_.id(paragraph) : ""},
                               {Name::data_p, paragraph ? story_.data_p(paragraph) : ""}});
      Flow box(story_, notes_, top_level_);
      for (const Html& piece : box.pieces(blocks_in(part))) html.append(piece);
      html.close(Element::div);
    }
    paragraph = {};
  }
}

void Flow::write_table(Html& html, pugi::xml_node node, const Html* caption, pugi::xml_node captioned) {
  const Table table = Table::read(node);
  const std::string label =
      captioned ? story_.index().text(*story_.find(captioned)) : std::string(trim(table.label));
  if (depth_ == 0) {
    html.open(Element::div, {{Name::css_class, "wide"},
                             {Name::role, "group"},
                             {Name::tabindex, "0"},
                             {Name::aria_label, label.empty() ? "Tabell" : label}});
  }
  html.open(Element::table, {{Name::aria_label, caption != nullptr ? "" : label.empty() ? "Tabell" : label}});
  if (caption != nullptr) {
    html.open(Element::caption, {{Name::id, story_.id(captioned)}, {Name::data_p, story_.data_p(captioned)}});
    html.append(*caption);
    html.close(Element::caption);
  }
  ++depth_;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool header = i < table.header_rows;
    if (header && i == 0) html.open(Element::thead);
    if (!header && i == table.header_rows) html.open(Element::tbody);
    write_row(html, table.rows[i], header, table.first_column);
    if (header && i + 1 == table.header_rows) html.close(Element::thead);
  }
  if (table.rows.size() > table.header_rows) html.close(Element::tbody);
  --depth_;
  html.close(Element::table);
  if (depth_ == 0) html.close(Element::div);
}

void Flow::write_row(Html& html, const TableRow& row, bool header, bool first_column) {
  html.open(Element::tr);
  for (const TableCell& cell : row.cells) {
    const bool heading = header || (first_column && cell.column == 0);
    const Within around = std::exchange(within_, heading ? Within::header_cell : within_);
    const std::vector<Html> inner = pieces(blocks_in(cell.node));
    within_ = around;
    // A cell with nothing in it is the heading of nothing.
    const Element element = heading && !inner.empty() ? Element::th : Element::td;
    html.open(element, {{Name::scope, element == Element::td ? ""
                                      : header               ? "col"
                                                             : "row"},
                        {Name::colspan, cell.columns > 1 ? std::to_string(cell.columns) : ""},
                        {Name::rowspan, cell.rows > 1 ? std::to_string(cell.rows) : ""}});
    for (const Html& piece : inner) html.append(piece);
    html.close(element);
  }
  html.close(Element::tr);
}

}  // namespace lg::preview
