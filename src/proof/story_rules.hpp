#pragma once

#include "proof/breach.hpp"

#include <pugixml.hpp>

namespace lg::proof {

/// How a story (the body, a header, notes, comments) is built: what may lie in what (W30), cells that end
/// with a paragraph and tables with rows (W26), a paragraph behind each table (W27), merged cells that go on
/// from the row above (W28), the body's section properties last (W29), whole fields (W12), no content control
/// without content (W04), texts whose blanks and line breaks Word keeps (W22, W23).
void check_story(pugi::xml_node root, Breaches& breaches);

}  // namespace lg::proof
