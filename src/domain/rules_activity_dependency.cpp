#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/links.hpp"
#include "domain/rule_checks.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace lg::domain {
namespace {

/// One activity of the plan. One that stands on several rows depends on nothing here: its later years may
/// wait for what its earlier years came before.
struct Node {
  std::string id;  // as written
  const Value* cell = nullptr;
  std::vector<std::size_t> needs;
  bool several = false;
  bool done = false;
};

std::vector<Node> read_nodes(const Table& table) {
  const ColumnOf id(table, "Aktivitets-ID");
  const ColumnOf needed(table, "Beroende av");
  std::vector<Node> nodes;
  std::unordered_map<std::string, std::size_t> numbers;
  for (const Row& row : table.rows) {
    if (id(row).is_blank()) continue;
    const auto [found, added] = numbers.emplace(fold(to_text(id(row))), nodes.size());
    if (added) {
      nodes.push_back({to_text(id(row)), nullptr, {}});
    } else {
      nodes[found->second].several = true;
    }
  }
  for (const Row& row : table.rows) {
    const auto own = numbers.find(fold(to_text(id(row))));
    if (own == numbers.end() || nodes[own->second].several) continue;
    for (const std::string& one : ids_in(needed(row))) {
      const auto other = numbers.find(fold(one));
      if (other == numbers.end()) continue;  // told as an ID that is not there
      Node& node = nodes[own->second];
      if (node.cell == nullptr) node.cell = &needed(row);
      node.needs.push_back(other->second);
    }
  }
  return nodes;
}

/// Walks from activity to activity; each is left once, so the time grows with the number of dependencies.
class CycleFinder {
 public:
  CycleFinder(std::vector<Node>& nodes, Problems& problems) : nodes_(nodes), problems_(problems) {}

  void walk_from(std::size_t start) {
    if (nodes_[start].done) return;
    path_.push_back({start, 0});
    while (!path_.empty()) {
      auto& [number, next] = path_.back();
      if (next == nodes_[number].needs.size()) {
        nodes_[number].done = true;
        path_.pop_back();
        continue;
      }
      const std::size_t other = nodes_[number].needs[next++];
      if (nodes_[other].done) continue;
      const auto seen = std::ranges::find(path_, other, &Step::number);
      if (seen != path_.end()) {
        tell(static_cast<std::size_t>(seen - path_.begin()));
      } else {
        path_.push_back({other, 0});
      }
    }
  }

 private:
  struct Step {
    std::size_t number;
    std::size_t next;
  };

  void tell(std::size_t from) {
    const Node& first = nodes_[path_[from].number];
    std::string circle;
    std::vector<Location> related;
    for (std::size_t i = from; i < path_.size(); ++i) {
      const Node& node = nodes_[path_[i].number];
      circle += "”" + excerpt(node.id, 40) + "” efter ";
      if (i > from) related.emplace_back(node.cell->source().location());
    }
    circle += "”" + excerpt(first.id, 40) + "”";
    const bool itself = from + 1 == path_.size();
    problems_.add({Severity::error, "AKT-110", first.cell->source().location(),
                   itself ? "Aktiviteten ”" + excerpt(first.id, 40) + "” väntar på sig själv."
                          : "Aktiviteterna väntar på varandra i en ring: " + circle + ".",
                   "Ta bort ett av beroendena i kolumnen Beroende av.", std::move(related)});
  }

  std::vector<Node>& nodes_;
  Problems& problems_;
  std::vector<Step> path_;
};

}  // namespace

void check_dependencies(const RuleInput& input, Problems& problems) {
  const Table& table = input.review.table("Aktiviteter");
  if (table.column("Beroende av") < 0) return;
  std::vector<Node> nodes = read_nodes(table);
  CycleFinder finder(nodes, problems);
  for (std::size_t i = 0; i < nodes.size(); ++i) finder.walk_from(i);
}

}  // namespace lg::domain
