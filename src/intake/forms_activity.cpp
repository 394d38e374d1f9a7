#include "intake/form_tables.hpp"

namespace lg::intake {
namespace {

using Word = std::string_view;

constexpr std::array<Word, 4> responsibilities{"Genomförs", "Initieras", "Initieras och genomförs",
                                               "Översyn och uppdatering"};
constexpr std::array<Word, 4> recurrences{"Nej", "Årligen", "Halvår", "Kvartal"};
constexpr std::array<Word, 3> priorities{"1 Hög", "2 Medel", "3 Låg"};
constexpr std::array<Word, 9> reasons{"VoR",      "IKP",     "Uppföljning", "GDPR-årsrapport", "Revision",
                                      "Incident", "Lagkrav", "Omvärld",     "Ledningsbeslut"};
constexpr std::array<Word, 2> groups{"Aktivitet", "Övrig prioriterad från GDPR-årsrapport"};
constexpr std::array<Word, 10> law_areas{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
constexpr std::array<Word, 6> states{"Ej påbörjad", "Pågår", "Klar", "Försenad", "Flyttad", "Utgår"};
constexpr std::array<Word, 1> iso_aliases{"ISO-kontroll (A.5–A.8)"};
constexpr std::array<Word, 1> hours_aliases{"Resurs"};
constexpr std::array<Word, 1> cost_aliases{"Kostnad"};
constexpr std::array<Word, 1> measure_aliases{"Uppföljning/mått"};

constexpr Column title{
    .heading = "Aktivitet", .need = Need::required, .help = "Aktivitetens rubrik, högst 120 tecken."};
constexpr Column support{.heading = "Med stöd av", .kind = Kind::roles, .help = "Roller som hjälper till."};
constexpr Column start{.heading = "Start", .kind = Kind::date, .help = "Första dagen."};
constexpr Column end{
    .heading = "Klart senast", .kind = Kind::date, .help = "Sista dagen.", .period_end = true};
constexpr Column recurrence{.heading = "Återkommande",
                            .kind = Kind::choice,
                            .choices = recurrences,
                            .help = "Hur ofta aktiviteten görs om."};
constexpr Column starred{
    .heading = "Särskilt prioriterad", .kind = Kind::yes_no, .help = "Ja: nämns i sammanfattningen."};
constexpr Column vor_ids{
    .heading = "VoR-ID", .kind = Kind::ids, .help = "Händelserna som aktiviteten möter."};
constexpr Column dso_ids{
    .heading = "DSO-ID", .kind = Kind::ids, .help = "DSO:s rekommendationer som den möter."};
constexpr Column finding_ids{
    .heading = "Iakttagelse-ID", .kind = Kind::ids, .help = "Revisionens iakttagelser som den möter."};
constexpr Column incident_ids{
    .heading = "Incident-ID", .kind = Kind::ids, .help = "Incidenter som den möter."};
constexpr Column group{.heading = "Grupp",
                       .kind = Kind::choice,
                       .choices = groups,
                       .help = "Var i rapporten aktiviteten står; tomt räknas som Aktivitet.",
                       .fallback = "Aktivitet"};
constexpr Column law{.heading = "Cybersäkerhetslagen",
                     .kind = Kind::choices,
                     .choices = law_areas,
                     .help = "Punkterna 1–10 i 2 kap. 3 §, åtskilda med semikolon."};
constexpr Column iso{.heading = "ISO-kontroll", .aliases = iso_aliases, .help = "Till exempel A.5.18."};
constexpr Column hours{.heading = "Resurs (timmar)",
                       .kind = Kind::number,
                       .aliases = hours_aliases,
                       .help = "Uppskattad arbetstid i timmar."};
constexpr Column cost{.heading = "Kostnad (tkr)",
                      .kind = Kind::number,
                      .aliases = cost_aliases,
                      .help = "Uppskattad kostnad i tusen kronor."};
constexpr Column state{
    .heading = "Status", .kind = Kind::choice, .choices = states, .help = "Hur långt den har kommit."};
constexpr Column state_on{
    .heading = "Status datum", .kind = Kind::date, .help = "Dagen då status bestämdes."};
constexpr Column state_note{.heading = "Statuskommentar",
                            .help = "Krävs om den är Försenad, Flyttad eller Utgår."};
constexpr Column moved_to{.heading = "Flyttad till år", .kind = Kind::whole_number, .help = "Det nya året."};
constexpr Column measured{.heading = "Uppföljning", .aliases = measure_aliases, .help = "Hur den följs upp."};
constexpr Column measure{.heading = "Mått", .help = "Hur det syns att den har haft verkan."};
constexpr Column depends_on{
    .heading = "Beroende av", .kind = Kind::ids, .help = "Aktiviteter som måste bli klara först."};
constexpr Column earlier_references{
    .heading = "Tidigare referenser",
    .help =
        "Händelser, rekommendationer, iakttagelser och incidenter från tidigare år som aktiviteten möter.",
    .carried = true};
constexpr Column years{.heading = "År", .help = "Aktivitetens år i ord.", .computed = true};
constexpr Column sentence{
    .heading = "Ansvarsmening", .help = "Meningen om vem som ansvarar.", .computed = true};

constexpr std::array activities{
    Column{.heading = "Aktivitets-ID",
           .kind = Kind::id,
           .need = Need::required,
           .help = "Till exempel A25-03; samma beteckning får återkomma andra år."},
    title,
    Column{.heading = "Startår", .kind = Kind::whole_number, .need = Need::required, .help = "Första året."},
    Column{.heading = "Slutår", .kind = Kind::whole_number, .need = Need::required, .help = "Sista året."},
    Column{.heading = "Beskrivning",
           .need = Need::required,
           .help = "Vad som ska göras; tom rad ger nytt stycke."},
    Column{
        .heading = "Ansvarig", .kind = Kind::role, .need = Need::ruled, .help = "En roll ur bladet Roller."},
    Column{.heading = "Ansvarstyp",
           .kind = Kind::choice,
           .need = Need::ruled,
           .choices = responsibilities,
           .help = "Vad ansvaret innebär; bestämmer meningen i rapporten."},
    support,
    start,
    end,
    recurrence,
    Column{.heading = "Prioritet",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = priorities,
           .help = "1 Hög, 2 Medel eller 3 Låg."},
    starred,
    Column{.heading = "Källa",
           .kind = Kind::choices,
           .need = Need::required,
           .choices = reasons,
           .help = "Varför aktiviteten finns; flera åtskilda med semikolon."},
    vor_ids,
    dso_ids,
    finding_ids,
    incident_ids,
    earlier_references,
    group,
    law,
    iso,
    hours,
    cost,
    state,
    state_on,
    state_note,
    moved_to,
    measured,
    measure,
    depends_on,
    sort_order,
    secrecy,
    legal_basis,
    open_text,
    years,
    sentence,
};

// Last year's plan comes from a template that the city may have changed: little of it is demanded.
constexpr std::array earlier_activities{
    Column{
        .heading = "Aktivitets-ID", .kind = Kind::id, .need = Need::required, .help = "Till exempel A24-03."},
    title,
    Column{.heading = "Startår", .kind = Kind::whole_number, .help = "Första året."},
    Column{.heading = "Slutår", .kind = Kind::whole_number, .help = "Sista året."},
    Column{.heading = "Beskrivning", .help = "Vad som skulle göras."},
    Column{.heading = "Ansvarig", .kind = Kind::role, .help = "En roll ur bladet Roller."},
    Column{.heading = "Ansvarstyp",
           .kind = Kind::choice,
           .choices = responsibilities,
           .help = "Vad ansvaret innebär."},
    support,
    start,
    end,
    recurrence,
    Column{.heading = "Prioritet",
           .kind = Kind::choice,
           .choices = priorities,
           .help = "1 Hög, 2 Medel eller 3 Låg."},
    starred,
    Column{
        .heading = "Källa", .kind = Kind::choices, .choices = reasons, .help = "Varför aktiviteten finns."},
    vor_ids,
    dso_ids,
    finding_ids,
    incident_ids,
    earlier_references,
    group,
    law,
    iso,
    hours,
    cost,
    state,
    state_on,
    state_note,
    moved_to,
    measured,
    measure,
    depends_on,
    Column{.heading = "Utfall", .help = "Vad aktiviteten ledde till."},
    sort_order,
    secrecy,
    legal_basis,
    open_text,
    years,
    sentence,
};

constexpr std::array sheets{
    Form{.workbook = "Aktiviteter",
         .sheet = "Aktiviteter",
         .purpose = "Förbättringsaktiviteterna: en rad för varje aktivitet och år eller period.",
         .columns = activities,
         .period = Period::plan,
         .needed = true},
    Form{.workbook = "Aktiviteter",
         .sheet = "Tidigare aktiviteter",
         .purpose = "Aktiviteterna i förra planen med status; behövs inte om förra planen ligger i mappen.",
         .columns = earlier_activities,
         .period = Period::plan},
};

}  // namespace

const std::span<const Form> activity_forms = sheets;

}  // namespace lg::intake
