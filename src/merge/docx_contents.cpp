#include "merge/docx_contents.hpp"

#include "base/text.hpp"
#include "wml/contents_rule.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

bool is_named(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

/// A list of captions: \c takes whole captions, \a what stands behind the number.
bool lists_captions(const wml::FieldCode& code) {
  return code.has('c') || code.has('a');
}

/// Of a table of contents we know headings; not what is marked one by one (TC fields, \f).
bool is_known(const wml::FieldCode& code) {
  return code.kind() == "toc" && !(code.has('f') && !code.has('o') && !code.has('u') && !code.has('t'));
}

pugi::xml_node put_run(pugi::xml_node parent, const std::string& style) {
  pugi::xml_node run = parent.append_child("w:r");
  if (!style.empty())
    run.append_child("w:rPr").append_child("w:rStyle").append_attribute("w:val") = style.c_str();
  return run;
}

void put_text(pugi::xml_node parent, const std::string& text, const std::string& style) {
  pugi::xml_node t = put_run(parent, style).append_child("w:t");
  t.append_attribute("xml:space") = "preserve";
  t.text().set(text.c_str());
}

/// A run of the field alone, so that what stands before and behind it can be told apart.
pugi::xml_node put_mark(pugi::xml_node parent, pugi::xml_node behind, const char* type) {
  pugi::xml_node run = behind ? parent.insert_child_after("w:r", behind) : parent.append_child("w:r");
  run.append_child("w:fldChar").append_attribute("w:fldCharType") = type;
  return run;
}

/// Simple fields hold one paragraph; the contents need room for more.
std::pair<pugi::xml_node, pugi::xml_node> made_complex(pugi::xml_node simple) {
  pugi::xml_node parent = simple.parent();
  pugi::xml_node begin = put_mark(parent, simple, "begin");
  pugi::xml_node code = parent.insert_child_after("w:r", begin);
  pugi::xml_node text = code.append_child("w:instrText");
  text.append_attribute("xml:space") = "preserve";
  text.text().set(simple.attribute("w:instr").value());
  const pugi::xml_node separator = put_mark(parent, code, "separate");
  const pugi::xml_node end = put_mark(parent, separator, "end");
  parent.remove_child(simple);
  return {separator, end};
}

/// Removes what stands between the two siblings.
void clear_between(pugi::xml_node first, pugi::xml_node last) {
  while (first.next_sibling() && first.next_sibling() != last)
    first.parent().remove_child(first.next_sibling());
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return std::string(trim(text));
}

/// What follows "Tabell 1" in a caption, without the sign between them.
std::string behind_number(std::string_view text) {
  text = trim(text);
  while (!text.empty() && std::string_view(".:-").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  return std::string(trim(text));
}

}  // namespace

DocxContents::DocxContents(const wml::Styles& styles, const std::vector<wml::StoryField>& fields)
    : styles_(styles) {
  for (const wml::StoryField& field : fields) {
    if (is_known(field.code) && field.box == 0) take_out(field);
  }
}

void DocxContents::take_out(const wml::StoryField& field) {
  Place place{field.code, field.separator, field.end, looks_.append_child("looks")};
  if (field.simple) {
    if (!is_named(field.simple.parent(), "w:p")) return;
    keep_look(place, field.simple.parent());
    std::tie(place.separator, place.end) = made_complex(field.simple);
  }
  if (!place.end || !is_named(place.end.parent(), "w:p")) return;
  if (!place.separator) {
    pugi::xml_node parent = place.end.parent();
    place.separator = parent.insert_child_before("w:r", place.end);
    place.separator.append_child("w:fldChar").append_attribute("w:fldCharType") = "separate";
  }
  if (!is_named(place.separator.parent(), "w:p")) return;
  // An end within a link, or beyond a cell or a control, is none that we can build anew.
  if (place.separator.parent().parent() != place.end.parent().parent()) return;
  take_out_paragraphs(place);
  places_.push_back(std::move(place));
}

void DocxContents::take_out_paragraphs(Place& place) {
  pugi::xml_node first = place.separator.parent();
  pugi::xml_node last = place.end.parent();
  keep_look(place, first);
  if (first == last) {
    clear_between(place.separator, place.end);
    return;
  }
  for (pugi::xml_node node = first.next_sibling(); node && node != last; node = first.next_sibling()) {
    keep_look(place, node);
    first.parent().remove_child(node);
  }
  clear_between(place.separator, {});
  const pugi::xml_node properties = last.child("w:pPr");
  pugi::xml_node node = properties ? properties.next_sibling() : last.first_child();
  bool text = false;
  while (node && node != place.end) {
    const pugi::xml_node next = node.next_sibling();
    text = text || is_named(node, "w:hyperlink") ||
           static_cast<bool>(node.find_node([](pugi::xml_node n) { return is_named(n, "w:t"); }));
    last.remove_child(node);
    node = next;
  }
  if (!text || properties.child("w:sectPr")) return;  // the end has a paragraph of its own, which stays
  keep_look(place, last);
  for (node = place.end; node;) {
    const pugi::xml_node next = node.next_sibling();
    first.append_move(node);
    node = next;
  }
  first.parent().remove_child(last);
}

void DocxContents::keep_look(const Place& place, pugi::xml_node paragraph) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  const std::string_view style = properties.child("w:pStyle").attribute("w:val").value();
  if (style.empty()) return;
  for (const pugi::xml_node look : place.looks.children()) {
    if (style == look.child("w:pStyle").attribute("w:val").value()) return;
  }
  pugi::xml_node looks = place.looks;
  looks.append_copy(properties).remove_child("w:sectPr");
}

