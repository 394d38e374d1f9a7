#include "desk/documents.hpp"

#include "app/generate.hpp"
#include "app/marked_workbooks.hpp"
#include "app/protocol.hpp"
#include "desk/generate_request.hpp"

#include <utility>

namespace lg::desk {

app::GenerateRequest generate_request(const Material& material) {
  app::GenerateRequest request;
  request.folder = material.folder;
  request.workbooks = material.workbooks;
  request.report_template = material.report_template;
  request.plan_template = material.plan_template;
  request.own_templates = material.own_report_template || material.own_plan_template;
  request.pictures = material.pictures;
  return request;
}

Documents make_documents(const DocumentsRequest& request) {
  app::GenerateRequest generating = generate_request(request.material);
  generating.draft = request.draft;
  app::GenerateOutcome outcome = app::generate(generating);
  Documents made;
  made.problems = request.material.reading;
  made.problems.append(outcome.problems);
  if (!outcome.report || !outcome.plan) return made;
  made.tally = app::tally(outcome.record->account);
  std::vector<app::NamedFile> protocol =
      app::make_protocol({*outcome.record, *outcome.report, *outcome.plan, made.problems,
                          request.protocol_template, request.version});
  made.files.push_back({"rapport", std::move(*outcome.report)});
  made.files.push_back({"plan", std::move(*outcome.plan)});
  for (app::NamedFile& file : protocol) made.files.push_back({"protokoll", std::move(file)});
  return made;
}

std::vector<Document> mark_workbooks(const Material& material) {
  Problems problems = material.reading;
  problems.append(app::check(material.folder, material.workbooks));
  std::vector<Document> copies;
  for (app::NamedFile& copy : app::marked_workbooks(material.workbooks, problems))
    copies.push_back({"kopia", std::move(copy)});
  return copies;
}

}  // namespace lg::desk
