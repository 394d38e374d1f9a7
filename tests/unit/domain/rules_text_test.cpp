#include "../intake/book_builder.hpp"
#include "domain/rules.hpp"

#include <catch2/catch.hpp>

// The rules R19–R22 and R26: what the texts tell.
using namespace lg;
using namespace lg::test;

namespace {

Cells block_headings() {
  return {t("Nyckel"), t("Text"), t("Rapportår"), t("Granskad datum"), t("Gäller till")};
}

/// A folder of 2025, reported on 14 October, with one text.
Folder with_text(const char* text, const char* key = "faktorer") {
  return std::move(Folder().sheet("Texter.xlsx", "Textblock",
                                  {block_headings(), {t(key), t(text), n(2025), Date{2025, 10, 1, {}}}}));
}

Folder with_activity(const char* title, const char* description) {
  return std::move(Folder().sheet("Aktiviteter.xlsx", "Aktiviteter",
                                  {activity_headings(),
                                   {t("A1"), t(title), n(2025), n(2025), t(description), t("ISAM"),
                                    t("Genomförs"), t("2 Medel"), t("Lagkrav"), Blank{}}}));
}

/// The basics of a report of 2026 with one text.
Folder text_of_2026(const char* text) {
  BookBuilder book("Grunduppgifter.xlsx");
  book.sheet("Uppgifter",
             {{t("Fält"), t("Värde")}, {t("Rapportår"), n(2026)}, {t("Rapportdatum"), t("2026-03-02")}});
  book.sheet("Textblock", {block_headings(), {t("faktorer"), t(text), n(2026), Date{2026, 2, 1, {}}}});
  return std::move(Folder().without_basics().book(book.take()));
}

void check_silent(const char* code, std::initializer_list<const char*> texts) {
  for (const char* text : texts) {
    INFO(text);
    CHECK(with_text(text).told(code).empty());
  }
}

}  // namespace

TEST_CASE("R19: a text that names the VoR of another year") {
  CHECK(with_text("Bedömningen utgår från VoR 2023 och samtal.").told("TEXT-101") ==
        "varning[TEXT-101]: Texten nämner ”VoR 2023”, men rapporten gäller 2025 och följer upp 2024.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Ändra året i texten.\n");
  CHECK_FALSE(with_text("Bedömningen är som i 2022 års VoR.").told("TEXT-101").empty());
  check_silent("TEXT-101",
               {"Händelserna i VoR 2024 har följts upp.", "VoR för 2024 och 2025 jämförs.",
                "VoR gäller hela nämnden, och 2023 års incidenter var få.", "VoR 2026 tas fram i höst."});
}

TEST_CASE("R19: proposals that build on last year's VoR alone") {
  const auto folder = [](const char* text) {
    Folder made = with_text(text, "förbättringsunderlag");
    made.sheet("VoR 2025.xlsx", "VoR",
               {vor_headings(), {t("V1"), t("Klassning"), t("Klassningar görs inte."), n(2), n(2)}});
    return made;
  };
  CHECK(folder("Förslagen utgår från händelserna i VoR 2024.").told("TEXT-102") ==
        "varning[TEXT-102]: Förslagen sägs bygga på VoR 2024, men rapporten visar VoR 2025.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Nämn VoR 2025 i texten.\n");
  CHECK(folder("Förslagen utgår från VoR 2025 och uppföljningen av VoR 2024.").told("TEXT-102").empty());
  CHECK_FALSE(folder("Förbättringarna baseras på nämndens väsentlighets- och riskanalys för 2024.")
                  .told("TEXT-102")
                  .empty());
  CHECK(folder("Händelserna i VoR 2024 har följts upp.").told("TEXT-102").empty());
}

TEST_CASE("R19: an area that is put first has an activity") {
  const auto folder = [](const char* text, const char* event) {
    Folder made = with_text(text, "prioriterat");
    made.sheet("VoR 2025.xlsx", "VoR",
               {vor_headings(), {t("V1"), t("Riskhantering"), t("Risker hanteras inte alls."), n(2), n(2)}});
    made.sheet("Aktiviteter.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A1"), t("Ett"), n(2025), n(2025), t("Text."), t("ISAM"), t("Genomförs"), t("2 Medel"),
                 t("VoR"), t(event)}});
    return made;
  };
  CHECK(
      folder("Särskilt prioriterat är riskhantering.", "").told("TEXT-103") ==
      "varning[TEXT-103]: Texten nämner ”Riskhantering” som prioriterat, men ingen aktivitet möter området.\n"
      "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
      "  se även: VoR 2025.xlsx › VoR › B2 (Område)\n"
      "  tips: Lägg till en aktivitet för området, eller ändra texten.\n");
  CHECK(folder("Särskilt prioriterat är riskhantering.", "V1").told("TEXT-103").empty());
  CHECK_FALSE(folder("Nämnden börjar med riskhanteringen.", "").told("TEXT-103").empty());
  CHECK(folder("Särskilt prioriterat är utbildning.", "").told("TEXT-103").empty());
}

