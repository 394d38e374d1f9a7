#include "app/protocol.hpp"

#include "app/output_name.hpp"
#include "app/protocol_data.hpp"
#include "app/verification.hpp"
#include "app/workbook_page.hpp"
#include "base/sha256.hpp"
#include "merge/xlsx_template.hpp"

#include <optional>
#include <stdexcept>

namespace lg::app {

std::vector<NamedFile> make_protocol(const ProtocolRequest& request) {
  const std::vector<DocumentRecord> documents = {
      {"Rapport", request.report.name, sha256(request.report.bytes), request.record.report_template},
      {"Aktivitetsplan", request.plan.name, sha256(request.plan.bytes), request.record.plan_template}};
  const Dataset data = protocol_data(request.record, documents, request.problems, request.version);
  Problems problems;
  const opc::Package package =
      opc::Package::open(request.protocol_template.name, request.protocol_template.bytes);
  const merge::XlsxTemplate from = merge::XlsxTemplate::parse(package, data, problems);
  std::string bytes;
  std::optional<proof::ParsedPackage> finished;
  if (!problems.has_errors()) bytes = from.render(data, problems).save();
  // What a draft lacks, its protocol lacks too, and marks.
  if (!problems.has_errors(request.record.draft)) finished = verify(from, data, package, bytes, problems);
  for (const Problem& problem : problems) {
    if (problem.severity == Severity::error || (problem.severity == Severity::hole && !request.record.draft))
      throw std::logic_error("protokollets mall: " + to_text(problem));
  }
  const std::string board = to_text(data.row.front());
  const std::string page = workbook_page(workbook_of(*finished));
  return {{protocol_name(request.record.review, board, ".xlsx"), std::move(bytes)},
          {protocol_name(request.record.review, board, ".html"), page}};
}

}  // namespace lg::app
