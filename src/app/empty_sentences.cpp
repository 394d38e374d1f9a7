#include "app/empty_sentences.hpp"

#include "base/text.hpp"
#include "lint/document.hpp"
#include "merge/scope.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

namespace lg::app {
namespace {

using merge::Tag;
using merge::TagKind;

bool in_table(pugi::xml_node paragraph) {
  for (pugi::xml_node node = paragraph.parent(); node; node = node.parent()) {
    if (std::string_view(node.name()) == "w:tc") return true;
  }
  return false;
}

/// Goes through a template as the renderer would, but for loops that have rows: what stands there is not said
/// because something is missing.
class EmptySentences {
 public:
  EmptySentences(const opc::Package& package, const std::vector<Tag>& tags, const Dataset& data)
      : document_(package, tags), tags_(tags), data_(data), scope_(data, ignored_) {}

  std::map<std::string, std::string> run() {
    const std::string part = document_.body().part.text();
    std::size_t end = 0;
    while (end < tags_.size() && place(end) != nullptr && place(end)->part == part) ++end;
    walk(0, end);
    for (auto& [list, sentence] : counted_) told_.emplace(list, sentence);
    return std::move(told_);
  }

 private:
  /// The part of a block that is written: the tags that it lies between; `begin` is 0 and `end` too when none
  /// is.
  struct Taken {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::set<std::string> lists;  // whose being empty is the reason
  };

  [[nodiscard]] const ParagraphLocation* place(std::size_t tag) const {
    return std::get_if<ParagraphLocation>(&tags_[tag].where);
  }
  [[nodiscard]] static std::size_t closer(const Tag& tag) { return static_cast<std::size_t>(tag.closer); }

  /// The folded name of the list that a path leads to; "" of other paths and of lists with rows.
  [[nodiscard]] std::string empty_list(const merge::Path& path) const {
    if (path.field == nullptr || path.field->shape != Field::Shape::list || path.blank) return "";
    const int position = data_.root.find(path.field->folded);
    if (position < 0) return "";
    const auto* list = data_.row[static_cast<std::size_t>(position)].as_list();
    return list != nullptr && list->rows.empty() ? path.field->folded : "";
  }

  /// The empty lists that a condition asks about as a whole.
  void add_asked(const merge::Condition& condition, merge::Operator op, std::set<std::string>& lists) const {
    for (const auto& parts : condition.alternatives) {
      for (const merge::Comparison& part : parts) {
        if (part.left.where || part.negated || part.op != op) continue;
        if (const std::string list = empty_list(part.left.path); !list.empty()) lists.insert(list);
      }
    }
  }

  [[nodiscard]] Taken taken(std::size_t block) {
    const Tag& tag = tags_[block];
    Taken taken;
    if (tag.kind == TagKind::each) {
      if (tag.branches.empty() || !scope_.turns(tag.each).empty()) return taken;
      taken = {static_cast<std::size_t>(tag.branches.back()), closer(tag), {}};
      if (const std::string list = empty_list(tag.each.list.path); !list.empty()) taken.lists.insert(list);
      return taken;
    }
    std::vector<std::size_t> parts = {block};
    for (const int branch : tag.branches) parts.push_back(static_cast<std::size_t>(branch));
    parts.push_back(closer(tag));
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      const Tag& part = tags_[parts[i]];
      const bool otherwise = part.kind == TagKind::otherwise;
      if (!otherwise && !scope_.holds(part.condition)) continue;
      taken.begin = parts[i];
      taken.end = parts[i + 1];
      if (otherwise) {
        for (std::size_t k = 0; k < i; ++k)
          add_asked(tags_[parts[k]].condition, merge::Operator::exists, taken.lists);
      } else {
        add_asked(part.condition, merge::Operator::missing, taken.lists);
      }
      return taken;
    }
    return taken;
  }

  void walk(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Tag& tag = tags_[i];
      if (tag.kind == TagKind::value) note_count(i);
      if (tag.kind != TagKind::each && tag.kind != TagKind::when) continue;
      const Taken part = taken(i);
      if (part.end > 0) {
        const std::string said = part.lists.empty() ? "" : text_between(part.begin, part.end);
        for (const std::string& list : part.lists) {
          if (!said.empty()) told_.emplace(list, said);
        }
        walk(part.begin + 1, part.end);
      }
      i = closer(tag);
    }
  }

