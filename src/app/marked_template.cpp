#include "app/marked_template.hpp"

#include "app/document_kind.hpp"
#include "app/problem_comment.hpp"
#include "base/text.hpp"
#include "sml/notes.hpp"
#include "wml/comments.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace lg::app {
namespace {

constexpr std::string_view quote = "”";

/// The first words in quotation marks that belong to a tag, as they stand in the template.
std::string tag_in(std::string_view message) {
  for (std::size_t begin = message.find(quote); begin != std::string_view::npos;) {
    const std::size_t from = begin + quote.size();
    const std::size_t end = message.find(quote, from);
    if (end == std::string_view::npos) return "";
    std::string_view words = message.substr(from, end - from);
    constexpr std::string_view cut = "…";
    if (words.ends_with(cut)) words.remove_suffix(cut.size());
    if (words.starts_with("{{") || words.ends_with("}}")) return std::string(words);
    begin = end;
  }
  return "";
}

wml::Remark remark_on(const Problem& problem) {
  const auto* paragraph = std::get_if<ParagraphLocation>(&problem.where);
  wml::Remark remark;
  remark.place = place_within(problem.where);
  remark.comment = comment_on(problem);
  if (paragraph == nullptr) return remark;
  remark.part = paragraph->part;
  remark.paragraph = paragraph->paragraph;
  remark.text = tag_in(problem.message);
  return remark;
}

sml::Note note_on(const Problem& problem) {
  const auto* cell = std::get_if<CellLocation>(&problem.where);
  sml::Note note{"", "", place_within(problem.where), comment_on(problem)};
  if (cell == nullptr) return note;
  note.sheet = cell->sheet;
  note.cell = cell->cell;
  return note;
}

/// Is the problem about a place of that file, or of such weight that the file's first place must say it?
bool belongs_in(const std::string& file, const Problem& problem) {
  const bool of_whole = std::holds_alternative<FileLocation>(problem.where);
  return file_of(problem.where) == file && !(of_whole && problem.severity == Severity::note);
}

}  // namespace

std::optional<std::string> marked_template(const NamedFile& template_file, const Problems& problems) {
  const opc::Package package = opc::Package::open(template_file.name, template_file.bytes);
  std::vector<wml::Remark> remarks;
  std::vector<sml::Note> notes;
  for (const Problem& problem : problems) {
    if (!belongs_in(template_file.name, problem)) continue;
    remarks.push_back(remark_on(problem));
    notes.push_back(note_on(problem));
  }
  if (remarks.empty()) return {};
  return is_workbook(package) ? sml::with_notes(package, notes, sml::CellMark::none).save()
                              : wml::with_comments(wml::without_own_comments(package), remarks).save();
}

}  // namespace lg::app
