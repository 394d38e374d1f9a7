#include "app/template_trial.hpp"

#include "app/fill.hpp"
#include "app/review_data.hpp"
#include "app/sample_data.hpp"
#include "app/sample_picture.hpp"
#include "base/text.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace lg::app {
namespace {

const std::vector<SampleKind>& kinds() {
  static const std::vector<SampleKind> all = {{"0 rader", 0, false},
                                              {"1 rad", 1, false},
                                              {"2 rader", 2, false},
                                              {"40 rader", 40, false},
                                              {"långa texter", 3, true}};
  return all;
}

/// ".docx" of "mall.docx".
std::string extension_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? "" : to_lower(name.substr(dot));
}

/// What stands in quotation marks between the two pieces of a message.
std::optional<std::string> quoted(std::string_view message, std::string_view before, std::string_view after) {
  const std::size_t begin = message.find(before);
  if (begin == std::string_view::npos) return {};
  const std::size_t from = begin + before.size();
  const std::size_t end = message.find(after, from);
  if (end == std::string_view::npos) return {};
  return std::string(message.substr(from, end - from));
}

void add_field(Field& parent, const std::string& name) {
  if (parent.find(fold(name)) < 0) parent.fields.push_back(Field::of(name, Field::Shape::text));
}

/// Adds the name everywhere, since nobody knows which sheet has the column.
void add_own_column(Dataset& shape, std::string name) {
  if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) name.erase(0, dot + 1);
  for (Field& field : shape.root.fields) {
    if (field.shape == Field::Shape::list) add_field(field, name);
  }
  if (shape.root.find(fold(name)) >= 0) return;
  add_field(shape.root, name);
  shape.row.emplace_back();
}

/// Adds a picture for each name that was missing. False when none was.
bool add_pictures(const Problems& found, Pictures& pictures) {
  const std::size_t before = pictures.size();
  for (const Problem& problem : found) {
    if (problem.code != "M046") continue;
    if (const auto name = quoted(problem.message, "”: bilden ”", "” finns inte"))
      pictures.try_emplace(fold(*name), sample_picture(*name));
  }
  return pictures.size() > before;
}

/// A template that can be filled is not asked for more here: mallkontroll tells what else deserves a look.
bool stops(const Problems& found, Problems& problems) {
  if (found.has_errors()) problems.append(found);
  return found.has_errors();
}

std::vector<NamedFile> filled(const NamedFile& template_file, const Dataset& shape, Problems& problems) {
  std::vector<NamedFile> documents;
  for (const SampleKind& kind : kinds()) {
    Dataset data = sample_data(shape, kind);
    data.pictures = shape.pictures;
    Problems found;  // warnings about data that is made up are of no use to anybody
    auto bytes = fill(template_file, data, found);
    // The rows may name pictures of their own.
    if (!bytes && add_pictures(found, data.pictures)) {
      found = Problems();
      bytes = fill(template_file, data, found);
    }
    if (!bytes) {
      problems.append(found);
      return {};
    }
    documents.push_back({"mallprov " + kind.name + extension_of(template_file.name), std::move(*bytes)});
  }
  return documents;
}

/// What the standard workbooks do not know and a board's own may have.
void add_unknown(const Problems& found, Dataset& shape) {
  for (const Problem& problem : found) {
    if (problem.severity != Severity::note) continue;
    if (problem.code == "M012") {
      if (const auto name = quoted(problem.message, "Fältet ”", "” finns inte")) add_own_column(shape, *name);
    } else if (problem.code == "M011") {
      if (const auto key = quoted(problem.message, "textblocket ”", "” finns inte"))
        shape.textblock_names.push_back(*key);
    }
  }
}

}  // namespace

std::vector<NamedFile> try_template(const NamedFile& template_file, const Dataset& shape,
                                    Problems& problems) {
  Dataset with_pictures = shape;
  for (auto& [key, picture] : with_pictures.pictures) picture = sample_picture(picture.name);
  Problems found;
  check_template(template_file, with_pictures, found);
  if (add_pictures(found, with_pictures.pictures)) {
    found = Problems();
    check_template(template_file, with_pictures, found);
  }
  if (stops(found, problems)) return {};
  return filled(template_file, with_pictures, problems);
}

std::vector<NamedFile> try_template(const NamedFile& template_file, Problems& problems) {
  Problems found;
  check_template_against_contract(template_file, found);
  if (stops(found, problems)) return {};
  const ReviewData contract = ReviewData::shape();
  Dataset shape = contract.dataset();
  add_unknown(found, shape);
  add_pictures(found, shape.pictures);
  return filled(template_file, shape, problems);
}

}  // namespace lg::app
