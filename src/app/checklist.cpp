#include "app/checklist.hpp"

#include "app/empty_sentences.hpp"
#include "app/review_files.hpp"
#include "audit/account.hpp"
#include "base/text.hpp"
#include "compose/dataset.hpp"
#include "intake/form.hpp"
#include "intake/list_fields.hpp"
#include "intake/review_reader.hpp"
#include "merge/docx_template.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace lg::app {
namespace {

using intake::Form;
using intake::KnownSheet;
using intake::Period;

/// A sheet by its file and name.
using SheetKey = std::pair<std::string, std::string>;

constexpr std::string_view results_sheet = "IKP-uppföljning";  // joined with the controls it tells of

/// How many rows of a sheet each list has; "" for those that are in none.
using Counts = std::map<SheetKey, std::map<std::string, std::size_t>>;

Counts count_rows(const domain::Ledger& ledger) {
  Counts counts;
  for (const domain::LedgerRow& row : ledger.rows()) ++counts[{row.sheet->file, row.sheet->sheet}][row.list];
  return counts;
}

/// What is told of whole sheets and files, by where.
struct Remarks {
  std::map<SheetKey, std::string> all;
  std::map<SheetKey, std::string> of_used;  // how a sheet was understood, and which rows are left out
};

void add_remark(std::map<SheetKey, std::string>& remarks, const SheetKey& sheet, const std::string& message) {
  std::string& remark = remarks[sheet];
  remark += (remark.empty() ? "" : " ") + message;
}

Remarks read_remarks(const Problems& problems) {
  Remarks remarks;
  for (const Problem& problem : problems) {
    const auto* cell = std::get_if<CellLocation>(&problem.where);
    const auto* file = std::get_if<FileLocation>(&problem.where);
    if (file == nullptr && (cell == nullptr || !cell->cell.empty())) continue;
    const SheetKey sheet{file_of(problem.where), cell == nullptr ? "" : cell->sheet};
    add_remark(remarks.all, sheet, problem.message);
    if (problem.code == "BLAN-030" || problem.code == "BLAN-008")
      add_remark(remarks.of_used, sheet, problem.message);
  }
  return remarks;
}

/// The report's template, read for what it says.
struct ReportTemplate {
  std::map<std::string, std::string> sentences;  // by folded list
  std::set<std::string> named;                   // folded lists that it shows
  std::map<std::string, std::size_t> order;      // of the lists it goes through
};

/// Without a report year its sentences are half made, and not shown.
ReportTemplate read_template(const NamedFile& file, const Dataset& data, bool has_year) {
  ReportTemplate read;
  try {
    Problems told;
    const opc::Package package = opc::Package::open(file.name, file.bytes);
    const auto report = merge::DocxTemplate::parse(package, data, told);
    if (told.has_errors(true)) return read;
    read.named = audit::named_lists(report.tags(), data);
    for (const merge::Tag& tag : report.tags()) {
      const Field* list = tag.each.list.path.field;
      if (tag.kind == merge::TagKind::each && list != nullptr)
        read.order.emplace(list->folded, read.order.size());
    }
    if (has_year) read.sentences = empty_sentences(package, report, data);
  } catch (const UnreadableFile&) {
    return {};  // told when the documents are made
  }
  return read;
}

class ChecklistMaker {
 public:
  ChecklistMaker(const intake::Reading& reading, const Problems& told)
      : review_(reading.review), counts_(count_rows(review_.ledger)), remarks_(read_remarks(told)) {
    for (const Form& form : intake::forms()) {
      if (form.sheet == results_sheet) continue;
      if (form.period == Period::both) add_line(form, intake::last_years(form.sheet));
      add_line(form, std::string(form.sheet));
    }
    for (const KnownSheet& known : reading.sheets) place(known);
    for (const auto& [sheet, lists] : counts_) {
      for (const auto& [list, rows] : lists) {
        if (!list.empty()) add_sheet(list, sheet);
      }
    }
  }

  [[nodiscard]] std::vector<ChecklistLine> lines(const ReportTemplate& report) {
    for (ChecklistLine& line : lines_) finish(line, report);
    std::erase_if(lines_, [](const ChecklistLine& line) {
      return line.list == "Kolumner" && line.presence == Presence::missing;
    });
    const auto rank = [&](const ChecklistLine& line) {
      const Form* form = form_of(line.list);
      if (form != nullptr && form->workbook == "Grunduppgifter") return std::size_t{0};
      const auto found = report.order.find(fold(line.list));
      return found == report.order.end() ? report.order.size() + 1 : found->second + 1;
    };
    std::ranges::stable_sort(lines_, {}, rank);
    return std::move(lines_);
  }

