#pragma once

#include "base/location.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

/// XML parts the one right way: blanks kept, nothing rewritten, nothing accepted that XML 1.0 forbids.
namespace lg::opc {

/// The XML in UTF-8, whichever of UTF-8 and UTF-16 it was written in (Part 2, 9.1.2), so that everybody can
/// look for text in a part's bytes.
[[nodiscard]] std::string as_utf8(std::string bytes);

/// Parses a part. Throws UnreadableFile, naming the part, on anything that is not one well-formed document
/// without DOCTYPE, in UTF-8 or UTF-16.
[[nodiscard]] pugi::xml_document parse_xml(std::string_view bytes, const std::string& file,
                                           std::string_view part);

/// The document as UTF-8 with the declaration that Office writes; no blanks added.
[[nodiscard]] std::string to_bytes(const pugi::xml_document& document);

/// The name without its prefix: "row" of "x:row".
[[nodiscard]] std::string_view local_name(const char* name);
[[nodiscard]] inline std::string_view local_name(pugi::xml_node node) {
  return local_name(node.name());
}

/// The attribute with that local name, whatever its prefix.
[[nodiscard]] pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name);

/// Gives the attribute with that name a value; adds it at the end when there is none.
void set_attribute(pugi::xml_node node, const char* name, const std::string& value);

/// The first child with that local name, whatever its prefix.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name);

}  // namespace lg::opc
