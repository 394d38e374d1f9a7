#include "full/problem_json.hpp"

#include "app/problem_list.hpp"
#include "base/sha256.hpp"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Stringifier.h>

#include <sstream>
#include <unordered_map>

namespace lg::full {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

/// Every key is there in every problem, so that scripts need not ask.
void set_place(Object& object, const Location& location) {
  object.set("file", file_of(location));
  const auto* cell = std::get_if<CellLocation>(&location);
  const auto* paragraph = std::get_if<ParagraphLocation>(&location);
  object.set("sheet", cell == nullptr ? "" : cell->sheet);
  object.set("cell", cell == nullptr ? "" : cell->cell);
  object.set("column", cell == nullptr ? "" : cell->column);
  object.set("heading", paragraph == nullptr ? "" : paragraph->heading);
  object.set("paragraph", paragraph == nullptr ? 0 : paragraph->paragraph);
  object.set("excerpt", paragraph == nullptr ? "" : paragraph->excerpt);
}

/// `group` is the sentence of all problems of its kind.
Object object_of(const Problem& problem, const std::string& group) {
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("severity", word_for(problem.severity));
  object.set("code", problem.code);
  set_place(object, problem.where);
  object.set("message", problem.message);
  object.set("hint", problem.hint);
  object.set("group", group);
  Array related;
  for (const Location& location : problem.related) {
    Object place(Poco::JSON_PRESERVE_KEY_ORDER);
    set_place(place, location);
    related.add(place);
  }
  object.set("related", related);
  return object;
}

}  // namespace

std::string to_json(const Problems& problems, const std::vector<cli::WrittenFile>& files) {
  std::unordered_map<const Problem*, std::string> sentences;
  for (const app::ProblemGroup& group : app::grouped(problems)) {
    for (const app::GroupItem& item : group.items) sentences.emplace(item.problem, group.sentence);
  }
  Array list;
  for (const Problem& problem : problems) list.add(object_of(problem, sentences.at(&problem)));
  Array written;
  for (const cli::WrittenFile& file : files) {
    Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("role", file.role);
    object.set("path", file.path);
    object.set("sha256", sha256(file.bytes));
    written.add(object);
  }
  Object answer(Poco::JSON_PRESERVE_KEY_ORDER);
  answer.set("problems", list);
  answer.set("files", written);
  std::ostringstream out;
  Poco::JSON::Stringifier::stringify(answer, out, 2, -1, Poco::JSON_WRAP_STRINGS);
  out << "\n";
  return out.str();
}

}  // namespace lg::full
