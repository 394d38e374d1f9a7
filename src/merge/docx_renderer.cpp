#include "merge/docx_renderer.hpp"

#include "base/text.hpp"
#include "merge/run_properties.hpp"

#include <algorithm>
#include <utility>

namespace lg::merge {
namespace {

constexpr std::string_view hyperlink_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
constexpr std::string_view relationships_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

bool is_rich(const Tag& tag) {
  return tag.kind == TagKind::paragraphs || tag.kind == TagKind::insert;
}

/// The one tag below the step; null when there are more, or blocks.
const Step* only_tag(const Step& step, bool& more) {
  const Step* found = step.kind == StepKind::tag ? &step : nullptr;
  if (step.kind == StepKind::block) more = true;
  for (const Step& child : step.steps) {
    const Step* inner = only_tag(child, more);
    if (inner != nullptr && found != nullptr) more = true;
    if (inner != nullptr) found = inner;
  }
  return found;
}

}  // namespace

DocxRenderer::DocxRenderer(const std::vector<Tag>& tags, const wml::Styles& styles,
                           wml::NumberingCounter counter, Scope& scope, opc::Relationships& relationships,
                           int first_free_id)
    : tags_(tags),
      styles_(styles),
      counter_(std::move(counter)),
      scope_(scope),
      relationships_(relationships),
      bullet_style_(styles.id_of("List Bullet")),
      link_style_(styles.id_of("Hyperlink")),
      next_id_(first_free_id) {}

void DocxRenderer::run_all(const std::vector<Step>& steps) {
  for (const Step& step : steps) run(step);
}

void DocxRenderer::run(const Step& step) {
  switch (step.kind) {
    case StepKind::literal: run_literal(step); return;
    case StepKind::container: run_container(step); return;
    case StepKind::paragraph: run_paragraph(step); return;
    case StepKind::table: run_table(step); return;
    case StepKind::block: run_block(step); return;
    case StepKind::tag: run_tag(step); return;
    case StepKind::contents:
      contents_places_.push_back(out_.size());
      last_block_ = BlockKind::paragraph;
      return;
    case StepKind::row: ++rows_; [[fallthrough]];
    case StepKind::run:
    case StepKind::element: break;
  }
  open_element(step);
  open_.push_back(&step);
  run_all(step.steps);
  open_.pop_back();
  out_ += step.close;
}

void DocxRenderer::run_literal(const Step& step) {
  if (step.block == BlockKind::table) part_from_table();
  rows_ += step.rows;
  out_ += step.open;
  if (step.shows) ++shown_;
  if (heading_text_ != nullptr) *heading_text_ += step.text;
  if (step.block != BlockKind::none) last_block_ = step.block;
}

void DocxRenderer::open_element(const Step& step) {
  out_ += step.open;
  if (!step.fresh.empty()) {
    const int copy = copies_[&step]++;
    for (const FreshAttribute& fresh : step.fresh) write_fresh(fresh, copy);
  }
  out_ += ">";
}

void DocxRenderer::write_fresh(const FreshAttribute& fresh, int copy) {
  std::string value = fresh.value;
  switch (fresh.kind) {
    case FreshKind::first_only:
      if (copy > 0) return;
      break;
    case FreshKind::bookmark: {
      const int id = copy == 0 ? std::atoi(value.c_str()) : next_id_++;
      bookmarks_[value] = id;
      value = std::to_string(id);
      break;
    }
    case FreshKind::bookmark_end: {
      const auto current = bookmarks_.find(value);
      if (current != bookmarks_.end()) value = std::to_string(current->second);
      break;
    }
    case FreshKind::bookmark_name:
      // At most 40 characters (17.13.6.2).
      if (copy > 0) value = value.substr(0, 33) + "_" + std::to_string(copy + 1);
      break;
    case FreshKind::drawing:
    case FreshKind::control:
      if (copy > 0) value = std::to_string(next_id_++);
      break;
  }
  out_.append(" ").append(fresh.name).append("=\"");
  append_escaped(out_, value);
  out_ += "\"";
}

void DocxRenderer::run_container(const Step& step) {
  const BlockKind before = std::exchange(last_block_, BlockKind::none);
  open_element(step);
  std::vector<const Step*> outer = std::exchange(open_, {});
  std::size_t end = out_.size();
  for (const Step& child : step.steps) {
    // The body's section properties stand last, behind the paragraph that must end it.
    const bool section = child.kind == StepKind::literal && child.open.starts_with("<w:sectPr");
    if (section && last_block_ != BlockKind::paragraph) {
      out_ += "<w:p></w:p>";
      last_block_ = BlockKind::paragraph;
    }
    run(child);
    end = out_.size();
  }
  if (last_block_ != BlockKind::paragraph) out_.insert(end, "<w:p></w:p>");
  open_ = std::move(outer);
  out_ += step.close;
  const bool control = step.close == "</w:sdtContent>";
  last_block_ = control ? BlockKind::paragraph : before;
}

void DocxRenderer::part_from_table() {
  // Word joins two tables with nothing between them.
  if (last_block_ == BlockKind::table) out_ += "<w:p></w:p>";
}

void DocxRenderer::run_table(const Step& step) {
  const std::size_t mark = out_.size();
  const std::size_t rows = rows_;
  const std::size_t shown = shown_;
  const BlockKind before = last_block_;
  if (!step.follows_table) part_from_table();
  open_element(step);
  run_all(step.steps);
  out_ += step.close;
  last_block_ = BlockKind::table;
  if (rows_ != rows) return;
  out_.resize(mark);  // a table without rows is no table
  shown_ = shown;
  last_block_ = before;
}

void DocxRenderer::run_paragraph(const Step& step) {
  if (step.only_tags && run_text_paragraphs(step)) return;
  const std::size_t mark = out_.size();
  const std::size_t shown = shown_;
  const BlockKind before = last_block_;
  std::string text;
  std::string* outer_text = heading_text_;
  if (step.outline_level > 0) heading_text_ = &text;
  open_element(step);
  out_ += step.own_properties;
  const std::size_t inside = out_.size();
  std::vector<const Step*> outer = std::exchange(open_, {&step});
  run_all(step.steps);
  open_ = std::move(outer);
  heading_text_ = outer_text;
  if (step.only_tags && shown_ == shown) {
    out_.resize(mark);
    last_block_ = before;
    return;
  }
  const std::string name(trim(text));
  if (step.outline_level > 0 && !name.empty()) {
    const std::string number = std::to_string(next_id_++);
    const std::string bookmark = "_Toc" + std::to_string(200'000'000 + headings_.size() + 1);
    headings_.push_back({step.outline_level, counter_.next(step.numbering), name, bookmark});
    out_.insert(inside, "<w:bookmarkStart w:id=\"" + number + "\" w:name=\"" + bookmark + "\"/>");
    out_ += "<w:bookmarkEnd w:id=\"" + number + "\"/>";
  }
  out_ += step.close;
  last_block_ = BlockKind::paragraph;
}

void DocxRenderer::run_block(const Step& step) {
  const Tag& opener = tags_[static_cast<std::size_t>(step.tag)];
  if (opener.kind == TagKind::each) {
    const std::vector<Turn> turns = scope_.turns(opener.each);
    std::size_t number = 0;
    for (const Turn& turn : turns) {
      scope_.open(turn, ++number, turns.size());
      run_all(step.branches.front().steps);
      scope_.close();
    }
    if (turns.empty() && step.branches.size() > 1) run_all(step.branches.back().steps);
    return;
  }
  for (const Branch& branch : step.branches) {
    const Tag& tag = branch.tag < 0 ? opener : tags_[static_cast<std::size_t>(branch.tag)];
    if (tag.kind != TagKind::otherwise && !scope_.holds(tag.condition)) continue;
    run_all(branch.steps);
    return;
  }
}

Shown DocxRenderer::rich_value(const Tag& tag) {
  return tag.kind == TagKind::insert ? scope_.textblock(tag) : scope_.show(tag);
}

void DocxRenderer::run_tag(const Step& step) {
  const Tag& tag = tags_[static_cast<std::size_t>(step.tag)];
  if (tag.kind == TagKind::page_break) {
    out_ += "<w:br w:type=\"page\"/>";
    ++shown_;
  } else if (is_rich(tag)) {
    const Shown shown = rich_value(tag);
    if (shown.missing) {
      write_missing(shown.text, step.run_properties);
    } else {
      write_rich(paragraphs_of(shown.text), step);
    }
  } else if (tag.kind == TagKind::value) {
    write_value(scope_.show(tag), step);
  }
}

void DocxRenderer::write_value(const Shown& shown, const Step& step) {
  if (shown.missing) {
    write_missing(shown.text, step.run_properties);
  } else {
    write_text(shown.text);
  }
}

void DocxRenderer::write_text(std::string_view text) {
  if (!trim(text).empty()) ++shown_;
  if (heading_text_ != nullptr) *heading_text_ += text;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\t");
    if (end != 0) {
      out_ += "<w:t xml:space=\"preserve\">";
      append_escaped(out_, text.substr(0, end));
      out_ += "</w:t>";
    }
    if (end == std::string_view::npos) return;
    out_ += text[end] == '\n' ? "<w:br/>" : "<w:tab/>";
    text.remove_prefix(end + 1);
  }
}