TEST_CASE("R19: the attached plan bears the years of the plan") {
  const auto folder = [](const char* attached) {
    BookBuilder book("Grunduppgifter.xlsx");
    book.sheet("Uppgifter", {{t("Fält"), t("Värde")},
                             {t("Rapportår"), n(2025)},
                             {t("Planperiod, första år"), n(2025)},
                             {t("Planperiod, sista år"), n(2027)},
                             {t("Bilagor"), t(attached)}});
    return std::move(Folder().without_basics().book(book.take()));
  };
  CHECK(folder("Aktivitetsplan 2024–2026").told("TEXT-104") ==
        "varning[TEXT-104]: Bilagan ”Aktivitetsplan 2024–2026” har inte planperiodens år 2025–2027.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B5 (Värde)\n"
        "  tips: Ändra bilagans namn.\n");
  CHECK(folder("Aktivitetsplan 2025–2027; GDPR-årsrapport 2024").told("TEXT-104").empty());
}

TEST_CASE("R19: a heading of an earlier year") {
  const auto folder = [](const char* heading) {
    return std::move(
        Folder().sheet("Texter.xlsx", "Textblock",
                       {{t("Nyckel"), t("Rubrik"), t("Text"), t("Rapportår"), t("Granskad datum")},
                        {t("a"), t(heading), t("En text."), n(2025), Date{2025, 10, 1, {}}}}));
  };
  CHECK(folder("Särskilt prioriterat 2024").told("TEXT-105") ==
        "varning[TEXT-105]: Rubriken ”Särskilt prioriterat 2024” nämner 2024, men rapporten gäller 2025.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Rubrik)\n"
        "  tips: Ändra året i rubriken.\n");
  CHECK_FALSE(folder("Läget 2022").told("TEXT-105").empty());
  for (const char* heading :
       {"Uppföljning av VoR 2024", "Särskilt prioriterat 2025", "Läget", "Åren 2024–2025"})
    CHECK(folder(heading).told("TEXT-105").empty());
}

TEST_CASE("R19: the years and days of the sheet Uppgifter") {
  const auto folder = [](const char* field, const In& value) {
    BookBuilder book("Grunduppgifter.xlsx");
    book.sheet("Uppgifter", {{t("Fält"), t("Värde")},
                             {t("Rapportår"), n(2025)},
                             {t(field), value},
                             {t("Planperiod, första år"), n(2025)},
                             {t("Planperiod, sista år"), n(2027)}});
    return std::move(Folder().without_basics().book(book.take()));
  };
  CHECK(folder("Uppföljningsår", n(2025)).told("TEXT-106") ==
        "varning[TEXT-106]: Uppföljningsår 2025 är inte före Rapportår 2025.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B3 (Värde)\n"
        "  tips: Rätta året eller datumet i bladet Uppgifter.\n");
  CHECK(folder("Rapportdatum", Date{2024, 10, 14, {}}).told("TEXT-106") ==
        "varning[TEXT-106]: Rapportdatum 2024-10-14 stämmer inte med Rapportår 2025.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B3 (Värde)\n"
        "  tips: Rätta året eller datumet i bladet Uppgifter.\n");
  CHECK(folder("Rapportdatum", Date{2026, 2, 14, {}}).told("TEXT-106").empty());
  CHECK(folder("Uppföljningsår", n(2024)).told("TEXT-106").empty());
  CHECK(
      folder("Beslutsförslag", t("Nämnden ska genomföra aktivitetsplanen för 2024–2026.")).told("TEXT-106") ==
      "varning[TEXT-106]: Beslutsförslaget gäller aktivitetsplanen från 2024, men planperioden börjar "
      "2025.\n"
      "  plats: Grunduppgifter.xlsx › Uppgifter › B3 (Värde)\n"
      "  tips: Rätta året eller datumet i bladet Uppgifter.\n");
  for (const char* decision :
       {"Nämnden godkänner ledningens genomgång av informationssäkerhet 2024.",
        "Nämnden tar del av rapporten för år 2024.", "Nämnden beslutar om aktivitetsplan 2024-2026."}) {
    INFO(decision);
    CHECK_FALSE(folder("Beslutsförslag", t(decision)).told("TEXT-106").empty());
  }
  for (const char* decision :
       {"Nämnden tar del av uppföljningen av aktivitetsplanen för 2024.",
        "Nämnden godkänner rapporten och 2024 års uppföljning.",
        "Nämnden fastställer aktivitetsplanen 2025–2027.", "Nämnden godkänner rapporten 2025 om VoR 2024."}) {
    INFO(decision);
    CHECK(folder("Beslutsförslag", t(decision)).told("TEXT-106").empty());
  }
  CHECK(folder("Beslutsförslag", t("Nämnden godkänner ledningens genomgång 2024.")).told("TEXT-106") ==
        "varning[TEXT-106]: Beslutsförslaget gäller genomgången 2024, men Rapportår är 2025.\n"
        "  plats: Grunduppgifter.xlsx › Uppgifter › B3 (Värde)\n"
        "  tips: Rätta året eller datumet i bladet Uppgifter.\n");
  for (const char* decision :
       {"Nämnden godkänner ledningens genomgång 2025.", "Nämnden godkänner ledningens genomgång.",
        "Nämnden godkänner ledningens genomgång för 2025 och ger i uppdrag att återkomma 2026."}) {
    INFO(decision);
    CHECK(folder("Beslutsförslag", t(decision)).told("TEXT-106").empty());
  }
}

