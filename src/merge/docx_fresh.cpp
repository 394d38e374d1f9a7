#include "merge/docx_fresh.hpp"

#include <algorithm>
#include <initializer_list>

namespace lg::merge {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// What names a drawing, and each picture, shape, group and canvas within it.
bool is_drawing(std::string_view name) {
  return name == "wp:docPr" || name.ends_with(":cNvPr");
}

bool is_control_id(pugi::xml_node node) {
  return std::string_view(node.name()) == "w:id" && std::string_view(node.parent().name()) == "w:sdtPr";
}

bool refers(std::string_view code, const RepeatedNames& names) {
  FreshAttribute unused;
  return !names.bookmarks.empty() && make_reference(code, names, unused);
}

}  // namespace

void RepeatedNames::merge(const RepeatedNames& other) {
  bookmarks.insert(other.bookmarks.begin(), other.bookmarks.end());
  lists.insert(other.lists.begin(), other.lists.end());
}

bool has_fresh(pugi::xml_node node, const RepeatedNames& names) {
  const std::string_view name = node.name();
  if (is_one_of(name, {"w:bookmarkStart", "w:bookmarkEnd", "w:permStart", "w:permEnd", "o:OLEObject"}))
    return true;
  if (is_drawing(name) || is_control_id(node) || name.starts_with("v:shape")) return true;
  if (name.starts_with("v:") && (node.attribute("id") || node.attribute("o:spid"))) return true;
  if (name == "w:hyperlink") return names.bookmarks.contains(node.attribute("w:anchor").value());
  if (name == "w:instrText") return refers(node.text().get(), names);
  if (name == "w:fldSimple") return refers(node.attribute("w:instr").value(), names);
  if (name == "w:numId") return names.lists.contains(node.attribute("w:val").as_int());
  return !node.attribute("w14:paraId").empty();
}

bool make_fresh(pugi::xml_node node, pugi::xml_attribute attribute, const RepeatedNames& names,
                FreshAttribute& fresh) {
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
  } else if (element == "w:hyperlink" && name == "w:anchor" && names.bookmarks.contains(fresh.value)) {
    fresh.kind = FreshKind::bookmark_name;
  } else if (element == "w:fldSimple" && name == "w:instr") {
    return make_reference(attribute.value(), names, fresh);
  } else if (element == "w:bookmarkEnd" && name == "w:id") {
    fresh.kind = FreshKind::bookmark_end;
  } else if (element == "w:permStart" && name == "w:id") {
    fresh.kind = FreshKind::permission;
  } else if (element == "w:permEnd" && name == "w:id") {
    fresh.kind = FreshKind::permission_end;
  } else if (name == "id" && is_drawing(element)) {
    fresh.kind = FreshKind::drawing;
  } else if (name == "w:val" && is_control_id(node)) {
    fresh.kind = FreshKind::control;
  } else if (element.starts_with("v:") && name == "id") {
    fresh.kind = FreshKind::shape;
  } else if (element.starts_with("v:") && name == "o:spid") {
    fresh.kind = FreshKind::shape_number;
  } else if (element == "o:OLEObject" && name == "ShapeID") {
    fresh.kind = FreshKind::shape_use;
  } else if (element == "o:OLEObject" && name == "ObjectID") {
    fresh.kind = FreshKind::object;
  } else {
    return false;
  }
  return true;
}

bool make_reference(std::string_view code, const RepeatedNames& names, FreshAttribute& fresh) {
  constexpr std::string_view breaks = " \t\n\"";
  for (std::size_t begin = 0; begin < code.size();) {
    begin = code.find_first_not_of(breaks, begin);
    if (begin == std::string_view::npos) return false;
    const std::size_t end = std::min(code.find_first_of(breaks, begin), code.size());
    const std::string word(code.substr(begin, end - begin));
    if (names.bookmarks.contains(word)) {
      fresh.kind = FreshKind::bookmark_name;
      fresh.value = word;
      fresh.before = code.substr(0, begin);
      fresh.after = code.substr(end);
      return true;
    }
    begin = end;
  }
  return false;
}

}  // namespace lg::merge
