#include "app/checklist.hpp"

#include "support/filled_folder.hpp"

#include <catch2/catch.hpp>

using namespace lg;
using namespace lg::test;

namespace {

std::string said(const app::Checklist& list, const std::string& only = "") {
  std::string text;
  for (const app::ChecklistLine& line : list.lines) {
    if (!only.empty() && line.list != only) continue;
    const bool found = line.presence == app::Presence::found;
    text += found ? "finns " : line.presence == app::Presence::empty ? "tom " : "saknas ";
    text += line.list + (line.year > 0 ? " för " + std::to_string(line.year) : "");
    for (const app::ChecklistSheet& sheet : line.sheets) {
      text += ", " + std::to_string(sheet.rows) + " i " + sheet.sheet;
      if (sheet.left_out > 0) text += " utom " + std::to_string(sheet.left_out);
      if (!sheet.remark.empty()) text += ": " + sheet.remark;
    }
    text += (line.sentence.empty() ? "" : " – " + line.sentence) + "\n";
  }
  for (const app::UnusedSheet& sheet : list.unused) text += "läses inte: " + sheet.sheet + "\n";
  return text;
}

std::string said_of(const std::string& body, const std::string& list) {
  return said(app::checklist_of(filled_folder({}, body)), list);
}

std::string when(const std::string& condition, const std::string& text, const std::string& otherwise) {
  return paragraph("{{" + condition + "}}") + paragraph(text) + paragraph("{{annars}}") +
         paragraph(otherwise) + paragraph("{{slut}}");
}

}  // namespace

TEST_CASE("every kind of sheet is told of, the basics first and the rest as the report has them") {
  const std::string body = paragraph("{{för varje a i Aktiviteter}}{{a.Aktivitet}}{{slut}}") +
                           paragraph("{{för varje r i VoR}}{{r.VoR-ID}}{{slut}}");
  CHECK(said(app::checklist_of(filled_folder({}, body))) ==
        "finns Uppgifter, 6 i Uppgifter\n"
        "finns Roller, 1 i Roller\n"
        "saknas Skalor\n"
        "saknas Ordlista\n"
        "saknas Textblock\n"
        "saknas Regler\n"
        "finns Aktiviteter, 1 i Aktiviteter\n"
        "finns VoR för 2025, 2 i VoR 2025\n"
        "saknas förra årets VoR för 2024\n"
        "saknas förra årets IKP för 2024\n"
        "saknas IKP för 2025\n"
        "tom Uppföljning för 2024, 0 i Uppföljning\n"
        "saknas Rekommendationer för 2024\n"
        "saknas Områdesstatus för 2024\n"
        "saknas Incidenter för 2024\n"
        "saknas Revisioner för 2024\n"
        "saknas Iakttagelser för 2024\n"
        "saknas Tidigare aktiviteter\n"
        "saknas Omvärld\n"
        "saknas Staden\n"
        "saknas Intressenter\n"
        "saknas Nyckeltal\n"
        "saknas Mål\n"
        "saknas Klassning\n"
        "saknas Beslut\n");
}

TEST_CASE("the sentence of an empty list is the template's, with its values") {
  CHECK(said_of(when("om Uppföljning finns", "Så gick det.", "Inget följdes upp {{Uppföljningsår}}."),
                "Uppföljning") == "tom Uppföljning för 2024, 0 i Uppföljning – Inget följdes upp 2024.\n");
  CHECK(said_of(when("för varje s i Staden", "{{s.Text}}", "Inget från staden."), "Staden") ==
        "saknas Staden – Inget från staden.\n");
  CHECK(said_of(paragraph("{{om Staden saknas}}Inget från staden.{{slut}}"), "Staden") ==
        "saknas Staden – Inget från staden.\n");
  CHECK(said_of(paragraph("Året {{Rapportår}} har {{Incidenter | antal inga incidenter, en incident, # "
                          "incidenter}} rapporterats."),
                "Incidenter") ==
        "saknas Incidenter för 2024 – Året 2025 har inga incidenter rapporterats.\n");
}

TEST_CASE("what the report does not say because of the list is not its sentence") {
  // A list with rows, a heading, a block within what is not written, another list's count, a text of a key.
  CHECK(said_of(when("om VoR finns", "Risker.", "Inga risker."), "VoR") ==
        "finns VoR för 2025, 2 i VoR 2025\n");
  CHECK(said_of(paragraph("{{om Staden finns}}") + paragraph("x") + paragraph("{{annars}}") +
                    paragraph("Rubriken", "Rubrik1") + paragraph("{{slut}}"),
                "Staden") == "saknas Staden\n");
  CHECK(said_of(when("om VoR saknas", "x", "y") + paragraph("{{om VoR saknas}}") +
                    when("om Staden finns", "a", "b") + paragraph("{{slut}}"),
                "Staden") == "saknas Staden\n");
  CHECK(said_of(paragraph("{{VoR.antal}} risker och {{Incidenter.antal}} incidenter"), "Incidenter") ==
        "saknas Incidenter för 2024\n");
  CHECK(said_of(when("om Textblock där Nyckel är lägesbild finns", "a", "b"), "Textblock") ==
        "saknas Textblock\n");
}

TEST_CASE("a block within the sentence is written as the report writes it") {
  CHECK(said_of(paragraph(
                    "{{om Staden finns}}x{{annars}}Inget{{om VoR finns}}, men risker{{annars}} alls{{slut}}."
                    "{{slut}}"),
                "Staden") == "saknas Staden – Inget, men risker.\n");
}

TEST_CASE("files that cannot be read, and sheets that nobody knows, are told of") {
  app::GenerateRequest request = filled_folder({}, "");
  request.workbooks.push_back({"trasig.xlsx", "ingen arbetsbok"});
  const app::Checklist list = app::checklist_of(request);
  CHECK(text_of(list.unread).starts_with("fel[FIL-010]: "));
  CHECK(list.unused.empty());
}

TEST_CASE("a template with faults has no sentences, and neither has a folder without its year") {
  CHECK(said_of(paragraph("{{Rapportår") + when("för varje s i Staden", "x", "Inget."), "Staden") ==
        "saknas Staden\n");
  app::GenerateRequest request = filled_folder({}, when("för varje s i Staden", "x", "Inget."));
  request.folder = "underlag";
  request.workbooks.clear();
  CHECK(said(app::checklist_of(request), "Staden") == "saknas Staden\n");
}
