#pragma once

#include "merge/docx_fresh.hpp"
#include "merge/tag.hpp"
#include "wml/numbering.hpp"

#include <pugixml.hpp>

#include <map>
#include <vector>

/// The names that a repeated block of a laid-out story holds.
namespace lg::merge {

/// The w:numId of the paragraph's own numbering, not its style's; 0 for none.
[[nodiscard]] int own_list(pugi::xml_node paragraph);
/// By w:numId: how many paragraphs below the root have it of their own.
[[nodiscard]] std::map<int, int> list_uses(pugi::xml_node root);

/// What each turn of the block that `marker` opens names anew: its bookmarks, and the lists that lie wholly
/// in it, number several paragraphs and do not begin the block (such a list counts the turns). What an inner
/// loop holds is the inner loop's.
[[nodiscard]] RepeatedNames names_within(pugi::xml_node marker, const std::vector<Tag>& tags,
                                         const std::map<int, int>& list_uses,
                                         const wml::NumberingCounter& counter);

}  // namespace lg::merge
