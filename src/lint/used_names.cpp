#include "lint/used_names.hpp"

#include "base/text.hpp"

#include <array>
#include <string_view>

namespace lg::lint {
namespace {

/// Computed fields show what they are made of.
struct Made {
  std::string_view name;
  std::array<std::string_view, 3> of;
};
constexpr std::array<Made, 3> made = {{{"Ansvarsmening", {"Ansvarig", "Ansvarstyp", "Med stöd av"}},
                                       {"Riskvärde", {"Sannolikhet", "Konsekvens", ""}},
                                       {"Risknivå", {"Sannolikhet", "Konsekvens", ""}}}};

class Gatherer {
 public:
  explicit Gatherer(const Dataset& data) : data_(data) {}

  void take(const merge::Tag& tag) {
    take(tag.query);
    for (const merge::Filter& filter : tag.filters) {
      take(filter.field);
      take(filter.form);
    }
    take(tag.condition);
    take(tag.each.list);
    take(tag.each.group);
    for (const merge::SortKey& key : tag.each.sort) take(key.path);
    if (tag.kind == merge::TagKind::insert) take_list("Textblock");
    if (tag.kind == merge::TagKind::picture) take_list("bilder");
    // A chart's series name their fields in the chart, not in the tag.
    if (tag.kind == merge::TagKind::chart && tag.each.list.path.field != nullptr) {
      for (const Field& field : tag.each.list.path.field->fields) used.insert(&field);
    }
  }

  std::set<const Field*> used;

 private:
  void take(const merge::Path& path) {
    if (path.field == nullptr) return;
    used.insert(path.field);
    // A path through a list or record uses that too.
    if (path.frame == 0 && !path.steps.empty() && path.steps.front() >= 0 &&
        static_cast<std::size_t>(path.steps.front()) < data_.root.fields.size())
      used.insert(&data_.root.fields[static_cast<std::size_t>(path.steps.front())]);
    if (path.fact == merge::Fact::aggregate && path.aggregate < path.field->aggregates.size())
      take_parts(path.field->aggregates[path.aggregate].name, *path.field);
  }

  void take(const merge::Query& query) {
    take(query.path);
    if (query.where) take(*query.where);
  }

  void take(const merge::Condition& condition) {
    for (const auto& alternative : condition.alternatives) {
      for (const merge::Comparison& comparison : alternative) {
        take(comparison.left);
        for (const merge::Operand& right : comparison.right) {
          if (const auto* path = std::get_if<merge::Path>(&right)) take(*path);
        }
      }
    }
  }

  void take_list(std::string_view name) {
    const int place = data_.root.find(fold(name));
    if (place < 0) return;
    const Field& list = data_.root.fields[static_cast<std::size_t>(place)];
    used.insert(&list);
    for (const Field& field : list.fields) used.insert(&field);
  }

 public:
  void take_parts(std::string_view name, const Field& list) {
    for (const Made& one : made) {
      if (fold(one.name) != fold(name)) continue;
      for (const std::string_view part : one.of) {
        const int place = part.empty() ? -1 : list.find(fold(part));
        if (place >= 0) used.insert(&list.fields[static_cast<std::size_t>(place)]);
      }
    }
  }

 private:
  const Dataset& data_;
};

}  // namespace

std::set<const Field*> used_names(const std::vector<merge::Tag>& tags, const Dataset& data) {
  Gatherer gatherer(data);
  for (const merge::Tag& tag : tags) gatherer.take(tag);
  for (const Field& list : data.root.fields) {
    for (const Field& field : list.fields) {
      if (gatherer.used.contains(&field)) gatherer.take_parts(field.name, list);
    }
  }
  return std::move(gatherer.used);
}

}  // namespace lg::lint
