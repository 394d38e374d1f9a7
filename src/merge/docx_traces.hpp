#pragma once

#include "base/problem.hpp"
#include "opc/package.hpp"

#include <pugixml.hpp>

/// What editing left behind in a template and a filled document has no use for.
namespace lg::merge {

/// Revision ids (w:rsid…), marks of the spelling checker and the place of the last edit (_GoBack, 17.16.5).
void remove_traces(pugi::xml_node root);

/// From settings that make Word ask at opening whether fields shall be updated (w:updateFields): the question,
/// since the fields show already what they should (docx_field_results), revision ids, the state of the
/// spelling checker and tracking of changes. From properties that are not as in `source`, because they had
/// tags: counts of pages, words and minutes, titles of parts, and the last printing. Other parts keep their
/// bytes.
void remove_traces(opc::Package& package, const opc::Package& source);

/// Warns of what a filled document takes over from its template without anybody seeing it: a protection,
/// tracking of changes, a part in another format.
void warn_of_legacies(const opc::Package& package, Problems& problems);

}  // namespace lg::merge
