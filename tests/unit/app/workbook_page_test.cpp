#include "app/workbook_page.hpp"

#include "../intake/book_builder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

std::string main_of(const std::string& html) {
  const std::size_t begin = html.find("<main>\n") + 7;
  return html.substr(begin, html.find("</main>") - begin);
}

}  // namespace

TEST_CASE("a workbook as a page: tables with captions and headings, pairs as terms, all escaped") {
  BookBuilder book("protokoll.xlsx");
  book.sheet("Läget", {{t("Protokoll <2025>")},
                       {Blank{}},
                       {t("Nämnd"), t("Bygg & bo")},
                       {Blank{}},
                       {t("Listor")},
                       {t("Lista"), t("Rader")},
                       {t("VoR"), n(10)}});
  book.last().tables["Listor"] = {{6, 1}, {7, 2}};
  const std::string html = app::workbook_page(book.take());
  CHECK(main_of(html) ==
        "<section aria-labelledby=\"blad1\">\n<h2 id=\"blad1\">Läget</h2>\n"
        "<dl>\n<dt>Nämnd</dt><dd>Bygg &amp; bo</dd>\n</dl>\n"
        "<h3>Listor</h3>\n"
        "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Listor\"><table>\n"
        "<caption>Listor</caption>\n"
        "<thead><tr><th scope=\"col\">Lista</th><th scope=\"col\">Rader</th></tr></thead>\n"
        "<tbody>\n<tr><th scope=\"row\">VoR</th><td class=\"n\">10</td></tr>\n</tbody></table></div>\n"
        "</section>\n");
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK(html.find("<title>Protokoll &lt;2025&gt;</title>") != std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
}

TEST_CASE("the sheets alone, for another page: one section each, headings as deep as it asks for") {
  BookBuilder book("plan.xlsx");
  book.sheet("Plan", {{t("Aktiviteter")}, {t("Nr"), t("Aktivitet"), t("År")}, {t("A1"), t("Öva"), n(2025)}});
  book.sheet("Tomt", {});
  book.sheet("Läs mig", {{t("Så här")}});
  const std::vector<std::string> sections = app::workbook_sections(book.take(), 3);
  REQUIRE(sections.size() == 2);
  CHECK(sections[0] ==
        "<section aria-labelledby=\"blad1\">\n<h3 id=\"blad1\">Plan</h3>\n<p>Aktiviteter</p>\n"
        "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Aktiviteter\"><table>\n"
        "<caption>Aktiviteter</caption>\n"
        "<thead><tr><th scope=\"col\">Nr</th><th scope=\"col\">Aktivitet</th><th "
        "scope=\"col\">År</th></tr></thead>\n"
        "<tbody>\n<tr><th scope=\"row\">A1</th><td>Öva</td><td class=\"n\">2025</td></tr>\n"
        "</tbody></table></div>\n</section>\n");
  CHECK(sections[1] ==
        "<section aria-labelledby=\"blad2\">\n<h3 id=\"blad2\">Läs mig</h3>\n<p>Så här</p>\n</section>\n");
}
