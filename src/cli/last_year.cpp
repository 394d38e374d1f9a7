#include "cli/last_year.hpp"

#include "cli/file_system.hpp"

#include <system_error>

namespace lg::cli {

app::NextYearRequest read_last_year(const std::filesystem::path& folder, Problems& problems) {
  app::NextYearRequest request;
  request.folder = name_of(folder);
  request.workbooks = read_workbooks(folder, problems);
  const std::filesystem::path documents = folder / "dokument";
  std::error_code error;
  if (!std::filesystem::is_directory(documents, error)) return request;
  Problems of_documents;  // what else lies there is no concern of ours
  request.plans = read_workbooks(documents, of_documents);
  for (app::NamedFile& file : request.plans) file.name = "dokument/" + file.name;
  return request;
}

}  // namespace lg::cli
