#include "intake/form_tables.hpp"

namespace lg::intake {
namespace {

using Word = std::string_view;

constexpr std::array<Word, 5> outlook_types{"Lag", "Hot", "Teknik", "Stad", "Intressent"};
constexpr std::array<Word, 2> need_aliases{"Behov", "Behov och förväntan"};

constexpr Column included{.heading = "Ta med",
                          .kind = Kind::yes_no,
                          .help = "Nej: raden kommer inte med i rapporten; tomt räknas som Ja.",
                          .fallback = "Ja"};

constexpr std::array outlook{
    Column{.heading = "Nr", .help = "Radens nummer."},
    Column{.heading = "Rubrik", .need = Need::required, .help = "Rubriken i rapporten."},
    Column{.heading = "Text", .need = Need::required, .help = "Texten i rapporten; tom rad ger nytt stycke."},
    Column{.heading = "Typ", .kind = Kind::choice, .choices = outlook_types, .help = "Vad raden handlar om."},
    Column{.heading = "Källa", .help = "Varifrån uppgifterna kommer."},
    Column{.heading = "Påverkan på nämnden", .help = "Vad det betyder för nämnden."},
    Column{.heading = "Granskad datum",
           .kind = Kind::date,
           .need = Need::required,
           .help = "Dagen då texten senast lästes igenom."},
    Column{.heading = "Gäller till",
           .kind = Kind::date,
           .help = "Sista dagen som texten är riktig.",
           .period_end = true},
    included,
    to_review,
    sort_order,
};

constexpr std::array interested_parties{
    Column{.heading = "Intressent", .need = Need::required, .help = "Vem som har behovet."},
    Column{.heading = "Behov/förväntan eller återkoppling",
           .aliases = need_aliases,
           .help = "Vad intressenten behöver, väntar sig eller har sagt."},
    Column{.heading = "Förändring sedan förra året", .help = "Vad som är nytt."},
    Column{.heading = "Hantering", .help = "Vad förvaltningen gör."},
    included,
    to_review,
    sort_order,
};

constexpr std::array<Word, 2> directions{"Högre är bättre", "Lägre är bättre"};
constexpr std::array indicators{
    Column{.heading = "Nyckeltal-ID", .kind = Kind::id, .need = Need::required, .help = "Till exempel N1."},
    Column{.heading = "Nyckeltal", .need = Need::required, .help = "Vad som mäts."},
    Column{.heading = "Enhet", .help = "Till exempel procent."},
    Column{.heading = "Målvärde", .kind = Kind::number, .help = "Värdet som ska nås."},
    Column{.heading = "Riktning",
           .kind = Kind::choice,
           .choices = directions,
           .help = "Högre är bättre eller Lägre är bättre."},
    Column{.heading = "Kommentar", .help = "Varför värdet är som det är. Utfallet skrivs i årens kolumner."},
    sort_order,
};

constexpr std::array<Word, 3> fulfilments{"Uppfyllt", "Delvis", "Ej"};
constexpr std::array goals{
    Column{.heading = "Mål", .need = Need::required, .help = "Målets lydelse."},
    Column{.heading = "Måluppfyllelse",
           .kind = Kind::choice,
           .choices = fulfilments,
           .help = "Uppfyllt, Delvis eller Ej."},
    Column{.heading = "Kommentar", .help = "Varför bedömningen är som den är."},
    sort_order,
};

constexpr std::array classifications{
    Column{.heading = "Informationsmängd", .need = Need::required, .help = "Vad som är klassat."},
    Column{.heading = "System", .help = "Systemet där informationen finns."},
    Column{.heading = "K", .kind = Kind::whole_number, .help = "Konfidentialitet enligt skalan KRT."},
    Column{.heading = "R", .kind = Kind::whole_number, .help = "Riktighet enligt skalan KRT."},
    Column{.heading = "T", .kind = Kind::whole_number, .help = "Tillgänglighet enligt skalan KRT."},
    Column{.heading = "Klassad datum", .kind = Kind::date, .help = "Dagen då klassningen gjordes."},
    Column{.heading = "Nästa översyn",
           .kind = Kind::date,
           .help = "När klassningen ska ses över.",
           .period_end = true},
    Column{.heading = "Informationsägare", .kind = Kind::role, .help = "Rollen som äger informationen."},
    Column{
        .heading = "Öppna åtgärder", .kind = Kind::whole_number, .help = "Antal åtgärder som inte är klara."},
    sort_order,
    secrecy,
    legal_basis,
    open_text,
};

constexpr std::array<Word, 2> deciders{"Förvaltningschef", "Nämnd"};
constexpr std::array<Word, 5> decision_types{"Förbättring", "Ändring av LIS", "Resurs", "Riskacceptans",
                                             "Annan"};
constexpr std::array decisions{
    Column{.heading = "Beslut-ID", .kind = Kind::id, .need = Need::required, .help = "Till exempel B25-01."},
    Column{.heading = "Datum", .kind = Kind::date, .help = "Dagen då beslutet fattades."},
    Column{.heading = "Beslutande", .kind = Kind::choice, .choices = deciders, .help = "Vem som beslutade."},
    Column{.heading = "Paragraf", .help = "Paragrafen i protokollet."},
    Column{.heading = "Beslut", .need = Need::required, .help = "Vad som beslutades."},
    Column{.heading = "Typ", .kind = Kind::choice, .choices = decision_types, .help = "Vad beslutet gäller."},
    Column{.heading = "Ansvarig", .kind = Kind::role, .help = "Rollen som genomför beslutet."},
    Column{.heading = "Klart senast",
           .kind = Kind::date,
           .help = "Sista dagen för genomförandet.",
           .period_end = true},
    Column{.heading = "Aktivitets-ID", .kind = Kind::ids, .help = "Aktiviteten som genomför beslutet."},
    Column{.heading = "Tidigare referenser",
           .help = "Aktiviteter från tidigare år som genomförde beslutet.",
           .carried = true},
    sort_order,
};

constexpr std::array<Word, 1> outlook_aliases{"Omvärldsbevakning"};

constexpr std::array sheets{
    Form{.workbook = "Omvärld och mål",
         .sheet = "Omvärld",
         .aliases = outlook_aliases,
         .purpose = "Omvärldsbevakningen: hot, trender och ny lagstiftning.",
         .columns = outlook},
    Form{.workbook = "Omvärld och mål",
         .sheet = "Staden",
         .purpose = "Vad som händer inom staden: budget, inriktningar och satsningar.",
         .columns = outlook},
    Form{.workbook = "Omvärld och mål",
         .sheet = "Intressenter",
         .purpose = "Intressenternas behov och återkoppling.",
         .columns = interested_parties},
    Form{.workbook = "Omvärld och mål",
         .sheet = "Nyckeltal",
         .purpose = "Nyckeltal med en kolumn för varje år.",
         .columns = indicators,
         .period = Period::either,
         .year_columns = true},
    Form{.workbook = "Omvärld och mål",
         .sheet = "Mål",
         .purpose = "Informationssäkerhetsmålen och hur de har nåtts.",
         .columns = goals,
         .period = Period::either},
    Form{.workbook = "Omvärld och mål",
         .sheet = "Klassning",
         .purpose = "Informationsmängder och deras klassning.",
         .columns = classifications,
         .period = Period::either},
    Form{.workbook = "Aktiviteter",
         .sheet = "Beslut",
         .purpose = "Besluten efter ledningens genomgång.",
         .columns = decisions,
         .period = Period::either},
};

}  // namespace

const std::span<const Form> outlook_forms = sheets;

}  // namespace lg::intake
