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
    Kind{"BLAN-008", "blad har rader som inte används."},
    Kind{"BLAN-011", "kolumner som behövs saknas."},
    Kind{"BLAN-012", "rubriker känns inte igen."},
    Kind{"BLAN-013", "rubriker finns mer än en gång på samma blad."},
    Kind{"BLAN-019", "kolumner är bladens egna; de kan användas i mallen.", Each::quote},
    Kind{"BLAN-021",
         "blad har rader som är märkta Maskas eller Utelämnas, men dokumenten visar dem; en öppen kopia kan "
         "inte göras ännu."},
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
    Kind{"REV-101", "rekommendationer från revisioner har ingen aktivitet.", Each::quote},
    Kind{"UPPF-101", "händelser i förra årets VoR har ingen rad i bladet Uppföljning.", Each::quote},
    Kind{"UPPF-102", "uppföljningar gäller händelser som inte finns i förra årets VoR.", Each::quote},
    Kind{"UPPF-103", "händelser följs upp på mer än en rad.", Each::quote},
    Kind{"UPPF-104", "rekommendationer i uppföljningen har ingen aktivitet.", Each::quote},
    Kind{"VOR-103", "celler har inte ett heltal på skalan för sannolikhet eller konsekvens."},
    Kind{"VOR-104", "riskvärden är inte sannolikhet gånger konsekvens."},
    Kind{"VOR-105", "händelser har en kvarstående risk som är högre än risken."},
    Kind{"VOR-106", "händelser når tröskeln men har varken kontroll, aktivitet eller motiverad acceptans."},
    Kind{"VOR-107", "händelser säger nästan samma sak som en annan."},
    Kind{"VOR-108", "områden möts inte av någon aktivitet eller motiverad acceptans.", Each::quote},
    Kind{"VOR-109", "händelser accepteras utan motivering.", Each::quote},
};
static_assert(std::ranges::is_sorted(kinds, {}, &Kind::code));

}  // namespace

std::optional<GroupSentence> group_sentence(std::string_view code, std::size_t count) {
  const auto found = std::ranges::lower_bound(kinds, code, {}, &Kind::code);
  if (found == kinds.end() || found->code != code) return {};
  return GroupSentence{std::to_string(count) + " " + std::string(found->rest), found->each};
}

}  // namespace lg::app
