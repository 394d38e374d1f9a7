#include "app/blank_workbooks.hpp"

#include "intake/form_writer.hpp"

#include <utility>

namespace lg::app {

std::vector<NamedFile> blank_workbooks(const std::string& board, int year,
                                       const std::string& scratch_directory) {
  intake::BlankRequest request;
  request.board = board;
  request.year = year;
  request.scratch_directory = scratch_directory;
  std::vector<NamedFile> files;
  for (intake::BlankForm& form : intake::blank_forms(request)) {
    files.push_back({std::move(form.name), std::move(form.bytes)});
  }
  return files;
}

}  // namespace lg::app
