#pragma once

#include <pugixml.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What must differ in each copy of a repeated part.
namespace lg::merge {

enum class FreshKind : std::uint8_t {
  bookmark,        // w:bookmarkStart w:id
  bookmark_end,    // w:bookmarkEnd w:id: as its start
  bookmark_name,   // w:bookmarkStart w:name, and what refers to a bookmark of the same copy
  permission,      // w:permStart w:id
  permission_end,  // w:permEnd w:id: as its start
  drawing,         // wp:docPr id and its like
  shape,           // the id of a VML shape
  shape_number,    // its o:spid
  shape_use,       // o:OLEObject ShapeID: as its shape
  object,          // o:OLEObject ObjectID
  control,         // w:sdtPr/w:id
  first_only,      // w14:paraId: copies go without
};

/// An attribute or a field code of that sort: `before`, the changing value, `after`.
struct FreshAttribute {
  FreshKind kind = FreshKind::first_only;
  std::string name;
  std::string value;
  std::string before;
  std::string after;
};

/// The names that one turn of a repeated block brings anew.
struct RepeatedNames {
  std::set<std::string> bookmarks;
  std::set<int> lists;  // w:numId

  void merge(const RepeatedNames& other);
};

/// True for an element with something in it that copies need anew; `names` are those of the blocks around.
[[nodiscard]] bool has_fresh(pugi::xml_node node, const RepeatedNames& names);

/// The attribute's part in what a copy must change; false for the others.
[[nodiscard]] bool make_fresh(pugi::xml_node node, pugi::xml_attribute attribute, const RepeatedNames& names,
                              FreshAttribute& fresh);

/// A field code (REF, PAGEREF, HYPERLINK \l) that names a bookmark of the blocks around, in three parts;
/// false for the others.
[[nodiscard]] bool make_reference(std::string_view code, const RepeatedNames& names, FreshAttribute& fresh);

}  // namespace lg::merge
