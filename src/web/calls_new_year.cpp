// The call that makes a new folder: blank workbooks, or the year after another folder's.
#include "app/blank_workbooks.hpp"
#include "app/next_year.hpp"
#include "app/output_name.hpp"
#include "base/text.hpp"
#include "cli/file_writer.hpp"
#include "cli/last_year.hpp"
#include "desk/findings.hpp"
#include "web/calls.hpp"
#include "web/folder_list.hpp"
#include "web/json.hpp"
#include "web/upload.hpp"

#include <Poco/JSON/Object.h>

#include <cmath>

namespace lg::web {
namespace {

namespace fs = std::filesystem;
using Poco::JSON::Object;

/// The new folder's path. Throws Refusal when there is something of that name already.
fs::path new_path(const Object& sent) {
  const fs::path parent = text_in(sent, "parent");
  const std::string name = std::string(trim(clean(text_in(sent, "name")).text));
  std::error_code error;
  if (!is_whole(parent) || !fs::is_directory(parent, error))
    throw Refusal{Status::unprocessable, "Mappen som den nya ska ligga i finns inte.", "Välj en annan."};
  if (name.empty()) throw Refusal{Status::unprocessable, "Den nya mappen har inget namn.", "Skriv ett namn."};
  const fs::path path = parent / app::safe_file_name(name, "");
  if (fs::exists(path, error)) {
    throw Refusal{Status::unprocessable,
                  "Det finns redan en mapp som heter ”" + path.filename().string() + "”.",
                  "Välj ett annat namn."};
  }
  return path;
}

int year_in(const Object& sent) {
  // Last year and the plan period must be years that the program reads.
  constexpr int first = 2021;
  constexpr int last = 2097;
  const auto number = parse_number(text_in(sent, "year"));
  if (!number || std::floor(*number) != *number || *number < first || *number > last) {
    throw Refusal{
        Status::unprocessable,
        "Året ska vara ett tal mellan " + std::to_string(first) + " och " + std::to_string(last) + ".",
        "Skriv året med fyra siffror."};
  }
  return static_cast<int>(*number);
}

}  // namespace

Answer Calls::open_year(Request& request) {
  const auto sent = from_json(receive_text(request));
  const fs::path path = new_path(*sent);
  const std::string from = text_in(*sent, "from");
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  Answer answer;
  std::vector<app::NamedFile> files;
  if (from.empty()) {
    const std::string board = text_in(*sent, "board");
    if (trim(board).empty())
      throw Refusal{Status::unprocessable, "Nämndens namn saknas.",
                    "Skriv det som i löpande text: förskolenämnden."};
    files = app::blank_workbooks(board, year_in(*sent), new_folder().string());
  } else {
    Problems problems;
    app::NextYearRequest carrying = cli::read_last_year(whole_path(from), problems);
    carrying.scratch_directory = new_folder().string();
    app::NextYearOutcome outcome = app::open_next_year(carrying);
    problems.append(outcome.problems);
    object.set("summary", outcome.summary);
    object.set("findings", desk::findings(problems));
    files = std::move(outcome.files);
  }
  if (files.empty()) {
    return refused({Status::unprocessable, "Allt i fjolårets mapp kan inte föras över, så inget skrevs.",
                    "Rätta det som står här och försök igen."},
                   object);
  }
  cli::write_together(path, files, false,
                      {"Välj ett annat namn på mappen.", "välj en annan mapp att lägga den i."});
  object.set("path", path.string());
  object.set("number", workspace_.choose(path, false));
  answer.body = to_json(object);
  return answer;
}

}  // namespace lg::web
