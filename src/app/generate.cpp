#include "app/generate.hpp"

#include "app/output_name.hpp"
#include "app/review_files.hpp"
#include "app/verification.hpp"
#include "base/text.hpp"
#include "compose/dataset.hpp"
#include "merge/docx_template.hpp"
#include "merge/scope.hpp"
#include "merge/xlsx_template.hpp"

#include <future>
#include <utility>

namespace lg::app {
namespace {

/// One of the two documents, made beside the other. Its problems are its own until both are done.
struct Made {
  std::string bytes;
  Problems problems;
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
void count_rows(const merge::DocxTemplate&, const Dataset&, const Made&, const std::string&) {}
void count_rows(const merge::XlsxTemplate& plan, const Dataset& data, const Made& made,
                const std::string& name) {
  if (const auto rows = expected_rows(plan.tags(), data)) verify_rows(name, made.bytes, plan_list, *rows);
}

/// A problem of merging that could not know which template it was in is told of the file.
Problem placed(Problem problem, const std::string& file) {
  if (file_of(problem.where).empty()) problem.where = FileLocation{file};
  return problem;
}

template <class Template>
Made make(const NamedFile& file, const Dataset& data, bool render) {
  Made made;
  try {
    const opc::Package package = opc::Package::open(file.name, file.bytes);
    const Template one = Template::parse(package, data, made.problems);
    if (!render || made.problems.has_errors(true)) return made;
    made.bytes = one.render(data, made.problems).save();
    verify(one, data, package, made.bytes, made.problems);
    count_rows(one, data, made, file.name);
  } catch (const UnreadableFile& unreadable) {
    made.problems.add(placed(unreadable.problem(), file.name));
  }
  return made;
}

}  // namespace

GenerateOutcome generate(const GenerateRequest& request) {
  GenerateOutcome outcome;
  Problems& problems = outcome.problems;
  domain::Review review = read_and_check(request.folder, request.workbooks, problems);
  const std::string board = to_text(
      review.facts.rows.empty() ? Value() : review.facts.at(review.facts.rows.front(), "Nämnd, rubrikform"));
  const std::string report_file = report_name(review, board);
  const std::string plan_file = plan_name(review, board);
  Dataset data = compose::make_dataset(review);
  data.pictures = request.pictures;

  const bool render = !problems.has_errors(request.draft);
  auto plan_making = std::async(
      std::launch::async, [&] { return make<merge::XlsxTemplate>(request.plan_template, data, render); });
  Made report = make<merge::DocxTemplate>(request.report_template, data, render);
  Made plan = plan_making.get();
  for (const Made* made : {&report, &plan}) {
    for (const Problem& problem : made->problems) {
      // In a draft the place is marked, and what is missing was told when the workbooks were read.
      if (!request.draft || problem.code != merge::missing_code) problems.add(problem);
    }
  }
  if (!render || problems.has_errors(request.draft)) return outcome;

  outcome.report = NamedFile{report_file, std::move(report.bytes)};
  outcome.plan = NamedFile{plan_file, std::move(plan.bytes)};
  return outcome;
}

Problems check(const std::string& folder, const std::vector<NamedFile>& workbooks) {
  Problems problems;
  (void)read_and_check(folder, workbooks, problems);
  return problems;
}

}  // namespace lg::app
