#include "audit/account.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace lg::audit {
namespace {

constexpr std::string_view blocks_list = "Textblock";

using Key = std::pair<const SheetOrigin*, int>;

void add_once(std::vector<const Trail*>& trails, const Trail& trail) {
  if (trails.empty() || trails.back() != &trail) trails.push_back(&trail);
}

/// The cells of the lists that were read, and whether they hold a text.
class Texts {
 public:
  Texts(const Dataset& data, const domain::Ledger& ledger) {
    std::set<std::string> read;
    for (const domain::LedgerRow& row : ledger.rows()) read.insert(fold(row.list));
    for (std::size_t i = 0; i < data.row.size(); ++i) {
      const Value::List* list = data.row[i].as_list();
      if (list == nullptr || !read.contains(data.root.fields[i].folded)) continue;
      for (const Row& row : list->rows) add(data.root.fields[i].fields, row);
    }
  }
  /// Whether a reader who sees the cell reads what its row is about.
  [[nodiscard]] bool tells(const Source& cell) const {
    return texts_.contains(at(cell)) || !rows_.contains({cell.sheet, cell.row});
  }

 private:
  using Cell = std::pair<Key, int>;

  static Cell at(const Source& cell) { return {{cell.sheet, cell.row}, cell.column}; }
  static bool is_text(const Field& field) {
    return field.shape == Field::Shape::text && field.choices.empty() && !field.name.ends_with("-ID");
  }
  void add(const std::vector<Field>& fields, const Row& row) {
    for (std::size_t i = 0; i < fields.size() && i < row.size(); ++i) {
      const Source& cell = row[i].source();
      if (!cell) continue;
      rows_.insert({cell.sheet, cell.row});
      if (is_text(fields[i])) texts_.insert(at(cell));
    }
  }

  std::set<Key> rows_;
  std::set<Cell> texts_;
};

void land(const std::vector<Trail>& trails, const Texts& texts, Landing RowAccount::*document,
          const std::map<Key, std::size_t>& places, std::vector<RowAccount>& rows) {
  for (const Trail& trail : trails) {
    for (const merge::CellUse& use : trail.from) {
      const auto found = places.find({use.cell.sheet, use.cell.row});
      if (found == places.end() || use.how == merge::CellUse::How::steering) continue;
      Landing& landing = rows[found->second].*document;
      const bool counted = use.how == merge::CellUse::How::counted;
      add_once(counted                                  ? landing.counted
               : use.how == merge::CellUse::How::chosen ? landing.chosen
                                                        : landing.shown,
               trail);
      const bool shown = use.how == merge::CellUse::How::shown;
      if (landing.told == nullptr && shown && texts.tells(use.cell)) landing.told = &trail;
    }
  }
}

/// A row of a list that the document shows has landed where it is shown; of one that it only counts, where it
/// is counted.
class Standings {
 public:
  Standings(const std::vector<RowAccount>& rows, Landing RowAccount::*document) : document_(document) {
    for (const RowAccount& row : rows) {
      if (!(row.*document).shown.empty() || !(row.*document).chosen.empty()) shown_.insert(row.row->list);
    }
  }
  [[nodiscard]] Standing operator()(const RowAccount& row) const {
    const Landing& landing = row.*document_;
    if (landing.told != nullptr) return Standing::told;
    const bool counted = !landing.shown.empty() || !landing.chosen.empty() ||
                         (!landing.counted.empty() && !shown_.contains(row.row->list));
    return counted ? Standing::counted : Standing::absent;
  }

 private:
  Landing RowAccount::*document_;
  std::set<std::string> shown_;
};

bool stands_in_condition(const std::vector<merge::Tag>& tags, int tag) {
  return std::ranges::any_of(tags, [&](const merge::Tag& one) {
    const int number = static_cast<int>(&one - tags.data());
    return one.kind == merge::TagKind::when && number < tag && tag < one.closer;
  });
}

Location place_of(const domain::LedgerRow& row) {
  return Source{row.sheet, row.row, row.column}.location();
}

}  // namespace