TEST_CASE("R20: a text that was not read through this year") {
  const auto folder = [](const In& reviewed, const In& last) {
    return std::move(
        Folder().sheet("Texter.xlsx", "Textblock",
                       {block_headings(), {t("faktorer"), t("En text."), n(2025), reviewed, last}}));
  };
  CHECK(folder(Date{2024, 9, 3, {}}, Blank{}).told("TEXT-201") ==
        "varning[TEXT-201]: Texten granskades 2024-09-03, som inte är under rapportåret 2025.\n"
        "  plats: Texter.xlsx › Textblock › D2 (Granskad datum)\n"
        "  tips: Läs igenom texten och skriv dagen i Granskad datum.\n");
  CHECK(folder(Blank{}, Blank{}).told("TEXT-201") ==
        "varning[TEXT-201]: Texten ”En text.” har inget Granskad datum.\n"
        "  plats: Texter.xlsx › Textblock › D2 (Granskad datum)\n"
        "  tips: Läs igenom texten och skriv dagen i Granskad datum.\n");
  CHECK(folder(Date{2025, 3, 1, {}}, Date{2025, 9, 30, {}}).told("TEXT-202") ==
        "varning[TEXT-202]: Texten gäller till 2025-09-30, före 2025-10-14 då rapporten är från.\n"
        "  plats: Texter.xlsx › Textblock › E2 (Gäller till)\n"
        "  tips: Skriv om texten, eller ändra Gäller till.\n");
  CHECK(folder(Date{2025, 3, 1, {}}, Date{2025, 10, 14, {}}).told("TEXT-201").empty());
  CHECK(folder(Date{2025, 3, 1, {}}, Date{2025, 10, 14, {}}).told("TEXT-202").empty());
}

TEST_CASE("R20: without the report's day the year is the limit") {
  BookBuilder book("Grunduppgifter.xlsx");
  book.sheet("Uppgifter", {{t("Fält"), t("Värde")}, {t("Rapportår"), n(2026)}});
  book.sheet("Textblock", {block_headings(),
                           {t("a"), t("En text."), n(2026), Date{2026, 2, 1, {}}, Date{2025, 12, 31, {}}},
                           {t("b"), t("Två texter."), n(2026), Date{2026, 2, 1, {}}, Date{2026, 1, 31, {}}}});
  CHECK(Folder().without_basics().book(book.take()).told("TEXT-202") ==
        "varning[TEXT-202]: Texten gäller till 2025-12-31, före rapportåret 2026.\n"
        "  plats: Grunduppgifter.xlsx › Textblock › E2 (Gäller till)\n"
        "  tips: Skriv om texten, eller ändra Gäller till.\n");
}

