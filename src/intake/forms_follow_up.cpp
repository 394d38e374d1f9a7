#include "intake/form_tables.hpp"

namespace lg::intake {
namespace {

using Word = std::string_view;

constexpr std::array<Word, 6> methods{
    "Stickprov", "Observation", "Översyn", "Incidentanalys", "Deltagande i upphandling", "Annan"};
constexpr std::array<Word, 4> assessments{"Tillräcklig", "Delvis tillräcklig", "Otillräcklig", "Ej bedömd"};
constexpr std::array<Word, 3> trends{"Bättre", "Oförändrad", "Sämre"};
constexpr std::array<Word, 1> finding_aliases{"Iakttagelser och bedömning"};
constexpr std::array<Word, 2> advice_aliases{"ISAM:s rekommendation till åtgärd", "ISAMs rekommendation"};

constexpr std::array follow_ups{
    Column{.heading = "VoR-ID",
           .kind = Kind::id,
           .need = Need::required,
           .help = "Händelsen i förra årets VoR som följs upp; en rad för varje händelse."},
    Column{.heading = "Uppföljningsmetod",
           .kind = Kind::choices,
           .need = Need::required,
           .choices = methods,
           .help = "En eller flera metoder, åtskilda med semikolon."},
    Column{.heading = "Iakttagelse och bedömning",
           .need = Need::required,
           .aliases = finding_aliases,
           .help = "Vad uppföljningen visade; tom rad ger nytt stycke."},
    Column{.heading = "Bedömning",
           .kind = Kind::choice,
           .choices = assessments,
           .help = "Om det som gjorts räcker."},
    Column{.heading = "Allvarlighetsgrad",
           .kind = Kind::choice,
           .choices = levels,
           .help = "Låg, Medel eller Hög."},
    Column{.heading = "ISAM:s rekommendation",
           .need = Need::required,
           .aliases = advice_aliases,
           .help = "Rekommendation till åtgärd, eller Ingen."},
    Column{.heading = "I samsyn med", .kind = Kind::roles, .help = "Roller som delar rekommendationen."},
    Column{
        .heading = "Aktivitets-ID", .kind = Kind::ids, .help = "Aktiviteten som genomför rekommendationen."},
    Column{.heading = "Trend", .kind = Kind::choice, .choices = trends, .help = "Jämfört med året innan."},
    sort_order,
    secrecy,
    legal_basis,
    open_text,
};

constexpr std::array<Word, 7> gdpr_areas{"Registerförteckning",
                                         "Styrdokument",
                                         "Tekniska och organisatoriska åtgärder",
                                         "Konsekvensbedömningar",
                                         "Individens rättigheter",
                                         "Personuppgiftsincidenter",
                                         "Annat"};
constexpr std::array<Word, 3> lights{"Grön", "Gul", "Röd"};

constexpr std::array recommendations{
    Column{.heading = "DSO-ID", .kind = Kind::id, .need = Need::required, .help = "Till exempel D24-01."},
    Column{.heading = "Område",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = gdpr_areas,
           .help = "Rapporteringsområdet i GDPR-årsrapporten."},
    Column{.heading = "Rekommendation",
           .need = Need::required,
           .help = "Texten som skrivs i rapportens punktlista."},
    Column{.heading = "Risk",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = levels,
           .help = "DSO:s bedömning: Låg, Medel eller Hög."},
    Column{.heading = "Berör informationssäkerhet",
           .kind = Kind::yes_no,
           .need = Need::required,
           .help = "Ja: kommer med i rapporten. Nej: räknas bara."},
    Column{.heading = "Prioriterad", .kind = Kind::yes_no, .help = "Ja om DSO har prioriterat den."},
    Column{.heading = "Planeras år", .kind = Kind::whole_number, .help = "Året då en låg risk hanteras."},
    Column{.heading = "Status", .help = "Hur långt arbetet har kommit."},
    Column{.heading = "Aktivitets-ID", .kind = Kind::ids, .help = "Aktiviteten som tar hand om den."},
    Column{.heading = "Artikel i GDPR", .help = "Till exempel artikel 30."},
    sort_order,
    secrecy,
    legal_basis,
    open_text,
};

constexpr std::array area_status{
    Column{.heading = "Område",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = gdpr_areas,
           .help = "Rapporteringsområdet i GDPR-årsrapporten."},
    Column{.heading = "Status",
           .kind = Kind::choice,
           .choices = lights,
           .help = "Grön, Gul eller Röd, gärna med ord.",
           .open_choice = true},
    Column{.heading = "DSO:s slutsats", .help = "DSO:s slutsats om området."},
};

constexpr std::array<Word, 9> incident_types{
    "Felskick",         "Obehörig åtkomst",    "Förlust-stöld", "Skadlig kod", "Driftstörning",
    "Felkonfiguration", "Leverantörsincident", "Nätfiske",      "Annan"};
constexpr std::array<Word, 3> reported{"Ja", "Nej, risk osannolik", "Nej, ännu ej"};
constexpr std::array<Word, 3> yes_no_na{"Ja", "Nej", "Ej aktuell"};
constexpr std::array<Word, 3> yes_no_not_needed{"Ja", "Nej", "Ej krav"};
constexpr std::array<Word, 3> krt{"K", "R", "T"};
constexpr std::array<Word, 4> origins{"Internt", "Leverantör", "Externt angrepp", "Okänt"};
constexpr std::array<Word, 1> type_aliases{"Incidenttyp"};
constexpr std::array<Word, 1> imy_time_aliases{"Anmäld till IMY tidpunkt"};
constexpr std::array<Word, 1> significant_aliases{"Betydande"};

constexpr std::array incidents{
    Column{
        .heading = "Incident-ID", .kind = Kind::id, .need = Need::required, .help = "Till exempel I25-02."},
    Column{.heading = "Upptäckt",
           .kind = Kind::date,
           .need = Need::required,
           .help = "När incidenten upptäcktes, som 2025-03-04 09:10."},
    Column{.heading = "Inträffad", .kind = Kind::date, .help = "När incidenten inträffade."},
    Column{.heading = "Upphörd", .kind = Kind::date, .help = "När incidenten var över."},
    Column{.heading = "Typ",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = incident_types,
           .aliases = type_aliases,
           .help = "Vad slags incident det är."},
    Column{.heading = "Personuppgiftsincident",
           .kind = Kind::yes_no,
           .need = Need::required,
           .help = "Ja om personuppgifter berördes."},
    Column{.heading = "Anmäld till IMY",
           .kind = Kind::choice,
           .choices = reported,
           .help = "Krävs för en personuppgiftsincident."},
    Column{.heading = "Anmäld IMY tidpunkt",
           .kind = Kind::date,
           .aliases = imy_time_aliases,
           .help = "När anmälan gjordes; senast 72 timmar efter upptäckten."},
    Column{.heading = "Betydande enligt cybersäkerhetslagen",
           .kind = Kind::choice,
           .choices = yes_no_na,
           .aliases = significant_aliases,
           .help = "Ja, Nej eller Ej aktuell."},
    Column{.heading = "Upplysning 24 h", .kind = Kind::date, .help = "När upplysningen lämnades."},
    Column{.heading = "Anmälan 72 h", .kind = Kind::date, .help = "När anmälan lämnades."},
    Column{.heading = "Slutrapport", .kind = Kind::date, .help = "När slutrapporten lämnades."},
    Column{.heading = "Registrerade informerade",
           .kind = Kind::choice,
           .choices = yes_no_not_needed,
           .help = "Ja, Nej eller Ej krav."},
    Column{.heading = "Allvarlighetsgrad",
           .kind = Kind::choice,
           .choices = levels,
           .help = "Låg, Medel eller Hög."},
    Column{.heading = "KRT-påverkan",
           .kind = Kind::choices,
           .choices = krt,
           .help = "K, R och T som påverkades, åtskilda med semikolon."},
    Column{
        .heading = "Ursprung", .kind = Kind::choice, .choices = origins, .help = "Varifrån incidenten kom."},
    Column{.heading = "Beskrivning", .help = "Vad som hände; kommer aldrig med i den öppna kopian."},
    Column{.heading = "Orsak", .help = "Varför det hände."},
    Column{.heading = "Åtgärd", .help = "Vad som gjordes."},
    Column{.heading = "Lärdom", .help = "Vad incidenten lärde oss."},
    Column{.heading = "Åtgärdsstatus", .help = "Hur långt åtgärden har kommit."},
    Column{.heading = "VoR-ID", .kind = Kind::ids, .help = "Händelsen i VoR som incidenten motsvarar."},
    Column{.heading = "Aktivitets-ID", .kind = Kind::ids, .help = "Aktiviteten som incidenten leder till."},
    Column{.heading = "Enhet", .help = "Enheten där det hände."},
    Column{.heading = "Diarienummer", .help = "Ärendets nummer i diariet."},
    sort_order,
    Column{.heading = "Sekretess",
           .kind = Kind::choice,
           .choices = secrecy_words,
           .help = "Hur raden behandlas i den öppna kopian; tomt räknas som Maskas."},
    legal_basis,
    open_text,
};

constexpr std::array<Word, 7> audit_types{"Intern",
                                          "Stadsrevisionen",
                                          "Tredjepart",
                                          "Tillsyn IMY",
                                          "Tillsyn länsstyrelsen",
                                          "Penetrationstest",
                                          "Stadsledningskontorets uppföljning"};

constexpr std::array audits{
    Column{
        .heading = "Revisions-ID", .kind = Kind::id, .need = Need::required, .help = "Till exempel R24-01."},
    Column{.heading = "Benämning", .need = Need::required, .help = "Revisionens namn."},
    Column{
        .heading = "Typ", .kind = Kind::choice, .choices = audit_types, .help = "Vad slags revision det är."},
    Column{.heading = "Utförare", .help = "Vem som gjorde revisionen."},
    Column{.heading = "Datum", .kind = Kind::date, .help = "Dagen då revisionen var klar."},
    Column{.heading = "Sammanfattning", .help = "Vad revisionen kom fram till."},
    sort_order,
};

constexpr std::array findings{
    Column{.heading = "Iakttagelse-ID",
           .kind = Kind::id,
           .need = Need::required,
           .help = "Till exempel T24-01."},
    Column{.heading = "Revisions-ID",
           .kind = Kind::id,
           .need = Need::required,
           .help = "Revisionen som iakttagelsen kommer från."},
    Column{.heading = "Iakttagelse", .need = Need::required, .help = "Vad revisionen såg."},
    Column{.heading = "Allvarlighetsgrad",
           .kind = Kind::choice,
           .choices = levels,
           .help = "Låg, Medel eller Hög."},
    Column{.heading = "Rekommendation", .help = "Vad revisionen rekommenderar."},
    Column{.heading = "Åtgärd", .help = "Vad som görs."},
    Column{.heading = "Ansvarig", .kind = Kind::role, .help = "Rollen som gör åtgärden."},
    Column{.heading = "Klart senast",
           .kind = Kind::date,
           .help = "Sista dagen för åtgärden.",
           .period_end = true},
    Column{.heading = "Status", .help = "Hur långt åtgärden har kommit."},
    Column{
        .heading = "Aktivitets-ID", .kind = Kind::ids, .help = "Aktiviteten som tar hand om iakttagelsen."},
    sort_order,
    secrecy,
    legal_basis,
    open_text,
};

constexpr std::array<Word, 1> recommendation_sheets{"GDPR-årsrapport"};

constexpr std::array sheets{
    Form{.workbook = "Uppföljning",
         .sheet = "Uppföljning",
         .purpose = "Uppföljningen av förra årets VoR: en rad för varje oönskad händelse.",
         .columns = follow_ups,
         .period = Period::follow_up},
    Form{.workbook = "Uppföljning",
         .sheet = "Rekommendationer",
         .aliases = recommendation_sheets,
         .purpose = "Dataskyddsombudets rekommendationer i GDPR-årsrapporten.",
         .columns = recommendations,
         .period = Period::follow_up},
    Form{.workbook = "Uppföljning",
         .sheet = "Områdesstatus",
         .purpose = "Läget för varje område i GDPR-årsrapporten.",
         .columns = area_status,
         .period = Period::follow_up},
    Form{.workbook = "Uppföljning",
         .sheet = "Incidenter",
         .purpose = "Incidenterna under perioden: en rad för varje incident.",
         .columns = incidents,
         .period = Period::follow_up},
    Form{.workbook = "Uppföljning",
         .sheet = "Revisioner",
         .purpose = "Revisioner, tillsyn och tester under perioden. Bladet får vara tomt.",
         .columns = audits,
         .period = Period::follow_up},
    Form{.workbook = "Uppföljning",
         .sheet = "Iakttagelser",
         .purpose = "Revisionernas iakttagelser: en rad för varje iakttagelse.",
         .columns = findings,
         .period = Period::follow_up},
};

}  // namespace

const std::span<const Form> follow_up_forms = sheets;

}  // namespace lg::intake
