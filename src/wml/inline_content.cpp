#include "wml/inline_content.hpp"

#include <algorithm>
#include <array>

namespace lg::wml {
namespace {

constexpr std::array<std::string_view, 24> solids = {
    "w:drawing",  "w:pict",        "w:object",     "w:fldChar",   "w:fldSimple",   "w:footnoteReference",
    "w:sym",      "m:oMath",       "m:oMathPara",  "w:pgNum",     "w:ruby",        "w:endnoteReference",
    "w:dayShort", "w:dayLong",     "w:monthShort", "w:yearShort", "w:monthLong",   "w:commentReference",
    "w:yearLong", "w:footnoteRef", "w:endnoteRef", "w:subDoc",    "w:contentPart", "w:annotationRef"};

constexpr std::array<std::string_view, 6> range_marks = {"w:bookmarkStart",     "w:bookmarkEnd",
                                                         "w:commentRangeStart", "w:commentRangeEnd",
                                                         "w:permStart",         "w:permEnd"};

}  // namespace

bool is_solid(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "w:br") {
    const std::string_view type = node.attribute("w:type").value();
    return type == "page" || type == "column";
  }
  return std::ranges::find(solids, name) != solids.end();
}

bool holds_solids(pugi::xml_node node) {
  return is_solid(node) || static_cast<bool>(node.find_node(&is_solid));
}

bool is_range_mark(std::string_view name) {
  return std::ranges::find(range_marks, name) != range_marks.end();
}

}  // namespace lg::wml
