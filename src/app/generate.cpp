#include "app/generate.hpp"

#include "app/output_name.hpp"
#include "app/review_files.hpp"
#include "app/unused_columns.hpp"
#include "app/verification.hpp"
#include "audit/steering.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "compose/dataset.hpp"
#include "merge/docx_template.hpp"
#include "merge/scope.hpp"
#include "merge/xlsx_template.hpp"

#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <utility>

namespace lg::app {
namespace {

/// What shows which cells a document was made of.
template <class Template>
struct Traces;
template <>
struct Traces<merge::DocxTemplate> {
  std::optional<opc::Package> document;  // the report once more, with marks
  merge::SourceLog log;
};
template <>
struct Traces<merge::XlsxTemplate> {
  merge::CellOrigins origins;
};

/// Renders a document and leaves its traces: a report is written twice, so that the one handed out never had
/// marks; a plan notes its cells while they are written.
template <class Template>
class Tracing;
template <>
class Tracing<merge::DocxTemplate> {
 public:
  Tracing(const merge::DocxTemplate& from, const Dataset& data, Traces<merge::DocxTemplate>& traces)
      : from_(from),
        data_(data),
        traces_(traces),
        traced_(std::async(std::launch::async, [&] { return from.render_traced(data, traces.log); })) {}
  opc::Package render(Problems& problems) { return from_.render(data_, problems); }
  void finish() { traces_.document = traced_.get(); }

 private:
  const merge::DocxTemplate& from_;
  const Dataset& data_;
  Traces<merge::DocxTemplate>& traces_;
  std::future<opc::Package> traced_;
};
template <>
class Tracing<merge::XlsxTemplate> {
 public:
  Tracing(const merge::XlsxTemplate& from, const Dataset& data, Traces<merge::XlsxTemplate>& traces)
      : from_(from), data_(data), traces_(traces) {}
  opc::Package render(Problems& problems) { return from_.render(data_, problems, &traces_.origins); }
  void finish() {}

