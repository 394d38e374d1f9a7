#pragma once

#include <pugixml.hpp>

#include <string>

namespace lg::merge {

/// Whether a story is written with marks that say which tag wrote what stands behind them. Such a story is
/// never handed out; it is made to find the place in the template when a finished document breaks a rule.
enum class Trace : bool { off, on };

/// The mark of that tag: a processing instruction, which changes no structure (XML 1.0, 2.6).
[[nodiscard]] std::string trace_mark(int tag);

/// The tag that wrote the node or the first of what lies in it, or that wrote last before it; -1 when none
/// did.
[[nodiscard]] int traced_tag(pugi::xml_node node);

}  // namespace lg::merge