TEST_CASE("R20: what is to come has passed") {
  CHECK(with_text("Bakgrunden är känd. Lagen väntas träda i kraft under sommaren 2025.").told("TEXT-203") ==
        "varning[TEXT-203]: Texten ”Lagen väntas träda i kraft under sommaren 2025.” talar om det som ska "
        "komma, men "
        "”sommaren 2025” har passerat.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv vad som har hänt, eller den nya tiden.\n");
  for (const char* text :
       {"Rutinen kommer att införas under våren 2025.", "Lagen träder i kraft den 1 juli 2025.",
        "Den nya lagen väntas börja gälla 2025-07-01.", "Under våren 2025 kommer staden att byta system.",
        "Systemet införs under våren 2024.", "Stödet planeras till tredje kvartalet 2025.",
        "Förslaget väntas i juni 2025.", "Lagen kommer att träda i kraft vid årsskiftet 2024/2025.",
        "Arbetet kommer att pågå till och med 2024.", "Under 2024 bör nämnden först ta sig an loggar.",
        "Rutinen kommer att införas 2024.", "Rutinen ska vara klar i juni 2025."}) {
    INFO(text);
    CHECK_FALSE(with_text(text).told("TEXT-203").empty());
  }
  check_silent(
      "TEXT-203",
      {"Lagen väntas träda i kraft den 15 januari 2026.", "Lagen trädde i kraft den 1 juli 2025.",
       "EU beslutade i slutet av 2022 om ett direktiv som kommer att ersätta det tidigare.",
       "Den var först planerad till sommaren 2025, men datumet är flyttat till den 15 januari 2026.",
       "Regeringen arbetar med lagförslaget under hösten 2025.", "Rutinen kommer att ersätta den från 2018.",
       "Nämnden kommer att följa det beslut som fattades i juni 2023.",
       "Staden kommer att anpassas 2018 års lag.",
       "Staden kommer att använda 2023 års avtal även i fortsättningen.",
       "Stickprov gjordes under våren 2025.", "Det som beslutades under 2024 ska följas upp.",
       "Anvisningen ska följa 2018 års lag.", "Under 2025 bör nämnden först ta sig an loggar.",
       "Händelsen hos en leverantör i början av 2024 är ett tydligt exempel.",
       "Händelserna i VoR 2024 har följts upp under året.",
       "Lagen väntas, till skillnad från den som gällde till juni 2023, omfatta kommuner."});
}

TEST_CASE("R20: two texts that give a law different days") {
  const auto folder = [](const char* description) {
    Folder made = with_text(
        "Direktivet blir i Sverige en ny lag, cybersäkerhetslagen. Den var först planerad till sommaren "
        "2025, men datumet "
        "är flyttat till den 15 januari 2026.");
    made.sheet("Aktiviteter.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A1"), t("Ett"), n(2025), n(2025), t(description), t("ISAM"), t("Genomförs"), t("2 Medel"),
                 t("Lagkrav"), Blank{}}});
    return made;
  };
  CHECK(folder("Cybersäkerhetslagen träder i kraft den 1 december 2025.").told("TEXT-204") ==
        "varning[TEXT-204]: Här står ”1 december 2025” om ”cybersäkerhetslagen”, men en annan text säger ”15 "
        "januari 2026”.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › E2 (Beskrivning)\n"
        "  se även: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Ta reda på vilken tid som är rätt, och ändra den text som har fel.\n");
  // A time that has passed is told as that, once.
  const Folder passed = folder("Cybersäkerhetslagen väntas träda i kraft under sommaren 2025.");
  CHECK(passed.told("TEXT-204").empty());
  CHECK_FALSE(passed.told("TEXT-203").empty());
  for (const char* text :
       {"Cybersäkerhetslagen träder i kraft i januari 2026.", "Dataskyddslagen gäller sedan den 25 maj 2018.",
        "Anvisningen ses över före den 1 december 2025."}) {
    INFO(text);
    CHECK(folder(text).told("TEXT-204").empty());
  }
}

