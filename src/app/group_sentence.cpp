#include "app/group_sentence.hpp"

#include <algorithm>
#include <array>

namespace lg::app {
namespace {

using Each = GroupSentence::Each;

struct Kind {
  std::string_view code;
  std::string_view rest;  // after the number
  Each each = Each::message;
};

// By code. A rule that can speak many times in one folder has a line here.
constexpr std::array kinds{
    Kind{"AKT-101", "aktiviteter saknar ansvarig.", Each::quote},
    Kind{"AKT-102", "ansvariga finns inte i bladet Roller.", Each::quote},
    Kind{"AKT-103", "aktiviteter saknar ansvarstyp.", Each::quote},
    Kind{"AKT-104", "aktiviteter slutar i förtid, men rekommendationen säger att de ska göras årligen."},
    Kind{"AKT-105", "aktiviteter har ett startår som är efter slutåret."},
    Kind{"AKT-106", "år i aktiviteterna ligger utanför planperioden."},
    Kind{"AKT-107", "datum i aktiviteterna stämmer inte med aktivitetens år eller med varandra."},
    Kind{"AKT-108", "aktiviteter är Klar efter rapportens datum."},
    Kind{"AKT-109", "aktiviteter pekar inte på någon rad i sin källa.", Each::quote},
    Kind{"AKT-201", "aktiviteter i förra planen är varken klara, flyttade eller med i årets plan.",
         Each::quote},
    Kind{"AKT-202", "flyttade aktiviteter finns inte i årets plan.", Each::quote},
    Kind{"AKT-203", "aktiviteter är försenade, flyttade eller utgår utan kommentar.", Each::quote},
    Kind{"BLAN-003", "blad hör inte till blanketterna och läses inte.", Each::quote},
    Kind{"BLAN-004", "blad känns inte igen och läses inte.", Each::quote},
    Kind{"BLAN-008", "blad har rader som inte används."},
    Kind{"BLAN-009", "blad är dolda men läses som de andra."},
    Kind{"BLAN-011", "kolumner som behövs saknas."},
    Kind{"BLAN-012", "rubriker känns inte igen."},
    Kind{"BLAN-013", "rubriker finns mer än en gång på samma blad."},
    Kind{"BLAN-014", "rubriker står i sammanfogade celler.", Each::quote},
    Kind{"BLAN-015", "ställen har sammanfogade celler, så värdet läses bara i den första."},
    Kind{"BLAN-016", "blad har dolda rader, som läses som de andra."},
    Kind{"BLAN-017", "kolumner räknas ut av programmet, så det som står i dem läses inte.", Each::quote},
    Kind{"BLAN-018", "namn i kolumner.xlsx finns inte bland blanketterna.", Each::quote},
    Kind{"BLAN-019", "kolumner är bladens egna; de kan användas i mallen.", Each::quote},
    Kind{"BLAN-020", "kolumner har ingen rubrik, så det som står i dem läses inte."},
    Kind{"BLAN-021",
         "blad har rader som är märkta Maskas eller Utelämnas, men dokumenten visar dem; en öppen kopia kan "
         "inte göras ännu."},
    Kind{"BLAN-036", "rader är varken en risk eller en kontroll och läses inte."},
    Kind{"BLAN-037", "celler är tomma och läses som de närmast ovanför."},
    Kind{"BLAN-040",
         "celler har två tal utan ord; det första läses som sannolikhet och det andra som konsekvens."},
    Kind{"BLAN-044", "kontrollers risker finns inte i VoR med de orden.", Each::quote},
    Kind{"BLAN-101", "celler som måste fyllas i är tomma."},
    Kind{"BLAN-103", "celler har inte det heltal som ska stå där."},
    Kind{"BLAN-104", "celler har inte det tal som ska stå där."},
    Kind{"BLAN-105", "celler har inte det datum som ska stå där."},
    Kind{"BLAN-106", "celler ska ha Ja eller Nej men har något annat."},
    Kind{"BLAN-107", "celler har värden som inte finns i listan."},
    Kind{"BLAN-108", "celler har inte det årtal som ska stå där."},
    Kind{"BLAN-111", "formler har inget sparat resultat."},
    Kind{"BLAN-112", "celler har ett felvärde.", Each::quote},
    Kind{"BLAN-113", "texter innehöll tecken som inte får finnas i ett dokument, och de har tagits bort."},
    Kind{"BLAN-201", "beteckningar finns på mer än en rad."},
    Kind{"BLAN-202", "beteckningar finns inte i bladet som de pekar på."},
    Kind{"BLAN-203", "roller finns inte i bladet Roller."},
    Kind{"BLAN-301", "rader ska maskas eller utelämnas men saknar lagrum."},
    Kind{"BLAN-302", "lagrum går inte att läsa.", Each::quote},
    Kind{"BLAN-303", "rader är öppna men har ett lagrum.", Each::quote},
    Kind{"FIL-051", "filer läses inte; bara arbetsböcker som är sparade som .xlsx läses."},
    Kind{"FIL-052", "arbetsböcker verkar vara öppna i Excel; det som senast sparades läses."},
    Kind{"GDPR-101", "viktiga rekommendationer från DSO har ingen aktivitet det första planåret.",
         Each::quote},
    Kind{"GDPR-102", "rekommendationer från DSO har varken aktivitet eller år.", Each::quote},
    Kind{"IKP-102", "kontroller pekar inte på någon händelse i VoR.", Each::quote},
    Kind{"IKP-103", "kontroller är från förra året men har inget resultat.", Each::quote},
    Kind{"IKP-104", "kontroller har fler avvikelser än kontrollerade."},
    Kind{"IKP-105", "kontroller har ett resultat som inte stämmer med antalet avvikelser."},
    Kind{"IKP-106", "kontroller har en avvikelse men ingen åtgärd.", Each::quote},
    Kind{"IKP-107", "kontroller har en avvikelse men inget datum när åtgärden ska vara klar.", Each::quote},
    Kind{"IKP-108", "kontroller har en avvikelse eller är inte gjorda, men har ingen kommentar.",
         Each::quote},
    Kind{"INC-101", "incidenter anmäldes till IMY mer än 72 timmar efter upptäckten."},
    Kind{"INC-102", "incidenter rör personuppgifter, men det står inte om de är anmälda till IMY.",
         Each::quote},
    Kind{"INC-103", "incidenter är anmälda till IMY, men tidpunkten saknas.", Each::quote},
    Kind{"INC-104", "incidenter har tider i fel ordning."},
    Kind{"INC-105", "incidenter är inte anmälda till IMY, fast mer än 72 timmar har gått.", Each::quote},
    Kind{"INC-106",
         "incidenter upptäcktes den 15 januari 2026 eller senare, men det står inte om de är betydande.",
         Each::quote},
    Kind{"INC-107", "rapporter om betydande incidenter är inte ifyllda."},
    Kind{"INC-108", "rapporter om betydande incidenter lämnades för sent."},
    Kind{"INC-109", "incidenter är anmälda till IMY men rör inte personuppgifter.", Each::quote},
    Kind{"INC-301", "slags incidenter återkommer utan att någon händelse i VoR handlar om dem."},
    Kind{"PROT-001", "rader står inte i det dokument vars mall går igenom deras lista."},
    Kind{"PROT-002", "rader står inte i dokumenten; mallarna visar bara en del av listorna."},
    Kind{"PROT-003", "aktiviteter står bara i det ena av dokumenten."},
    Kind{"PROT-004", "aktiviteter har andra år i rapporten än i planen."},
    Kind{"PROT-005", "aktiviteter har en ansvarig i planen som rapporten inte nämner."},
    Kind{"REGL-001", "regler används inte."},
    Kind{"REGL-101", "regler finns inte.", Each::quote},
    Kind{"REGL-102", "regler går inte att stänga av."},
    Kind{"REGL-103", "regler är avstängda utan motivering.", Each::quote},
    Kind{"REV-101", "rekommendationer från revisioner har ingen aktivitet.", Each::quote},
    Kind{"TEXT-101", "texter nämner VoR eller IKP för ett år som rapporten inte gäller."},
    Kind{"TEXT-103", "prioriterade områden möts inte av någon aktivitet.", Each::quote},
    Kind{"TEXT-105", "rubriker nämner ett tidigare år.", Each::quote},
    Kind{"TEXT-106", "år och datum i bladet Uppgifter stämmer inte med varandra."},
    Kind{"TEXT-201", "texter är inte granskade under rapportåret."},
    Kind{"TEXT-202", "texter gällde bara till en dag före rapporten."},
    Kind{"TEXT-203", "texter talar om det som ska komma, men tiden har passerat."},
    Kind{"TEXT-204", "texter säger emot en annan om när något börjar."},
    Kind{"TEXT-301", "texter har ord som inte ska skrivas så.", Each::quote},
    Kind{"TEXT-401", "texter är inte färdigskrivna."},
    Kind{"TEXT-402", "texter har överflödiga blanksteg."},
    Kind{"TEXT-403", "texter slutar utan punkt.", Each::quote},
    Kind{"TEXT-404", "texter börjar med liten bokstav.", Each::quote},
    Kind{"TEXT-405", "rubriker har stor bokstav mitt i."},
    Kind{"TEXT-406", "meningar är långa."},
    Kind{"TEXT-407", "texter har samma ord två gånger i rad.", Each::quote},
    Kind{"TEXT-501", "texter som publiceras har ett personnummer."},
    Kind{"TEXT-502", "texter som publiceras har en persons kontaktuppgifter."},
    Kind{"TEXT-503", "texter som publiceras har tekniska uppgifter."},
    Kind{"TEXT-504", "texter som publiceras har en persons namn."},
    Kind{"UPPF-101", "händelser i förra årets VoR har ingen rad i bladet Uppföljning.", Each::quote},
    Kind{"UPPF-102", "uppföljningar gäller händelser som inte finns i förra årets VoR.", Each::quote},
    Kind{"UPPF-103", "händelser följs upp på mer än en rad.", Each::quote},
    Kind{"UPPF-104", "rekommendationer i uppföljningen har ingen aktivitet.", Each::quote},
    Kind{"UPPG-002", "uppgifter är inte ifyllda.", Each::quote},
    Kind{"VOR-103", "celler har inte ett heltal på skalan för sannolikhet eller konsekvens."},
    Kind{"VOR-104", "riskvärden är inte sannolikhet gånger konsekvens."},
    Kind{"VOR-105", "händelser har en kvarstående risk som är högre än risken."},
    Kind{"VOR-106", "händelser når tröskeln men har varken kontroll, aktivitet eller motiverad acceptans."},
    Kind{"VOR-107", "händelser säger nästan samma sak som en annan."},
    Kind{"VOR-108", "områden möts inte av någon aktivitet eller motiverad acceptans.", Each::quote},
    Kind{"VOR-109", "händelser accepteras utan motivering.", Each::quote},
    Kind{"VOR-110", "händelser har ändrats mycket sedan förra året utan motivering."},
    Kind{"VOR-111", "händelser i förra årets VoR finns inte i årets, och ingen text säger att de utgår.",
         Each::quote},
    Kind{"VOR-112", "händelser bevakas eller accepteras utan motivering.", Each::quote},
};
static_assert(std::ranges::is_sorted(kinds, {}, &Kind::code));

}  // namespace

std::optional<GroupSentence> group_sentence(std::string_view code, std::size_t count) {
  const auto found = std::ranges::lower_bound(kinds, code, {}, &Kind::code);
  if (found == kinds.end() || found->code != code) return {};
  return GroupSentence{std::to_string(count) + " " + std::string(found->rest), found->each};
}

}  // namespace lg::app
