#include "merge/docx_program.hpp"

#include "merge/docx_layout.hpp"
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

/// Elements whose copies need an id of their own.
bool has_fresh_id(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (is_one_of(name,
                {"w:bookmarkStart", "w:bookmarkEnd", "wp:docPr", "pic:cNvPr", "wps:cNvPr", "wpg:cNvPr"}))
    return true;
  if (name == "w:id") return std::string_view(node.parent().name()) == "w:sdtPr";
  return !node.attribute("w14:paraId").empty();
}

bool holds_fresh_ids(pugi::xml_node node) {
  return has_fresh_id(node) || static_cast<bool>(node.find_node(&has_fresh_id));
}

/// The attribute's part in what a copy must change; nothing for the others.
bool make_fresh(pugi::xml_node node, pugi::xml_attribute attribute, FreshAttribute& fresh) {
  const std::string_view element = node.name();
  const std::string_view name = attribute.name();
  fresh.name = name;
  fresh.value = attribute.value();
  if (name == "w14:paraId" || name == "w14:textId") {
    fresh.kind = FreshKind::first_only;
  } else if (element == "w:bookmarkStart" && name == "w:id") {
    fresh.kind = FreshKind::bookmark;
  } else if (element == "w:bookmarkStart" && name == "w:name") {
    fresh.kind = FreshKind::bookmark_name;
  } else if (element == "w:bookmarkEnd" && name == "w:id") {
    fresh.kind = FreshKind::bookmark_end;
  } else if (name == "id" && is_one_of(element, {"wp:docPr", "pic:cNvPr", "wps:cNvPr", "wpg:cNvPr"})) {
    fresh.kind = FreshKind::drawing;
  } else if (name == "w:val" && element == "w:id") {
    fresh.kind = FreshKind::control;
  } else {
    return false;
  }
  return true;
}

struct StringWriter : pugi::xml_writer {
  std::string& out;
  explicit StringWriter(std::string& to) : out(to) {}
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

std::string xml_of(pugi::xml_node node) {
  std::string xml;
  StringWriter writer(xml);
  node.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return xml;
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

pugi::xml_node element_before(pugi::xml_node node) {
  node = node.previous_sibling();
  while (node && node.type() != pugi::node_element) node = node.previous_sibling();
  return node;
}

}  // namespace

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
    if (name == tag_element || n.attribute(only_tags_attribute) || n.attribute(contents_attribute))
      return true;
    return numbers_headings_ && name == "w:p" && styles_.outline_level(n) > 0;
  };
  if (changes(node) || node.find_node(changes)) return true;
  return repeats_ > 0 && holds_fresh_ids(node);
}

Step DocxCompiler::compile(pugi::xml_node root) {
  Step step = compile_element(root);
  return step;
}

std::vector<Step> DocxCompiler::compile_children(pugi::xml_node parent) {
  std::vector<Step> steps;
  for (pugi::xml_node node = parent.first_child(); node;) {
    if (std::string_view(node.name()) == tag_element && is_block(tag_of(node).kind)) {
      node = compile_block(node, steps);
    } else if (node.attribute(contents_attribute)) {
      node = compile_contents(node, steps);
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
  if (loop) ++repeats_;
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
      block.branches.push_back({own, {}});
      node = node.next_sibling();
    } else if (is_tag && is_block(tag_of(node).kind)) {
      node = compile_block(node, block.branches.back().steps);
    } else {
      compile_node(node, block.branches.back().steps);
      node = node.next_sibling();
    }
  }
  if (loop && block.branches.size() == 1) --repeats_;
  steps.push_back(std::move(block));
  return node;
}

