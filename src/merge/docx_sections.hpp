#pragma once

#include <string>

/// Section breaks (ECMA-376 Part 1, 17.6): they stand in the last paragraph of their section.
namespace lg::merge {

/// Gives the section break to the last paragraph in `xml`, which ends behind it; where something else ends
/// there, to a new empty one. What has a break of its own already keeps that.
void hand_on_section(std::string& xml, const std::string& section);

}  // namespace lg::merge
