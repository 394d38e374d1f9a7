#include "merge/docx_program.hpp"

#include "merge/docx_layout.hpp"
#include "merge/docx_repeats.hpp"
#include "wml/inline_content.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::ranges::find(names, name) != names.end();
}

bool holds(pugi::xml_node node, Names names) {
  if (is_one_of(node.name(), names)) return true;
  return static_cast<bool>(node.find_node([&](pugi::xml_node n) { return is_one_of(n.name(), names); }));
}

/// Attributes of ours steer the compiler and are never written.
bool is_ours(std::string_view name) {
  return name.starts_with("lg:");
}

struct StringWriter : pugi::xml_writer {
  std::string& out;
  explicit StringWriter(std::string& to) : out(to) {}
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

/// An element that is an object, or that one or an alternative text gives an attribute.
bool is_given(pugi::xml_node node) {
  ObjectField field{};
  std::string name;
  return node.attribute(object_attribute) ||
         std::ranges::any_of(node.attributes(),
                             [&](pugi::xml_attribute a) { return read_object_field(a, field, name); });
}

/// A reference with its note below it (docx_notes).
bool is_note(pugi::xml_node node) {
  return is_one_of(node.name(), {"w:footnoteReference", "w:endnoteReference"}) && node.first_child();
}

bool is_container(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (is_one_of(name, {"w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent",
                       "w:comment"}))
    return true;
  // A content control around paragraphs.
  return name == "w:sdtContent" && (node.child("w:p") || node.child("w:tbl"));
}

BlockKind block_of(std::string_view name) {
  if (name == "w:p") return BlockKind::paragraph;
  return name == "w:tbl" ? BlockKind::table : BlockKind::none;
}

/// True when the paragraph holds nothing but runs of text, blanks and tags.
bool is_plain(pugi::xml_node parent) {
  return std::ranges::all_of(parent.children(), [](pugi::xml_node child) {
    const std::string_view name = child.name();
    if (name == "w:r" || name == "w:sdtContent") return is_plain(child);
    if (name == "w:sdt") return holds(child, {tag_element}) && is_plain(child);
    return child.type() != pugi::node_element ||
           is_one_of(name, {"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:t", "w:proofErr", tag_element,
                            "w:lastRenderedPageBreak"});
  });
}

/// True when what stands there within a paragraph has text that is not blank.
bool shows_text(pugi::xml_node node) {
  const std::string_view name = node.name();
  std::string text = name == "w:t" ? node.text().get() : "";
  if (name == "w:r" || wml::holds_runs(name)) {
    pugi::xml_document scratch;
    pugi::xml_node paragraph = scratch.append_child("w:p");
    paragraph.append_copy(node);
    text = wml::Paragraph(paragraph).text();
  }
  return text.find_first_not_of(" \t\n") != std::string::npos;
}

pugi::xml_node element_before(pugi::xml_node node) {
  node = node.previous_sibling();
  while (node && node.type() != pugi::node_element) node = node.previous_sibling();
  return node;
}

}  // namespace

std::string xml_of(pugi::xml_node node) {
  std::string xml;
  StringWriter writer(xml);
  node.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return xml;
}

void append_escaped(std::string& xml, std::string_view text) {
  std::size_t begin = 0;
  while (true) {
    const std::size_t at = text.find_first_of("&<>\"", begin);
    xml.append(text.substr(begin, at - begin));
    if (at == std::string_view::npos) return;
    xml += text[at] == '&' ? "&amp;" : text[at] == '<' ? "&lt;" : text[at] == '>' ? "&gt;" : "&quot;";
    begin = at + 1;
  }
}

const Tag& DocxCompiler::tag_of(pugi::xml_node marker) const {
  return tags_[marker.attribute("n").as_uint()];
}

bool DocxCompiler::is_dynamic(pugi::xml_node node) const {
  if (node.type() != pugi::node_element) return false;
  const auto changes = [this](pugi::xml_node n) {
    const std::string_view name = n.name();
    return name == tag_element || n.attribute(only_tags_attribute) || is_note(n) ||
           (has_objects_ && is_given(n));
  };
  if (changes(node) || node.find_node(changes)) return true;
  if (repeats_ == 0) return false;
  const auto fresh = [this](pugi::xml_node n) { return has_fresh(n, names_); };
  return fresh(node) || node.find_node(fresh);
}

