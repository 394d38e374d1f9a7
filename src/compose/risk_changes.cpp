#include "compose/risk_changes.hpp"

#include "base/text.hpp"
#include "compose/made_list.hpp"
#include "domain/risk_change.hpp"

namespace lg::compose {

domain::Table risk_changes(const domain::Review& review) {
  domain::Table table = made_list(
      "Riskförändringar", "Årets risker med förändringen sedan förra årets VoR, och de risker som utgår.",
      {{"VoR-ID", Field::Shape::text, "Händelsens beteckning; förra årets för en risk som utgår."},
       {"Område", Field::Shape::text, "Händelsens område."},
       {"Oönskad händelse", Field::Shape::text, "Händelsen."},
       {"Riskvärde", Field::Shape::number, "Årets riskvärde; tomt för en risk som utgår."},
       {"Risknivå", Field::Shape::text, "Årets risknivå; tom för en risk som utgår."},
       {"Föregående VoR-ID", Field::Shape::text, "Beteckningen i förra årets VoR; tom för en ny risk."},
       {"Föregående riskvärde", Field::Shape::number, "Förra årets riskvärde; tomt för en ny risk."},
       {"Föregående risknivå", Field::Shape::text, "Förra årets risknivå; tom för en ny risk."},
       {"Förändring",
        Field::Shape::text,
        "Förändringen i ett ord; tomt när den inte går att avgöra.",
        {"Ny", "Höjd", "Sänkt", "Oförändrad", "Utgår"}},
       {"Motivering", Field::Shape::text, "Motiveringen på årets rad."}});
  const domain::Table& events = review.table("VoR");
  const domain::Table& earlier = review.table("förra årets VoR");
  for (const domain::RiskMove& move : risk_moves(review)) {
    const auto now = [&](std::string_view heading) {
      return move.now == nullptr ? Value() : events.at(*move.now, heading);
    };
    const auto before = [&](std::string_view heading) {
      return move.before == nullptr ? Value() : earlier.at(*move.before, heading);
    };
    const auto either = [&](std::string_view heading) {
      return move.now == nullptr ? before(heading) : now(heading);
    };
    const Value id = either("VoR-ID");
    const std::vector<Source> compared = {now("Riskvärde").source(), before("Riskvärde").source(),
                                          id.source()};
    table.rows.push_back({id, either("Område"), either("Oönskad händelse"), now("Riskvärde"), now("Risknivå"),
                          before("VoR-ID"), before("Riskvärde"), before("Risknivå"),
                          Value::text(to_upper_first(word_for(move.change)), id.source()).made_of(compared),
                          now("Motivering")});
  }
  return table;
}

}  // namespace lg::compose
