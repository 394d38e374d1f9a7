#include "merge/docx_renderer.hpp"

#include "base/text.hpp"
#include "merge/docx_merges.hpp"
#include "merge/docx_ranges.hpp"
#include "merge/docx_sections.hpp"

#include <algorithm>
#include <utility>

namespace lg::merge {
DocxRenderer::DocxRenderer(const std::vector<Tag>& tags, const wml::Styles& styles, Scope& scope,
                           opc::Relationships& relationships, StoryObjects& objects,
                           const FreeNumbers& free, Trace trace, SourceLog* sources)
    : tags_(tags),
      scope_(scope),
      relationships_(relationships),
      objects_(objects),
      bullet_style_(styles.id_of("List Bullet")),
      link_style_(styles.id_of("Hyperlink")),
      ids_(free.id, free.list, free.bookmarks),
      free_(free),
      trace_(trace),
      sources_(sources) {}

FreeNumbers DocxRenderer::free_numbers() const {
  FreeNumbers free = free_;
  free.id = ids_.first_free_id();
  free.bookmarks = ids_.used_names();
  free.list += static_cast<int>(ids_.new_lists().size());
  return free;
}

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
    case StepKind::control: run_control(step); return;
    case StepKind::note: run_note(step); return;
    case StepKind::object: run_object(step); return;
    case StepKind::reference:
      out_ += step.open;
      append_escaped(out_, ids_.value(step.fresh.front(), 0));
      out_ += step.close;
      return;
    case StepKind::row: ++rows_; [[fallthrough]];
    case StepKind::run:
    case StepKind::element: break;
  }
  if (step.only_once && copies_[&step]++ > 0) return;
  open_element(step);
  const std::size_t inside = out_.size();
  open_.push_back(&step);
  run_all(step.steps);
  open_.pop_back();
  if (step.close == "</w:sdtContent>") control_emptied_ = out_.size() == inside;
  out_ += step.close;
}

void DocxRenderer::run_control(const Step& step) {
  const std::size_t mark = out_.size();
  const BlockKind before = last_block_;
  control_emptied_ = false;
  open_element(step);
  open_.push_back(&step);
  run_all(step.steps);
  open_.pop_back();
  out_ += step.close;
  if (!std::exchange(control_emptied_, false)) return;
  out_.resize(mark);  // its content came to nothing
  last_block_ = before;
}

void DocxRenderer::run_literal(const Step& step) {
  if (step.begins_table) part_from_table();
  rows_ += step.rows;
  out_ += step.open;
  if (step.shows) ++shown_;
  if (step.block != BlockKind::none) last_block_ = step.block;
}

void DocxRenderer::open_element(const Step& step) {
  out_ += step.open;
  if (!step.fresh.empty()) {
    const int copy = copies_[&step]++;
    for (const FreshAttribute& fresh : step.fresh) write_fresh(fresh, copy);
  }
  for (const ObjectAttribute& given : step.given) {
    const auto value = objects_.attribute(given.field, given.number);
    if (!value) continue;
    out_.append(" ").append(given.name).append("=\"");
    append_escaped(out_, *value);
    out_ += "\"";
  }
  out_ += ">";
}

/// A picture that a blank value names is left out.
void DocxRenderer::run_object(const Step& step) {
  if (!objects_.open(step.object)) return;
  ++shown_;
  open_element(step);
  run_all(step.steps);
  out_ += step.close;
  objects_.close();
}

void DocxRenderer::write_fresh(const FreshAttribute& fresh, int copy) {
  if (fresh.kind == FreshKind::first_only && copy > 0) return;
  out_.append(" ").append(fresh.name).append("=\"");
  append_escaped(out_, fresh.before);
  append_escaped(out_, ids_.value(fresh, copy));
  append_escaped(out_, fresh.after);
  out_ += "\"";
}

void DocxRenderer::run_container(const Step& step) {
  const BlockKind before = std::exchange(last_block_, BlockKind::none);
  open_element(step);
  std::vector<const Step*> outer = std::exchange(open_, {});
  const std::size_t inside = out_.size();
  std::size_t end = inside;
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
  open_ = std::move(outer);
  const bool control = step.close == "</w:sdtContent>";
  const bool emptied = control && out_.size() == inside;
  if (last_block_ != BlockKind::paragraph && !emptied) out_.insert(end, "<w:p></w:p>");
  out_ += step.close;
  if (control) control_emptied_ = emptied;
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
  if (rows_ != rows) {
    if (step.merges) out_.replace(mark, std::string::npos, with_whole_merges(out_.substr(mark)));
    return;
  }
  out_.resize(mark);  // a table without rows is no table
  shown_ = shown;
  last_block_ = before;
}

void DocxRenderer::run_paragraph(const Step& step) {
  if (step.only_tags && step.plain && run_text_paragraphs(step)) return;
  const std::size_t mark = out_.size();
  const std::size_t shown = shown_;
  const BlockKind before = last_block_;
  const std::size_t outer_properties = properties_end_;
  open_element(step);
  out_ += properties_of(step);
  properties_end_ = out_.size() - std::string_view("</w:pPr>").size();
  std::vector<const Step*> outer = std::exchange(open_, {&step});
  run_all(step.steps);
  open_ = std::move(outer);
  if (step.only_tags && shown_ == shown) {
    remove_paragraph(mark);
    last_block_ = before;
  } else {
    out_ += step.close;
    if (!step.section.empty()) out_.insert(properties_end_, step.section);
    last_block_ = BlockKind::paragraph;
  }
  properties_end_ = outer_properties;
}

