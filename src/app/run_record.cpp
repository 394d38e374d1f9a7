#include "app/run_record.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace lg::app {
namespace {

/// What the rows of a list are called.
struct Noun {
  std::string_view list;
  std::string_view one;
  std::string_view many;
};

constexpr std::array nouns = {
    Noun{"VoR", "oönskad händelse", "oönskade händelser"},
    Noun{"förra årets VoR", "oönskad händelse från året före", "oönskade händelser från året före"},
    Noun{"IKP", "kontroll i IKP", "kontroller i IKP"},
    Noun{"förra årets IKP", "kontroll i IKP från året före", "kontroller i IKP från året före"},
    Noun{"Uppföljning", "uppföljning", "uppföljningar"},
    Noun{"Rekommendationer", "rekommendation", "rekommendationer"},
    Noun{"Incidenter", "incident", "incidenter"},
    Noun{"Revisioner", "revision", "revisioner"},
    Noun{"Iakttagelser", "iakttagelse", "iakttagelser"},
    Noun{"Aktiviteter", "aktivitet", "aktiviteter"},
    Noun{"Tidigare aktiviteter", "tidigare aktivitet", "tidigare aktiviteter"},
    Noun{"Omvärld", "text om omvärlden", "texter om omvärlden"},
    Noun{"Staden", "text om staden", "texter om staden"},
    Noun{"Intressenter", "intressent", "intressenter"},
    Noun{"Nyckeltal", "nyckeltal", "nyckeltal"},
    Noun{"Mål", "mål", "mål"},
    Noun{"Beslut", "beslut", "beslut"},
};

}  // namespace

std::size_t place_among_lists(const std::string& list) {
  constexpr std::array<std::string_view, 6> last = {"Textblock", "Klassning", "Uppgifter",
                                                    "Roller",    "Skalor",    "Ordlista"};
  const std::string folded = fold(list);
  const auto is = [&](std::string_view name) { return fold(name) == folded; };
  const auto noun = std::ranges::find_if(nouns, is, &Noun::list);
  if (noun != nouns.end()) return static_cast<std::size_t>(noun - nouns.begin());
  const auto other = std::ranges::find_if(last, is);
  return nouns.size() + static_cast<std::size_t>(other - last.begin());
}

std::string tally(const audit::Account& account) {
  std::string told;
  std::string counted;
  for (const Noun& noun : nouns) {
    const auto list = std::ranges::find_if(account.lists, [&](const audit::ListAccount& one) {
      return fold(one.list) == fold(noun.list) && one.named;
    });
    if (list == account.lists.end()) continue;
    const auto add = [&](std::size_t rows, std::string& text) {
      text += (text.empty() ? "" : ", ") + std::to_string(rows) + " av " + std::to_string(list->rows) + " " +
              std::string(list->rows == 1 ? noun.one : noun.many);
    };
    const bool only_counted = list->told == 0 && list->counted == list->rows;
    if (!only_counted) add(list->told, told);
    if (list->counted > 0) add(list->counted, counted);
  }
  if (counted.empty()) return told;
  if (told.empty()) return "inga rader; räknas men återges inte: " + counted;
  return told + ". Räknas men återges inte: " + counted;
}

}  // namespace lg::app
