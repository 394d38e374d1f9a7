// The calls that take files in and hand documents out.
#include "base/text.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "desk/findings.hpp"
#include "desk/template_check.hpp"
#include "web/calls.hpp"
#include "web/content_type.hpp"
#include "web/desktop.hpp"
#include "web/folder_list.hpp"
#include "web/json.hpp"
#include "web/numbered_run.hpp"
#include "web/upload.hpp"

#include <Poco/JSON/Object.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace lg::web {
namespace {

namespace fs = std::filesystem;
using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr const char* protocol_standard = "granskningsprotokoll.xlsx";

Answer number_answer(std::uint64_t number) {
  Object object;
  object.set("number", number);
  return json_answer(object);
}

Array names_taken(const fs::path& folder, const std::vector<desk::Document>& documents) {
  Array taken;
  std::error_code error;
  for (const desk::Document& one : documents)
    if (fs::exists(folder / one.file.name, error)) taken.add(one.file.name);
  return taken;
}

/// Nothing that is dropped is passed over in silence; workbooks of other kinds are told of by the reader.
void require_workbooks(const std::vector<fs::path>& files) {
  static constexpr std::array known = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"};
  for (const fs::path& file : files) {
    const std::string extension = to_lower(file.extension().string());
    if (std::ranges::find(known, extension) != known.end()) continue;
    throw Refusal{Status::unprocessable, "”" + file.filename().string() + "” är ingen arbetsbok.",
                  "Släpp bara Excel-filer (.xlsx)."};
  }
}

TemplateRole role_of(const std::string& word) {
  if (word == "rapport") return TemplateRole::report;
  if (word == "plan") return TemplateRole::plan;
  throw Refusal{Status::bad_request, "Anropet har fel form.", "Ladda om sidan."};
}

}  // namespace

fs::path Calls::new_folder() {
  const fs::path folder = setting_.scratch / std::to_string(++folder_number_);
  fs::create_directory(folder);
  return folder;
}

Workspace::Work Calls::chosen_work() const {
  if (workspace_.folder().empty())
    throw Refusal{Status::unprocessable, "Ingen mapp är vald.", "Välj mappen med arbetsböckerna först."};
  return workspace_.work();
}

Array Calls::offer(std::vector<desk::Document> documents) {
  Array list;
  for (desk::Document& one : documents) {
    Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("role", one.role);
    object.set("name", one.file.name);
    object.set("href", "/api/files/" + downloads_.add(std::move(one.file)));
    list.add(object);
  }
  return list;
}

Answer Calls::choose_folder(Request& request) {
  const fs::path path = whole_path(text_in(*from_json(receive_text(request)), "path"));
  std::error_code error;
  if (fs::is_directory(path, error) && workbooks_in(path) == 0) {
    throw Refusal{Status::unprocessable,
                  "Mappen ”" + path.filename().string() + "” har inga arbetsböcker (.xlsx).",
                  "Välj mappen som de ligger i, eller gör nya under Annat du kan göra."};
  }
  return number_answer(workspace_.choose(path, false));
}

Answer Calls::drop_files(Request& request) {
  const fs::path arrived = new_folder();
  const std::vector<fs::path> files = receive_files(request, arrived);
  try {
    require_workbooks(files);
  } catch (const Refusal&) {
    fs::remove_all(arrived);
    throw;
  }
  if (!workspace_.dropped()) return number_answer(workspace_.choose(arrived, true));
  // Dropped once more: what is new is added, and a file of the same name is a later one.
  const fs::path folder = workspace_.folder();
  for (const fs::path& file : files) fs::rename(file, folder / file.filename());
  fs::remove_all(arrived);
  return number_answer(workspace_.renew());
}

