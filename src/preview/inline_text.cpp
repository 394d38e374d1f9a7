#include "preview/inline_text.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "preview/drawing.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <utility>

namespace lg::preview {
namespace {

/// What an element of a run stands for; "" for those that are no text (17.3.3).
std::string_view character_of(std::string_view name) {
  if (name == "w:noBreakHyphen") return "\u2011";
  if (name == "w:softHyphen") return "\u00AD";
  return "";
}

/// The signs of a formula in a row (22.1.2.116).
std::string formula_text(pugi::xml_node formula) {
  std::string text;
  formula.find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) == "m:t") text += node.text().get();
    return false;
  });
  return text;
}

}  // namespace

const Notes::Reference& Notes::add(bool endnote, std::string note, std::string from) {
  const auto before = std::ranges::count(references, endnote, &Reference::endnote);
  references.push_back({endnote, static_cast<int>(before) + 1, std::move(note), std::move(from)});
  return references.back();
}

Line InlineText::write(pugi::xml_node paragraph) {
  paragraph_ = paragraph;
  line_ = {};
  walk(paragraph);
  set_format({});
  return std::move(line_);
}

void InlineText::walk(pugi::xml_node parent) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:r") {
      if (!is_on(child.child("w:rPr").child("w:vanish"))) walk_run(child, format_of(child));
    } else if (name == "mc:AlternateContent") {
      walk(child.first_child());
    } else if (name == "m:oMath" || name == "m:oMathPara") {
      take_text(formula_text(child), {});
    } else if (wml::holds_runs(name)) {
      walk(child);
    }
  }
}

void InlineText::walk_run(pugi::xml_node parent, const Format& format) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:fldChar") {
      take_field_character(child);
    } else if (name == "mc:AlternateContent") {
      walk_run(child.first_child(), format);
    } else if (in_code()) {
      continue;
    } else if (name == "w:t") {
      take_text(child.text().get(), format);
    } else if (name == "w:tab" || name == "w:ptab") {
      set_format(format);
      line_.html.open(Element::span, {{Name::css_class, "tab"}});
      line_.html.text(" ");
      line_.html.close(Element::span);
    } else if (name == "w:br" || name == "w:cr") {
      take_break(child);
    } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
      take_drawing(child);
    } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
      take_note(child);
    } else {
      take_text(character_of(name), format);
    }
  }
}

void InlineText::take_field_character(pugi::xml_node node) {
  const std::string_view type = node.attribute("w:fldCharType").value();
  if (type == "begin") fields_.push_back(false);
  if (fields_.empty()) return;
  if (type == "separate") fields_.back() = true;
  if (type == "end") fields_.pop_back();
}

bool InlineText::in_code() const {
  return std::ranges::find(fields_, false) != fields_.end();
}

void InlineText::take_text(std::string_view text, const Format& format) {
  if (text.empty()) return;
  line_.shows = line_.shows || !trim(text).empty();
  set_format(format);
  line_.html.text(text);
}

void InlineText::take_break(pugi::xml_node node) {
  const std::string_view type = node.attribute("w:type").value();
  if (type != "page" && type != "column") line_.html.open(Element::br);
}

void InlineText::take_drawing(pugi::xml_node node) {
  if (is_hidden(node)) return;
  for (const pugi::xml_node part : parts_of_drawing(node)) {
    if (is_picture(part)) {
      write_picture(line_.html, story_, part);
      line_.shows = true;
    } else {
      line_.beside.push_back(part);
    }
  }
}

void InlineText::take_note(pugi::xml_node node) {
  if (node.attribute("w:customMarkFollows").as_bool()) return;
  const bool endnote = std::string_view(node.name()) == "w:endnoteReference";
  const Notes::Reference& made = notes_.add(endnote, node.attribute("w:id").value(), story_.id(paragraph_));
  const std::string number = std::to_string(made.number);
  set_format({});
  line_.html.open(Element::sup);
  line_.html.open(Element::a, {{Name::href, (endnote ? "#e-" : "#n-") + number},
                               {Name::aria_label, (endnote ? "Slutnot " : "Fotnot ") + number}});
  line_.html.text(number);
  line_.html.close(Element::a);
  line_.html.close(Element::sup);
  line_.shows = true;
}

void InlineText::set_format(const Format& format) {
  if (format == format_) return;
  if (!format_.grade.empty()) line_.html.close(Element::span);
  if (format_.em) line_.html.close(Element::em);
  if (format_.strong) line_.html.close(Element::strong);
  format_ = format;
  if (format_.strong) line_.html.open(Element::strong);
  if (format_.em) line_.html.open(Element::em);
  if (!format_.grade.empty()) line_.html.open(Element::span, {{Name::css_class, format_.grade}});
}

InlineText::Format InlineText::format_of(pugi::xml_node run) const {
  const pugi::xml_node properties = run.child("w:rPr");
  Format format{is_on(properties.child("w:b")), is_on(properties.child("w:i")), ""};
  const pugi::xml_node style = properties.child("w:rStyle");
  if (!style) return format;
  const auto found = story_.document().style_names.find(style.attribute("w:val").value());
  if (found == story_.document().style_names.end()) return format;
  const std::string& name = found->second;
  format.strong = format.strong || name == "strong";
  format.em = format.em || name == "emphasis";
  constexpr std::string_view grade = "riskgrad ";
  if (name.size() == grade.size() + 1 && name.starts_with(grade) && name.back() >= '1' && name.back() <= '4')
    format.grade = std::string("riskgrad-") + name.back();
  return format;
}

}  // namespace lg::preview
