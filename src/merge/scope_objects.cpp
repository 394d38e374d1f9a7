// What pictures and charts show: second half of Scope.
#include "base/text.hpp"
#include "merge/object_problems.hpp"
#include "merge/scope.hpp"

namespace lg::merge {

std::optional<double> Scope::charted_number(const Value& value, const Tag& tag, const std::string& series) {
  if (value.is_hole()) tell_missing(tag, value.source());
  if (value.is_blank()) return {};
  if (const auto* number = value.as_number()) return number->number;
  const auto* text = value.as_text();
  if (const auto number = text == nullptr ? std::nullopt : parse_number(*text)) return number;
  const Source source = value.source();
  problems_.add({Severity::error, "M026", source ? Location(source.location()) : tag.where,
                 "Diagrammets serie ”" + series + "” ska visa tal, men ”" + excerpt(to_text(value), 40) +
                     "” är inget tal.",
                 "Ändra värdet, eller låt serien heta som ett fält med tal.",
                 source ? std::vector<Location>{tag.where} : std::vector<Location>{}});
  return {};
}

const Picture* Scope::picture(const Tag& tag, bool& blank) {
  std::string name = tag.name;
  Source source;
  if (tag.named) {
    const Shown shown = show(tag);
    blank = !shown.missing && trim(shown.text).empty();
    if (blank || shown.missing) return nullptr;
    name = shown.text;
    source = shown.source;
  }
  const Picture* picture = find_picture(data_.pictures, name);
  const Location where = source ? Location(source.location()) : tag.where;
  const std::vector<Location> related = source ? std::vector<Location>{tag.where} : std::vector<Location>{};
  if (picture == nullptr) {
    problems_.add({Severity::hole, missing_picture_code, where, missing_picture_message(tag.raw, name),
                   missing_picture_hint(data_.pictures, name), related});
    return nullptr;
  }
  return vet_picture(*picture, tag.raw, where, problems_) ? picture : nullptr;
}

}  // namespace lg::merge
