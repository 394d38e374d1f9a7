#include "merge/object_parts.hpp"

#include <algorithm>
#include <vector>

namespace lg::merge {
namespace {

/// What the charts of a document may share; all else of a chart is its own.
bool is_shared(std::string_view kind) {
  return kind == "image" || kind == "hyperlink";
}

}  // namespace

opc::PartName free_name(const opc::PartName& like, const opc::Package& package) {
  const std::string& text = like.text();
  const std::size_t dot = text.rfind('.');
  const std::size_t stem = text.find_last_not_of("0123456789", dot - 1) + 1;
  for (int number = 1;; ++number) {
    opc::PartName name(text.substr(0, stem) + std::to_string(number) + text.substr(dot));
    if (!package.has(name)) return name;
  }
}

opc::PartName ObjectParts::picture(const Picture& picture, const PictureFormat& format,
                                   const opc::PartName& like) {
  const auto known = pictures_.find(&picture);
  if (known != pictures_.end()) return known->second;
  const std::string ending(ending_of(format.kind));
  const std::string folder = like.text().substr(0, like.text().find('/', 1));
  const opc::PartName part = free_name(opc::PartName(folder + "/media/image1." + ending), package_);
  package_.add(part, picture.bytes, "image/" + ending);
  pictures_.emplace(&picture, part);
  return part;
}

opc::PartName ObjectParts::chart(const opc::PartName& part) {
  return taken_.insert(part).second ? part : copy(part);
}

/// Copies a part with all that belongs to it alone.
opc::PartName ObjectParts::copy(const opc::PartName& part) {
  const opc::PartName made = free_name(part, package_);
  package_.add(made, package_.bytes(part), package_.content_type(part));
  const opc::Relationships own = package_.relationships(part);
  opc::Relationships relationships = own;
  for (const opc::Relationship& one : own.all()) {
    const opc::PartName target = part.resolve(one.target);
    if (one.external || is_shared(opc::kind_of(one)) || !package_.has(target)) continue;
    relationships.retarget(one.id, copy(target).text());
  }
  if (!own.all().empty()) package_.replace(made, std::move(relationships));
  return made;
}

bool ObjectParts::is_used(const opc::PartName& part) const {
  std::vector<opc::PartName> sources = package_.part_names();
  sources.emplace_back("/");
  return std::ranges::any_of(sources, [&](const opc::PartName& source) {
    return std::ranges::any_of(package_.relationships(source).all(), [&](const opc::Relationship& one) {
      return !one.external && source.resolve(one.target) == part;
    });
  });
}

void ObjectParts::remove_unused() {
  while (!lost_.empty()) {
    const opc::PartName part = *lost_.begin();
    lost_.erase(lost_.begin());
    if (!package_.has(part) || is_used(part)) continue;
    for (const opc::Relationship& one : package_.relationships(part).all()) {
      if (!one.external) lost_.insert(part.resolve(one.target));
    }
    package_.remove(part);
  }
}

}  // namespace lg::merge