TEST_CASE("R20: two texts that give the same thing different times") {
  const auto folder = [](const char* first, const char* second) {
    return std::move(Folder().sheet("Texter.xlsx", "Textblock",
                                    {block_headings(),
                                     {t("a"), t(first), n(2025), Date{2025, 10, 1, {}}},
                                     {t("b"), t(second), n(2025), Date{2025, 10, 1, {}}}}));
  };
  CHECK(folder("Den nya inköpsprocessen införs i mars 2026.",
               "Stadens inköpsprocessen införs i september 2026.")
            .told("TEXT-204") ==
        "varning[TEXT-204]: Här står ”mars 2026” om ”inköpsprocessen”, men en annan text säger ”september "
        "2026”.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  se även: Texter.xlsx › Textblock › B3 (Text)\n"
        "  tips: Ta reda på vilken tid som är rätt, och ändra den text som har fel.\n");
  CHECK(folder("Inköpsprocessen införs i mars 2026.", "Inköpsprocessen införs under våren 2026.")
            .told("TEXT-204")
            .empty());
  CHECK(
      folder("Nya krav på digitala läromedel väntas träda i kraft den 1 juli 2026.",
             "Lagen om arkiv ändras. Nya krav på digitala läromedel väntas träda i kraft den 1 mars 2026.")
          .told("TEXT-204") ==
      "varning[TEXT-204]: Här står ”1 mars 2026” om ”krav på digitala läromedel”, men en annan text säger ”1 "
      "juli 2026”.\n"
      "  plats: Texter.xlsx › Textblock › B3 (Text)\n"
      "  se även: Texter.xlsx › Textblock › B2 (Text)\n"
      "  tips: Ta reda på vilken tid som är rätt, och ändra den text som har fel.\n");
  // Of two laws in one text, or a law and what else begins, each has its own time.
  CHECK(
      folder(
          "Cybersäkerhetslagen gäller sedan den 15 januari 2026.",
          "Hit hör cybersäkerhetslagen. Nya regler för tillgängliga läromedel börjar gälla den 1 juli 2026.")
          .told("TEXT-204")
          .empty());
  CHECK(folder("Systemet införs i mars 2026.", "Systemet införs i juni 2026.").told("TEXT-204").empty());
  CHECK_FALSE(folder("Den nya bokningstjänsten tas i drift den 1 mars 2026.",
                     "Den nya bokningstjänsten införs den 15 september 2026.")
                  .told("TEXT-204")
                  .empty());
  CHECK_FALSE(folder("Stadens nya mall för klassning införs den 1 mars 2026.",
                     "Stadens nya mall för klassning börjar gälla den 1 oktober 2026.")
                  .told("TEXT-204")
                  .empty());
  CHECK(folder("Bokningstjänsten införs i mars 2026.", "Bokningstjänsten avvecklas i juni 2029.")
            .told("TEXT-204")
            .empty());
  CHECK(folder("Inköpsprocessen införs i mars 2026.", "Inloggningstjänsten införs i juni 2026.")
            .told("TEXT-204")
            .empty());
}

TEST_CASE("R20: the time that most texts give is taken for the right one") {
  Folder folder;
  folder.sheet(
      "Texter.xlsx", "Textblock",
      {block_headings(),
       {t("a"), t("Cybersäkerhetslagen gäller från den 15 januari 2026."), n(2025), Date{2025, 10, 1, {}}},
       {t("b"), t("Cybersäkerhetslagen träder i kraft den 15 januari 2026."), n(2025), Date{2025, 10, 1, {}}},
       {t("c"), t("Cybersäkerhetslagen träder i kraft den 1 mars 2026."), n(2025), Date{2025, 10, 1, {}}}});
  CHECK(folder.told("TEXT-204").find("› B4 (Text)") != std::string::npos);
  CHECK(folder.told("TEXT-204").find("plats: Texter.xlsx › Textblock › B2") == std::string::npos);
}

TEST_CASE("R21: old names and forms, where the folder has no glossary") {
  CHECK(with_text("Incidenten anmäldes till Integritetsmyndigheten.").told("TEXT-301") ==
        "varning[TEXT-301]: ”Integritetsmyndigheten” ska inte skrivas så.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv ”Integritetsskyddsmyndigheten (IMY)”, eller ändra i bladet Ordlista.\n");
  CHECK_FALSE(with_text("Antalet informationsincidenter ökar.").told("TEXT-301").empty());
  check_silent("TEXT-301",
               {"Integritetsskyddsmyndighetens (IMY:s) beslut.",
                "Antalet informationssäkerhetsincidenter ökar.", "MSB har gett ut en vägledning."});
  CHECK_FALSE(text_of_2026("MSB:s stöd används.").told("TEXT-301").empty());
  CHECK_FALSE(text_of_2026("Rapporten går till MSB.").told("TEXT-301").empty());
  for (const char* text :
       {"Myndigheten för civilt försvar, tidigare MSB, ger stöd.", "MSB gav 2024 ut en vägledning.",
        "DMSBX är ett system.", "MCF hette MSB till årsskiftet."}) {
    INFO(text);
    CHECK(text_of_2026(text).told("TEXT-301").empty());
  }
}

