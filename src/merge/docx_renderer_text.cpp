// The texts of a story: values, and the paragraphs, links and bold words that a text comes to.
#include "base/text.hpp"
#include "merge/docx_renderer.hpp"
#include "merge/run_properties.hpp"

#include <utility>

namespace lg::merge {
namespace {

constexpr std::string_view hyperlink_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
constexpr std::string_view relationships_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

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

void DocxRenderer::write_value(const Shown& shown, const Step& step) {
  if (shown.missing) {
    write_missing(shown.text, step.run_properties);
  } else {
    write_text(shown.text);
  }
}

void DocxRenderer::write_text(std::string_view text) {
  if (!trim(text).empty()) ++shown_;
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

void DocxRenderer::open_link(const std::string& target) {
  if (!in_note_) {
    out_.append("<w:hyperlink xmlns:r=\"").append(relationships_namespace).append("\" r:id=\"");
    out_ += link_id(target) + "\" w:history=\"1\">";
    return;
  }
  // A note belongs to another part with relationships of its own; a field needs none.
  out_ += "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">";
  std::string address;
  for (const char c : target) address += c == '"' ? "%22" : c == '\\' ? "%5C" : std::string(1, c);
  append_escaped(out_, " HYPERLINK \"" + address + "\" ");
  out_ += "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
}

void DocxRenderer::close_link() {
  out_ += in_note_ ? "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" : "</w:hyperlink>";
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
    if (!span.link.empty()) open_link(span.link);
    const std::string look = span.bold ? with_bold(run_properties) : run_properties;
    out_ += "<w:r>" + (span.link.empty() || link_style_.empty() ? look : with_style(look, link_style_));
    write_text(span.text);
    out_ += "</w:r>";
    if (!span.link.empty()) close_link();
    if (in_run) out_ += "<w:r>" + run_properties;
  }
}

void DocxRenderer::begin_paragraph(const TextParagraph& paragraph, const Step& step) {
  const bool styled = paragraph.bullet && !bullet_style_.empty();
  out_ +=
      "<w:p>" + (styled ? "<w:pPr><w:pStyle w:val=\"" + bullet_style_ + "\"/></w:pPr>" : properties_of(step));
  properties_end_ = out_.size() - std::string_view("</w:pPr>").size();
  out_ += source_mark_;
}

bool DocxRenderer::run_text_paragraphs(const Step& step) {
  bool more = false;
  const Step* found = only_tag(step, more);
  if (found == nullptr || more || !is_rich(tags_[static_cast<std::size_t>(found->tag)])) return false;
  const Shown shown = look_up(tags_[static_cast<std::size_t>(found->tag)]);
  if (shown.missing) return false;
  const std::size_t outer_properties = properties_end_;
  for (const TextParagraph& paragraph : paragraphs_of(shown.text)) {
    begin_paragraph(paragraph, step);
    if (paragraph.bullet && bullet_style_.empty())
      out_ += "<w:r>" + found->run_properties + "<w:t xml:space=\"preserve\">• </w:t></w:r>";
    write_spans(paragraph.spans, found->run_properties, false);
    out_ += "</w:p>";
    last_block_ = BlockKind::paragraph;
  }
  properties_end_ = outer_properties;
  source_mark_.clear();
  return true;
}

void DocxRenderer::write_rich(const std::vector<TextParagraph>& paragraphs, const Step& step) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (i > 0) {
      // Closes everything down to the paragraph, and opens the same again in the next.
      for (std::size_t e = open_.size(); e-- > 1;) out_ += open_[e]->close;
      out_ += open_.front()->close;
      begin_paragraph(paragraphs[i], *open_.front());
      for (std::size_t e = 1; e < open_.size(); ++e) {
        out_ += open_[e]->open + ">";
        if (open_[e]->kind == StepKind::run) out_ += step.run_properties;
      }
    }
    write_spans(paragraphs[i].spans, step.run_properties, true);
  }
}

}  // namespace lg::merge