  /// Sheets and files that something is told of and no list has.
  [[nodiscard]] std::vector<UnusedSheet> unused(const std::vector<NamedFile>& files,
                                                const Problems& unread) const {
    std::vector<UnusedSheet> unused;
    for (const auto& [sheet, remark] : remarks_.all) {
      const bool given =
          std::ranges::any_of(files, [&](const NamedFile& file) { return file.name == sheet.first; });
      const bool damaged = std::ranges::any_of(
          unread, [&](const Problem& problem) { return file_of(problem.where) == sheet.first; });
      const bool used = std::ranges::any_of(used_, [&](const SheetKey& one) {
        return one.first == sheet.first && (sheet.second.empty() || one.second == sheet.second);
      });
      if (given && !damaged && !used) unused.push_back({sheet.first, sheet.second, remark});
    }
    return unused;
  }

 private:
  static const Form* form_of(const std::string& list) {
    for (const Form& form : intake::forms()) {
      if (form.sheet == list || intake::last_years(form.sheet) == list) return &form;
    }
    return nullptr;
  }

  void add_line(const Form& form, const std::string& list) {
    ChecklistLine line;
    line.list = list;
    line.purpose = form.purpose;
    line.rows = review_.table(list).rows.size();
    line.needed = form.needed && list == form.sheet;
    const bool last = list != form.sheet || form.period == Period::follow_up;
    if (form.period == Period::both || form.period == Period::report || form.period == Period::follow_up)
      line.year = last ? review_.follow_up_year : review_.report_year;
    lines_.push_back(std::move(line));
  }

  /// A sheet without rows is in the list that its year says; one of another year in none.
  void place(const KnownSheet& known) {
    const SheetKey sheet{known.workbook->file_name, known.sheet->name};
    const auto counted = counts_.find(sheet);
    const bool in_list =
        counted != counts_.end() && std::ranges::any_of(counted->second, [&](const auto& one) {
          const Form* form = form_of(one.first);
          return form == known.form || known.form->sheet == results_sheet;
        });
    if (in_list || known.form->sheet == results_sheet) return;
    const bool both = known.form->period == Period::both;
    const bool timeless = known.form->period == Period::plan || known.form->period == Period::none ||
                          !known.year || review_.report_year == 0;
    const bool of_year =
        timeless || *known.year == review_.report_year || *known.year == review_.follow_up_year;
    if (!of_year) return;
    const bool last = both && known.year && *known.year == review_.follow_up_year;
    add_sheet(last ? intake::last_years(known.form->sheet) : std::string(known.form->sheet), sheet);
  }

  void add_sheet(const std::string& list, const SheetKey& sheet) {
    const auto line = std::ranges::find(lines_, list, &ChecklistLine::list);
    if (line == lines_.end()) return;
    used_.insert(sheet);
    ChecklistSheet made{sheet.first, sheet.second, 0, 0, ""};
    if (const auto counted = counts_.find(sheet); counted != counts_.end()) {
      if (const auto rows = counted->second.find(list); rows != counted->second.end())
        made.rows = rows->second;
      if (const auto rows = counted->second.find(""); rows != counted->second.end())
        made.left_out = rows->second;
    }
    if (const auto remark = remarks_.of_used.find(sheet); remark != remarks_.of_used.end())
      made.remark = remark->second;
    line->sheets.push_back(std::move(made));
  }

  void finish(ChecklistLine& line, const ReportTemplate& report) const {
    const bool is_list = line.list != "Uppgifter" && line.list != "Kolumner";
    for (const ChecklistSheet& sheet : line.sheets) line.rows += is_list ? 0 : sheet.rows;
    line.presence = line.rows > 0         ? Presence::found
                    : line.sheets.empty() ? Presence::missing
                                          : Presence::empty;
    const std::string folded = fold(line.list);
    line.in_report = report.named.contains(folded);
    const auto sentence = report.sentences.find(folded);
    if (line.presence != Presence::found && sentence != report.sentences.end())
      line.sentence = sentence->second;
  }

  const domain::Review& review_;
  Counts counts_;
  Remarks remarks_;
  std::vector<ChecklistLine> lines_;
  std::set<SheetKey> used_;
};

}  // namespace

Checklist checklist_of(const GenerateRequest& request) {
  Checklist checklist;
  const std::vector<sml::Workbook> workbooks = read_all(request.workbooks, checklist.unread);
  Problems told;
  intake::Reading reading = intake::read_folder(workbooks, request.folder, told);
  ChecklistMaker maker(reading, told);
  // A dataset takes the rows of its review: the sheets are counted by now.
  const Dataset data = compose::make_dataset(reading.review);
  checklist.lines = maker.lines(read_template(request.report_template, data, reading.review.report_year > 0));
  checklist.unused = maker.unused(request.workbooks, checklist.unread);
  return checklist;
}

}  // namespace lg::app
