#include "wml/story_index.hpp"

#include "base/text.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <utility>

namespace lg::wml {
namespace {

bool is_on(pugi::xml_node property) {
  const std::string_view value = property.attribute("w:val").as_string("1");
  return property && value != "0" && value != "false" && value != "off";
}

/// What an element of a run stands for in a line; "" for those that are no text.
std::string text_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "w:t") return node.text().get();
  if (name == "w:tab" || name == "w:ptab") return "\t";
  if (name == "w:br" || name == "w:cr") return "\n";
  if (name == "w:noBreakHyphen") return "\u2011";
  return "";
}

bool is_text(std::string_view name) {
  return name == "w:t" || name == "w:tab" || name == "w:ptab" || name == "w:br" || name == "w:cr" ||
         name == "w:noBreakHyphen";
}

}  // namespace

StoryIndex::StoryIndex(pugi::xml_node root, const Styles& styles, NumberingCounter counter)
    : styles_(styles), counter_(std::move(counter)) {
  walk(root);
  open_.clear();
}

void StoryIndex::walk(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:p") {
      take_paragraph(child);
    } else if (name == "w:r") {
      take_run(child);
    } else if (name == "w:bookmarkStart" || name == "w:bookmarkEnd") {
      take_bookmark(child);
    } else if (name == "w:fldSimple") {
      take_simple_field(child);
    } else if (name == "w:sectPr") {
      sections_.push_back(child);
    } else if (name == "mc:AlternateContent") {
      take_alternatives(child);
    } else if (name != "w:del" && name != "w:moveFrom" && name != "w:sdtPr" && name != "w:tblPr") {
      walk(child);
    }
  }
}

void StoryIndex::take_paragraph(pugi::xml_node node) {
  const std::size_t outer = std::exchange(paragraph_, paragraphs_.size());
  const bool in_box = outer < paragraphs_.size() && paragraphs_[outer].pieces.end == std::string::npos;
  const int outer_box = box_;
  if (in_box) box_ = ++boxes_;
  StoryParagraph paragraph;
  paragraph.node = node;
  paragraph.pieces = {pieces_.size(), std::string::npos};
  paragraph.number = counter_.next(styles_.numbering(node));
  paragraph.level = styles_.outline_level(node);
  paragraph.section = static_cast<int>(sections_.size());
  paragraph.box = box_;
  const std::size_t own = paragraph_;
  paragraphs_.push_back(std::move(paragraph));
  walk(node);
  paragraphs_[own].pieces.end = pieces_.size();
  if (in_box) {
    paragraph_ = outer;
    box_ = outer_box;
  }
}

void StoryIndex::take_run(pugi::xml_node run) {
  const bool hidden = is_on(run.child("w:rPr").child("w:vanish"));
  for (const pugi::xml_node child : run.children()) {
    const std::string_view name = child.name();
    if (name == "w:fldChar") {
      take_field_character(child);
    } else if (name == "w:instrText") {
      if (!open_.empty() && !open_.back().field.separator) open_.back().code += child.text().get();
    } else if (is_text(name)) {
      add_piece(child, hidden);
    } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
      if (!child.attribute("w:customMarkFollows").as_bool()) take_note(name == "w:endnoteReference");
    } else if (name == "mc:AlternateContent") {
      take_alternatives(child);
    } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
      walk(child);
    }
  }
}

void StoryIndex::add_piece(pugi::xml_node node, bool hidden) {
  const bool in_code = std::ranges::any_of(
      open_, [](const OpenField& one) { return !one.field.separator && !one.field.simple; });
  pieces_.push_back({node, paragraph_, box_, !hidden && !in_code});
}

void StoryIndex::take_field_character(pugi::xml_node node) {
  const std::string_view type = node.attribute("w:fldCharType").value();
  if (type == "begin") {
    open_.emplace_back();
    StoryField& field = open_.back().field;
    field.begin = node.parent();
    field.paragraph = paragraph_;
    field.box = box_;
    field.group = group_;
    field.branch = branch_;
    return;
  }
  if (open_.empty() || open_.back().field.simple) return;
  OpenField& open = open_.back();
  if (type == "separate") {
    open.field.separator = node.parent();
    open.field.code = FieldCode(open.code);
    open.field.result.begin = pieces_.size();
  } else if (type == "end") {
    OpenField closed = std::move(open);
    open_.pop_back();
    if (!closed.field.separator) {
      closed.field.code = FieldCode(closed.code);
      closed.field.result.begin = pieces_.size();
    }
    close_field(std::move(closed.field), node.parent());
  }
}

void StoryIndex::take_simple_field(pugi::xml_node node) {
  open_.emplace_back();
  StoryField& field = open_.back().field;
  field.code = FieldCode(node.attribute("w:instr").value());
  field.simple = node;
  field.paragraph = paragraph_;
  field.box = box_;
  field.group = group_;
  field.branch = branch_;
  field.result.begin = pieces_.size();
  walk(node);
  StoryField closed = std::move(open_.back().field);
  open_.pop_back();
  close_field(std::move(closed), {});
}

