#pragma once

#include "merge/docx_program.hpp"
#include "merge/docx_renderer.hpp"
#include "wml/styles.hpp"

#include <string>
#include <vector>

namespace lg::merge {

/// The paragraphs of a table of contents, so that it reads right before anybody updates it: a link to each
/// heading, in the style of its level, within the field that Word updates. Page numbers are not known without
/// laying the pages out, so none are written.
[[nodiscard]] std::string contents_xml(const DocxCompiler& compiled, const wml::Styles& styles,
                                       const std::vector<Heading>& headings);

}  // namespace lg::merge
