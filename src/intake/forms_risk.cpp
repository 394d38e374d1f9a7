#include "intake/form_tables.hpp"

namespace lg::intake {
namespace {

using Word = std::string_view;

constexpr std::array<Word, 7> treatments{
    "Åtgärd", "Kontroll i IKP", "Åtgärd och kontroll", "Accepteras", "Bevakas", "Undviks", "Överförs"};
constexpr std::array<Word, 10> law_areas{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
constexpr std::array<Word, 1> vor_id_aliases{"Risk-ID"};
constexpr std::array<Word, 1> process_aliases{"Arbetssätt"};
constexpr std::array<Word, 1> event_aliases{"Risk"};
constexpr std::array<Word, 1> controls_aliases{"Systematiska kontroller"};
constexpr std::array<Word, 1> owner_aliases{"Ansvarig"};
constexpr std::array<Word, 1> left_likelihood_aliases{"Kvarstående S"};
constexpr std::array<Word, 1> left_consequence_aliases{"Kvarstående K"};

// Malmö's decisions, and words that follow of themselves; "granskning" is a control of the IKP.
constexpr std::array other_treatments{
    Synonym{"Åtgärdas", "Åtgärd"},
    Synonym{"Åtgärda", "Åtgärd"},
    Synonym{"Åtgärder", "Åtgärd"},
    Synonym{"Direktåtgärd", "Åtgärd"},
    Synonym{"Direkt åtgärd", "Åtgärd"},
    Synonym{"Reducera", "Åtgärd"},
    Synonym{"Reduceras", "Åtgärd"},
    Synonym{"Minska", "Åtgärd"},
    Synonym{"Granskning", "Kontroll i IKP"},
    Synonym{"Granskas", "Kontroll i IKP"},
    Synonym{"Granska", "Kontroll i IKP"},
    Synonym{"Kontroll", "Kontroll i IKP"},
    Synonym{"Kontrolleras", "Kontroll i IKP"},
    Synonym{"Internkontroll", "Kontroll i IKP"},
    Synonym{"IKP", "Kontroll i IKP"},
    Synonym{"Hanteras i IKP", "Kontroll i IKP"},
    Synonym{"Till IKP", "Kontroll i IKP"},
    Synonym{"Tas med i IKP", "Kontroll i IKP"},
    Synonym{"Internkontrollplan", "Kontroll i IKP"},
    Synonym{"Kontroll och åtgärd", "Åtgärd och kontroll"},
    Synonym{"Åtgärd och granskning", "Åtgärd och kontroll"},
    Synonym{"Direktåtgärd och granskning", "Åtgärd och kontroll"},
    Synonym{"Acceptera", "Accepteras"},
    Synonym{"Accepterad", "Accepteras"},
    Synonym{"Accepteras risk", "Accepteras"},
    Synonym{"Befintliga rutiner räcker", "Accepteras"},
    Synonym{"Bevaka", "Bevakas"},
    Synonym{"Bevakning", "Bevakas"},
    Synonym{"Under bevakning", "Bevakas"},
    Synonym{"Undvik", "Undviks"},
    Synonym{"Undvika", "Undviks"},
    Synonym{"Överföra", "Överförs"},
    Synonym{"Överför", "Överförs"},
    Synonym{"Mitigate", "Åtgärd"},
    Synonym{"Reduce", "Åtgärd"},
    Synonym{"Treat", "Åtgärd"},
    Synonym{"Control", "Kontroll i IKP"},
    Synonym{"Accept", "Accepteras"},
    Synonym{"Accepted", "Accepteras"},
    Synonym{"Monitor", "Bevakas"},
    Synonym{"Avoid", "Undviks"},
    Synonym{"Transfer", "Överförs"},
};

constexpr Column year{
    .heading = "År", .kind = Kind::whole_number, .help = "Behövs bara om bladet innehåller flera år."};

constexpr std::array events{
    Column{.heading = "VoR-ID",
           .kind = Kind::id,
           .need = Need::required,
           .aliases = vor_id_aliases,
           .help = "Händelsens egen beteckning, till exempel V25-04."},
    year,
    Column{.heading = "KF-mål", .help = "Kommunfullmäktiges mål som händelsen hör till."},
    Column{.heading = "Nämndmål", .help = "Nämndens mål som händelsen hör till."},
    Column{.heading = "Process", .aliases = process_aliases, .help = "Processen eller arbetssättet."},
    Column{.heading = "Område",
           .need = Need::required,
           .help = "Rubriken som händelsen står under i rapporten."},
    Column{.heading = "Oönskad händelse",
           .need = Need::required,
           .aliases = event_aliases,
           .help = "En händelse i en mening som slutar med punkt."},
    Column{.heading = "Orsak", .help = "Varför händelsen kan inträffa."},
    Column{.heading = "Konsekvensbeskrivning", .help = "Vad händelsen leder till."},
    Column{.heading = "Sannolikhet",
           .kind = Kind::whole_number,
           .need = Need::required,
           .help = "Heltal enligt bladet Skalor, vanligen 1–5.",
           .code = "VOR-103"},
    Column{.heading = "Konsekvens",
           .kind = Kind::whole_number,
           .need = Need::required,
           .help = "Heltal enligt bladet Skalor, vanligen 1–5.",
           .code = "VOR-103"},
    Column{.heading = "Riskvärde",
           .kind = Kind::number,
           .help = "Sannolikhet gånger konsekvens; räknas ut om cellen är tom."},
    Column{.heading = "Risknivå", .help = "Räknas ut av riskvärdet om cellen är tom."},
    Column{.heading = "Befintliga kontroller",
           .aliases = controls_aliases,
           .help = "Kontroller som redan finns i arbetet."},
    Column{.heading = "Hantering",
           .kind = Kind::choice,
           .choices = treatments,
           .help = "Krävs när riskvärdet når tröskeln i bladet Skalor.",
           .synonyms = other_treatments},
    Column{.heading = "Motivering", .help = "Krävs när risken accepteras eller bevakas."},
    Column{.heading = "Riskägare",
           .kind = Kind::role,
           .aliases = owner_aliases,
           .help = "Rollen som äger risken."},
    Column{.heading = "Kvarstående sannolikhet",
           .kind = Kind::whole_number,
           .aliases = left_likelihood_aliases,
           .help = "Sannolikheten när åtgärderna är gjorda.",
           .code = "VOR-103"},
    Column{.heading = "Kvarstående konsekvens",
           .kind = Kind::whole_number,
           .aliases = left_consequence_aliases,
           .help = "Konsekvensen när åtgärderna är gjorda.",
           .code = "VOR-103"},
    information_security,
    Column{.heading = "Cybersäkerhetslagen",
           .kind = Kind::choices,
           .choices = law_areas,
           .help = "Punkterna 1–10 i 2 kap. 3 § som händelsen rör, åtskilda med semikolon."},
    Column{.heading = "Föregående VoR-ID",
           .kind = Kind::id,
           .help = "Samma händelses beteckning i förra årets VoR."},
    sort_order,
    secrecy,
    legal_basis,
    open_text,
};

constexpr std::array<Word, 9> methods{
    "Stickprov",     "Fullständig genomgång", "Observation",    "Intervju", "Enkät",
    "Systemrapport", "Logggranskning",        "Självskattning", "Annat"};
constexpr std::array<Word, 7> frequencies{"Löpande", "Månadsvis", "Kvartalsvis", "Tertial",
                                          "Halvår",  "Årsvis",    "Vid behov"};
constexpr std::array other_methods{
    Synonym{"Stickprovskontroll", "Stickprov"},
    Synonym{"Stickprover", "Stickprov"},
    Synonym{"Fullständig kontroll", "Fullständig genomgång"},
    Synonym{"Totalkontroll", "Fullständig genomgång"},
    Synonym{"Loggranskning", "Logggranskning"},
    Synonym{"Logggranskningar", "Logggranskning"},
    Synonym{"Granskning av loggar", "Logggranskning"},
    Synonym{"Intervjuer", "Intervju"},
    Synonym{"Systemrapporter", "Systemrapport"},
    Synonym{"Rapport ur system", "Systemrapport"},
    Synonym{"Observationer", "Observation"},
    Synonym{"Egenkontroll", "Självskattning"},
    Synonym{"Sample", "Stickprov"},
    Synonym{"Sampling", "Stickprov"},
    Synonym{"Spot check", "Stickprov"},
    Synonym{"Full review", "Fullständig genomgång"},
    Synonym{"Interview", "Intervju"},
    Synonym{"Survey", "Enkät"},
    Synonym{"System report", "Systemrapport"},
    Synonym{"Log review", "Logggranskning"},
    Synonym{"Self-assessment", "Självskattning"},
};
constexpr std::array other_frequencies{
    Synonym{"Varje månad", "Månadsvis"},
    Synonym{"Månadsvis kontroll", "Månadsvis"},
    Synonym{"Månatligen", "Månadsvis"},
    Synonym{"Månad", "Månadsvis"},
    Synonym{"En gång i månaden", "Månadsvis"},
    Synonym{"En gång per månad", "Månadsvis"},
    Synonym{"1 gång/månad", "Månadsvis"},
    Synonym{"1 gång per månad", "Månadsvis"},
    Synonym{"1 ggr/månad", "Månadsvis"},
    Synonym{"12 gånger per år", "Månadsvis"},
    Synonym{"12 ggr/år", "Månadsvis"},
    Synonym{"Kvartal", "Kvartalsvis"},
    Synonym{"Varje kvartal", "Kvartalsvis"},
    Synonym{"En gång per kvartal", "Kvartalsvis"},
    Synonym{"1 gång/kvartal", "Kvartalsvis"},
    Synonym{"1 gång per kvartal", "Kvartalsvis"},
    Synonym{"1 ggr/kvartal", "Kvartalsvis"},
    Synonym{"Fyra gånger per år", "Kvartalsvis"},
    Synonym{"4 gånger per år", "Kvartalsvis"},
    Synonym{"4 gånger/år", "Kvartalsvis"},
    Synonym{"4 ggr/år", "Kvartalsvis"},
    Synonym{"Tertialvis", "Tertial"},
    Synonym{"Varje tertial", "Tertial"},
    Synonym{"1 gång/tertial", "Tertial"},
    Synonym{"1 ggr/tertial", "Tertial"},
    Synonym{"En gång per tertial", "Tertial"},
    Synonym{"Tre gånger per år", "Tertial"},
    Synonym{"3 gånger per år", "Tertial"},
    Synonym{"3 gånger/år", "Tertial"},
    Synonym{"3 ggr/år", "Tertial"},
    Synonym{"Halvårsvis", "Halvår"},
    Synonym{"Varje halvår", "Halvår"},
    Synonym{"Två gånger per år", "Halvår"},
    Synonym{"2 gånger per år", "Halvår"},
    Synonym{"2 gånger/år", "Halvår"},
    Synonym{"2 ggr/år", "Halvår"},
    Synonym{"1 gång/halvår", "Halvår"},
    Synonym{"1 ggr/halvår", "Halvår"},
    Synonym{"År", "Årsvis"},
    Synonym{"Årligen", "Årsvis"},
    Synonym{"Årlig", "Årsvis"},
    Synonym{"Varje år", "Årsvis"},
    Synonym{"Helår", "Årsvis"},
    Synonym{"En gång per år", "Årsvis"},
    Synonym{"En gång om året", "Årsvis"},
    Synonym{"1 gång per år", "Årsvis"},
    Synonym{"1 gång/år", "Årsvis"},
    Synonym{"1 ggr/år", "Årsvis"},
    Synonym{"Kontinuerligt", "Löpande"},
    Synonym{"Fortlöpande", "Löpande"},
    Synonym{"Dagligen", "Löpande"},
    Synonym{"Varje vecka", "Löpande"},
    Synonym{"Veckovis", "Löpande"},
    Synonym{"Vid förändring", "Vid behov"},
    Synonym{"Efter behov", "Vid behov"},
    Synonym{"Continuous", "Löpande"},
    Synonym{"Daily", "Löpande"},
    Synonym{"Weekly", "Löpande"},
    Synonym{"Monthly", "Månadsvis"},
    Synonym{"Quarterly", "Kvartalsvis"},
    Synonym{"Half-yearly", "Halvår"},
    Synonym{"Semi-annually", "Halvår"},
    Synonym{"Yearly", "Årsvis"},
    Synonym{"Annually", "Årsvis"},
    Synonym{"When needed", "Vid behov"},
};
constexpr std::array<Word, 3> done_words{"Ja", "Delvis", "Nej"};
constexpr std::array<Word, 5> results{"Ingen avvikelse", "Mindre avvikelse", "Avvikelse",
                                      "Allvarlig avvikelse", "Ej genomförd"};
constexpr std::array<Word, 2> control_aliases{"Kontrollaktivitet", "Kontrollmoment"};

constexpr Column control_id{.heading = "Kontroll-ID",
                            .kind = Kind::id,
                            .need = Need::required,
                            .help = "Kontrollens egen beteckning, till exempel K25-01."};
constexpr Column done{.heading = "Genomförd",
                      .kind = Kind::choice,
                      .choices = done_words,
                      .help = "Fylls i vid uppföljningen."};
constexpr Column done_on{.heading = "Datum", .kind = Kind::date, .help = "Dagen då kontrollen gjordes."};
constexpr Column checked{
    .heading = "Antal kontrollerade", .kind = Kind::whole_number, .help = "Hur många som kontrollerades."};
constexpr Column deviations{
    .heading = "Antal avvikelser", .kind = Kind::whole_number, .help = "Hur många avvikelser som hittades."};
constexpr Column result{
    .heading = "Resultat", .kind = Kind::choice, .choices = results, .help = "Kontrollens utfall."};
constexpr Column comment{.heading = "Kommentar", .help = "Krävs när resultatet inte är Ingen avvikelse."};
constexpr Column measure{.heading = "Åtgärd", .help = "Vad som görs åt avvikelsen."};
constexpr Column measure_owner{.heading = "Ansvarig", .kind = Kind::role, .help = "Rollen som gör åtgärden."};
constexpr Column measure_end{
    .heading = "Klart senast", .kind = Kind::date, .help = "Sista dagen för åtgärden.", .period_end = true};

constexpr std::array controls{
    control_id,
    year,
    Column{.heading = "VoR-ID",
           .kind = Kind::ids,
           .need = Need::column,
           .help = "Händelserna som kontrollen gäller, åtskilda med semikolon."},
    Column{.heading = "Process", .aliases = process_aliases, .help = "Processen eller arbetssättet."},
    Column{.heading = "Kontroll",
           .need = Need::required,
           .aliases = control_aliases,
           .help = "Vad som kontrolleras."},
    Column{.heading = "Syfte", .help = "Varför kontrollen görs."},
    Column{.heading = "Omfattning", .help = "Hur mycket som kontrolleras."},
    Column{.heading = "Metod",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = methods,
           .help = "Hur kontrollen görs; egna ord går bra.",
           .open_choice = true,
           .synonyms = other_methods},
    Column{.heading = "Frekvens",
           .kind = Kind::choice,
           .need = Need::required,
           .choices = frequencies,
           .help = "Hur ofta kontrollen görs.",
           .synonyms = other_frequencies},
    Column{.heading = "Tidpunkt", .help = "När kontrollen görs."},
    Column{.heading = "Kontrollansvarig",
           .kind = Kind::role,
           .need = Need::required,
           .help = "Rollen som gör kontrollen."},
    Column{.heading = "Rapporteras till", .help = "Vem som får veta resultatet."},
    information_security,
    done,
    done_on,
    checked,
    deviations,
    result,
    comment,
    measure,
    measure_owner,
    measure_end,
    sort_order,
    secrecy,
    legal_basis,
    open_text,
};

constexpr std::array control_results{control_id, year,    done,    done_on,       checked,    deviations,
                                     result,     comment, measure, measure_owner, measure_end};

constexpr std::array<Word, 2> vor_aliases{"Väsentlighets- och riskanalys", "Riskanalys"};
constexpr std::array<Word, 1> ikp_aliases{"Internkontrollplan"};
constexpr std::array<Word, 1> ikp_result_aliases{"Uppföljning av IKP"};

constexpr std::array sheets{
    Form{.workbook = "VoR",
         .sheet = "VoR",
         .aliases = vor_aliases,
         .purpose = "Väsentlighets- och riskanalysen: en rad för varje oönskad händelse.",
         .columns = events,
         .period = Period::both,
         .needed = true},
    Form{.workbook = "IKP",
         .sheet = "IKP",
         .aliases = ikp_aliases,
         .purpose = "Internkontrollplanen: en rad för varje kontroll.",
         .columns = controls,
         .period = Period::both},
    Form{.workbook = "IKP",
         .sheet = "IKP-uppföljning",
         .aliases = ikp_result_aliases,
         .purpose = "Kontrollernas resultat, om de inte står i bladet IKP.",
         .columns = control_results,
         .period = Period::both},
};

}  // namespace

const std::span<const Form> risk_forms = sheets;

}  // namespace lg::intake