void DocxCompiler::compile_node(pugi::xml_node node, std::vector<Step>& steps) {
  const std::string_view name = node.name();
  if (name == "w:tr" && node.attribute(only_tags_attribute)) return;  // held nothing but markers
  if (name == "w:pPr" && std::string_view(node.parent().name()) == "w:p") {
    if (is_dynamic(node.parent())) return;  // written with its paragraph
  }
  if (!is_dynamic(node)) {
    Step step = literal(node);
    const bool joins = !steps.empty() && steps.back().kind == StepKind::literal;
    if (!joins) {
      steps.push_back(std::move(step));
      return;
    }
    Step& last = steps.back();
    last.open += step.open;
    last.text += step.text;
    last.shows = last.shows || step.shows;
    last.rows += step.rows;
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
  step.rows = name == "w:tr" ? 1 : 0;
  if (name == "w:r" || wml::holds_runs(name)) {
    pugi::xml_document scratch;
    pugi::xml_node paragraph = scratch.append_child("w:p");
    paragraph.append_copy(node);
    step.text = wml::Paragraph(paragraph).text();
  }
  if (name == "w:t") step.text = node.text().get();
  if (name == "w:tab") step.text = "\t";
  step.shows = step.text.find_first_not_of(" \t\n") != std::string::npos ||
               holds(node, {"w:drawing", "w:pict", "w:object"});
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
  step.kind = name == "w:p"        ? StepKind::paragraph
              : name == "w:tbl"    ? StepKind::table
              : name == "w:tr"     ? StepKind::row
              : name == "w:r"      ? StepKind::run
              : is_container(node) ? StepKind::container
                                   : StepKind::element;
  step.open = "<" + std::string(name);
  for (const pugi::xml_attribute attribute : node.attributes()) {
    FreshAttribute fresh;
    if (is_ours(attribute.name())) continue;
    if (repeats_ > 0 && make_fresh(node, attribute, fresh)) {
      step.fresh.push_back(std::move(fresh));
      continue;
    }
    step.open.append(" ").append(attribute.name()).append("=\"");
    append_escaped(step.open, attribute.value());
    step.open += "\"";
  }
  step.close = "</" + std::string(name) + ">";
  if (step.kind == StepKind::paragraph) fill_paragraph(node, step);
  if (step.kind == StepKind::table)
    step.follows_table = std::string_view(element_before(node).name()) == "w:tbl";
  if (step.kind == StepKind::run) {
    if (const pugi::xml_node properties = node.child("w:rPr")) step.run_properties = xml_of(properties);
  }
  step.steps = compile_children(node);
  return step;
}

void DocxCompiler::fill_paragraph(pugi::xml_node node, Step& step) {
  step.only_tags = static_cast<bool>(node.attribute(only_tags_attribute));
  step.outline_level = numbers_headings_ ? styles_.outline_level(node) : 0;
  step.numbering = styles_.numbering(node);
  pugi::xml_node properties = node.child("w:pPr");
  if (!properties) return;
  step.own_properties = xml_of(properties);
  // The paragraphs that a text adds do not break the section again.
  pugi::xml_document scratch;
  pugi::xml_node copy = scratch.append_copy(properties);
  copy.remove_child("w:sectPr");
  step.properties = xml_of(copy);
}

pugi::xml_node DocxCompiler::compile_contents(pugi::xml_node first, std::vector<Step>& steps) {
  pugi::xml_node node = first;
  for (; node && node.attribute(contents_attribute); node = node.next_sibling()) {
    const pugi::xml_node properties = node.child("w:pPr");
    entries_.push_back(
        {properties.child("w:pStyle").attribute("w:val").value(), properties ? xml_of(properties) : ""});
    for (const pugi::xml_node child : node.children()) {
      if (!contents_begin_.empty() && contents_begin_.find("\"separate\"") != std::string::npos) break;
      if (std::string_view(child.name()) == "w:r" && holds(child, {"w:fldChar", "w:instrText"}))
        contents_begin_ += xml_of(child);
    }
  }
  Step step;
  step.kind = StepKind::contents;
  steps.push_back(std::move(step));
  return node;
}

}  // namespace lg::merge