void DocxRenderer::write_missing(const std::string& text, const std::string& run_properties) {
  out_ += "</w:r><w:r>" + with_highlight(run_properties);
  write_text(text);
  out_ += "</w:r><w:r>" + run_properties;
}

std::string DocxRenderer::link_id(const std::string& target) {
  auto& id = links_[target];
  if (id.empty()) id = relationships_.add(std::string(hyperlink_type), target, true);
  return id;
}

void DocxRenderer::write_spans(const std::vector<Span>& spans, const std::string& run_properties,
                               bool in_run) {
  for (const Span& span : spans) {
    if (!span.bold && span.link.empty() && in_run) {
      write_text(span.text);
      continue;
    }
    if (in_run) out_ += "</w:r>";
    if (!span.link.empty()) {
      out_.append("<w:hyperlink xmlns:r=\"").append(relationships_namespace).append("\" r:id=\"");
      out_ += link_id(span.link) + "\" w:history=\"1\">";
    }
    const std::string look = span.bold ? with_bold(run_properties) : run_properties;
    out_ += "<w:r>" + (span.link.empty() || link_style_.empty() ? look : with_style(look, link_style_));
    write_text(span.text);
    out_ += "</w:r>";
    if (!span.link.empty()) out_ += "</w:hyperlink>";
    if (in_run) out_ += "<w:r>" + run_properties;
  }
}