 private:
  const merge::XlsxTemplate& from_;
  const Dataset& data_;
  Traces<merge::XlsxTemplate>& traces_;
};

/// One of the two documents, made beside the other. Its problems are its own until both are done.
template <class Template>
struct Made {
  std::string bytes;
  Problems problems;
  std::optional<Template> from;
  std::optional<proof::ParsedPackage> finished;  // the bytes, opened again
  Traces<Template> traces;
};

constexpr const char* plan_list = "Aktiviteter";

/// How many rows the plan's table must have; nothing when the template narrows the list itself.
std::optional<std::size_t> expected_rows(const std::vector<merge::Tag>& tags, const Dataset& data) {
  const int place = data.root.find(fold(plan_list));
  if (place < 0) return {};
  for (const merge::Tag& tag : tags) {
    const auto* field = tag.each.list.path.field;
    if (tag.kind == merge::TagKind::each && tag.each.list.where && field != nullptr &&
        field->folded == fold(plan_list))
      return {};
  }
  return data.row[static_cast<std::size_t>(place)].as_list()->rows.size();
}

/// That each activity has a row in the plan.
void count_rows(const merge::DocxTemplate&, const Dataset&, const opc::Package&) {}
void count_rows(const merge::XlsxTemplate& plan, const Dataset& data, const opc::Package& finished) {
  if (const auto rows = expected_rows(plan.tags(), data)) verify_rows(finished, plan_list, *rows);
}

/// A problem of merging that could not know which template it was in is told of the file.
Problem placed(Problem problem, const std::string& file) {
  if (file_of(problem.where).empty()) problem.where = FileLocation{file};
  return problem;
}

/// How far a document is made.
enum class Making : std::uint8_t {
  checked,     // its template is read
  unfinished,  // of data with errors, to be looked at
  finished,
};

template <class Template>
Made<Template> make(const NamedFile& file, const Dataset& data, Making how) {
  Made<Template> made;
  try {
    const opc::Package package = opc::Package::open(file.name, file.bytes);
    made.from = Template::parse(package, data, made.problems);
    const Template& one = *made.from;
    if (how == Making::checked || made.problems.has_errors(true)) return made;
    // What the workbooks' errors lead to in the documents is no news: the errors are told.
    Problems follow_ons;
    Problems& told = how == Making::finished ? made.problems : follow_ons;
    Tracing<Template> tracing(one, data, made.traces);
    made.bytes = tracing.render(told).save();
    made.finished = verify(one, data, package, made.bytes, told);
    if (how == Making::finished) count_rows(one, data, made.finished->package());
    tracing.finish();
  } catch (const UnreadableFile& unreadable) {
    const bool follow_on = how == Making::unfinished && made.from;
    if (!follow_on) made.problems.add(placed(unreadable.problem(), file.name));
  }
  return made;
}

/// Follows every row into the two documents, and holds them together.
void audit_run(const GenerateRequest& request, const Made<merge::DocxTemplate>& report,
               const Made<merge::XlsxTemplate>& plan, RunRecord& record, Problems& problems) {
  record.report_template = {request.report_template.name, sha256(request.report_template.bytes)};
  record.plan_template = {request.plan_template.name, sha256(request.plan_template.bytes)};
  record.draft = request.draft;
  const sml::Workbook workbook = workbook_of(*plan.finished);
  record.provenance.report =
      audit::report_trails(report.finished->package(), *report.traces.document, report.traces.log);
  record.provenance.cells = audit::plan_cells(plan.finished->package(), workbook, plan.traces.origins);
  record.provenance.plan = audit::plan_trails(record.provenance.cells);
  const audit::ListUse in_report{audit::named_lists(report.from->tags(), record.data),
                                 audit::walked_lists(report.from->tags(), &report.traces.log)};
  const audit::ListUse in_plan{audit::named_lists(plan.from->tags(), record.data),
                               audit::walked_lists(plan.from->tags(), nullptr)};
  record.account =
      audit::account_of(record.review.ledger, record.data, record.provenance, in_report, in_plan);
  record.comparison = audit::compare(record.data, record.account, workbook);
  record.unused_columns = unused_columns(report.from->tags(), plan.from->tags(), record.data);
  record.steering = audit::steering_names(report.from->tags(), record.data);
  record.steering.merge(audit::steering_names(plan.from->tags(), record.data));
  audit::tell_lost(record.account, in_report, in_plan, problems);
  audit::tell_differences(record.comparison, request.own_templates, problems);
}

}  // namespace

GenerateOutcome generate(const GenerateRequest& request) {
  GenerateOutcome outcome;
  Problems& problems = outcome.problems;
  auto record = std::make_unique<RunRecord>();
  domain::Review& review = record->review;
  review = read_and_check(request.folder, request.workbooks, problems, &record->inputs);
  const std::string board = to_text(
      review.facts.rows.empty() ? Value() : review.facts.at(review.facts.rows.front(), "Nämnd, rubrikform"));
  const std::string report_file = report_name(review, board);
  const std::string plan_file = plan_name(review, board);
  Dataset& data = record->data;
  data = compose::make_dataset(review);
  data.pictures = request.pictures;

  const Making how = !problems.has_errors(request.draft) ? Making::finished
                     : request.preview                   ? Making::unfinished
                                                         : Making::checked;
  auto plan_making = std::async(std::launch::async,
                                [&] { return make<merge::XlsxTemplate>(request.plan_template, data, how); });
  Made<merge::DocxTemplate> report = make<merge::DocxTemplate>(request.report_template, data, how);
  Made<merge::XlsxTemplate> plan = plan_making.get();
  for (const Problems* made : {&report.problems, &plan.problems}) {
    for (const Problem& problem : *made) {
      // In a draft the place is marked, and what is missing was told when the workbooks were read.
      if (!request.draft || problem.code != merge::missing_code) problems.add(problem);
    }
  }
  const bool handed_out = how == Making::finished && !problems.has_errors(request.draft);
  if (!handed_out && !(request.preview && report.finished && plan.finished)) return outcome;

  Problems follow_ons;  // as in make
  audit_run(request, report, plan, *record, handed_out ? problems : follow_ons);
  outcome.record = std::move(record);
  NamedFile made_report{report_file, std::move(report.bytes)};
  NamedFile made_plan{plan_file, std::move(plan.bytes)};
  if (handed_out) {
    outcome.report = std::move(made_report);
    outcome.plan = std::move(made_plan);
  } else {
    outcome.unfinished = Unfinished{std::move(made_report), std::move(made_plan)};
  }
  return outcome;
}

Problems check(const std::string& folder, const std::vector<NamedFile>& workbooks) {
  Problems problems;
  (void)read_and_check(folder, workbooks, problems);
  return problems;
}

}  // namespace lg::app