Answer Calls::make_documents(Request& request) {
  const auto sent = from_json(receive_text(request));
  const bool draft = flag_in(*sent, "draft");
  const bool overwrite = flag_in(*sent, "overwrite");
  const std::unique_lock running(making_, std::try_to_lock);
  if (!running.owns_lock()) {
    Object busy;
    busy.set("busy", true);
    return refused({Status::conflict, "En körning pågår redan.", "Vänta tills den är klar."}, busy);
  }
  const Workspace::Work work = chosen_work();
  desk::Documents made =
      desk::make_documents({work.material,
                            {protocol_standard, cli::read_file(setting_.templates / protocol_standard)},
                            setting_.version,
                            draft});
  Object answer(Poco::JSON_PRESERVE_KEY_ORDER);
  if (made.files.empty()) {
    answer.set("findings", desk::findings(made.problems));
    return refused({Status::unprocessable, "Det finns fel som hindrar dokumenten, så inget skrevs.",
                    "Rätta felen i arbetsböckerna och försök igen."},
                   answer);
  }
  const fs::path& target = work.target;
  const Array taken = target.empty() ? Array() : names_taken(target, made.files);
  if (taken.size() > 0 && !overwrite) {
    answer.set("exists", taken);
    return refused(
        {Status::conflict, "Det finns redan dokument i mappen.", "Skriv över dem, eller flytta dem först."},
        answer);
  }
  std::string note;
  if (flag_in(*sent, "pageNumbers")) {
    note = number_pages({work.folder, work.report_template, work.plan_template, new_folder(), draft},
                        made.files);
  }
  if (!target.empty()) {
    std::vector<app::NamedFile> files;
    for (const desk::Document& one : made.files) files.push_back(one.file);
    cli::write_together(target, files, overwrite,
                        {"Skriv över dem, eller flytta dem först.", "välj en annan mapp."});
  }
  answer.set("files", offer(std::move(made.files)));
  answer.set("tally", made.tally);
  answer.set("note", note);
  answer.set("folder", target.string());
  answer.set("opens", !target.empty() && has_desktop());
  return json_answer(answer);
}

Answer Calls::mark_workbooks(Request& request) {
  (void)receive_text(request);
  Object answer;
  answer.set("files", offer(desk::mark_workbooks(chosen_work().material)));
  return json_answer(answer);
}

Answer Calls::take_template(Request& request) {
  const std::string& uri = request.getURI();
  const bool use = uri.ends_with("?use=1");
  const std::vector<fs::path> files = receive_files(request, new_folder());
  if (files.size() != 1) throw Refusal{Status::bad_request, "Välj en mall i taget.", ""};
  const fs::path& file = files.front();
  const std::string extension = file.extension().string();
  if (extension != ".docx" && extension != ".xlsx") {
    throw Refusal{Status::unprocessable, "”" + file.filename().string() + "” är ingen mall.",
                  "En mall är ett Word-dokument (.docx) eller en Excel-arbetsbok (.xlsx)."};
  }
  const TemplateRole role = extension == ".docx" ? TemplateRole::report : TemplateRole::plan;
  desk::TemplateCheck checked =
      desk::check_template({file.filename().string(), cli::read_file(file)}, workspace_.material());
  const bool usable = checked.usable;
  if (use && usable) workspace_.use_template(role, file);
  Object answer(Poco::JSON_PRESERVE_KEY_ORDER);
  answer.set("role", role == TemplateRole::report ? "rapport" : "plan");
  answer.set("name", file.filename().string());
  answer.set("usable", usable);
  answer.set("used", use && usable);
  answer.set("findings", desk::findings(checked.problems));
  if (checked.copy) {
    answer.set("copy", offer({{"kopia", std::move(*checked.copy)}}).get(0));
  } else {
    answer.set("copy", Poco::Dynamic::Var());
  }
  return json_answer(answer);
}

Answer Calls::standard_template(Request& request) {
  const TemplateRole role = role_of(text_in(*from_json(receive_text(request)), "role"));
  return number_answer(workspace_.use_template(role, {}));
}

Answer Calls::download(const std::string& id) {
  const auto file = downloads_.find(id);
  if (file == nullptr)
    throw Refusal{Status::not_found, "Dokumentet finns inte kvar här.", "Skapa dokumenten på nytt."};
  Answer answer;
  answer.type = content_type(file->name);
  answer.body = file->bytes;
  answer.headers["Content-Disposition"] = attachment(file->name);
  return answer;
}

}  // namespace lg::web
