#include "app/verification.hpp"

#include "base/text.hpp"
#include "merge/docx_trace.hpp"
#include "proof/proof.hpp"
#include "proof/sheet_rules.hpp"
#include "sml/parsed_sheets.hpp"
#include "sml/table_rows.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace lg::app {
namespace {

using proof::Breach;
using proof::ParsedPackage;
using PlaceOf = std::function<Location(const Breach&)>;

opc::Package opened(const std::string& file, const std::string& bytes) {
  try {
    return opc::Package::open(file, bytes);
  } catch (const UnreadableFile& unreadable) {
    throw std::logic_error("ett färdigt dokument går inte att läsa: " + to_text(unreadable.problem()));
  }
}

/// What the finished document breaks and its template does not.
std::vector<Breach> fresh_breaches(const ParsedPackage& finished, const opc::Package& source) {
  const std::vector<Breach> broken = proof::breaches_of(finished);
  if (broken.empty()) return {};
  const ParsedPackage before = ParsedPackage::read(source);
  return proof::new_breaches(broken, proof::breaches_of(before));
}

std::string sentence_of(const Breach& breach) {
  const bool named = breach.what.find(breach.subject) != std::string::npos;
  return "i delen ”" + breach.part.text() + "” " + breach.what +
         (named ? "" : " (”" + excerpt(breach.subject) + "”)") + " (regel " + breach.rule + ").";
}

void tell(const std::vector<Breach>& breaches, const PlaceOf& place_of, Problems& problems) {
  std::set<std::string> told;  // the first of each sort is enough to find the place
  for (const Breach& breach : breaches) {
    if (!told.insert(breach.rule + breach.what).second) continue;
    problems.add({Severity::error,
                  "M079",
                  place_of(breach),
                  "Det ifyllda dokumentet blev fel och lämnas inte ut: " + sentence_of(breach),
                  "Gör platsen i mallen enklare och försök igen; säg också till den som sköter programmet.",
                  {}});
  }
}

}  // namespace

ParsedPackage verify(const merge::DocxTemplate& from, const Dataset& data, const opc::Package& source,
                     const std::string& bytes, Problems& problems) {
  ParsedPackage finished = ParsedPackage::read(opened(source.file_name(), bytes));
  const std::vector<Breach> fresh = fresh_breaches(finished, source);
  if (fresh.empty()) return finished;
  // Written once more with marks, to find which tag it was.
  Problems ignored;
  const ParsedPackage traced = ParsedPackage::read(from.render(data, ignored, merge::Trace::on));
  const std::vector<Breach> found = fresh_breaches(traced, source);
  const FileLocation whole{source.file_name()};
  tell(
      found.empty() ? fresh : found,
      [&](const Breach& breach) -> Location {
        const int tag = merge::traced_tag(breach.node);
        if (tag < 0) return whole;
        return from.tags()[static_cast<std::size_t>(tag)].where;
      },
      problems);
  return finished;
}

ParsedPackage verify(const merge::XlsxTemplate& from, const Dataset& data, const opc::Package& source,
                     const std::string& bytes, Problems& problems) {
  ParsedPackage finished = ParsedPackage::read(opened(source.file_name(), bytes));
  std::vector<Breach> fresh = fresh_breaches(finished, source);
  // A formula whose rows did not come with is told of where it stands, and shows #REF! like any other in
  // Excel.
  const bool told = std::ranges::any_of(problems, [](const Problem& one) { return one.code == "MALL-108"; });
  if (told) std::erase_if(fresh, [](const Breach& one) { return one.rule == "X05" || one.rule == "X13"; });
  tell(
      fresh,
      [&](const Breach& breach) -> Location {
        if (const auto where = from.origin(data, breach.part, proof::sheet_row(breach.node))) return *where;
        return FileLocation{source.file_name()};
      },
      problems);
  return finished;
}

sml::Workbook workbook_of(const ParsedPackage& finished) {
  return sml::read_workbook(finished.package(),
                            [&](const opc::PartName& sheet) { return finished.root(sheet); });
}

void verify_again(const opc::Package& before, const std::string& bytes) {
  const ParsedPackage finished = ParsedPackage::read(opened(before.file_name(), bytes));
  const std::vector<Breach> fresh = fresh_breaches(finished, before);
  if (!fresh.empty())
    throw std::logic_error("dokumentet blev fel i " + fresh.front().part.text() + ": " + fresh.front().what);
}

void verify_rows(const opc::Package& finished, const std::string& table, std::size_t rows) {
  const auto found = sml::table_rows(finished, fold(table));
  if (!found || *found == std::max<std::size_t>(rows, 1)) return;
  throw std::logic_error("tabellen " + table + " har " + std::to_string(*found) + " rader i stället för " +
                         std::to_string(rows));
}

}  // namespace lg::app
