#include "intake/form_tables.hpp"

namespace lg::intake {
namespace {

using Word = std::string_view;

constexpr std::array<Word, 3> case_types{"Beslut", "Anmälan", "Information"};
constexpr std::array<Word, 3> responsibility_forms{"Ansvarsmening efter aktivitet", "Tabell", "Båda"};
constexpr std::array<Word, 1> first_year_aliases{"Planperiod första år"};
constexpr std::array<Word, 2> last_year_aliases{"Planperiod sista år", "sista år"};
constexpr std::array<Word, 2> class_aliases{"Informationsklass (K/R/T)", "KRT"};
constexpr std::array<Word, 1> contact_aliases{"Nämndsekretariat"};

/// A Fält that switches an optional section of the report on.
constexpr Column section_switch(Word heading, Word help) {
  return Column{.heading = heading, .kind = Kind::yes_no, .help = help, .fallback = "Nej"};
}

constexpr std::array facts{
    Column{.heading = "Nämnd",
           .need = Need::required,
           .help = "Nämndens namn som det står i löpande text, till exempel förskolenämnden."},
    Column{.heading = "Nämnd, genitiv", .help = "Tomt: nämndens namn med s, till exempel förskolenämndens."},
    Column{.heading = "Nämnd, rubrikform", .help = "Tomt: nämndens namn med stor bokstav."},
    Column{.heading = "Förvaltning", .need = Need::required, .help = "Till exempel Förskoleförvaltningen."},
    Column{.heading = "Förvaltningschef, titel",
           .need = Need::required,
           .help = "Som i löpande text, till exempel förvaltningschefen."},
    Column{.heading = "Rapportår",
           .kind = Kind::whole_number,
           .need = Need::required,
           .help = "Året som rapporten gäller, 2020–2099."},
    Column{.heading = "Uppföljningsår", .kind = Kind::whole_number, .help = "Tomt: året före rapportåret."},
    Column{.heading = "Planperiod, första år",
           .kind = Kind::whole_number,
           .need = Need::required,
           .aliases = first_year_aliases,
           .help = "Första året i aktivitetsplanen, tidigast rapportåret."},
    Column{.heading = "Planperiod, sista år",
           .kind = Kind::whole_number,
           .need = Need::required,
           .aliases = last_year_aliases,
           .help = "Sista året i aktivitetsplanen; perioden är högst fem år."},
    Column{.heading = "Diarienummer", .help = "Ärendets nummer i diariet."},
    Column{.heading = "Handläggare", .help = "Handläggarens roll eller namn."},
    Column{.heading = "Telefon", .help = "Telefon till handläggaren."},
    Column{.heading = "E-post", .help = "E-post till handläggaren."},
    Column{
        .heading = "Rapportdatum", .kind = Kind::date, .help = "Dagen då rapporten är klar, som 2025-10-14."},
    Column{.heading = "Sammanträdesdatum", .kind = Kind::date, .help = "Dagen då nämnden behandlar ärendet."},
    Column{.heading = "Ärendetyp",
           .kind = Kind::choice,
           .choices = case_types,
           .help = "Hur nämnden får ärendet."},
    Column{.heading = "Beslutsförslag", .help = "Förslag till beslut, en rad för varje punkt."},
    Column{.heading = "Omedelbar justering",
           .kind = Kind::yes_no,
           .help = "Ja om beslutet justeras omedelbart."},
    Column{.heading = "Bilagor", .help = "Ärendets bilagor, åtskilda med semikolon."},
    Column{.heading = "Ansvarstext i lopp",
           .kind = Kind::choice,
           .choices = responsibility_forms,
           .help = "Hur ansvaret visas i rapporten."},
    Column{.heading = "Informationsklass",
           .aliases = class_aliases,
           .help = "Rapportens klass, till exempel K1 R2 T1."},
    Column{.heading = "Kontakt nämndsekretariat",
           .aliases = contact_aliases,
           .help = "Adress som handlingarna skickas till."},
    Column{.heading = "Utskickslista", .help = "Fler mottagare, åtskilda med semikolon."},
    // The optional sections of the report: off unless the ISAM says Ja.
    section_switch("Visa sammanfattning i siffror",
                   "Ja: en tabell med årets siffror efter sammanfattningen."),
    section_switch("Visa tidigare aktiviteter",
                   "Ja: ett avsnitt om förra planens aktiviteter och förra årets beslut."),
    section_switch("Visa intressenter", "Ja: ett avsnitt om intressenternas behov och återkoppling."),
    section_switch("Visa nyckeltal", "Ja: ett avsnitt med nyckeltal, diagram och trend."),
    section_switch("Visa måluppfyllelse", "Ja: ett avsnitt om informationssäkerhetsmålen."),
    section_switch("Visa riskmatris", "Ja: riskmatrisen och förändringarna sedan förra årets VoR."),
    section_switch("Visa förslag till beslut", "Ja: ett avsnitt med punkterna i Beslutsförslag."),
    section_switch("Visa förvaltningschefens bedömning",
                   "Ja: ett avsnitt där chefen bedömer lämplighet, tillräcklighet och verkan."),
    section_switch("Visa ISO-täckning", "Ja: en bilaga om var kraven i ISO/IEC 27001 9.3.2 redovisas."),
    section_switch("Visa lagtäckning", "Ja: en bilaga om cybersäkerhetslagen 2 kap. 3 § punkt för punkt."),
};

constexpr std::array<Word, 1> field_aliases{"Uppgift"};
constexpr std::array fact_sheet{
    Column{.heading = "Fält", .need = Need::column, .aliases = field_aliases, .help = "Uppgiftens namn."},
    Column{.heading = "Värde", .need = Need::column, .help = "Fyll i uppgiften här."},
    Column{.heading = "Hjälp", .help = "Vad uppgiften betyder."},
};

constexpr std::array<Word, 1> full_name_aliases{"Benämning"};
constexpr std::array roles{
    Column{.heading = "Roll", .need = Need::required, .help = "Rollens korta namn, till exempel ISAM."},
    Column{.heading = "Fullständig benämning",
           .need = Need::required,
           .aliases = full_name_aliases,
           .help = "Till exempel informationssäkerhetssamordnare."},
    Column{.heading = "Bestämd form", .help = "Till exempel informationssäkerhetssamordnaren."},
    Column{.heading = "Innehavare", .help = "Vem som har rollen; kommer aldrig med i den öppna kopian."},
    Column{.heading = "Vikarie", .help = "Vem som ersätter innehavaren."},
};

constexpr std::array<Word, 7> scale_types{"Sannolikhet", "Konsekvens",           "Risknivå", "KRT", "Status",
                                          "Prioritet",   "Tröskel för hantering"};
constexpr std::array scales{
    Column{.heading = "Typ",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = scale_types,
           .help = "Vilken skala raden hör till.",
           .open_choice = true},
    Column{
        .heading = "Värde", .kind = Kind::whole_number, .help = "Steget på skalan, eller tröskelns värde."},
    Column{.heading = "Från", .kind = Kind::whole_number, .help = "Lägsta riskvärde på nivån."},
    Column{.heading = "Till", .kind = Kind::whole_number, .help = "Högsta riskvärde på nivån."},
    Column{.heading = "Benämning", .help = "Stegets eller nivåns namn, till exempel Hög."},
    Column{.heading = "Beskrivning", .help = "Vad steget betyder."},
    Column{.heading = "Färg", .help = "Färg som sex tecken, till exempel C00000."},
    Column{.heading = "Kräver hantering", .kind = Kind::yes_no, .help = "Ja om nivån måste hanteras."},
};

constexpr std::array glossary{
    Column{.heading = "Term", .need = Need::required, .help = "Ordet som raden gäller."},
    Column{.heading = "Föredragen form", .help = "Så ska det skrivas."},
    Column{.heading = "Otillåten form", .help = "Så ska det inte skrivas."},
    Column{.heading = "Gäller från", .kind = Kind::date, .help = "Första dagen som raden gäller."},
    Column{.heading = "Gäller till",
           .kind = Kind::date,
           .help = "Sista dagen som raden gäller.",
           .period_end = true},
    Column{.heading = "Förklaring", .help = "Vad ordet betyder."},
};

constexpr std::array<Word, 2> rule_aliases{"Kod", "Nummer"};
constexpr std::array rule_switches{
    Column{.heading = "Regel",
           .need = Need::required,
           .aliases = rule_aliases,
           .help = "Regelns nummer, till exempel R8, eller en kod, till exempel VOR-107."},
    Column{.heading = "Används",
           .kind = Kind::yes_no,
           .need = Need::column,
           .help = "Nej: regeln används inte; tomt räknas som Ja.",
           .fallback = "Ja"},
    Column{.heading = "Motivering", .help = "Varför regeln inte används. Krävs när Används är Nej."},
};

constexpr std::array text_blocks{
    Column{
        .heading = "Nyckel", .kind = Kind::id, .need = Need::required, .help = "Namnet som mallen använder."},
    Column{.heading = "Rubrik", .help = "Textens rubrik."},
    Column{.heading = "Text", .need = Need::required, .help = "Själva texten; tom rad ger nytt stycke."},
    Column{.heading = "Rapportår",
           .kind = Kind::years,
           .need = Need::required,
           .help = "Året som texten gäller, eller alla."},
    Column{.heading = "Granskad datum", .kind = Kind::date, .help = "Dagen då texten senast lästes igenom."},
    Column{.heading = "Gäller till",
           .kind = Kind::date,
           .help = "Sista dagen som texten är riktig.",
           .period_end = true},
    Column{.heading = "Källa", .help = "Varifrån uppgifterna kommer."},
    to_review,
    secrecy,
    legal_basis,
    open_text,
};

constexpr std::array column_map{
    Column{.heading = "Blad",
           .need = Need::required,
           .help = "Bladet i filen, eller blanketten som raden gäller, till exempel VoR."},
    Column{.heading = "Rubrik i filen", .need = Need::column, .help = "Rubriken som den står i filen."},
    Column{.heading = "Rubrik här",
           .need = Need::column,
           .help = "Rubriken som programmet känner, eller Läs inte."},
    Column{.heading = "Blad här",
           .help = "Vad bladet i filen är här, till exempel VoR; Läs inte utesluter bladet."},
    Column{.heading = "Fråga", .help = "Skrivs av kommandot tolka när programmet är osäkert."},
    Column{
        .heading = "Svar", .kind = Kind::yes_no, .help = "Ja: raden gäller. En fråga utan Ja används inte."},
};

constexpr std::array<Word, 1> fact_sheet_aliases{"Grunduppgifter"};
constexpr std::array<Word, 2> rule_sheet_aliases{"Kontrollregler", "Regelval"};
constexpr std::array<Word, 1> text_block_aliases{"Textblocken"};

constexpr std::array sheets{
    Form{.workbook = "Grunduppgifter",
         .sheet = "Uppgifter",
         .aliases = fact_sheet_aliases,
         .purpose = "Grunduppgifter om nämnden och rapporten. Fyll i kolumnen Värde.",
         .columns = fact_sheet,
         .needed = true},
    Form{.workbook = "Grunduppgifter",
         .sheet = "Roller",
         .purpose = "Rollerna som kan ansvara för aktiviteter och kontroller.",
         .columns = roles},
    Form{.workbook = "Grunduppgifter",
         .sheet = "Skalor",
         .purpose = "Skalor, risknivåer och tröskeln för när en risk måste hanteras.",
         .columns = scales},
    Form{.workbook = "Grunduppgifter",
         .sheet = "Ordlista",
         .purpose = "Ord som ska skrivas på ett visst sätt.",
         .columns = glossary},
    Form{.workbook = "Grunduppgifter",
         .sheet = "Textblock",
         .aliases = text_block_aliases,
         .purpose = "Texter som rapporten återanvänder. Läs igenom dem varje år.",
         .columns = text_blocks},
    Form{.workbook = "Grunduppgifter",
         .sheet = "Regler",
         .aliases = rule_sheet_aliases,
         .purpose = "Regler som nämnden har valt att inte använda. Bladet får vara tomt.",
         .columns = rule_switches},
    Form{.workbook = "kolumner",
         .sheet = "Kolumner",
         .purpose = "Översätter rubriker i andras filer till rubrikerna här.",
         .columns = column_map},
};

}  // namespace

const std::span<const Column> fact_table = facts;
const std::span<const Form> basic_forms = sheets;

}  // namespace lg::intake
