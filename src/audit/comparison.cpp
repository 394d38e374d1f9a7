#include "audit/comparison.hpp"

#include "base/text.hpp"
#include "intake/cell_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace lg::audit {
namespace {

using Verdict = ActivityComparison::Verdict;

constexpr std::string_view list_name = "Aktiviteter";
constexpr int first_sensible_year = 2000;
constexpr int last_sensible_year = 2099;

/// The years that a text names.
std::set<int> years_in(std::string_view text) {
  std::set<int> years;
  const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(i) || (i > 0 && digit(i - 1))) continue;
    std::size_t end = i;
    int number = 0;
    while (digit(end) && end - i < 5) number = number * 10 + (text[end++] - '0');
    if (end - i == 4 && number >= first_sensible_year && number <= last_sensible_year) years.insert(number);
  }
  return years;
}

/// The years of "2026–2028", those between as well.
std::set<int> years_in_span(std::string_view text) {
  std::set<int> years = years_in(text);
  if (years.empty()) return years;
  for (int year = *years.begin(); year < *years.rbegin(); ++year) years.insert(year);
  return years;
}

std::string years_text(const std::set<int>& years) {
  std::vector<std::string> words;
  for (const int year : years) words.push_back(std::to_string(year));
  return join(words, "och");
}

bool says(const std::string& text, const std::string& words) {
  return to_lower(text).find(to_lower(words)) != std::string::npos;
}

/// The years that the nearest heading about activities names: "1.5.1 Aktiviteter under år 2025".
std::set<int> years_of_place(const std::string& place) {
  std::set<int> found;
  constexpr std::string_view parting = " › ";
  for (std::size_t at = 0; at <= place.size();) {
    const std::size_t end = std::min(place.find(parting, at), place.size());
    const std::string heading = place.substr(at, end - at);
    const std::set<int> years = years_in(heading);
    if (!years.empty() && says(heading, "aktivitet")) found = years;
    at = end + parting.size();
  }
  return found;
}

class Comparer {
 public:
  Comparer(const Dataset& data, const Account& account, const sml::Workbook& plan) {
    const int place = data.root.find(fold(list_name));
    if (place >= 0) list_ = &data.root.fields[static_cast<std::size_t>(place)];
    if (place >= 0) rows_ = data.row[static_cast<std::size_t>(place)].as_list();
    for (const RowAccount& row : account.rows)
      accounts_.emplace(std::pair(row.row->sheet, row.row->row), &row);
    for (const sml::Worksheet& sheet : plan.sheets) sheets_.emplace(sheet.name, &sheet);
  }

  Comparison compare() {
    Comparison comparison;
    if (rows_ == nullptr) return comparison;
    for (const Row& row : rows_->rows) {
      ActivityComparison one = compare(row);
      const Verdict verdict = one.verdict;
      if (verdict != Verdict::only_plan && verdict != Verdict::neither) ++comparison.in_report;
      if (verdict != Verdict::only_report && verdict != Verdict::neither) ++comparison.in_plan;
      const bool overlapping = verdict == Verdict::within || verdict == Verdict::overlaps;
      if (overlapping) ++comparison.overlapping;
      if (verdict != Verdict::equal && !overlapping) ++comparison.different;
      comparison.activities.push_back(std::move(one));
    }
    return comparison;
  }

 private:
  [[nodiscard]] const Value& at(const Row& row, std::string_view heading) const {
    static const Value none;
    const int column = list_->find(fold(heading));
    return column < 0 ? none : row[static_cast<std::size_t>(column)];
  }

  ActivityComparison compare(const Row& row) {
    ActivityComparison one;
    years_ = Verdict::equal;
    other_owner_ = false;
    one.id = lg::to_text(at(row, "Aktivitets-ID"));
    one.name = lg::to_text(at(row, "Aktivitet"));
    one.cell = at(row, "Aktivitets-ID").source() ? at(row, "Aktivitets-ID").source() : source_of(row);
    const auto found = accounts_.find({one.cell.sheet, one.cell.row});
    if (found == accounts_.end()) return one;
    const RowAccount& account = *found->second;
    read_plan(row, account, one);
    read_report(row, account, one);
    one.verdict = verdict_of(account);
    return one;
  }

  /// What the plan's cell says that was made of that cell of the workbooks.
  [[nodiscard]] std::string in_plan(const RowAccount& account, const Source& cell) const {
    for (const Trail* trail : account.plan.shown) {
      for (std::size_t i = 0; i < trail->from.size(); ++i) {
        if (!(trail->from[i].cell == cell) || trail->cells.size() != trail->from.size()) continue;
        const auto sheet = sheets_.find(trail->place);
        const sml::Cell* found = sheet == sheets_.end() ? nullptr : sheet->second->find(trail->cells[i]);
        return found == nullptr ? "" : intake::cell_text(*found);
      }
    }
    return {};
  }

  void read_plan(const Row& row, const RowAccount& account, ActivityComparison& one) {
    if (account.plan.shown.empty()) return;
    const Trail& trail = *account.plan.shown.front();
    one.plan_place = trail.place + ", rad " + std::to_string(trail.cells.front().row);
    const std::string first = in_plan(account, at(row, "Startår").source());
    const std::string last = in_plan(account, at(row, "Slutår").source());
    one.plan_years = last.empty() || last == first ? first : first + "–" + last;
    one.plan_owner = in_plan(account, at(row, "Ansvarig").source());
    const std::string id = in_plan(account, at(row, "Aktivitets-ID").source());
    if (!id.empty()) one.id = id;
  }

