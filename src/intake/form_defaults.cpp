#include "intake/form_defaults.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace lg::intake {
namespace {

struct Role {
  std::string_view role;
  std::string_view full;
  std::string_view definite;
};

constexpr std::array roles{
    Role{"ISAM", "informationssäkerhetssamordnare", "informationssäkerhetssamordnaren"},
    Role{"DSO", "dataskyddsombud", "dataskyddsombudet"},
    Role{"Förvaltningschef", "förvaltningschef", "förvaltningschefen"},
    Role{"Systemägare", "systemägare", "systemägaren"},
    Role{"Informationsägare", "informationsägare", "informationsägaren"},
    Role{"Avdelningschef", "avdelningschef", "avdelningschefen"},
    Role{"Enhetschef", "enhetschef", "enhetschefen"},
    Role{"Stadsledningskontoret", "stadsledningskontoret", "stadsledningskontoret"},
    Role{"Leverantör", "leverantör", "leverantören"},
};

struct Step {
  std::string_view kind;
  int value;  // 0: none
  int from;
  int to;
  std::string_view name;
  std::string_view must_treat;
};

constexpr std::array steps{
    Step{"Sannolikhet", 1, 0, 0, "Osannolik", ""},
    Step{"Sannolikhet", 2, 0, 0, "Mindre sannolik", ""},
    Step{"Sannolikhet", 3, 0, 0, "Möjlig", ""},
    Step{"Sannolikhet", 4, 0, 0, "Sannolik", ""},
    Step{"Sannolikhet", 5, 0, 0, "Mycket sannolik", ""},
    Step{"Konsekvens", 1, 0, 0, "Försumbar", ""},
    Step{"Konsekvens", 2, 0, 0, "Lindrig", ""},
    Step{"Konsekvens", 3, 0, 0, "Kännbar", ""},
    Step{"Konsekvens", 4, 0, 0, "Allvarlig", ""},
    Step{"Konsekvens", 5, 0, 0, "Mycket allvarlig", ""},
    Step{"Risknivå", 0, 1, 4, "Låg", "Nej"},
    Step{"Risknivå", 0, 5, 9, "Medel", "Nej"},
    Step{"Risknivå", 0, 10, 14, "Hög", "Ja"},
    Step{"Risknivå", 0, 15, 25, "Kritisk", "Ja"},
    Step{"Tröskel för hantering", 10, 0, 0, "", ""},
};

struct Term {
  std::string_view term;
  std::string_view preferred;
  std::string_view forbidden;
  std::optional<Date> from;
  std::optional<Date> to;
  std::string_view meaning;
};

const std::array terms{
    Term{"IMY",
         "Integritetsskyddsmyndigheten (IMY)",
         "Integritetsmyndigheten",
         {},
         {},
         "Tillsynsmyndighet för dataskydd."},
    Term{"MSB",
         "Myndigheten för samhällsskydd och beredskap (MSB)",
         "",
         {},
         Date{2025, 12, 31, {}},
         "Heter Myndigheten för civilt försvar från 2026."},
    Term{"MCF",
         "Myndigheten för civilt försvar (MCF)",
         "MSB",
         Date{2026, 1, 1, {}},
         {},
         "Hette MSB till och med 2025."},
    Term{
        "informationssäkerhetsincident", "informationssäkerhetsincident", "informationsincident", {}, {}, ""},
};

Value text(std::string_view words) {
  return words.empty() ? Value() : Value::text(std::string(words));
}

Value number(int value) {
  return value == 0 ? Value() : Value::number(value);
}

Value date(const std::optional<Date>& day) {
  return day ? Value::date(*day) : Value();
}

}  // namespace

FormRows default_rows() {
  FormRows rows;
  for (const Role& role : roles)
    rows["Roller"].push_back({text(role.role), text(role.full), text(role.definite)});
  for (const Step& step : steps) {
    rows["Skalor"].push_back({text(step.kind), number(step.value), number(step.from), number(step.to),
                              text(step.name), Value(), Value(), text(step.must_treat)});
  }
  for (const Term& term : terms) {
    rows["Ordlista"].push_back({text(term.term), text(term.preferred), text(term.forbidden), date(term.from),
                                date(term.to), text(term.meaning)});
  }
  return rows;
}

}  // namespace lg::intake