Step DocxCompiler::compile(pugi::xml_node root) {
  list_uses_ = list_uses(root);
  Step step = compile_element(root);
  return step;
}

std::vector<Step> DocxCompiler::compile_children(pugi::xml_node parent) {
  std::vector<Step> steps;
  for (pugi::xml_node node = parent.first_child(); node;) {
    if (std::string_view(node.name()) == tag_element && is_block(tag_of(node).kind)) {
      node = compile_block(node, steps);
    } else {
      compile_node(node, steps);
      node = node.next_sibling();
    }
  }
  return steps;
}

pugi::xml_node DocxCompiler::compile_block(pugi::xml_node marker, std::vector<Step>& steps) {
  const Tag& opener = tag_of(marker);
  const int number = marker.attribute("n").as_int();
  Step block;
  block.kind = StepKind::block;
  block.tag = number;
  block.branches.push_back({-1, {}});
  const bool loop = opener.kind == TagKind::each;
  const RepeatedNames outer = names_;
  if (loop) {
    ++repeats_;
    block.names = names_within(marker, tags_, list_uses_, lists_);
    names_.merge(block.names);
  }
  pugi::xml_node node = marker.next_sibling();
  while (node) {
    const bool is_tag = std::string_view(node.name()) == tag_element;
    const int own = is_tag ? node.attribute("n").as_int() : -1;
    if (is_tag && own == opener.closer) {
      node = node.next_sibling();
      break;
    }
    if (is_tag && tags_[static_cast<std::size_t>(own)].opener == number) {
      if (loop) --repeats_;
      names_ = outer;
      block.branches.push_back({own, {}});
      node = node.next_sibling();
    } else {
      compile_part(node, block.branches.back());
    }
  }
  if (loop && block.branches.size() == 1) --repeats_;
  names_ = outer;
  steps.push_back(std::move(block));
  return node;
}

/// Compiles the node and goes on to the next; notes the branch's first section break.
void DocxCompiler::compile_part(pugi::xml_node& node, Branch& branch) {
  if (std::string_view(node.name()) == tag_element && is_block(tag_of(node).kind)) {
    node = compile_block(node, branch.steps);
    for (const Branch& inner : branch.steps.back().branches) {
      if (branch.section.empty()) branch.section = inner.section;
    }
    return;
  }
  if (branch.section.empty()) {
    const pugi::xml_node section =
        node.find_node([](pugi::xml_node n) { return std::string_view(n.name()) == "w:sectPr"; });
    if (section) branch.section = xml_of(section);
  }
  compile_node(node, branch.steps);
  node = node.next_sibling();
}

void DocxCompiler::compile_node(pugi::xml_node node, std::vector<Step>& steps) {
  const std::string_view name = node.name();
  if (name == "w:tr" && node.attribute(only_tags_attribute)) return;  // held nothing but markers
  if (name == "w:pPr" && std::string_view(node.parent().name()) == "w:p") {
    if (is_dynamic(node.parent())) return;  // written with its paragraph
  }
  if (!is_dynamic(node)) {
    Step step = literal(node);
    // The body's section properties stay a step of their own: a paragraph may have to come before them.
    const bool joins = !steps.empty() && steps.back().kind == StepKind::literal && name != "w:sectPr";
    if (!joins) {
      steps.push_back(std::move(step));
      return;
    }
    Step& last = steps.back();
    last.open += step.open;
    last.shows = last.shows || step.shows;
    last.rows += step.rows;
    if (last.block == BlockKind::none) last.begins_table = step.begins_table;
    if (step.block != BlockKind::none) last.block = step.block;
    return;
  }
  steps.push_back(compile_element(node));
}