std::set<std::string> named_lists(const std::vector<merge::Tag>& tags, const Dataset& data) {
  std::set<std::string> lists;
  const auto take = [&](const merge::Path& path) {
    if (path.frame != 0 || path.steps.empty() || path.blank) return;
    const Field& field = data.root.fields[static_cast<std::size_t>(path.steps.front())];
    if (field.shape == Field::Shape::list) lists.insert(field.folded);
  };
  for (const merge::Tag& tag : tags) {
    if (tag.kind == merge::TagKind::value || tag.kind == merge::TagKind::paragraphs) take(tag.query.path);
    if (tag.kind == merge::TagKind::each || tag.kind == merge::TagKind::chart) take(tag.each.list.path);
    if (tag.kind == merge::TagKind::insert) lists.insert(fold(blocks_list));
  }
  return lists;
}

std::set<std::string> walked_lists(const std::vector<merge::Tag>& tags, const merge::SourceLog* log) {
  std::set<std::string> lists;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const merge::Each& each = tags[i].each;
    const merge::Path& path = each.list.path;
    const bool whole_list = tags[i].kind == merge::TagKind::each && !each.list.where && path.frame == 0 &&
                            path.steps.size() == 1 && path.field != nullptr;
    if (!whole_list) continue;
    const int number = static_cast<int>(i);
    if (log != nullptr ? log->has_block(number) : !stands_in_condition(tags, number))
      lists.insert(path.field->folded);
  }
  return lists;
}

Account account_of(const domain::Ledger& ledger, const Dataset& data, const Provenance& provenance,
                   const ListUse& report, const ListUse& plan) {
  Account account;
  std::map<Key, std::size_t> places;
  for (const domain::LedgerRow& row : ledger.rows()) {
    for (int number = row.row; number <= std::max(row.row, row.last_row); ++number)
      places.emplace(Key(row.sheet, number), account.rows.size());
    account.rows.push_back({&row, {}, {}});
  }
  const Texts texts(data, ledger);
  land(provenance.report, texts, &RowAccount::report, places, account.rows);
  land(provenance.plan, texts, &RowAccount::plan, places, account.rows);
  const Standings in_report(account.rows, &RowAccount::report);
  const Standings in_plan(account.rows, &RowAccount::plan);
  std::map<std::string, std::size_t> lists;
  for (RowAccount& row : account.rows) {
    const std::string& name = row.row->list;
    row.in_report = in_report(row);
    row.in_plan = in_plan(row);
    if (name.empty()) continue;
    const auto [place, added] = lists.emplace(name, account.lists.size());
    if (added) {
      const std::string folded = fold(name);
      const bool named = report.named.contains(folded) || plan.named.contains(folded);
      account.lists.push_back({name, 0, 0, 0, 0, 0, named});
    }
    ListAccount& list = account.lists[place->second];
    ++list.rows;
    if (row.in_report == Standing::told) ++list.in_report;
    if (row.in_plan == Standing::told) ++list.in_plan;
    if (row.best() == Standing::told) ++list.told;
    if (row.best() == Standing::counted) ++list.counted;
  }
  return account;
}

void tell_lost(const Account& account, const ListUse& report, const ListUse& plan, Problems& problems) {
  for (const RowAccount& row : account.rows) {
    if (row.row->list.empty()) continue;
    const std::string folded = fold(row.row->list);
    const bool of_report = report.walked.contains(folded) && row.report.shown.empty();
    const bool of_plan = plan.walked.contains(folded) && row.plan.shown.empty();
    if (of_report || of_plan) {
      const std::string document = of_report && of_plan ? "rapporten eller planen"
                                   : of_report          ? "rapporten"
                                                        : "planen";
      problems.add(
          {Severity::warning,
           "PROT-001",
           place_of(*row.row),
           "Raden står inte i " + document + ", fast mallen går igenom listan ”" + row.row->list + "”.",
           "Kontrollera i mallen att något av radens värden skrivs ut i slingan.",
           {}});
      continue;
    }
    // A text block is one text, shown where a template names it.
    const bool named =
        folded != fold(blocks_list) && (report.named.contains(folded) || plan.named.contains(folded));
    if (!named || row.best() != Standing::absent) continue;
    problems.add(
        {Severity::note,
         "PROT-002",
         place_of(*row.row),
         "Raden står inte i dokumenten; mallarna visar bara en del av listan ”" + row.row->list + "”.",
         "Det är inget fel om mallens villkor ska utesluta raden.",
         {}});
  }
}

}  // namespace lg::audit
