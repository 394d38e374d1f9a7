#pragma once

#include "base/problem.hpp"
#include "lint/document.hpp"
#include "opc/package.hpp"

#include <pugixml.hpp>

#include <string>

namespace lg::lint {

/// A drawing that says nothing to who cannot see it: its name in Word; "" when it does, or is marked as
/// decorative.
struct SilentPicture {
  std::string name;
  std::string kind;  // "Bilden", "Diagrammet", "Figuren"
};
/// `properties`: wp:docPr of Word, xdr:cNvPr of Excel; `drawing`: what holds its content.
[[nodiscard]] bool is_silent(pugi::xml_node properties, pugi::xml_node drawing);
[[nodiscard]] SilentPicture silent_picture(pugi::xml_node properties, pugi::xml_node drawing);

/// Pictures without alternative text (M042), tables without a header row (M052), links without words (M054).
void check_accessibility(const Document& document, Problems& problems);

/// A document or workbook without a title (M053).
void check_title(const opc::Package& package, Severity severity, Problems& problems);

}  // namespace lg::lint
