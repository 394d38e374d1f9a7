#pragma once

#include "preview/html.hpp"
#include "preview/story.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

/// What a paragraph holds beside text: pictures, charts, text boxes (ECMA-376 Part 1, 20.4 and 21.2).
namespace lg::preview {

/// The drawing's pictures, charts and texts of boxes, in document order: a:blip or v:imagedata, c:chart,
/// w:txbxContent.
[[nodiscard]] std::vector<pugi::xml_node> parts_of_drawing(pugi::xml_node drawing);
[[nodiscard]] bool is_picture(pugi::xml_node part);
/// Word shows the drawing to nobody.
[[nodiscard]] bool is_hidden(pugi::xml_node drawing);

/// An img with the picture in it. Of one that is no PNG or JPEG, or too large for a page, its alternative
/// text.
void write_picture(Html& html, const Story& story, pugi::xml_node picture);

/// A figure: the chart's alternative text, and a table of the figures that it keeps. `paragraph`: the one
/// whose number and id it bears; null for none.
void write_chart(Html& html, const Story& story, pugi::xml_node chart, pugi::xml_node paragraph);

}  // namespace lg::preview