void StoryIndex::close_field(StoryField field, pugi::xml_node end) {
  field.end = end;
  const bool any =
      std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(field.result.begin), pieces_.end(),
                  [](const Piece& piece) { return std::string_view(piece.node.name()) == "w:t"; });
  if (!any) add_piece({}, false);  // where the result will come to stand
  field.result.end = pieces_.size();
  fields_.push_back(std::move(field));
}

void StoryIndex::take_alternatives(pugi::xml_node node) {
  // The branches show the same thing: the others count again what the first has counted.
  const bool boxes =
      static_cast<bool>(node.find_node([](pugi::xml_node n) { return std::string_view(n.name()) == "w:p"; }));
  const std::optional<NumberingCounter> before = boxes ? std::optional(counter_) : std::nullopt;
  std::optional<NumberingCounter> after;
  const int outer_group = std::exchange(group_, ++groups_);
  const int outer_branch = std::exchange(branch_, 0);
  for (const pugi::xml_node branch : node.children()) {
    if (branch.type() != pugi::node_element) continue;
    if (after) counter_ = *before;
    walk(branch);
    if (boxes && !after) after = counter_;
    ++branch_;
  }
  if (after) counter_ = *after;
  group_ = outer_group;
  branch_ = outer_branch;
}

void StoryIndex::take_bookmark(pugi::xml_node node) {
  const std::string id = node.attribute("w:id").value();
  highest_id_ = std::max(highest_id_, node.attribute("w:id").as_int());
  if (std::string_view(node.name()) == "w:bookmarkEnd") {
    const auto open = open_bookmarks_.find(id);
    if (open == open_bookmarks_.end()) return;
    bookmarks_[open->second].pieces.end = pieces_.size();
    open_bookmarks_.erase(open);
    return;
  }
  const std::string name = node.attribute("w:name").value();
  const bool within =
      paragraph_ < paragraphs_.size() && paragraphs_[paragraph_].pieces.end == std::string::npos;
  const StoryBookmark bookmark{
      name, {pieces_.size(), pieces_.size()}, within ? paragraph_ : paragraphs_.size(), box_};
  if (bookmarks_.emplace(to_lower(name), bookmark).second) open_bookmarks_[id] = to_lower(name);
}

void StoryIndex::take_note(bool endnote) {
  notes_.push_back({pieces_.size(), endnote ? ++endnotes_ : ++footnotes_, endnote});
  add_piece({}, true);  // so that a bookmark around the reference holds something
}

const StoryBookmark* StoryIndex::bookmark(std::string_view name) const {
  const auto found = bookmarks_.find(to_lower(name));
  return found == bookmarks_.end() ? nullptr : &found->second;
}

std::optional<std::string> StoryIndex::text(PieceRange pieces, int box) const {
  std::string text;
  std::optional<std::size_t> paragraph;
  for (std::size_t i = pieces.begin; i < pieces.end && i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (!piece.shown || piece.box != box || !piece.node) continue;
    if (paragraph && *paragraph != piece.paragraph) return {};
    paragraph = piece.paragraph;
    text += text_of(piece.node);
  }
  return text;
}

std::string StoryIndex::text(const StoryParagraph& paragraph) const {
  return text(paragraph.pieces, paragraph.box).value_or("");
}

bool StoryIndex::set_result(const StoryField& field, const std::string& result) {
  const auto old = text(field.result, field.box);
  if (old && *old == result) return false;
  bool written = false;
  for (std::size_t i = field.result.begin; i < field.result.end; ++i) {
    Piece& piece = pieces_[i];
    if (piece.box != field.box || !piece.shown) continue;
    if (!piece.node && !written) piece.node = put_text(field);
    const bool text = std::string_view(piece.node.name()) == "w:t";
    if (text) {
      set_text(piece.node, written ? "" : result);
      written = true;
    } else if (piece.node) {
      piece.node.parent().remove_child(piece.node);
      piece.node = {};
    }
  }
  return true;
}

/// A new w:t where the field's result stands.
pugi::xml_node StoryIndex::put_text(const StoryField& field) const {
  pugi::xml_node run;
  if (field.simple) {
    run = pugi::xml_node(field.simple).append_child("w:r");
  } else {
    pugi::xml_node parent = field.end.parent();
    pugi::xml_node separator = field.separator;
    const pugi::xml_node properties = field.begin.child("w:rPr");
    if (!separator) {
      separator = parent.insert_child_before("w:r", field.end);
      if (properties) separator.append_copy(properties);
      separator.append_child("w:fldChar").append_attribute("w:fldCharType") = "separate";
    }
    run = separator.parent().insert_child_after("w:r", separator);
    if (properties) run.append_copy(properties);
  }
  return run.append_child("w:t");
}

}  // namespace lg::wml