  [[nodiscard]] static bool counts(const Tag& tag) {
    return tag.kind == TagKind::value && (tag.query.path.fact == merge::Fact::count ||
                                          std::ranges::any_of(tag.filters, [](const merge::Filter& filter) {
                                            return filter.kind == merge::FilterKind::counted;
                                          }));
  }

  /// A paragraph that says how many rows an empty list has, and counts no other.
  void note_count(std::size_t index) {
    const Tag& tag = tags_[index];
    if (!counts(tag) || tag.query.where) return;
    const std::string list = empty_list(tag.query.path);
    const auto number = static_cast<std::size_t>(place(index)->paragraph);
    if (list.empty() || counted_.contains(list) || number == 0) return;
    const lint::Line& line = document_.body().lines[number - 1];
    const bool alone = std::ranges::none_of(line.tags, [&](const Tag* one) {
      return merge::is_block(one->kind) || (counts(*one) && empty_list(one->query.path) != list);
    });
    if (!alone || !is_told(line)) return;
    std::string said;
    std::size_t at = 0;
    for (const Tag* one : line.tags) {
      said += line.text.substr(at, one->begin - at) + shown(*one);
      at = one->end;
    }
    counted_.emplace(list, tidy(said + line.text.substr(at)));
  }

  [[nodiscard]] static bool is_told(const lint::Line& line) {
    return line.level == 0 && !line.contents && !line.older && !in_table(line.node);
  }

  [[nodiscard]] std::string shown(const Tag& tag) {
    switch (tag.kind) {
      case TagKind::value:
      case TagKind::paragraphs: return scope_.show(tag).text;
      case TagKind::insert: return scope_.textblock(tag).text;
      default: return "";
    }
  }

  /// A place in the body: a paragraph, counted from 1, and an offset in its text.
  struct Spot {
    std::size_t paragraph = 0;
    std::size_t offset = 0;
  };
  [[nodiscard]] Spot spot(std::size_t tag, bool behind) const {
    const Tag& one = tags_[tag];
    return {static_cast<std::size_t>(place(tag)->paragraph), behind ? one.end : one.begin};
  }

  /// The template's own words between two places.
  [[nodiscard]] std::string words(Spot from, Spot to) const {
    std::string text;
    const auto& lines = document_.body().lines;
    for (std::size_t number = std::max<std::size_t>(from.paragraph, 1);
         number <= to.paragraph && number <= lines.size(); ++number) {
      if (number > from.paragraph) text += "\n";
      const lint::Line& line = lines[number - 1];
      const std::size_t begin = number == from.paragraph ? from.offset : 0;
      const std::size_t end = number == to.paragraph ? to.offset : line.text.size();
      if (is_told(line) && begin < end) text += line.text.substr(begin, end - begin);
    }
    return text;
  }

  /// What is written between two tags.
  [[nodiscard]] std::string between(std::size_t begin, std::size_t end) {
    std::string text;
    Spot at = spot(begin, true);
    for (std::size_t i = begin + 1; i < end; ++i) {
      const Tag& tag = tags_[i];
      text += words(at, spot(i, false));
      if (tag.kind == TagKind::each || tag.kind == TagKind::when) {
        if (const Taken part = taken(i); part.end > 0) text += between(part.begin, part.end);
        i = closer(tag);
      } else {
        const auto number = static_cast<std::size_t>(place(i)->paragraph);
        const bool told = number > 0 && is_told(document_.body().lines[number - 1]);
        if (told) text += shown(tag);
      }
      at = spot(i, true);
    }
    return text + words(at, spot(end, false));
  }
  [[nodiscard]] std::string text_between(std::size_t begin, std::size_t end) {
    return tidy(between(begin, end));
  }

  /// Paragraphs side by side.
  static std::string tidy(const std::string& text) {
    const std::vector<std::string> lines = split(text, '\n');
    std::string one;
    for (const std::string& line : lines) one += (one.empty() ? "" : " ") + line;
    return one;
  }

  lint::Document document_;
  const std::vector<Tag>& tags_;
  const Dataset& data_;
  Problems ignored_;  // told when the documents are made
  merge::Scope scope_;
  std::map<std::string, std::string> told_;
  std::map<std::string, std::string> counted_;
};

}  // namespace

std::map<std::string, std::string> empty_sentences(const opc::Package& package,
                                                   const merge::DocxTemplate& report, const Dataset& data) {
  return EmptySentences(package, report.tags(), data).run();
}

}  // namespace lg::app
