#include "app/review_files.hpp"

#include "base/sha256.hpp"
#include "domain/rules.hpp"
#include "intake/review_reader.hpp"
#include "sml/workbook.hpp"

#include <future>
#include <optional>
#include <utility>

namespace lg::app {
namespace {

struct ReadFile {
  std::optional<sml::Workbook> workbook;
  std::optional<Problem> problem;
};

InputRecord record_of(const NamedFile& file, const std::optional<sml::Workbook>& workbook) {
  InputRecord record{file.name, file.bytes.size(), sha256(file.bytes), {}};
  if (!workbook) return record;
  for (const sml::Worksheet& sheet : workbook->sheets) {
    std::size_t rows = 0;
    int last = 0;
    for (const sml::Cell& cell : sheet.cells) {
      if (cell.ref.row != last) ++rows;
      last = cell.ref.row;
    }
    record.sheets.push_back({sheet.name, rows});
  }
  return record;
}

ReadFile read(const NamedFile& file) {
  try {
    return {sml::Workbook::read(opc::Package::open(file.name, file.bytes)), {}};
  } catch (const UnreadableFile& unreadable) {
    return {{}, unreadable.problem()};
  }
}

/// Small files are read faster than a thread is started.
constexpr std::size_t worth_a_thread = 256 * 1024;

}  // namespace

std::vector<sml::Workbook> read_all(const std::vector<NamedFile>& files, Problems& problems,
                                    std::vector<InputRecord>* inputs) {
  std::vector<std::future<ReadFile>> reading;
  for (const NamedFile& file : files) {
    const auto policy = file.bytes.size() > worth_a_thread ? std::launch::async : std::launch::deferred;
    reading.push_back(std::async(policy, [&file] { return read(file); }));
  }
  std::vector<sml::Workbook> workbooks;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    ReadFile file = reading[i].get();
    if (inputs != nullptr) inputs->push_back(record_of(files[i], file.workbook));
    if (file.problem) problems.add(std::move(*file.problem));
    if (file.workbook) workbooks.push_back(std::move(*file.workbook));
  }
  return workbooks;
}

domain::Review read_and_check(const std::string& folder, const std::vector<NamedFile>& files,
                              Problems& problems, std::vector<InputRecord>* inputs) {
  const std::vector<sml::Workbook> workbooks = read_all(files, problems, inputs);
  domain::Review review = intake::read_review(workbooks, folder, problems);
  domain::check(review, problems);
  return review;
}

}  // namespace lg::app