void DocxRenderer::begin_paragraph(const TextParagraph& paragraph, const std::string& properties) {
  const bool styled = paragraph.bullet && !bullet_style_.empty();
  out_ += "<w:p>" + (styled ? "<w:pPr><w:pStyle w:val=\"" + bullet_style_ + "\"/></w:pPr>" : properties);
}

bool DocxRenderer::run_text_paragraphs(const Step& step) {
  bool more = false;
  const Step* found = only_tag(step, more);
  if (found == nullptr || more || !is_rich(tags_[static_cast<std::size_t>(found->tag)])) return false;
  const Shown shown = rich_value(tags_[static_cast<std::size_t>(found->tag)]);
  if (shown.missing) return false;
  const std::vector<TextParagraph> paragraphs = paragraphs_of(shown.text);
  for (const TextParagraph& paragraph : paragraphs) {
    begin_paragraph(paragraph, step.properties);
    if (paragraph.bullet && bullet_style_.empty())
      out_ += "<w:r>" + found->run_properties + "<w:t xml:space=\"preserve\">• </w:t></w:r>";
    write_spans(paragraph.spans, found->run_properties, false);
    out_ += "</w:p>";
    last_block_ = BlockKind::paragraph;
  }
  return true;
}

void DocxRenderer::write_rich(const std::vector<TextParagraph>& paragraphs, const Step& step) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (i > 0) {
      // Closes everything down to the paragraph, and opens the same again in the next.
      for (auto element = open_.rbegin(); element != open_.rend(); ++element) out_ += (*element)->close;
      begin_paragraph(paragraphs[i], open_.front()->properties);
      for (std::size_t e = 1; e < open_.size(); ++e) {
        out_ += open_[e]->open + ">";
        if (open_[e]->kind == StepKind::run) out_ += step.run_properties;
      }
    }
    write_spans(paragraphs[i].spans, step.run_properties, true);
  }
}

std::string DocxRenderer::finish(const std::string& contents) {
  for (auto place = contents_places_.rbegin(); place != contents_places_.rend(); ++place) {
    out_.insert(*place, contents);
  }
  return std::move(out_);
}

}  // namespace lg::merge