TEST_CASE("R21: the folder's own glossary, by its days") {
  const auto folder = [](const char* text, const In& from, const In& to) {
    Folder made = with_text(text);
    made.sheet("Ord.xlsx", "Ordlista",
               {{t("Term"), t("Föredragen form"), t("Otillåten form"), t("Gäller från"), t("Gäller till")},
                {t("Stödet"), t("stadens stöd"), t("gamla stödet"), from, to}});
    return made;
  };
  CHECK(folder("Vi använder gamla stödet.", Blank{}, Blank{}).told("TEXT-301") ==
        "varning[TEXT-301]: ”gamla stödet” ska inte skrivas så.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv ”stadens stöd”, eller ändra i bladet Ordlista.\n");
  CHECK(folder("Vi använder gamla stödet.", Date{2026, 1, 1, {}}, Blank{}).told("TEXT-301").empty());
  CHECK(folder("Vi använder gamla stödet.", Blank{}, Date{2024, 12, 31, {}}).told("TEXT-301").empty());
  CHECK(folder("Integritetsmyndigheten", Blank{}, Blank{}).told("TEXT-301").empty());  // its own words alone
}

TEST_CASE("R22: what is not written to the end") {
  CHECK(with_text("Åtgärden görs av TODO under året.").told("TEXT-401") ==
        "varning[TEXT-401]: I texten står ”TODO” kvar.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv det som ska stå där, eller ta bort det.\n");
  for (const char* text :
       {"Ansvarig är xxx.", "Antal system: [fyll i antal].", "Klart ???", "Lorem ipsum dolor.", "-"}) {
    INFO(text);
    CHECK_FALSE(with_text(text).told("TEXT-401").empty());
  }
  CHECK(with_text("Två  blanksteg står här.").told("TEXT-402") ==
        "varning[TEXT-402]: Texten ”Två  blanksteg står här.” har två blanksteg i rad.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Ta bort blanksteget.\n");
  CHECK(with_text("Här slutar en text utan sin punkt").told("TEXT-403") ==
        "varning[TEXT-403]: Texten ”Här slutar en text utan sin punkt” slutar utan punkt.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Sätt punkt.\n");
  CHECK(with_text("här börjar texten litet.").told("TEXT-404") ==
        "varning[TEXT-404]: Texten ”här börjar texten litet.” börjar med liten bokstav.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Börja med stor bokstav.\n");
  CHECK(with_text("Det är bra att att göra så.").told("TEXT-407") ==
        "varning[TEXT-407]: Ordet ”att” står två gånger i rad.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Ta bort det ena.\n");
  for (const char* text :
       {"Siffran XX ska fyllas i.", "<skriv här>", "Se bilaga ??", "Kompletteras senare."}) {
    INFO(text);
    CHECK_FALSE(with_text(text).told("TEXT-401").empty());
  }
  CHECK_FALSE(with_text("Det är bra att att.").told("TEXT-407").empty());
  for (const char* code : {"TEXT-401", "TEXT-402", "TEXT-403", "TEXT-404", "TEXT-407"}) {
    check_silent(code,
                 {"Arbetet omfattar:\n- rutiner för loggar\n- övning av planer", "En mening (och en till).",
                  "Version 2.0 av .NET används.", "Han sa ”nu är det klart”", "Klart.",
                  "Läs mer på https://www.imy.se/", "Är det klart? Ja.", "Det är, enligt oss, klart.",
                  "it-stöd för beslut saknas.", "Se bl.a. 18 kap. 8 § i lagen. Där står det."});
  }
}