void DocxContents::write(const wml::StoryIndex& story, FreeBookmarks free) {
  free_ = free;
  std::vector<std::vector<Entry>> all;
  for (const Place& place : places_)
    all.push_back(lists_captions(place.code) ? captions(story, place) : entries(story, place));
  for (std::size_t i = 0; i < places_.size(); ++i) put_entries(places_[i], all[i]);
}

std::vector<DocxContents::Entry> DocxContents::entries(const wml::StoryIndex& story, const Place& place) {
  const wml::ContentsRule rule(place.code);
  const wml::StoryBookmark* part = story.bookmark(place.code.value('b'));
  std::vector<Entry> all;
  for (std::size_t i = 0; i < story.paragraphs().size(); ++i) {
    const wml::StoryParagraph& one = story.paragraphs()[i];
    if (one.box != 0) continue;
    const int level = rule.level(one.node, styles_);
    if (level == 0) continue;
    if (part != nullptr && (one.pieces.begin < part->pieces.begin || one.pieces.begin >= part->pieces.end))
      continue;
    add_entry(story, i, level, one_line(story.text(one)), true, all);
  }
  return all;
}

std::vector<DocxContents::Entry> DocxContents::captions(const wml::StoryIndex& story, const Place& place) {
  const bool whole = place.code.has('c');
  const std::string sequence = to_lower(place.code.value(whole ? 'c' : 'a'));
  std::vector<Entry> all;
  std::optional<std::size_t> last;
  for (const wml::StoryField& field : story.fields()) {
    if (field.code.kind() != "seq" || to_lower(field.code.argument()) != sequence || field.box != 0) continue;
    if (last == field.paragraph) continue;
    last = field.paragraph;
    const wml::StoryParagraph& one = story.paragraphs()[field.paragraph];
    const wml::PieceRange rest{field.result.end, one.pieces.end};
    add_entry(story, field.paragraph, 1,
              whole ? one_line(story.text(one)) : behind_number(one_line(story.text(rest, 0).value_or(""))),
              false, all);
  }
  return all;
}

