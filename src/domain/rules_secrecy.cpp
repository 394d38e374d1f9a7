#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace lg::domain {
namespace {

bool is_hidden(const Value& secrecy) {
  if (const std::string* text = secrecy.as_text(); text != nullptr && *text == "Öppen")
    return false;  // nearly all are
  const std::string mark = fold(to_text(secrecy));
  return mark == "maskas" || mark == "utelämnas";
}

/// Reads a Lagrum piece by piece.
class BasisReader {
 public:
  explicit BasisReader(std::string_view text) : rest_(trim(text)) {}

  bool take(std::string_view word) {
    rest_ = trim(rest_);
    if (!lower_in_place(rest_.substr(0, word.size())).starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  /// A number 1–`most`, with a letter after it where one is ("8 b", "8b").
  bool take_number(int most, bool letter) {
    rest_ = trim(rest_);
    int number = 0;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9' && number < 1000) {
      number = number * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    if (number < 1 || number > most) return false;
    const std::string_view next = trim(rest_);
    const bool lettered = letter && !next.empty() && next.front() >= 'a' && next.front() <= 'k' &&
                          (next.size() == 1 || next[1] == ' ' || next.substr(1).starts_with("§"));
    if (lettered) rest_ = next.substr(1);
    return true;
  }

  [[nodiscard]] bool done() const { return trim(rest_).empty(); }

 private:
  std::string_view rest_;
};

/// "OSL 18 kap. 8 § 4", "OSL 18:8 4", "18:8 b", "OSL (2009:400) 18 kap. 8 § första stycket". OSL has 44
/// chapters.
bool is_osl(std::string_view text) {
  BasisReader reader(text);
  const bool named = reader.take("osl") || reader.take("offentlighets- och sekretesslagen");
  if (named) (void)reader.take("(2009:400)");
  if (!reader.take_number(44, true)) return false;
  if (!reader.take(":") && !reader.take("kap.") && !reader.take("kap")) return false;
  if (!reader.take_number(99, true)) return false;
  (void)(reader.take("§§") || reader.take("§"));
  for (const std::string_view part : {"första", "andra", "tredje"}) {
    if (reader.take(part)) (void)reader.take("stycket");
  }
  (void)(reader.take("punkten") || reader.take("punkt") || reader.take("p."));
  if (!reader.done() && !reader.take_number(20, false)) return false;
  (void)(reader.take("osl") || reader.take("offentlighets- och sekretesslagen"));
  return reader.done();
}

/// A basis in another law names its paragraph or article.
bool is_other_law(std::string_view text) {
  const std::string lower = lower_in_place(text);
  const bool digit = lower.find_first_of("0123456789") != std::string::npos;
  const bool named = lower.find("lag") != std::string::npos ||
                     lower.find("förordning") != std::string::npos ||
                     lower.find("gdpr") != std::string::npos || lower.find("tf ") != std::string::npos;
  return lower == "annat" || (digit && named && !lower.starts_with("osl"));
}

void check_basis(const Table& table, Problems& problems) {
  const ColumnOf secrecy(table, "Sekretess");
  const ColumnOf basis(table, "Lagrum");
  // No text of an incident is printed. A blank cell there counts as Maskas, but marks nothing.
  const bool incidents = table.field.name == "Incidenter";
  for (const Row& row : table.rows) {
    if (basis(row).is_blank() && is_hidden(secrecy(row)) && has_cell(secrecy(row))) {
      problems.add({incidents ? Severity::warning : Severity::hole,
                    "BLAN-301",
                    place_of(basis(row), secrecy(row)),
                    "Raden är märkt ”" + to_text(secrecy(row)) + "”, men lagrummet saknas.",
                    "Fyll i Lagrum, till exempel OSL 18 kap. 8 § 4.",
                    {}});
    }
    for (const std::string& one : split(to_text(basis(row)), ';')) {
      if (is_osl(one) || is_other_law(one)) continue;
      problems.add({Severity::warning,
                    "BLAN-302",
                    basis(row).source().location(),
                    "Lagrummet ”" + excerpt(one, 60) + "” går inte att läsa.",
                    "Skriv lag, kapitel och paragraf, till exempel OSL 18 kap. 8 § 4.",
                    {}});
    }
    if (basis(row).is_blank() || !has_cell(basis(row)) || fold(to_text(secrecy(row))) != "öppen") continue;
    problems.add({Severity::warning,
                  "BLAN-303",
                  place_of(secrecy(row), basis(row)),
                  "Raden är Öppen men har lagrummet ”" + excerpt(to_text(basis(row)), 60) + "”.",
                  "Välj Maskas eller Utelämnas, eller töm Lagrum.",
                  {}});
  }
}

/// Rows that are marked to be masked are printed all the same: a public copy cannot be made yet, and whoever
/// hands the documents on must know.
void tell_shown(const Table& table, Problems& problems) {
  // What is confidential of an incident is never printed by default, only counted.
  if (table.field.name == "Incidenter") return;
  const ColumnOf secrecy(table, "Sekretess");
  std::vector<Location> places;
  for (const Row& row : table.rows) {
    if (is_hidden(secrecy(row))) places.emplace_back(secrecy(row).source().location());
  }
  if (places.empty()) return;
  const Location first = places.front();
  places.erase(places.begin());
  problems.add(
      {Severity::note, "BLAN-021", first,
       "Raden är märkt Maskas eller Utelämnas, men dokumenten visar den; en öppen kopia kan inte göras ännu.",
       "Ta bort uppgiften ur dokumenten innan de lämnas ut.", std::move(places)});
}

}  // namespace

void check_secrecy(const RuleInput& input, Problems& problems) {
  for (const auto& [name, table] : input.review.tables) {
    if (table.column("Sekretess") < 0) continue;
    check_basis(table, problems);
    tell_shown(table, problems);
  }
}

}  // namespace lg::domain