TEST_CASE("R22: a stray capital within a heading, and a long sentence") {
  CHECK(with_activity("Säkerhet vid anskaffning eller Utveckling", "Rutiner för utveckling ses över.")
            .told("TEXT-405") ==
        "varning[TEXT-405]: Rubriken ”Säkerhet vid anskaffning eller Utveckling” har stor bokstav i "
        "”Utveckling”.\n"
        "  plats: Aktiviteter.xlsx › Aktiviteter › B2 (Aktivitet)\n"
        "  tips: Skriv ordet med liten bokstav.\n");
  CHECK_FALSE(with_activity("Uppföljning av Utbildningsinsatser", "Varje utbildning följs upp.")
                  .told("TEXT-405")
                  .empty());
  CHECK(with_activity("Läget i Ukraina följs", "Ukrainska angrepp nämns, och det ukrainska läget.")
            .told("TEXT-405")
            .empty());
  CHECK(with_activity("Oroligt läge i Europa", "Läget följs.").told("TEXT-405").empty());
  std::string sentence = "Nämnden";
  for (int i = 0; i < 40; ++i) sentence += " arbetar";
  sentence += ".";
  CHECK(with_text(sentence.c_str()).told("TEXT-406") ==
        "upplysning[TEXT-406]: Meningen ”Nämnden arbetar arbetar arbetar arbetar arbetar arbetar…” har 41 "
        "ord.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Dela den gärna i två.\n");
}