Step DocxCompiler::literal(pugi::xml_node node) const {
  Step step;
  step.open = xml_of(node);
  const std::string_view name = node.name();
  step.block = block_of(name);
  step.begins_table =
      step.block == BlockKind::table && block_of(element_before(node).name()) != BlockKind::table;
  step.rows = name == "w:tr" ? 1 : 0;
  step.shows = shows_text(node) || wml::holds_solids(node);
  return step;
}

Step DocxCompiler::compile_element(pugi::xml_node node) {
  const std::string_view name = node.name();
  Step step;
  if (name == tag_element) {
    step.kind = StepKind::tag;
    step.tag = node.attribute("n").as_int();
    if (const pugi::xml_node properties = node.parent().child("w:rPr"))
      step.run_properties = xml_of(properties);
    return step;
  }
  if (name == "w:instrText" && repeats_ > 0) return compile_reference(node);
  step.only_once = repeats_ > 0 && name == "v:shapetype";
  step.object = node.attribute(object_attribute).as_int(-1);
  step.kind = name == "w:p"                      ? StepKind::paragraph
              : name == "w:tbl"                  ? StepKind::table
              : name == "w:tr"                   ? StepKind::row
              : name == "w:r"                    ? StepKind::run
              : name == "w:sdt"                  ? StepKind::control
              : is_note(node)                    ? StepKind::note
              : node.attribute(object_attribute) ? StepKind::object
              : is_container(node)               ? StepKind::container
                                                 : StepKind::element;
  step.open = "<" + std::string(name);
  fill_attributes(node, step);
  step.close = "</" + std::string(name) + ">";
  if (step.kind == StepKind::paragraph) fill_paragraph(node, step);
  if (step.kind == StepKind::table) {
    step.follows_table = std::string_view(element_before(node).name()) == "w:tbl";
    step.merges = holds(node, {"w:vMerge"});
  }
  if (step.kind == StepKind::run) {
    if (const pugi::xml_node properties = node.child("w:rPr")) step.run_properties = xml_of(properties);
  }
  step.steps = compile_children(node);
  return step;
}

void DocxCompiler::fill_attributes(pugi::xml_node node, Step& step) const {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    FreshAttribute fresh;
    if (is_ours(attribute.name())) {
      ObjectAttribute given;
      given.number = attribute.as_uint();
      if (read_object_field(attribute, given.field, given.name)) step.given.push_back(std::move(given));
      continue;
    }
    if (step.kind == StepKind::note && std::string_view(attribute.name()) == "w:id") {
      step.text = attribute.value();
      continue;
    }
    if (repeats_ > 0 && !step.only_once && make_fresh(node, attribute, names_, fresh)) {
      step.fresh.push_back(std::move(fresh));
      continue;
    }
    step.open.append(" ").append(attribute.name()).append("=\"");
    append_escaped(step.open, attribute.value());
    step.open += "\"";
  }
}

Step DocxCompiler::compile_reference(pugi::xml_node node) const {
  Step step;
  FreshAttribute code;
  if (!make_reference(node.text().get(), names_, code)) return literal(node);
  step.kind = StepKind::reference;
  step.open = "<w:instrText xml:space=\"preserve\">";
  append_escaped(step.open, code.before);
  append_escaped(step.close, code.after);
  step.close += "</w:instrText>";
  step.fresh.push_back(std::move(code));
  return step;
}

void DocxCompiler::fill_paragraph(pugi::xml_node node, Step& step) {
  step.only_tags = static_cast<bool>(node.attribute(only_tags_attribute));
  step.plain = is_plain(node);
  step.list = names_.lists.contains(own_list(node)) ? own_list(node) : 0;
  pugi::xml_node properties = node.child("w:pPr");
  if (!properties) return;
  // Of the paragraphs that a text comes to, the last one breaks the section.
  pugi::xml_document scratch;
  pugi::xml_node copy = scratch.append_copy(properties);
  if (const pugi::xml_node section = copy.child("w:sectPr")) {
    step.section = xml_of(section);
    copy.remove_child("w:sectPr");
  }
  step.properties = copy.first_child() ? xml_of(copy) : "<w:pPr></w:pPr>";
}

}  // namespace lg::merge