void DocxContents::add_entry(const wml::StoryIndex& story, std::size_t paragraph, int level, std::string text,
                             bool label, std::vector<Entry>& entries) {
  if (text.empty()) return;
  const wml::ParagraphNumber number = label ? story.paragraphs()[paragraph].number : wml::ParagraphNumber();
  entries.push_back({level, number.label, number.behind, std::move(text), bookmark_of(story, paragraph)});
}

/// What the template's own references point at goes on being the heading's target.
const std::string& DocxContents::bookmark_of(const wml::StoryIndex& story, std::size_t paragraph) {
  std::string& name = bookmarks_[paragraph];
  if (!name.empty()) return name;
  pugi::xml_node node = story.paragraphs()[paragraph].node;
  const pugi::xml_node mark = node.find_node([&](pugi::xml_node n) {
    const std::string_view own = n.attribute("w:name").value();
    const wml::StoryBookmark* known = is_named(n, "w:bookmarkStart") ? story.bookmark(own) : nullptr;
    return own.starts_with("_Toc") && known != nullptr && known->paragraph == paragraph;
  });
  if (mark) return name = mark.attribute("w:name").value();
  do {
    name = "_Toc" + std::to_string(free_.contents++);
  } while (story.bookmark(name) != nullptr);
  const pugi::xml_node properties = node.child("w:pPr");
  pugi::xml_node start = properties ? node.insert_child_after("w:bookmarkStart", properties)
                                    : node.prepend_child("w:bookmarkStart");
  start.append_attribute("w:id") = free_.id;
  start.append_attribute("w:name") = name.c_str();
  node.append_child("w:bookmarkEnd").append_attribute("w:id") = free_.id++;
  return name;
}

void DocxContents::put_entries(const Place& place, const std::vector<Entry>& entries) {
  pugi::xml_node paragraph = place.separator.parent();
  const bool end_here = place.end.parent() == paragraph;
  dress(paragraph, place, entries.empty() ? Entry{} : entries.front());
  pugi::xml_node behind = place.separator;
  for (const Entry& entry : entries) {
    if (&entry != &entries.front()) {
      paragraph = paragraph.parent().insert_child_after("w:p", paragraph);
      dress(paragraph, place, entry);
      behind = {};
    }
    put_link(paragraph, behind, entry);
  }
  if (!end_here || entries.size() < 2) return;
  for (pugi::xml_node node = place.end; node;) {
    const pugi::xml_node next = node.next_sibling();
    paragraph.append_move(node);
    node = next;
  }
}

/// The properties that the old entries of its level had, else no more than the style.
void DocxContents::dress(pugi::xml_node paragraph, const Place& place, const Entry& entry) const {
  const std::string style = lists_captions(place.code) ? styles_.id_of("table of figures")
                                                       : styles_.id_of("toc " + std::to_string(entry.level));
  if (style.empty()) return;
  const pugi::xml_node look = place.looks.find_child(
      [&](pugi::xml_node n) { return style == n.child("w:pStyle").attribute("w:val").value(); });
  paragraph.remove_child("w:pPr");
  if (look) {
    paragraph.prepend_copy(look);
  } else {
    paragraph.prepend_child("w:pPr").append_child("w:pStyle").append_attribute("w:val") = style.c_str();
  }
}

void DocxContents::put_link(pugi::xml_node paragraph, pugi::xml_node behind, const Entry& entry) const {
  const std::string style = styles_.id_of("Hyperlink");
  pugi::xml_node link =
      behind ? paragraph.insert_child_after("w:hyperlink", behind) : paragraph.append_child("w:hyperlink");
  link.append_attribute("w:anchor") = entry.bookmark.c_str();
  link.append_attribute("w:history") = "1";
  if (!entry.label.empty()) {
    const bool tab = entry.behind == "\t";
    put_text(link, tab ? entry.label : entry.label + entry.behind, style);
    if (tab) put_run(link, "").append_child("w:tab");
  }
  put_text(link, entry.text, style);
}

}  // namespace lg::merge
