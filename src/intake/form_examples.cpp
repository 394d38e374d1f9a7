#include "intake/form_examples.hpp"

#include <algorithm>
#include <array>

namespace lg::intake {
namespace {

constexpr std::array roles{
    Example{"Roll", "ISAM"},
    Example{"Fullständig benämning", "informationssäkerhetssamordnare"},
    Example{"Bestämd form", "informationssäkerhetssamordnaren"},
};
constexpr std::array scales{
    Example{"Typ", "Risknivå"},
    Example{"Från", "10"},
    Example{"Till", "14"},
    Example{"Benämning", "Hög"},
    Example{"Färg", "F4B183"},
    Example{"Beskrivning", "Ska hanteras med åtgärd eller kontroll."},
    Example{"Kräver hantering", "Ja"},
};
constexpr std::array glossary{
    Example{"Term", "IMY"},
    Example{"Föredragen form", "Integritetsskyddsmyndigheten (IMY)"},
    Example{"Otillåten form", "Datainspektionen"},
    Example{"Gäller från", "2021-01-01"},
    Example{"Förklaring", "Tillsynsmyndighet för dataskydd."},
};
constexpr std::array rule_switches{
    Example{"Regel", "R8"},
    Example{"Används", "Nej"},
    Example{"Motivering", "Händelserna skiljs åt per avdelning."},
};
constexpr std::array text_blocks{
    Example{"Nyckel", "prioriterat"},
    Example{"Rubrik", "Det viktigaste i år"},
    Example{"Text", "Nämnden bör först ta sig an behörigheter och kontinuitet."},
    Example{"Rapportår", "2026"},
    Example{"Granskad datum", "2026-09-15"},
};
constexpr std::array events{
    Example{"VoR-ID", "V26-04"},
    Example{"Process", "Hantera behörigheter"},
    Example{"Område", "Behörigheter"},
    Example{"Oönskad händelse", "Behörigheter tas inte bort när en medarbetare slutar."},
    Example{"Orsak", "Chefer saknar en gemensam rutin."},
    Example{"Konsekvensbeskrivning", "Obehöriga kan läsa känsliga uppgifter."},
    Example{"Sannolikhet", "3"},
    Example{"Konsekvens", "4"},
    Example{"Riskvärde", "12"},
    Example{"Risknivå", "Hög"},
    Example{"Befintliga kontroller", "Stickprov en gång om året."},
    Example{"Hantering", "Åtgärd"},
    Example{"Riskägare", "Avdelningschef"},
    Example{"Informationssäkerhet", "Ja"},
    Example{"Föregående VoR-ID", "V25-03"},
};
constexpr std::array controls{
    Example{"Kontroll-ID", "K26-01"},
    Example{"VoR-ID", "V26-04"},
    Example{"Kontroll", "Stickprov av behörigheter i fem system"},
    Example{"Omfattning", "10 % av användarna"},
    Example{"Metod", "Stickprov"},
    Example{"Frekvens", "Tertial"},
    Example{"Tidpunkt", "T2"},
    Example{"Kontrollansvarig", "ISAM"},
    Example{"Rapporteras till", "Förvaltningschef"},
};
constexpr std::array control_results{
    Example{"Kontroll-ID", "K25-01"},
    Example{"Genomförd", "Ja"},
    Example{"Datum", "2025-09-12"},
    Example{"Antal kontrollerade", "40"},
    Example{"Antal avvikelser", "3"},
    Example{"Resultat", "Mindre avvikelse"},
    Example{"Kommentar", "Tre konton var kvar efter avslutad anställning."},
};
constexpr std::array follow_ups{
    Example{"VoR-ID", "V25-03"},
    Example{"Uppföljningsmetod", "Stickprov; Observation"},
    Example{"Iakttagelse och bedömning", "Stickproven visade att konton blir kvar i flera veckor."},
    Example{"Bedömning", "Otillräcklig"},
    Example{"Allvarlighetsgrad", "Medel"},
    Example{"ISAM:s rekommendation", "Ta fram en gemensam rutin för avslut."},
    Example{"I samsyn med", "DSO"},
    Example{"Aktivitets-ID", "A26-02"},
    Example{"Trend", "Oförändrad"},
};
constexpr std::array recommendations{
    Example{"DSO-ID", "D25-01"},
    Example{"Område", "Registerförteckning"},
    Example{"Rekommendation", "Se över registerförteckningen två gånger om året."},
    Example{"Risk", "Medel"},
    Example{"Berör informationssäkerhet", "Ja"},
    Example{"Prioriterad", "Ja"},
    Example{"Aktivitets-ID", "A26-05"},
    Example{"Artikel i GDPR", "artikel 30"},
};
constexpr std::array area_status{
    Example{"Område", "Styrdokument"},
    Example{"Status", "Gul"},
    Example{"DSO:s slutsats", "Styrdokumenten finns men är inte kända i alla enheter."},
};
constexpr std::array incidents{
    Example{"Incident-ID", "I25-02"},
    Example{"Upptäckt", "2025-03-04 09:10"},
    Example{"Typ", "Felskick"},
    Example{"Personuppgiftsincident", "Ja"},
    Example{"Anmäld till IMY", "Ja"},
    Example{"Anmäld IMY tidpunkt", "2025-03-06 15:00"},
    Example{"Allvarlighetsgrad", "Medel"},
    Example{"Beskrivning", "En lista skickades till fel mottagare."},
    Example{"VoR-ID", "V25-03"},
};
constexpr std::array audits{
    Example{"Revisions-ID", "R25-01"},
    Example{"Benämning", "Granskning av behörigheter"},
    Example{"Typ", "Stadsrevisionen"},
    Example{"Datum", "2025-05-20"},
    Example{"Sammanfattning", "Rutinerna är kända men följs inte i alla enheter."},
};
constexpr std::array findings{
    Example{"Iakttagelse-ID", "T25-01"},
    Example{"Revisions-ID", "R25-01"},
    Example{"Iakttagelse", "Konton tas inte bort inom en månad."},
    Example{"Allvarlighetsgrad", "Hög"},
    Example{"Rekommendation", "Inför en gemensam rutin för avslut."},
    Example{"Aktivitets-ID", "A26-02"},
};
constexpr std::array activities{
    Example{"Aktivitets-ID", "A26-02"},
    Example{"Aktivitet", "Rutin för behörigheter vid avslut"},
    Example{"Startår", "2026"},
    Example{"Slutår", "2026"},
    Example{"Beskrivning", "ISAM tar fram en rutin och en checklista för chefer."},
    Example{"Ansvarig", "ISAM"},
    Example{"Ansvarstyp", "Genomförs"},
    Example{"Med stöd av", "DSO"},
    Example{"Start", "2026-02-01"},
    Example{"Klart senast", "2026-06-30"},
    Example{"Prioritet", "1 Hög"},
    Example{"Särskilt prioriterad", "Ja"},
    Example{"Källa", "VoR; Uppföljning"},
    Example{"VoR-ID", "V26-04"},
    Example{"Status", "Ej påbörjad"},
};
constexpr std::array earlier_activities{
    Example{"Aktivitets-ID", "A25-03"},
    Example{"Aktivitet", "Uppföljning av behörigheter"},
    Example{"Startår", "2025"},
    Example{"Slutår", "2025"},
    Example{"Ansvarig", "ISAM"},
    Example{"Status", "Försenad"},
    Example{"Status datum", "2025-11-03"},
    Example{"Statuskommentar", "Två av fem system återstår."},
    Example{"Flyttad till år", "2026"},
};
constexpr std::array outlook{
    Example{"Rubrik", "Ny lag om cybersäkerhet"},
    Example{"Text", "Lagen ställer krav på ledningens utbildning och på åtgärder mot risker."},
    Example{"Typ", "Lag"},
    Example{"Källa", "SFS 2025:1506"},
    Example{"Granskad datum", "2026-09-15"},
};
constexpr std::array city{
    Example{"Rubrik", "Stadens budget"},
    Example{"Text", "Budgeten pekar ut informationssäkerhet som en del av den interna kontrollen."},
    Example{"Typ", "Stad"},
    Example{"Granskad datum", "2026-09-15"},
};
constexpr std::array interested_parties{
    Example{"Intressent", "Vårdnadshavare"},
    Example{"Behov/förväntan eller återkoppling", "Uppgifter om barn ska hanteras säkert."},
    Example{"Förändring sedan förra året", "Fler frågor om digitala tjänster."},
    Example{"Hantering", "Informationen på webben ses över."},
};
constexpr std::array indicators{
    Example{"Nyckeltal-ID", "N1"},
    Example{"Nyckeltal", "Andel som har gått utbildningen"},
    Example{"Enhet", "procent"},
    Example{"Målvärde", "95"},
    Example{"Riktning", "Högre är bättre"},
};
constexpr std::array goals{
    Example{"Mål", "Alla informationsmängder är klassade."},
    Example{"Måluppfyllelse", "Delvis"},
    Example{"Kommentar", "Två system återstår."},
};
constexpr std::array classifications{
    Example{"Informationsmängd", "Barnens personakter"},
    Example{"System", "Verksamhetssystemet"},
    Example{"K", "3"},
    Example{"R", "2"},
    Example{"T", "2"},
    Example{"Klassad datum", "2025-04-10"},
    Example{"Nästa översyn", "2027-04"},
    Example{"Informationsägare", "Avdelningschef"},
};
constexpr std::array decisions{
    Example{"Beslut-ID", "B26-01"},
    Example{"Datum", "2026-11-19"},
    Example{"Beslutande", "Nämnd"},
    Example{"Paragraf", "§ 12"},
    Example{"Beslut", "Nämnden godkänner aktivitetsplanen."},
    Example{"Typ", "Förbättring"},
    Example{"Aktivitets-ID", "A26-02"},
};

struct SheetExample {
  std::string_view sheet;
  std::span<const Example> row;
};

constexpr std::array sheets{
    SheetExample{"Roller", roles},
    SheetExample{"Skalor", scales},
    SheetExample{"Ordlista", glossary},
    SheetExample{"Textblock", text_blocks},
    SheetExample{"Regler", rule_switches},
    SheetExample{"VoR", events},
    SheetExample{"IKP", controls},
    SheetExample{"IKP-uppföljning", control_results},
    SheetExample{"Uppföljning", follow_ups},
    SheetExample{"Rekommendationer", recommendations},
    SheetExample{"Områdesstatus", area_status},
    SheetExample{"Incidenter", incidents},
    SheetExample{"Revisioner", audits},
    SheetExample{"Iakttagelser", findings},
    SheetExample{"Aktiviteter", activities},
    SheetExample{"Tidigare aktiviteter", earlier_activities},
    SheetExample{"Omvärld", outlook},
    SheetExample{"Staden", city},
    SheetExample{"Intressenter", interested_parties},
    SheetExample{"Nyckeltal", indicators},
    SheetExample{"Mål", goals},
    SheetExample{"Klassning", classifications},
    SheetExample{"Beslut", decisions},
};

}  // namespace

std::span<const Example> example_of(std::string_view sheet) {
  const auto found = std::ranges::find(sheets, sheet, &SheetExample::sheet);
  return found == sheets.end() ? std::span<const Example>{} : found->row;
}

std::string_view example_of(std::string_view sheet, std::string_view heading) {
  const auto row = example_of(sheet);
  const auto found = std::ranges::find(row, heading, &Example::heading);
  return found == row.end() ? std::string_view{} : found->text;
}

}  // namespace lg::intake
