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

void land(const std::vector<Trail>& trails, Landing RowAccount::*document,
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
    }
  }
}

/// A row of a list that the document shows has landed where it is shown; of one that it only counts, where it
/// is counted.
class Landed {
 public:
  Landed(const std::vector<RowAccount>& rows, Landing RowAccount::*document) : document_(document) {
    for (const RowAccount& row : rows) {
      if (!(row.*document).shown.empty() || !(row.*document).chosen.empty()) shown_.insert(row.row->list);
    }
  }
  [[nodiscard]] bool operator()(const RowAccount& row) const {
    const Landing& landing = row.*document_;
    return !landing.shown.empty() || !landing.chosen.empty() ||
           (!landing.counted.empty() && !shown_.contains(row.row->list));
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

Account account_of(const domain::Ledger& ledger, const Provenance& provenance, const ListUse& report,
                   const ListUse& plan) {
  Account account;
  std::map<Key, std::size_t> places;
  for (const domain::LedgerRow& row : ledger.rows()) {
    for (int number = row.row; number <= std::max(row.row, row.last_row); ++number)
      places.emplace(Key(row.sheet, number), account.rows.size());
    account.rows.push_back({&row, {}, {}, false, false});
  }
  land(provenance.report, &RowAccount::report, places, account.rows);
  land(provenance.plan, &RowAccount::plan, places, account.rows);
  const Landed in_report(account.rows, &RowAccount::report);
  const Landed in_plan(account.rows, &RowAccount::plan);
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
      account.lists.push_back({name, 0, 0, 0, 0, named});
    }
    ListAccount& list = account.lists[place->second];
    ++list.rows;
    if (row.in_report) ++list.in_report;
    if (row.in_plan) ++list.in_plan;
    if (row.in_report || row.in_plan) ++list.landed;
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
    if (!named || row.in_report || row.in_plan) continue;
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
