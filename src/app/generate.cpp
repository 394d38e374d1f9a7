#include "app/generate.hpp"

#include "app/output_name.hpp"
#include "app/review_files.hpp"
#include "base/text.hpp"
#include "compose/dataset.hpp"
#include "merge/docx_template.hpp"
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

template <class Template>
Made make(const NamedFile& file, const Dataset& data, bool render) {
  Made made;
  try {
    const opc::Package package = opc::Package::open(file.name, file.bytes);
    const Template one = Template::parse(package, data, made.problems);
    if (!render || made.problems.has_errors(true)) return made;
    made.bytes = one.render(data, made.problems).save();
  } catch (const UnreadableFile& unreadable) {
    made.problems.add(unreadable.problem());
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
  const Dataset data = compose::make_dataset(review);

  const bool render = !problems.has_errors(request.draft);
  auto plan_making = std::async(
      std::launch::async, [&] { return make<merge::XlsxTemplate>(request.plan_template, data, render); });
  Made report = make<merge::DocxTemplate>(request.report_template, data, render);
  Made plan = plan_making.get();
  problems.append(report.problems);
  problems.append(plan.problems);
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
