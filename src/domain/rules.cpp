#include "domain/rules.hpp"

#include "domain/rule_checks.hpp"

#include <array>

namespace lg::domain {
namespace {

constexpr std::array table{
    Rule{"R1", "AKT-101 AKT-102 AKT-103", "Varje aktivitet har en ansvarig roll och en ansvarstyp.",
         check_responsibility},
    Rule{"R2", "BLAN-001 BLAN-010 BLAN-011 BLAN-012", "Blad och rubriker som behövs finns.", nullptr},
    Rule{"R3", "BLAN-101 BLAN-201 BLAN-202",
         "Varje beteckning är ifylld och unik, och det den pekar på finns.", check_ids},
    Rule{"R4", "VOR-103", "Sannolikhet och konsekvens är heltal på skalan.", check_scales},
    Rule{"R5", "VOR-104", "Riskvärdet är sannolikhet gånger konsekvens.", check_risk_values},
    Rule{"R6", "VOR-105", "Kvarstående risk är inte högre än risken.", check_remaining_risk},
    Rule{"R7", "VOR-106 VOR-109",
         "En risk som når tröskeln har kontroll, aktivitet eller motiverad acceptans.", check_treatment},
    Rule{"R8", "VOR-107", "Två händelser säger inte samma sak.", check_near_duplicates},
    Rule{"R9", "VOR-108", "Varje område i VoR möts av en aktivitet eller en motiverad acceptans.",
         check_areas},
    Rule{"R10", "AKT-104", "Det som ska göras årligen finns alla år i planen.", check_recurrence},
    Rule{"R11", "AKT-105 AKT-106 AKT-107 AKT-108", "Aktivitetens år och datum stämmer med planperioden.",
         check_activity_years},
    Rule{"R12", "UPPF-101 UPPF-102 UPPF-103 UPPF-105 UPPF-106",
         "Varje händelse i förra årets VoR har exakt en uppföljning.", check_follow_ups},
    Rule{"R13", "UPPF-104 REV-101 AKT-109",
         "Rekommendationer har en aktivitet, och aktiviteter har en källa.", check_recommendations},
    Rule{"R25", "BLAN-021",
         "Det som är märkt Maskas eller Utelämnas sägs till om, tills en öppen kopia kan göras.",
         check_secrecy},
    Rule{"R24", "BLAN-014 BLAN-105 BLAN-111 BLAN-112", "Cellerna har värden som går att läsa.", nullptr},
};

}  // namespace

std::span<const Rule> rules() {
  return table;
}

void check(const Review& review, Problems& problems) {
  const Links links(review);
  const Scales scales = scales_of(review);
  for (const Rule& rule : table) {
    if (rule.check != nullptr) rule.check({review, links, scales}, problems);
  }
}

bool has_cell(const Value& value) {
  return value.source() && value.source().column > 0;
}

CellLocation place_of(const Value& value, const Value& other) {
  return has_cell(value) ? value.source().location() : other.source().location();
}

}  // namespace lg::domain
