#include "domain/rule_switches.hpp"

#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <optional>

namespace lg::domain {
namespace {

/// A rule or code as the sheet names it: "R8", "r 8", "Regel 8", "8", "VOR-107".
std::string key_of(std::string_view name) {
  std::string key = fold(name);
  if (key.starts_with("regel")) key = key.substr(5);
  const bool figures = !key.empty() && key.find_first_not_of("0123456789") == std::string::npos;
  return figures ? "r" + key : key;
}

struct Named {
  const Rule* rule = nullptr;
  std::string name;  // as the program writes it
};

std::vector<Named> names_of(std::span<const Rule> rules) {
  std::vector<Named> names;
  for (const Rule& rule : rules) {
    names.push_back({&rule, std::string(rule.number)});
    for (const std::string& code : split(rule.codes, ' ')) names.push_back({&rule, code});
  }
  return names;
}

void tell_unknown(const Value& value, const std::vector<Named>& names, Problems& problems) {
  std::vector<std::string> known;
  for (const Named& name : names) known.push_back(name.name);
  const auto near = nearest(to_text(value), known);
  problems.add({Severity::warning,
                "REGL-101",
                value.source().location(),
                "Regeln ”" + excerpt(to_text(value), 40) + "” finns inte.",
                near ? "Menade du ”" + *near + "”?"
                     : "Skriv regelns nummer, till exempel R8, eller en kod, till exempel VOR-107.",
                {}});
}

void tell_always_used(const Named& named, const Value& value, Problems& problems) {
  problems.add(
      {Severity::warning,
       "REGL-102",
       value.source().location(),
       "Regeln ”" + named.name + "” går inte att stänga av: " + std::string(named.rule->always) + ".",
       "Ta bort raden, eller skriv Ja i kolumnen Används.",
       {}});
}

}  // namespace

RuleSwitches::RuleSwitches(const Review& review, std::span<const Rule> rules, Problems& problems) {
  const Table& table = review.table("Regler");
  if (table.rows.empty()) return;
  const std::vector<Named> names = names_of(rules);
  const ColumnOf rule(table, "Regel");
  const ColumnOf used(table, "Används");
  const ColumnOf motivation(table, "Motivering");
  for (const Row& row : table.rows) {
    if (rule(row).is_blank()) continue;
    const std::string key = key_of(to_text(rule(row)));
    const auto named = std::ranges::find_if(names, [&](const Named& one) { return key == fold(one.name); });
    if (named == names.end()) {
      tell_unknown(rule(row), names, problems);
      continue;
    }
    const bool* uses = used(row).as_flag();
    if (uses == nullptr || *uses) continue;
    if (!named->rule->always.empty()) {
      tell_always_used(*named, used(row), problems);
      continue;
    }
    if (motivation(row).is_blank()) {
      problems.add({Severity::warning,
                    "REGL-103",
                    place_of(motivation(row), used(row)),
                    "Regeln ”" + named->name + "” är avstängd utan motivering.",
                    "Fyll i varför regeln inte används, i kolumnen Motivering.",
                    {}});
    }
    const bool again =
        std::ranges::any_of(switches_, [&](const Switch& other) { return other.name == named->name; });
    if (!again) switches_.push_back({named->name, &used(row), &motivation(row)});
  }
}

bool RuleSwitches::holds_back(const Rule& rule, std::string_view code) {
  for (Switch& one : switches_) {
    if (one.name != rule.number && one.name != code) continue;
    ++one.held;
    return true;
  }
  return false;
}

void RuleSwitches::tell(Problems& problems) const {
  for (const Switch& one : switches_) {
    const std::string held = one.held == 0   ? "Inget hölls tillbaka"
                             : one.held == 1 ? "1 iakttagelse hölls tillbaka"
                                             : std::to_string(one.held) + " iakttagelser hölls tillbaka";
    const std::string why = excerpt(to_text(*one.motivation), 200);
    problems.add({Severity::note,
                  "REGL-001",
                  one.used->source().location(),
                  "Regeln ”" + one.name + "” används inte. " + held + "." +
                      (why.empty() ? "" : " Motivering: ”" + why + "”"),
                  "",
                  {}});
  }
}

}  // namespace lg::domain
