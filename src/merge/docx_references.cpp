#include "merge/docx_references.hpp"

#include "base/text.hpp"
#include "merge/docx_field_forms.hpp"

#include <algorithm>
#include <utility>

namespace lg::merge {
namespace {

/// A field code may be no more than the name of a bookmark (17.16.5.50); Word makes such names itself.
bool is_bare_reference(const wml::FieldCode& code) {
  return code.kind().starts_with("_ref") && code.arguments().empty();
}

/// The lower-case name that the styles part has for what a field calls "Rubrik 1" or just 1.
std::string style_name(const std::string& written) {
  const std::string name = to_lower(written);
  if (name.size() == 1 && name[0] >= '1' && name[0] <= '9') return "heading " + name;
  if (name.starts_with("rubrik ")) return "heading " + name.substr(7);
  return name == "rubrik" ? "title" : name;
}

/// True when notes are not simply counted 1, 2, 3 through the document.
bool counts_notes_otherwise(const wml::StoryIndex& story) {
  return std::ranges::any_of(story.sections(), [](pugi::xml_node section) {
    return section.child("w:footnotePr").first_child() || section.child("w:endnotePr").first_child();
  });
}

}  // namespace

ReferenceResults::Target ReferenceResults::find(const std::string& name) const {
  if (const auto* own = story_.bookmark(name)) return {&story_, own};
  if (const auto* other = main_.bookmark(name)) return {&main_, other};
  return {};
}

bool ReferenceResults::refresh() {
  bool changed = false;
  lost_.clear();
  for (const wml::StoryField& field : story_.fields()) {
    const auto text = result(field);
    if (text) changed = story_.set_result(field, *text) || changed;
  }
  return changed;
}

std::optional<std::string> ReferenceResults::result(const wml::StoryField& field) {
  const std::string& kind = field.code.kind();
  if (kind == "styleref") return style_text(field);
  const bool bare = is_bare_reference(field.code);
  if (kind != "ref" && kind != "noteref" && kind != "pageref" && !bare) return {};
  const std::string name = bare ? kind : field.code.argument();
  const Target target = find(name);
  if (target.bookmark == nullptr) {
    tell(field, name);
    return {};
  }
  if (kind == "pageref") return {};  // docx_page_numbers
  return kind == "noteref" ? note(target) : reference(field, target);
}

void ReferenceResults::tell(const wml::StoryField& field, const std::string& name) {
  if (name.empty() || field.paragraph >= story_.paragraphs().size()) return;
  std::string code = field.code.kind();
  std::ranges::transform(code, code.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  lost_.push_back({is_bare_reference(field.code) ? "REF " + name : code + " " + name,
                   story_.text(story_.paragraphs()[field.paragraph])});
}

std::optional<std::string> ReferenceResults::reference(const wml::StoryField& field,
                                                       const Target& target) const {
  const wml::FieldCode& code = field.code;
  if (code.has('p') || code.has('d') || code.has('f')) return {};  // "ovan", and numbers of other sorts
  const wml::StoryBookmark& mark = *target.bookmark;
  if (code.has('n') || code.has('r') || code.has('w')) {
    if (mark.paragraph >= target.story->paragraphs().size()) return {};
    const std::string text = number(field, target.story->paragraphs()[mark.paragraph]);
    return text.empty() ? std::nullopt : std::optional(text);
  }
  if (mark.pieces.begin == mark.pieces.end) return {};
  const auto text = target.story->text(mark.pieces, mark.box);
  return text ? formed(*text, code) : std::nullopt;
}

std::string ReferenceResults::number(const wml::StoryField& field, const wml::StoryParagraph& of) const {
  wml::ParagraphNumber number = of.number;
  if (field.code.has('t') || field.code.has('s')) number.label = number.figure;
  std::string text = number.referred();
  if (text.empty() || field.code.has('n')) return text;
  const bool there = field.paragraph < story_.paragraphs().size();
  const bool same_place = there && story_.paragraphs()[field.paragraph].number.before == number.before;
  return field.code.has('r') && same_place ? text : number.before + text;
}

std::optional<std::string> ReferenceResults::note(const Target& target) {
  if (counts_notes_otherwise(*target.story)) return {};
  const wml::PieceRange& range = target.bookmark->pieces;
  for (const wml::StoryNote& note : target.story->notes()) {
    if (note.piece >= range.begin && note.piece < range.end)
      return wml::number_in_form(note.number, note.endnote ? "lowerRoman" : "decimal");
  }
  return {};
}

/// In the text the nearest one above, else below; in a header the first, since each page has another.
std::optional<std::string> ReferenceResults::style_text(const wml::StoryField& field) const {
  const std::string style = style_name(field.code.argument());
  const wml::StoryParagraph* found = nullptr;
  for (std::size_t i = 0; i < main_.paragraphs().size(); ++i) {
    const wml::StoryParagraph& one = main_.paragraphs()[i];
    if (one.box != 0 || styles_.name_of(one.node) != style || trim(main_.text(one)).empty()) continue;
    if (found != nullptr && (&story_ != &main_ || i >= field.paragraph)) break;
    found = &one;
  }
  if (found == nullptr || field.code.has('p')) return {};
  const wml::FieldCode& code = field.code;
  if (code.has('n') || code.has('r') || code.has('w') || code.has('s')) {
    const std::string text = number(field, *found);
    return text.empty() ? std::nullopt : std::optional(text);
  }
  return formed(std::string(trim(main_.text(*found))), code);
}

}  // namespace lg::merge
