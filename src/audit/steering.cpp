#include "audit/steering.hpp"

#include <variant>

namespace lg::audit {
namespace {

class Names {
 public:
  explicit Names(const Dataset& data) : data_(data) {}

  void look_at(const merge::Condition& condition) {
    for (const auto& parts : condition.alternatives) {
      for (const merge::Comparison& part : parts) {
        look_at(part.left.path);
        if (part.left.where) look_at(*part.left.where);
        for (const merge::Operand& right : part.right) {
          if (const auto* path = std::get_if<merge::Path>(&right)) look_at(*path);
        }
      }
    }
  }
  [[nodiscard]] std::set<std::string> take() { return std::move(names_); }

 private:
  void look_at(const merge::Path& path) {
    if (path.frame != 0 || path.steps.empty() || path.blank) return;
    names_.insert(data_.root.fields[static_cast<std::size_t>(path.steps.front())].folded);
  }

  const Dataset& data_;
  std::set<std::string> names_;
};

}  // namespace

std::set<std::string> steering_names(const std::vector<merge::Tag>& tags, const Dataset& data) {
  Names names(data);
  for (const merge::Tag& tag : tags) {
    names.look_at(tag.condition);
    if (tag.query.where) names.look_at(*tag.query.where);
    if (tag.each.list.where) names.look_at(*tag.each.list.where);
  }
  return names.take();
}

}  // namespace lg::audit
