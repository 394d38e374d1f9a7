#include "merge/xlsx_template.hpp"

#include "merge/xlsx_renderer.hpp"
#include "merge/xlsx_workbook.hpp"
#include "sml/notes.hpp"

#include <utility>

namespace lg::merge {

struct XlsxTemplate::State {
  WorkbookTemplate workbook;
};

XlsxTemplate::XlsxTemplate(std::unique_ptr<State> state) : state_(std::move(state)) {}
XlsxTemplate::XlsxTemplate(XlsxTemplate&&) noexcept = default;
XlsxTemplate& XlsxTemplate::operator=(XlsxTemplate&&) noexcept = default;
XlsxTemplate::~XlsxTemplate() = default;

XlsxTemplate XlsxTemplate::parse(const opc::Package& package, const Dataset& data, Problems& problems) {
  auto state = std::make_unique<State>(State{WorkbookTemplate(sml::without_own_notes(package))});
  WorkbookReader(state->workbook, data, problems).read();
  return XlsxTemplate(std::move(state));
}

const std::vector<Tag>& XlsxTemplate::tags() const {
  return state_->workbook.tags;
}

opc::Package XlsxTemplate::render(const Dataset& data, Problems& problems, CellOrigins* origins) const {
  return WorkbookRenderer(state_->workbook, data, problems).render(origins);
}

std::optional<CellLocation> XlsxTemplate::origin(const Dataset& data, const opc::PartName& part,
                                                 int row) const {
  Problems ignored;
  WorkbookRenderer renderer(state_->workbook, data, ignored);
  (void)renderer.render();
  return renderer.origin(part, row);
}

}  // namespace lg::merge
