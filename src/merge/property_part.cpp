#include "merge/property_part.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <utility>

namespace lg::merge {
namespace {

/// Renders the tags numbers[from, to) and the text around them.
class TextRenderer {
 public:
  TextRenderer(const std::string& text, const std::vector<int>& numbers, const std::vector<Tag>& tags,
               Scope& scope)
      : text_(text), numbers_(numbers), tags_(tags), scope_(scope) {}

  std::string render() {
    write(0, numbers_.size(), 0, text_.size());
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t place_of(int number) const {
    return static_cast<std::size_t>(std::ranges::find(numbers_, number) - numbers_.begin());
  }

  void write(std::size_t from, std::size_t to, std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    for (std::size_t i = from; i < to; ++i) {
      const Tag& tag = tags_[static_cast<std::size_t>(numbers_[i])];
      out_ += text_.substr(at, tag.begin - at);
      at = tag.end;
      if (tag.kind == TagKind::value || tag.kind == TagKind::paragraphs) out_ += scope_.show(tag).text;
      if (tag.kind == TagKind::insert) out_ += scope_.textblock(tag).text;
      if (tag.kind == TagKind::when || tag.kind == TagKind::each) {
        write_block(i);
        i = place_of(tag.closer);
        at = tags_[static_cast<std::size_t>(tag.closer)].end;
      }
    }
    out_ += text_.substr(at, end - at);
  }

  void write_block(std::size_t opener) {
    const Tag& open = tags_[static_cast<std::size_t>(numbers_[opener])];
    std::vector<std::size_t> members = {opener};
    for (const int branch : open.branches) members.push_back(place_of(branch));
    members.push_back(place_of(open.closer));
    const auto part = [&](std::size_t i) {
      const Tag& first = tags_[static_cast<std::size_t>(numbers_[members[i]])];
      const Tag& next = tags_[static_cast<std::size_t>(numbers_[members[i + 1]])];
      write(members[i] + 1, members[i + 1], first.end, next.begin);
    };
    if (open.kind == TagKind::each) {
      const std::vector<Turn> turns = scope_.turns(open.each);
      std::size_t number = 0;
      for (const Turn& turn : turns) {
        scope_.open(turn, ++number, turns.size());
        part(0);
        scope_.close();
      }
      if (turns.empty() && members.size() > 2) part(members.size() - 2);
      return;
    }
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
      const Tag& tag = tags_[static_cast<std::size_t>(numbers_[members[i]])];
      if (tag.kind != TagKind::otherwise && !scope_.holds(tag.condition)) continue;
      part(i);
      return;
    }
  }

  const std::string& text_;
  const std::vector<int>& numbers_;
  const std::vector<Tag>& tags_;
  Scope& scope_;
  std::string out_;
};

}  // namespace

std::string render_text(const std::string& text, const std::vector<int>& numbers,
                        const std::vector<Tag>& tags, Scope& scope) {
  return TextRenderer(text, numbers, tags, scope).render();
}

PropertyPart::PropertyPart(std::string file, std::string name, pugi::xml_document part, TagParser& parser)
    : name_(std::move(name)), part_(std::move(part)) {
  std::vector<int> path;
  read(part_, path, file, parser);
}

void PropertyPart::read(pugi::xml_node node, std::vector<int>& path, const std::string& file,
                        TagParser& parser) {
  int place = 0;
  for (const pugi::xml_node child : node.children()) {
    path.push_back(place++);
    if (child.type() == pugi::node_pcdata && may_hold_tags(child.value())) {
      const std::string text = child.value();
      parser.begin_story();
      Place found{path, text, parser.read(text, ParagraphLocation{file, name_, "", excerpt(text)})};
      parser.end_story();
      if (!found.tags.empty()) places_.push_back(std::move(found));
    }
    read(child, path, file, parser);
    path.pop_back();
  }
}

std::string PropertyPart::render(const std::vector<Tag>& tags, Scope& scope) const {
  pugi::xml_document copy;
  copy.reset(part_);
  for (const Place& place : places_) {
    pugi::xml_node node = copy;
    for (const int step : place.path) {
      node = node.first_child();
      for (int i = 0; i < step; ++i) node = node.next_sibling();
    }
    node.set_value(render_text(place.text, place.tags, tags, scope).c_str());
  }
  return opc::to_bytes(copy);
}

}  // namespace lg::merge
