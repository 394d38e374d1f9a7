#include "app/preview.hpp"

#include "app/workbook_page.hpp"
#include "opc/package.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace lg::app {
namespace {

std::vector<PreviewSource> sources_of(const RunRecord& record, const std::string& main_part) {
  std::vector<PreviewSource> sources;
  for (const audit::Trail& trail : record.provenance.report) {
    if (trail.part != main_part || trail.from.empty()) continue;
    PreviewSource source{trail.paragraph, {}};
    std::set<std::pair<const SheetOrigin*, std::pair<int, int>>> known;
    for (const merge::CellUse& use : trail.from) {
      if (known.emplace(use.cell.sheet, std::pair(use.cell.row, use.cell.column)).second)
        source.cells.push_back(use.cell.location());
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

/// How well a cell answers for another: itself, then its row.
enum class Nearness : std::uint8_t { other, row, cell };

/// "12" of "C12".
std::string_view row_of(std::string_view cell) {
  const std::size_t digit = cell.find_first_of("123456789");
  return digit == std::string_view::npos ? "" : cell.substr(digit);
}

Nearness nearness(const CellLocation& cell, const CellLocation& wanted) {
  if (row_of(cell.cell) != row_of(wanted.cell) || cell.sheet != wanted.sheet || cell.file != wanted.file)
    return Nearness::other;
  return cell.cell == wanted.cell ? Nearness::cell : Nearness::row;
}

}  // namespace

std::optional<Preview> preview_of(const GenerateOutcome& outcome, int top_level) {
  const NamedFile* report = outcome.report       ? &*outcome.report
                            : outcome.unfinished ? &outcome.unfinished->report
                                                 : nullptr;
  const NamedFile* plan = outcome.plan         ? &*outcome.plan
                          : outcome.unfinished ? &outcome.unfinished->plan
                                               : nullptr;
  if (report == nullptr || plan == nullptr) return {};
  Preview preview;
  const opc::Package document = opc::Package::open(report->name, report->bytes);
  preview.report = preview::report_blocks(document, top_level);
  const sml::Workbook workbook = sml::Workbook::read(opc::Package::open(plan->name, plan->bytes));
  for (std::string& section : workbook_sections(workbook, top_level))
    preview.plan.push_back({std::move(section)});
  if (outcome.record) preview.sources = sources_of(*outcome.record, document.main_part().text());
  return preview;
}

int paragraph_of(const Preview& preview, const Location& place) {
  const auto* wanted = std::get_if<CellLocation>(&place);
  if (wanted == nullptr || wanted->cell.empty()) return 0;
  const PreviewSource* best = nullptr;
  Nearness nearest = Nearness::other;
  for (const PreviewSource& source : preview.sources) {
    Nearness near = Nearness::other;
    for (const CellLocation& cell : source.cells) near = std::max(near, nearness(cell, *wanted));
    const bool better =
        near > nearest || (near == nearest && best != nullptr && source.cells.size() < best->cells.size());
    if (near == Nearness::other || !better) continue;
    best = &source;
    nearest = near;
  }
  return best == nullptr ? 0 : best->paragraph;
}

}  // namespace lg::app
