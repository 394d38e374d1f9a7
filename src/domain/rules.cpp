#include "domain/rules.hpp"

#include "domain/rule_checks.hpp"
#include "domain/rule_switches.hpp"

#include <array>

namespace lg::domain {
namespace {

constexpr std::array table{
    Rule{"R1", "AKT-101 AKT-102 AKT-103", "Varje aktivitet har en ansvarig roll och en ansvarstyp.",
         check_responsibility, "utan dem kan meningen om ansvar inte skrivas"},
    Rule{"R2", "BLAN-001 BLAN-010 BLAN-011 BLAN-012", "Blad och rubriker som behövs finns.", nullptr,
         "utan dem kan underlaget inte läsas"},
    Rule{"R3", "BLAN-101 BLAN-201 BLAN-202 BLAN-203 IKP-101",
         "Varje beteckning är ifylld och unik, och det den pekar på finns.", check_ids,
         "utan beteckningar hör raderna inte ihop"},
    Rule{"R4", "VOR-103", "Sannolikhet och konsekvens är heltal på skalan.", check_scales,
         "utan dem finns inget riskvärde"},
    Rule{"R5", "VOR-104", "Riskvärdet är sannolikhet gånger konsekvens.", check_risk_values},
    Rule{"R6", "VOR-105", "Kvarstående risk är inte högre än risken.", check_remaining_risk},
    Rule{"R7", "VOR-106 VOR-109 VOR-112",
         "En risk som når tröskeln har kontroll, aktivitet eller motiverad acceptans.", check_treatment},
    Rule{"R8", "VOR-107 VOR-113 AKT-113", "Två händelser säger inte samma sak.", check_near_duplicates},
    Rule{"R9", "VOR-108", "Varje område i VoR möts av en aktivitet eller en motiverad acceptans.",
         check_areas},
    Rule{"R10", "AKT-104 AKT-112", "Det som ska göras årligen finns alla år i planen.", check_recurrence},
    Rule{"R11", "AKT-105 AKT-106 AKT-107 AKT-108 AKT-110 AKT-111",
         "Aktivitetens år och datum stämmer med planperioden.", check_activity_years},
    Rule{"R12", "UPPF-101 UPPF-102 UPPF-103 UPPF-105 UPPF-106 UPPF-107",
         "Varje händelse i förra årets VoR har exakt en uppföljning.", check_follow_ups,
         "utan den blir rapportens avsnitt om uppföljningen inte helt"},
    Rule{"R13", "UPPF-104 REV-101 AKT-109",
         "Rekommendationer har en aktivitet, och aktiviteter har en källa.", check_recommendations},
    Rule{"R14", "IKP-102 IKP-103 IKP-104 IKP-105 IKP-106 IKP-107 IKP-108",
         "En kontroll gäller en händelse, är följd upp när året är slut, och avvikelser har en åtgärd.",
         check_controls},
    Rule{"R15", "INC-101 INC-102 INC-103 INC-104 INC-105 INC-109 INC-110",
         "En personuppgiftsincident är bedömd, och anmäld till IMY inom 72 timmar.", check_incident_reports},
    Rule{"R16", "INC-106 INC-107 INC-108",
         "En betydande incident från och med 15 januari 2026 är rapporterad i tid.",
         check_significant_incidents},
    Rule{"R17", "GDPR-101 GDPR-102",
         "DSO:s viktiga rekommendationer har en aktivitet första planåret, och låga risker ett år.",
         check_dso_recommendations},
    Rule{"R18", "LIST-101 LIST-102 LIST-103 LIST-104 LIST-105",
         "Underlaget har det som ISO 27001 9.3.2 räknar upp, och ledningen utbildas från 2026.",
         check_coverage},
    Rule{"R19", "TEXT-101 TEXT-102 TEXT-103 TEXT-104 TEXT-105 TEXT-106 TEXT-107",
         "Åren i texterna stämmer med rapporten.", check_years_in_texts},
    Rule{"R20", "TEXT-201 TEXT-202 TEXT-203 TEXT-204 TEXT-205",
         "Texterna är aktuella och säger inte emot varandra.", check_stale_texts},
    Rule{"R21", "TEXT-301", "Ord och namn skrivs som ordlistan säger.", check_glossary},
    Rule{"R22", "TEXT-401 TEXT-402 TEXT-403 TEXT-404 TEXT-405 TEXT-406 TEXT-407",
         "Texterna är färdigskrivna.", check_language},
    Rule{"R23", "M018 M041 M042 M043 M052 M053 M079",
         "Det färdiga dokumentet är helt, tillgängligt och håller formatets regler.", nullptr,
         "den vaktar dokumenten själva"},
    Rule{"R24", "BLAN-014 BLAN-104 BLAN-105 BLAN-111 BLAN-112", "Cellerna har värden som går att läsa.",
         check_indicators, "utan den kan fel värden hamna i dokumenten"},
    Rule{"R25", "BLAN-021 BLAN-301 BLAN-302 BLAN-303",
         "Det som är märkt Maskas eller Utelämnas har ett lagrum.", check_secrecy,
         "den vaktar uppgifter som kan vara hemliga"},
    Rule{"R26", "TEXT-501 TEXT-502 TEXT-503 TEXT-504",
         "Texter som publiceras har inga personuppgifter eller tekniska uppgifter.", check_personal_data},
    Rule{"R27", "VOR-110 VOR-111", "En risk som ändras mycket eller utgår har en förklaring.",
         check_risk_changes},
    Rule{"R28", "AKT-201 AKT-202 AKT-203 AKT-204", "Ingen aktivitet i förra planen är tappad.",
         check_earlier_activities},
    Rule{"R29", "UPPG-101 UPPG-102 UPPG-103 UPPG-104 UPPG-105",
         "Ärendets diarienummer, datum och bilagor stämmer.", check_case},
    Rule{"R30", "INC-301", "Ett slags incident som återkommer har en risk i VoR.", check_recurring_incidents},
};

}  // namespace

std::span<const Rule> rules() {
  return table;
}

void check(const Review& review, Problems& problems) {
  const Links links(review);
  const Scales scales = scales_of(review);
  const std::vector<PrintedText> texts = printed_texts(review);
  RuleSwitches switches(review, table, problems);
  for (const Rule& rule : table) {
    if (rule.check == nullptr) continue;
    Problems found;
    rule.check({review, links, scales, texts}, found);
    for (const Problem& problem : found) {
      if (!switches.holds_back(rule, problem.code)) problems.add(problem);
    }
  }
  switches.tell(problems);
}

bool has_cell(const Value& value) {
  return value.source() && value.source().column > 0;
}

CellLocation place_of(const Value& value, const Value& other) {
  return has_cell(value) ? value.source().location() : other.source().location();
}

}  // namespace lg::domain
