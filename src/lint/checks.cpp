#include "lint/checks.hpp"

#include "lint/accessibility.hpp"
#include "lint/document.hpp"
#include "lint/foreign_tags.hpp"
#include "lint/headings.hpp"
#include "lint/leftovers.hpp"
#include "lint/loops.hpp"
#include "lint/outline.hpp"
#include "lint/standing_years.hpp"
#include "lint/styles_used.hpp"
#include "lint/workbook.hpp"
#include "lint/workbook_texts.hpp"

namespace lg::lint {

void check_document(const opc::Package& package, const std::vector<merge::Tag>& tags, const Dataset& data,
                    Basis basis, Problems& problems) {
  const Document document(package, tags);
  const Names names(data);
  check_foreign_tags(document, names, problems);
  check_leftovers(document, names, problems);
  check_years(document, names, problems);
  check_empty_headings(document, data, problems);
  check_heading_levels(document, problems);
  check_outline(document, problems);
  check_loops(document, problems);
  check_styles(document, problems);
  check_accessibility(document, problems);
  check_title(package, Severity::warning, problems);
  for_each_property(package, [&](const std::string& text, const Location& where) {
    tell_foreign_tags(text, where, names, problems);
    tell_leftovers(text, where, names, problems);
  });
  check_unused(package.file_name(), tags, data, basis, problems);
}

void check_workbook(const opc::Package& package, const std::vector<merge::Tag>& tags, const Dataset& data,
                    Basis basis, Problems& problems) {
  const Names names(data);
  check_sheets(package, tags, names, problems);
  check_title(package, Severity::note, problems);
  check_unused(package.file_name(), tags, data, basis, problems);
}

}  // namespace lg::lint
