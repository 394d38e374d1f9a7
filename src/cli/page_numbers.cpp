#include "cli/page_numbers.hpp"

#include "app/page_numbers.hpp"
#include "cli/office.hpp"

#include <string>
#include <utility>

namespace lg::cli {
namespace {

/// Told of when a document is made without a layout.
constexpr const char* page_reference_code = "M091";

constexpr const char* not_written = "FIL-080";

void tell(const std::string& file, const std::string& why, Problems& problems) {
  problems.add({Severity::note,
                not_written,
                FileLocation{file},
                "Sidnumren skrevs inte i dokumentet. " + why,
                "Öppna det i Word, markera allt med Ctrl+A och tryck F9, så skriver Word dem.",
                {}});
}

void forget(const char* code, Problems& problems) {
  Problems others;
  for (const Problem& problem : problems) {
    if (problem.code != code) others.add(problem);
  }
  problems = std::move(others);
}

}  // namespace

void add_page_numbers(app::NamedFile& document, Problems& problems) {
  if (document.name.ends_with(".xlsx")) {
    problems.add({Severity::note,
                  not_written,
                  FileLocation{document.name},
                  "Sidnummer skrivs bara i Word-dokument.",
                  "Ta bort --sidnummer ur kommandot.",
                  {}});
    return;
  }
  Office office;
  app::PageNumbers numbers(document);
  if (!numbers.needs_layout()) return;  // it shows none
  while (numbers.needs_layout()) {
    const Conversion laid_out = office.convert(numbers.copy_to_lay_out(), "docx", "docx");
    if (!laid_out.made()) {
      tell(document.name, to_text(laid_out.fault), problems);
      return;
    }
    try {
      numbers.take(laid_out.bytes);
    } catch (const UnreadableFile&) {
      tell(document.name, to_text(OfficeFault::refused), problems);
      return;
    }
  }
  if (!numbers.known()) {
    tell(document.name, "LibreOffice gav inte samma sidor varje gång.", problems);
    return;
  }
  forget(page_reference_code, problems);
  document.bytes = numbers.document();
}

}  // namespace lg::cli
