#include "app/fill.hpp"

#include "app/document_kind.hpp"
#include "app/review_data.hpp"
#include "app/verification.hpp"
#include "lint/checks.hpp"
#include "lint/follow_ons.hpp"
#include "merge/docx_template.hpp"
#include "merge/xlsx_template.hpp"
#include "sml/notes.hpp"
#include "wml/comments.hpp"

#include <utility>

namespace lg::app {
namespace {

template <class Template>
std::optional<std::string> filled(const opc::Package& package, const Dataset& data, Problems& problems) {
  Problems found;
  const Template one = Template::parse(package, data, found);
  // A file without tags is handed out as it came, with whatever it has that no filled document may have.
  for (Problem problem : found) {
    const bool kept = one.tags().empty() && (problem.code == "M030" || problem.code == "M071");
    if (kept) problem.severity = Severity::warning;
    problems.add(std::move(problem));
  }
  if (problems.has_errors()) return {};
  const opc::Package document = one.render(data, problems);
  if (problems.has_errors()) return {};
  std::string bytes = document.save();
  verify(one, data, package, bytes, problems);
  if (problems.has_errors()) return {};
  return bytes;
}

/// Any document can be taken for a template by mistake.
void tell_of_no_tags(const NamedFile& file, const std::vector<merge::Tag>& tags, Problems& problems) {
  if (!tags.empty() || problems.has_errors(true)) return;
  problems.add({Severity::warning,
                no_tags_code,
                FileLocation{file.name},
                "Mallen har inga taggar, så inget fylls i den.",
                "Skriv taggar där värdena ska stå (genomgang falt visar dem), eller välj en annan fil.",
                {}});
}

void check(const NamedFile& template_file, const Dataset& data, lint::Basis basis, Problems& problems) {
  const opc::Package given = opc::Package::open(template_file.name, template_file.bytes);
  Problems found;
  if (is_workbook(given)) {
    const opc::Package package = sml::without_own_notes(given);
    const auto parsed = merge::XlsxTemplate::parse(package, data, found);
    lint::check_workbook(package, parsed.tags(), data, basis, found);
    tell_of_no_tags(template_file, parsed.tags(), found);
  } else {
    const opc::Package package = wml::without_own_comments(given);
    const auto parsed = merge::DocxTemplate::parse(package, data, found);
    lint::check_document(package, parsed.tags(), data, basis, found);
    tell_of_no_tags(template_file, parsed.tags(), found);
  }
  problems.append(lint::without_follow_ons(found));
}

}  // namespace

std::optional<std::string> fill(const NamedFile& template_file, const Dataset& data, Problems& problems) {
  const opc::Package package = opc::Package::open(template_file.name, template_file.bytes);
  return is_workbook(package) ? filled<merge::XlsxTemplate>(package, data, problems)
                              : filled<merge::DocxTemplate>(package, data, problems);
}

void check_template(const NamedFile& template_file, const Dataset& data, Problems& problems) {
  check(template_file, data, lint::Basis::data, problems);
}

void check_template_against_contract(const NamedFile& template_file, Problems& problems) {
  const ReviewData contract = ReviewData::shape();
  Problems found;
  check(template_file, contract.dataset(), lint::Basis::contract, found);
  for (Problem problem : found) {
    const bool unknown = problem.code == "M012" && !problem.hint.starts_with("Menade du");
    // The sheet Textblock has any keys; one that is nearly what its own om asks for is misspelt.
    const bool textblock = problem.code == "M011" && !problem.hint.starts_with("Menade du");
    const bool series = problem.code == "M048" && !problem.hint.starts_with("Menade du");
    if (problem.code == "M046") {
      problem.severity = Severity::note;
      problem.hint = "Lägg bilden i mappen ”bilder” i genomgångens mapp innan rapporten skapas.";
    } else if (unknown || textblock || series) {
      problem.severity = Severity::note;
      problem.hint = textblock ? "Lägg till en rad med den nyckeln i bladet Textblock innan rapporten skapas."
                               : "Namnet finns inte i standardbladen; det går bra om det är en egen kolumn.";
    }
    problems.add(std::move(problem));
  }
}

}  // namespace lg::app
