#pragma once

#include "opc/package.hpp"

namespace lg::merge {

/// Takes what was true of the template alone out of a document that was filled in: the counts of pages and
/// words (docProps/app.xml; Word counts when it saves), and the setting that makes Word ask at opening
/// whether it shall update fields (w:updateFields), which have their results already.
void remove_stale_facts(opc::Package& package);

}  // namespace lg::merge
