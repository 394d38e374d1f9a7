#include "app/page_numbers.hpp"

#include "app/verification.hpp"
#include "merge/docx_page_numbers.hpp"
#include "opc/package.hpp"

namespace lg::app {
namespace {

constexpr int most_layouts = 3;

}  // namespace

struct PageNumbers::State {
  opc::Package before;
  merge::DocxPageNumbers numbers;
  int layouts = 0;
  bool settled = false;
};

PageNumbers::PageNumbers(const NamedFile& document) {
  opc::Package package = opc::Package::open(document.name, document.bytes);
  state_ = std::make_unique<State>(State{package, merge::DocxPageNumbers(package)});
  state_->settled = !state_->numbers.needed();
}
PageNumbers::PageNumbers(PageNumbers&&) noexcept = default;
PageNumbers& PageNumbers::operator=(PageNumbers&&) noexcept = default;
PageNumbers::~PageNumbers() = default;

bool PageNumbers::needs_layout() const {
  return !state_->settled && state_->layouts < most_layouts;
}

std::string PageNumbers::copy_to_lay_out() {
  return state_->numbers.with_questions().save();
}

void PageNumbers::take(const std::string& laid_out) {
  ++state_->layouts;
  state_->settled = state_->numbers.take(opc::Package::open(state_->before.file_name(), laid_out));
}

bool PageNumbers::known() const {
  return state_->settled && state_->numbers.complete();
}

std::string PageNumbers::document() {
  std::string bytes = state_->numbers.document().save();
  verify_again(state_->before, bytes);
  return bytes;
}

}  // namespace lg::app