void DocxRenderer::remove_paragraph(std::size_t mark) {
  // What other places point at stays, beside the next paragraph.
  const std::string marks = range_marks(out_, mark);
  out_.resize(mark);
  out_ += marks;
}

std::string DocxRenderer::properties_of(const Step& step) const {
  const int list = step.list == 0 ? 0 : ids_.list(step.list);
  if (list == step.list) return step.properties;
  std::string properties = step.properties;
  const std::string own = "<w:numId w:val=\"" + std::to_string(step.list) + "\"";
  const std::size_t at = properties.find(own);
  if (at != std::string::npos)
    properties.replace(at, own.size(), "<w:numId w:val=\"" + std::to_string(list) + "\"");
  return properties;
}

void DocxRenderer::run_block(const Step& step) {
  const Tag& opener = tags_[static_cast<std::size_t>(step.tag)];
  if (opener.kind == TagKind::each) {
    const std::vector<Turn> turns = scope_.turns(opener.each);
    const bool otherwise = turns.empty() && step.branches.size() > 1;
    const Branch* written = otherwise ? &step.branches.back() : &step.branches.front();
    hand_section_on(step, turns.empty() && !otherwise ? nullptr : written);
    if (sources_ != nullptr && !turns.empty()) sources_->note_block(step.tag);
    std::size_t number = 0;
    for (const Turn& turn : turns) {
      scope_.open(turn, ++number, turns.size());
      ids_.begin_turn(step.names);
      if (trace_ == Trace::on) out_ += trace_mark(step.tag);
      run_all(step.branches.front().steps);
      scope_.close();
    }
    if (otherwise) run_all(written->steps);
    return;
  }
  for (const Branch& branch : step.branches) {
    const Tag& tag = branch.tag < 0 ? opener : tags_[static_cast<std::size_t>(branch.tag)];
    if (tag.kind != TagKind::otherwise && !holds(tag)) continue;
    hand_section_on(step, &branch);
    if (trace_ == Trace::on) out_ += trace_mark(step.tag);
    run_all(branch.steps);
    return;
  }
  hand_section_on(step, nullptr);
}

/// What a condition within a paragraph looks at is marked there: a text of the template's own may be chosen by it.
bool DocxRenderer::holds(const Tag& tag) {
  if (sources_ == nullptr || open_.empty()) return scope_.holds(tag.condition);
  std::vector<CellUse> cells;
  scope_.watch(&cells, true);
  const bool held = scope_.holds(tag.condition);
  scope_.watch(nullptr);
  if (!cells.empty()) out_ += source_mark(sources_->add(cells));
  return held;
}

/// What stood before a removed section break stays in its section.
void DocxRenderer::hand_section_on(const Step& block, const Branch* chosen) {
  if (chosen != nullptr && !chosen->section.empty()) return;
  const auto with_section =
      std::ranges::find_if(block.branches, [](const Branch& branch) { return !branch.section.empty(); });
  if (with_section == block.branches.end()) return;
  hand_on_section(out_, with_section->section);
  last_block_ = BlockKind::paragraph;
}

Shown DocxRenderer::look_up(const Tag& tag) {
  const auto shown = [&] { return tag.kind == TagKind::insert ? scope_.textblock(tag) : scope_.show(tag); };
  if (sources_ == nullptr) return shown();
  std::vector<CellUse> cells;
  scope_.watch(&cells);
  Shown found = shown();
  scope_.watch(nullptr);
  source_mark_ = source_mark(sources_->add(cells));
  return found;
}

void DocxRenderer::run_tag(const Step& step) {
  const Tag& tag = tags_[static_cast<std::size_t>(step.tag)];
  if (trace_ == Trace::on) out_ += trace_mark(step.tag);
  if (tag.kind == TagKind::page_break) {
    out_ += "<w:br w:type=\"page\"/>";
    ++shown_;
  } else if (is_rich(tag)) {
    const Shown shown = look_up(tag);
    out_ += source_mark_;
    if (shown.missing) {
      write_missing(shown.text, step.run_properties);
    } else {
      write_rich(paragraphs_of(shown.text), step);
    }
  } else if (tag.kind == TagKind::value) {
    const Shown shown = look_up(tag);
    out_ += source_mark_;
    write_value(shown, step);
  }
  source_mark_.clear();
}

void DocxRenderer::run_note(const Step& step) {
  const bool endnote = step.open.starts_with("<w:endnote");
  const bool copy = copies_[&step]++ > 0;
  const int id = copy ? (endnote ? free_.endnote : free_.footnote)++ : std::atoi(step.text.c_str());
  out_ += step.open + " w:id=\"" + std::to_string(id) + "\"/>";
  ++shown_;
  // The note is a story of its own.
  std::string outer = std::exchange(out_, {});
  std::vector<const Step*> outer_open = std::exchange(open_, {});
  const BlockKind outer_block = std::exchange(last_block_, BlockKind::none);
  const std::size_t outer_rows = rows_;
  in_note_ = true;
  run_all(step.steps);
  in_note_ = false;
  if (last_block_ != BlockKind::paragraph) out_ += "<w:p></w:p>";
  notes_.push_back({endnote, id, copy, with_whole_ranges(std::move(out_))});
  out_ = std::move(outer);
  open_ = std::move(outer_open);
  last_block_ = outer_block;
  rows_ = outer_rows;
}

std::string DocxRenderer::finish() {
  return with_whole_ranges(std::move(out_));
}

}  // namespace lg::merge