TEST_CASE("R26: what should not be published") {
  CHECK(with_text("Kontot tillhör 811218-9876 på enheten.").told("TEXT-501") ==
        "varning[TEXT-501]: I texten står ett personnummer, ”811218-9876”, och texten publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
  CHECK(with_text("Skriv till anna.berg@staden.example.").told("TEXT-502") ==
        "varning[TEXT-502]: I texten står en persons e-postadress, ”anna.berg@staden.example”, och texten "
        "publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
  CHECK(with_text("Servern 10.20.30.40 är öppen.").told("TEXT-503") ==
        "varning[TEXT-503]: I texten står en ip-adress, ”10.20.30.40”, och texten publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
  CHECK(with_text("Kontakta enhetschef Anna Berg i frågan.").told("TEXT-504") ==
        "varning[TEXT-504]: I texten står en persons namn, ”Anna Berg”, och texten publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
  const auto told = [](const char* text) {
    return with_text(text).told("TEXT-501") + with_text(text).told("TEXT-502") +
           with_text(text).told("TEXT-503") + with_text(text).told("TEXT-504");
  };
  for (const char* text :
       {"Ring 070-123 45 67 vid frågor.", "Numret är +46 70 123 45 67.", "Personen 19811218-9876 finns där.",
        "Servern srv-fil01 saknar skydd.", "Brandväggen fw-01 är gammal.",
        "Inloggning och lösenord Hemligt!1 stod där.", "Servern heter nod.intern.staden.se.",
        "Adressen 2001:db8::1 svarar.", "Adressen fe80:0:0:0:1:2:3:4 svarar.",
        "Kontot tillhör 19850101-1234.", "Personnummer 850101-1234 syntes.", "Databasen DB-PROD-03 är öppen.",
        "Databasen sql02.intern är gammal.", "Lösenord: Sommar2025! används.",
        "Arbetet leds av Erik Lindström.", "Frågan ägs av Anna Ek."}) {
    INFO(text);
    CHECK_FALSE(told(text).empty());
  }
  for (const char* text : {"Dnr 3.1.2-31/2018 och SFS 2025:1506.",
                           "Se avsnitt 1.3.1.1 och kontroll A.5.18.",
                           "Skriv till registrator@staden.example.",
                           "Nummer 556677-8899 är ett bolag.",
                           "Ärende 850101-1234 i arkivet.",
                           "Perioden 2025-01-01–2025-12-31.",
                           "Av 1 150 medarbetare har 874 gått kursen.",
                           "Förvaltningschefen Stockholms stad har utsett.",
                           "Lösenordet var återanvänt.",
                           "Lösenord ska bytas av 2025 års användare.",
                           "Kl. 08:15:30 bröts det: se 2 kap. 3:4.",
                           "Kl. 08.00–16.30 varje dag.",
                           "EU-US Data Privacy Framework gäller.",
                           "Stadsdelsnämnden Ekdalen Norra beslutar.",
                           "Uppgift V25-04 och D24-01.",
                           "Version 10.20.30.40 av programmet.",
                           "Servern har nu versionen 10.2.4.1.",
                           "Systemet uppgraderades till 10.2.4.1 i maj.",
                           "Programmet (v. 10.2.4.1) byts.",
                           "Möten hålls på Sven Rinmans gatan.",
                           "Förskolan Erik Dahlbergsgatan 3."}) {
    INFO(text);
    CHECK(told(text).empty());
  }
}

TEST_CASE("R26: each kind in one text is told of") {
  Folder folder = with_text("Anna Svensson (811218-9876) nås på 070-123 45 67 och anna.berg@staden.example.");
  CHECK(folder.told("TEXT-501") ==
        "varning[TEXT-501]: I texten står ett personnummer, ”811218-9876”, och texten publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
  CHECK(folder.told("TEXT-502") ==
        "varning[TEXT-502]: I texten står ett telefonnummer, ”070-123 45 67”, och texten publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n"
        "varning[TEXT-502]: I texten står en persons e-postadress, ”anna.berg@staden.example”, och texten "
        "publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
  CHECK(folder.told("TEXT-503").empty());
  CHECK(folder.told("TEXT-504") ==
        "varning[TEXT-504]: I texten står en persons namn, ”Anna Svensson”, och texten publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
}

TEST_CASE("R19: a follow-up that tells of an earlier year") {
  const auto told = [](const char* text) {
    return Folder()
        .sheet("VoR 2024.xlsx", "VoR",
               {vor_headings(), {t("V24-01"), t("Drift"), t("Slussen kan inte köras."), n(2), n(2)}})
        .sheet("Uppföljning 2024.xlsx", "Uppföljning",
               {{t("VoR-ID"), t("Uppföljningsmetod"), t("Iakttagelse och bedömning"),
                 t("ISAM:s rekommendation")},
                {t("V24-01"), t("Observation"), t(text), t("Ingen")}})
        .told("TEXT-107");
  };
  CHECK(told("Under 2022 kördes slussen.") ==
        "upplysning[TEXT-107]: Uppföljningen gäller 2024, men texten talar om vad som hände under 2022.\n"
        "  plats: Uppföljning 2024.xlsx › Uppföljning › C2 (Iakttagelse och bedömning)\n"
        "  tips: Skriv vad som har setts 2024, eller ändra året.\n");
  CHECK(told("Under 2022 kördes slussen. Under 2024 provades den.").empty());
  CHECK(told("Under 2024 kördes slussen.").empty());
  CHECK(told("Bristen är den som 2022 års revision såg.").empty());
}

TEST_CASE("R20: an activity that is to be done in a year that has passed") {
  const auto told = [](const char* text) {
    return Folder()
        .sheet("Aktiviteter 2025-2027.xlsx", "Aktiviteter",
               {activity_headings(),
                {t("A1"), t("Ett"), n(2025), n(2025), t(text), t("ISAM"), t("Genomförs"), n(1), t("Lagkrav"),
                 Blank{}}})
        .told("TEXT-203");
  };
  CHECK(
      told("Under 2023 införs kryptering.") ==
      "varning[TEXT-203]: Texten ”Under 2023 införs kryptering.” talar om det som ska komma, men ”2023” har "
      "passerat.\n"
      "  plats: Aktiviteter 2025-2027.xlsx › Aktiviteter › E2 (Beskrivning)\n"
      "  tips: Skriv vad som har hänt, eller den nya tiden.\n");
  CHECK(told("Under 2025 införs kryptering.").empty());
  CHECK(told("Under 2023 infördes kryptering, och nu införs signering.").empty());
  CHECK(told("Kryptering införs enligt 2023 års plan.").empty());
}

TEST_CASE("R26: the names of those who hold the roles") {
  BookBuilder book("Roller.xlsx");
  book.sheet("Roller", {{t("Roll"), t("Fullständig benämning"), t("Innehavare")},
                        {t("HR"), t("personalchef"), t("Alva Fiktiv")}});
  Folder folder = with_text("Rutinen skrivs av Alva Fiktiv.");
  folder.book(book.take());
  CHECK(folder.told("TEXT-504") ==
        "varning[TEXT-504]: I texten står en persons namn, ”Alva Fiktiv”, och texten publiceras.\n"
        "  plats: Texter.xlsx › Textblock › B2 (Text)\n"
        "  tips: Skriv en roll eller funktion i stället, eller ta bort uppgiften.\n");
}

TEST_CASE("R26: places, schools and firms that bear a person's name") {
  check_silent("TEXT-504",
               {"Skolorna vid Sankt Eriksplan och Gustav Adolfs torg ansluts först.",
                "Förskolan på Karin Boyes gata flyttar.", "Anna Whitlocks gymnasium deltar.",
                "Biblioteket vid Selma Lagerlöfs torg har öppet.", "Maria Magdalena församling svarade.",
                "Erik Dahlbergsgatan och Olof Palmes plats spärras av.", "Axel Johnson AB är leverantör.",
                "Hans Enhet gick igenom listan."});
  CHECK_FALSE(with_text("Anna Bergs konto spärrades.").told("TEXT-504").empty());
}
