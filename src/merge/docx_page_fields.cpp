#include "merge/docx_page_fields.hpp"

#include "base/text.hpp"
#include "merge/docx_tab_stops.hpp"

#include <charconv>
#include <string>
#include <string_view>

namespace lg::merge {
namespace {

bool is_named(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

/// The level of an entry by its style, "toc 2".
int level_of(pugi::xml_node paragraph, const wml::Styles& styles) {
  const std::string name = styles.name_of(paragraph);
  int level = 1;
  if (name.starts_with("toc ")) std::from_chars(name.data() + 4, name.data() + name.size(), level);
  return level;
}

/// \n leaves the numbers out, of all levels or of those that it names: "2-3".
bool shows_page(const wml::FieldCode& code, int level) {
  if (!code.has('n')) return true;
  const std::string range = code.value('n');
  if (range.size() != 3) return false;
  return level < range[0] - '0' || level > range[2] - '0';
}

bool has_page(pugi::xml_node link) {
  return static_cast<bool>(link.find_node([](pugi::xml_node n) {
    return is_named(n, "w:instrText") && wml::FieldCode(n.text().get()).kind() == "pageref";
  }));
}

/// The number before an entry's text: what stands before its first tab.
std::size_t label_of(pugi::xml_node link) {
  std::size_t size = 0;
  bool tab = false;
  link.find_node([&](pugi::xml_node n) {
    tab = tab || is_named(n, "w:tab");
    if (!tab && is_named(n, "w:t")) size += length(n.text().get());
    return tab;
  });
  return tab ? size : 0;
}

class PageField {
 public:
  PageField(pugi::xml_node link, const wml::FieldCode& contents) : link_(link), web_(contents.has('z')) {
    if (contents.has('p')) {
      text("w:t", contents.value('p'));
    } else {
      run().append_child("w:tab");
    }
    mark("begin");
    text("w:instrText", std::string(" PAGEREF ") + link.attribute("w:anchor").value() + " \\h ");
    mark("separate");
    text("w:t", "");
    mark("end");
  }

 private:
  pugi::xml_node run() {
    pugi::xml_node one = link_.append_child("w:r");
    pugi::xml_node properties = one.append_child("w:rPr");
    properties.append_child("w:noProof");
    if (web_) properties.append_child("w:webHidden");
    return one;
  }
  void mark(const char* type) { run().append_child("w:fldChar").append_attribute("w:fldCharType") = type; }
  void text(const char* element, const std::string& words) {
    pugi::xml_node t = run().append_child(element);
    t.append_attribute("xml:space") = "preserve";
    t.text().set(words.c_str());
  }

  pugi::xml_node link_;
  bool web_;  // \z: no numbers where a screen has no pages
};

bool add_to_entry(pugi::xml_node paragraph, const wml::StoryField& contents, const wml::Styles& styles,
                  int width) {
  bool any = false;
  const int level = level_of(paragraph, styles);
  for (const pugi::xml_node link : paragraph.children("w:hyperlink")) {
    if (!link.attribute("w:anchor") || has_page(link) || !shows_page(contents.code, level)) continue;
    add_tab_stops(paragraph, styles,
                  {level, static_cast<int>(label_of(link)), !contents.code.has('p'), width});
    PageField(link, contents.code);
    any = true;
  }
  return any;
}

}  // namespace

bool add_page_fields(const wml::StoryIndex& story, const wml::Styles& styles) {
  bool any = false;
  const auto& sections = story.sections();
  for (const wml::StoryField& field : story.fields()) {
    if (field.code.kind() != "toc" || field.box != 0 || !field.end) continue;
    for (std::size_t i = field.paragraph; i < story.paragraphs().size(); ++i) {
      const wml::StoryParagraph& one = story.paragraphs()[i];
      const auto section = static_cast<std::size_t>(one.section);
      const int width = line_width(section < sections.size() ? sections[section] : pugi::xml_node());
      any = add_to_entry(one.node, field, styles, width) || any;
      if (one.node == field.end.parent()) break;
    }
  }
  return any;
}

}  // namespace lg::merge
