#include "merge/docx_trace.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace lg::merge {
namespace {

constexpr std::string_view target = "genomgang-tag";
constexpr std::string_view source_target = "genomgang-cell";

bool is_mark(pugi::xml_node node) {
  return node.type() == pugi::node_pi && node.name() == target;
}

void collect(pugi::xml_node node, const SourceLog& log, std::vector<CellUse>& found) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pi && child.name() == source_target) {
      for (const CellUse& cell : log.at(static_cast<std::size_t>(std::atoi(child.value())))) {
        if (std::ranges::find(found, cell) == found.end()) found.push_back(cell);
      }
    } else if (std::string_view(child.name()) != "w:p") {
      collect(child, log, found);
    }
  }
}

pugi::xml_node last_within(pugi::xml_node node) {
  while (node.last_child()) node = node.last_child();
  return node;
}

}  // namespace

std::string trace_mark(int tag) {
  return "<?" + std::string(target) + " " + std::to_string(tag) + "?>";
}

std::string source_mark(std::size_t number) {
  return "<?" + std::string(source_target) + " " + std::to_string(number) + "?>";
}

std::size_t SourceLog::add(std::span<const CellUse> cells) {
  cells_.insert(cells_.end(), cells.begin(), cells.end());
  ends_.push_back(cells_.size());
  return ends_.size() - 1;
}

std::span<const CellUse> SourceLog::at(std::size_t number) const {
  if (number >= ends_.size()) return {};
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::span(cells_).subspan(begin, ends_[number] - begin);
}

std::vector<CellUse> traced_sources(pugi::xml_node paragraph, const SourceLog& log) {
  std::vector<CellUse> found;
  collect(paragraph, log, found);
  return found;
}

int traced_tag(pugi::xml_node node) {
  pugi::xml_node mark = node.find_node(is_mark);
  for (; !mark && node;
       node = node.previous_sibling() ? last_within(node.previous_sibling()) : node.parent()) {
    if (is_mark(node)) mark = node;
  }
  return mark ? std::atoi(mark.value()) : -1;
}

}  // namespace lg::merge
