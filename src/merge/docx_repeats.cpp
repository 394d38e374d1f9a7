#include "merge/docx_repeats.hpp"

#include "merge/docx_layout.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace lg::merge {
namespace {

/// The lists in what a block repeats.
struct RepeatedLists {
  struct Use {
    int paragraphs = 0;
    bool in_loop = false;  // of a block within
    int level = 0;         // the highest one, and how many paragraphs stand there in each copy
    int at_level = 0;
  };
  std::map<int, Use> uses;
  int first = -1;  // the list of the first paragraph
  int inner_loops = 0;

  void take(pugi::xml_node node) {
    const auto take_one = [this](pugi::xml_node n) {
      if (std::string_view(n.name()) != "w:p") return false;
      const int list = own_list(n);
      if (first < 0) first = list;
      if (list > 0) {
        Use& use = uses[list];
        use.in_loop = use.in_loop || inner_loops > 0;
        const int level = own_level(n);
        if (use.paragraphs++ == 0 || level < use.level) use = {use.paragraphs, use.in_loop, level, 0};
        if (level == use.level) ++use.at_level;
      }
      return false;
    };
    if (!take_one(node)) node.find_node(take_one);
  }

  /// A list that begins the block and has one point in each copy numbers the copies themselves.
  [[nodiscard]] bool numbers_copies(int list) const { return list == first && uses.at(list).at_level == 1; }

 private:
  static int own_level(pugi::xml_node paragraph) {
    return paragraph.child("w:pPr").child("w:numPr").child("w:ilvl").attribute("w:val").as_int();
  }
};

void collect_bookmarks(pugi::xml_node first, const Tag& opener, const std::vector<Tag>& tags,
                       std::set<std::string>& names) {
  for (pugi::xml_node node = first; node; node = node.next_sibling()) {
    const std::string_view name = node.name();
    if (name == tag_element) {
      const int own = node.attribute("n").as_int();
      const bool ours =
          own == opener.closer || std::ranges::find(opener.branches, own) != opener.branches.end();
      if (ours) return;
      const Tag& inner = tags[node.attribute("n").as_uint()];
      if (inner.kind != TagKind::each) continue;
      // An inner loop names its own.
      const int end = inner.branches.empty() ? inner.closer : inner.branches.front();
      while (node.next_sibling() && node.attribute("n").as_int(-1) != end) node = node.next_sibling();
    } else if (name == "w:bookmarkStart") {
      names.insert(node.attribute("w:name").value());
    } else {
      collect_bookmarks(node.first_child(), opener, tags, names);
    }
  }
}

}  // namespace

int own_list(pugi::xml_node paragraph) {
  return paragraph.child("w:pPr").child("w:numPr").child("w:numId").attribute("w:val").as_int();
}

std::map<int, int> list_uses(pugi::xml_node root) {
  std::map<int, int> uses;
  root.find_node([&](pugi::xml_node n) {
    if (std::string_view(n.name()) == "w:p" && own_list(n) > 0) ++uses[own_list(n)];
    return false;
  });
  return uses;
}

RepeatedNames names_within(pugi::xml_node marker, const std::vector<Tag>& tags,
                           const std::map<int, int>& list_uses, const wml::NumberingCounter& counter) {
  const auto tag_of = [&](pugi::xml_node node) -> const Tag& { return tags[node.attribute("n").as_uint()]; };
  const Tag& opener = tag_of(marker);
  RepeatedNames names;
  collect_bookmarks(marker.next_sibling(), opener, tags, names.bookmarks);
  const int end = opener.branches.empty() ? opener.closer : opener.branches.front();
  RepeatedLists lists;
  for (pugi::xml_node node = marker.next_sibling(); node; node = node.next_sibling()) {
    const bool is_tag = std::string_view(node.name()) == tag_element;
    const int own = is_tag ? node.attribute("n").as_int() : -1;
    if (own == end) break;
    if (is_tag && tag_of(node).kind == TagKind::each) ++lists.inner_loops;
    if (is_tag && tag_of(node).kind == TagKind::end &&
        tags[static_cast<std::size_t>(tag_of(node).opener)].kind == TagKind::each)
      --lists.inner_loops;
    lists.take(node);
  }
  for (const auto& [list, use] : lists.uses) {
    const bool whole = list_uses.contains(list) && list_uses.at(list) == use.paragraphs;
    const bool several = use.paragraphs > 1 || use.in_loop;
    if (whole && several && !lists.numbers_copies(list) && counter.counts(list)) names.lists.insert(list);
  }
  return names;
}

}  // namespace lg::merge