  void read_report(const Row& row, const RowAccount& account, ActivityComparison& one) {
    if (account.report.shown.empty()) return;
    const Trail& first = *account.report.shown.front();
    one.report_place = first.place.empty() ? first.spot : first.place;
    std::set<int> years;
    for (const Trail* trail : account.report.shown) {
      const bool of_years = std::ranges::any_of(trail->from, [&](const merge::CellUse& use) {
        return use.cell == at(row, "Startår").source() || use.cell == at(row, "Slutår").source();
      });
      if (of_years) years.merge(years_in(trail->text));
    }
    const bool of_heading = years.empty();
    if (of_heading) {
      for (const Trail* trail : account.report.shown) years.merge(years_of_place(trail->place));
    }
    // The report says the years of the whole section, not of the activity.
    one.section_years = of_heading && years.size() > 1;
    one.report_years = years_text(years);
    years_ = compare_years(years, years_in_span(one.plan_years));
    read_owner(row, account, one);
  }

  /// A section about several years may hold an activity of one of them.
  static Verdict compare_years(const std::set<int>& report, const std::set<int>& plan) {
    if (report.empty() || plan.empty() || report == plan) return Verdict::equal;
    if (std::ranges::includes(report, plan)) return Verdict::within;
    const bool apart = std::ranges::none_of(plan, [&](int year) { return report.contains(year); });
    return apart ? Verdict::other_years : Verdict::overlaps;
  }

  void read_owner(const Row& row, const RowAccount& account, ActivityComparison& one) {
    std::vector<std::string> named;
    bool shown = false;
    for (const std::string& owner : split(one.plan_owner, ';')) {
      const auto names = [&](const Trail* trail) { return says(trail->text, owner); };
      const bool found = std::ranges::any_of(account.report.shown, names) ||
                         std::ranges::any_of(account.report.counted, names);
      if (found) named.push_back(owner);
    }
    for (const Trail* trail : account.report.shown) {
      shown = shown || std::ranges::any_of(trail->from, [&](const merge::CellUse& use) {
                return use.cell == at(row, "Ansvarig").source();
              });
    }
    one.report_owner = join(named, "och");
    const bool known = !at(row, "Ansvarig").is_blank();  // in a draft the plan says what is missing
    other_owner_ = shown && known && named.size() < split(one.plan_owner, ';').size();
  }

  [[nodiscard]] Verdict verdict_of(const RowAccount& account) const {
    const bool report = !account.report.shown.empty();
    const bool plan = !account.plan.shown.empty();
    if (!report || !plan) return report ? Verdict::only_report : plan ? Verdict::only_plan : Verdict::neither;
    if (years_ == Verdict::other_years) return years_;
    return other_owner_ ? Verdict::other_owner : years_;
  }

  const Field* list_ = nullptr;
  const Value::List* rows_ = nullptr;
  std::map<std::pair<const SheetOrigin*, int>, const RowAccount*> accounts_;
  std::map<std::string, const sml::Worksheet*> sheets_;
  Verdict years_ = Verdict::equal;
  bool other_owner_ = false;
};

std::string name_of(const ActivityComparison& one) {
  return "Aktiviteten ”" + (one.name.empty() ? one.id : one.name) + "”";
}

}  // namespace

Comparison compare(const Dataset& data, const Account& account, const sml::Workbook& plan) {
  return Comparer(data, account, plan).compare();
}

void tell_differences(const Comparison& comparison, bool own_templates, Problems& problems) {
  for (const ActivityComparison& one : comparison.activities) {
    const auto add = [&](const char* code, const std::string& what, const std::string& hint) {
      problems.add({own_templates ? Severity::note : Severity::warning,
                    code,
                    one.cell ? Location(one.cell.location()) : Location(),
                    name_of(one) + what,
                    hint,
                    {}});
    };
    switch (one.verdict) {
      case Verdict::only_report:
        if (comparison.in_plan > 0)
          add("PROT-003", " står i rapporten men inte i planen.",
              "Kontrollera aktivitetens år, och villkoren i planens mall.");
        break;
      case Verdict::only_plan:
        if (comparison.in_report > 0)
          add("PROT-003", " står i planen men inte i rapporten.",
              "Kontrollera aktivitetens år, och villkoren i rapportens mall.");
        break;
      case Verdict::other_years:
        add("PROT-004",
            " gäller " + one.plan_years + " i planen men står under " + one.report_years + " i rapporten.",
            "Kontrollera aktivitetens år, och villkoren i rapportens mall.");
        break;
      case Verdict::other_owner:
        add("PROT-005", " har ”" + one.plan_owner + "” som ansvarig i planen men inte i rapporten.",
            "Kontrollera i rapportens mall hur den ansvarige skrivs ut.");
        break;
      case Verdict::equal:
      case Verdict::within:
      case Verdict::overlaps:
      case Verdict::neither: break;
    }
  }
}

}  // namespace lg::audit
