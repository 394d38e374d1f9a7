#include "desk/template_check.hpp"

#include "app/fill.hpp"
#include "app/marked_template.hpp"
#include "app/marked_workbooks.hpp"
#include "app/review_data.hpp"

#include <algorithm>
#include <utility>

namespace lg::desk {
namespace {

void check(const app::NamedFile& file, const Material& material, Problems& problems) {
  if (material.workbooks.empty()) return app::check_template_against_contract(file, problems);
  Problems of_the_workbooks;  // the page shows them already
  const auto review = app::ReviewData::of(material.folder, material.workbooks, of_the_workbooks);
  Dataset data = review.dataset();
  data.pictures = material.pictures;
  app::check_template(file, data, problems);
}

}  // namespace

TemplateCheck check_template(const app::NamedFile& file, const Material& material) {
  TemplateCheck made;
  try {
    check(file, material, made.problems);
    const auto no_tags = [](const Problem& problem) { return problem.code == app::no_tags_code; };
    made.usable = !made.problems.has_errors(true) && std::ranges::none_of(made.problems, no_tags);
    if (auto bytes = app::marked_template(file, made.problems))
      made.copy = app::NamedFile{app::marked_name(file.name), std::move(*bytes)};
  } catch (const UnreadableFile& unreadable) {
    made.problems.add(unreadable.problem());
  }
  return made;
}

}  // namespace lg::desk
