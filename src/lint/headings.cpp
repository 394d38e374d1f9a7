#include "lint/headings.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace lg::lint {
namespace {

using merge::Tag;
using merge::TagKind;

/// Is the value asked for by a block around the tag, as "om X finns"?
bool is_asked_for(const Tag& tag, const std::vector<const Tag*>& open) {
  return std::ranges::any_of(open, [&](const Tag* block) {
    return block->kind == TagKind::when &&
           std::ranges::any_of(block->condition.alternatives, [&](const auto& all) {
             return std::ranges::any_of(all, [&](const merge::Comparison& one) {
               const bool asks =
                   !one.negated && one.op != merge::Operator::missing && one.op != merge::Operator::not_equal;
               return asks && one.left.path.field == tag.query.path.field;
             });
           });
  });
}

bool has_blank(const Value* value, std::size_t column) {
  const Value::List* rows = value == nullptr ? nullptr : value->as_list();
  return rows != nullptr && std::ranges::any_of(rows->rows, [&](const Row& row) {
           return column >= row.size() || (row[column].is_blank() && !row[column].is_hole());
         });
}

/// Does any row leave the field blank? Of data without a contract only the rows can tell.
bool is_blank_somewhere(const Field& field, const Dataset& data) {
  for (std::size_t i = 0; i < data.root.fields.size(); ++i) {
    const Value* value = i < data.row.size() ? &data.row[i] : nullptr;
    const Field& one = data.root.fields[i];
    if (&one == &field) return value != nullptr && value->is_blank();
    for (std::size_t column = 0; column < one.fields.size(); ++column) {
      if (&one.fields[column] == &field) return has_blank(value, column);
    }
  }
  return true;
}

/// The contract says of each of its fields whether a row may leave it blank.
bool has_contract(const Dataset& data) {
  return std::ranges::any_of(data.root.fields, &Field::required);
}

bool may_be_empty(const Tag& tag, const Dataset& data) {
  const merge::Path& path = tag.query.path;
  const bool stands_in = std::ranges::any_of(tag.filters, [](const merge::Filter& filter) {
    return filter.kind == merge::FilterKind::otherwise || filter.kind == merge::FilterKind::counted;
  });
  if (stands_in || path.field == nullptr) return false;
  if (path.fact != merge::Fact::none) return path.fact == merge::Fact::aggregate;
  if (path.field->required) return false;
  // A list is shown through its filter, and has rows where its block is shown.
  if (path.field->shape == Field::Shape::list) return false;
  return has_contract(data) ? path.field->shape == Field::Shape::text : is_blank_somewhere(*path.field, data);
}

/// The tag of the one block that holds all that a heading says, as "{{om X finns}}Rubrik{{slut}}"; null when
/// anything stands in its place where the block is left out.
const Tag* block_around_all(const Document& document, const Line& line) {
  if (line.tags.size() < 2) return nullptr;
  const Tag* first = line.tags.front();
  const bool opens = first->kind == TagKind::when || first->kind == TagKind::each;
  if (!opens || first->closer < 0 || !first->branches.empty()) return nullptr;
  const Tag* last = &document.tags()[static_cast<std::size_t>(first->closer)];
  const std::string_view text = line.text;
  const bool all = last == line.tags.back() && last->end <= text.size() &&
                   trim(text.substr(0, first->begin)).empty() && trim(text.substr(last->end)).empty();
  return all ? first : nullptr;
}

/// "1.3.4" of "1.3.4 Resultatet"; "" when the text begins with no such number.
std::string typed_number(std::string_view text) {
  text = trim(text);
  std::size_t end = 0;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || (text[end] == '.' && end > 0)))
    ++end;
  const std::string_view number = text.substr(0, end);
  const bool apart = end < text.size() && (text[end] == ' ' || text[end] == '\t');
  return apart && number.find('.') != std::string_view::npos ? std::string(number) : "";
}

/// Walks a story's tags and headings and knows which blocks are open.
template <class Take>
void walk(const Document& document, const Story& story, Take&& take) {
  std::vector<const Tag*> open;
  for (const Line& line : story.lines) {
    const auto number_of = [&](const Tag* tag) { return static_cast<int>(tag - document.tags().data()); };
    if (line.level == 0) {
      for (const Tag* tag : line.tags) {
        if ((tag->kind == TagKind::each || tag->kind == TagKind::when) && tag->closer >= 0)
          open.push_back(tag);
        if (tag->kind == TagKind::end && !open.empty() && number_of(open.back()) == tag->opener)
          open.pop_back();
      }
    } else {
      std::vector<const Tag*> within = open;
      for (const Tag* tag : line.tags) {
        if (tag->kind == TagKind::each || tag->kind == TagKind::when) within.push_back(tag);
      }
      take(line, within);
    }
  }
}

/// The levels that the heading before may have, followed through the blocks.
class LevelWalk {
 public:
  LevelWalk(const Document& document, Problems& problems) : document_(document), problems_(problems) {}

  void run() {
    const std::vector<Line>& lines = document_.body().lines;
    for (const Line& line : lines) {
      if (line.older || line.contents) continue;
      if (line.level > 0) take_heading(line);
      for (const Tag* tag : line.tags) take_tag(*tag);
    }
  }

 private:
  using Levels = std::set<int>;
  struct Block {
    const Tag* opener = nullptr;
    Levels before;
    Levels after;  // of the branches that have ended
    bool otherwise = false;
  };

  void take_heading(const Line& line) {
    const std::string number = typed_number(line.text);
    if (!number.empty() && document_.styles().numbering(line.node).num_id != 0) {
      problems_.add({Severity::warning,
                     "M036",
                     document_.body().places.of(line.node, line.text),
                     "Numret ”" + number + "” är skrivet för hand i en rubrik som får sitt nummer av stilen.",
                     "Ta bort numret ur texten; annars står det två nummer i rubriken.",
                     {}});
    }
    // A level more than one above what may stand before it is no step that a reader can follow.
    const bool skips = !levels_.empty() && *levels_.begin() + 1 < line.level;
    if (skips) {
      problems_.add({Severity::warning,
                     "M041",
                     document_.body().places.of(line.node, line.text),
                     "Rubriken har nivå " + std::to_string(line.level) +
                         " men kommer efter en rubrik på nivå " + std::to_string(*levels_.begin()) + ".",
                     "Välj stilen Rubrik " + std::to_string(*levels_.begin() + 1) +
                         ", så att den som får texten uppläst kan följa nivåerna.",
                     {}});
    }
    levels_ = {line.level};
  }

  void take_tag(const Tag& tag) {
    const bool opens = (tag.kind == TagKind::each || tag.kind == TagKind::when) && tag.closer >= 0;
    if (opens) blocks_.push_back({&tag, levels_, {}, false});
    const bool own = !blocks_.empty() && tag.opener >= 0 &&
                     blocks_.back().opener == &document_.tags()[static_cast<std::size_t>(tag.opener)];
    if (!own) return;
    Block& block = blocks_.back();
    block.after.insert(levels_.begin(), levels_.end());
    if (tag.kind == TagKind::otherwise) block.otherwise = true;
    if (tag.kind != TagKind::end) {
      levels_ = block.before;
      return;
    }
    if (!block.otherwise) block.after.insert(block.before.begin(), block.before.end());
    levels_ = std::move(block.after);
    blocks_.pop_back();
  }

  const Document& document_;
  Problems& problems_;
  Levels levels_;
  std::vector<Block> blocks_;
};

}  // namespace

void check_empty_headings(const Document& document, const Dataset& data, Problems& problems) {
  for (const Story& story : document.stories()) {
    walk(document, story, [&](const Line& line, const std::vector<const Tag*>& open) {
      if (line.contents || line.older) return;
      if (const Tag* block = block_around_all(document, line)) {
        problems.add(
            {Severity::warning,
             "M033",
             story.places.of(line.node, line.text),
             "Rubriken blir tom när ”" + block->raw +
                 "” inte gäller, och syns då som en tom rad i innehållsförteckningen.",
             "Flytta taggen till ett eget stycke före rubriken och {{slut}} till ett efter, så försvinner "
             "hela rubriken.",
             {}});
        return;
      }
      if (!own_text(line.text).empty()) return;
      std::vector<const Tag*> values;
      for (const Tag* tag : line.tags) {
        if (tag->kind == TagKind::value || tag->kind == TagKind::paragraphs) values.push_back(tag);
      }
      const bool empty = !values.empty() && std::ranges::all_of(values, [&](const Tag* tag) {
        return may_be_empty(*tag, data) && !is_asked_for(*tag, open);
      });
      if (!empty) return;
      const std::string name = values.front()->query.path.text;
      problems.add({Severity::warning,
                    "M033",
                    story.places.of(line.node, line.text),
                    "Rubriken blir tom när ”" + name +
                        "” är tomt, och syns då som en tom rad i innehållsförteckningen.",
                    "Skriv en fast text i rubriken, en ersättning som {{" + name +
                        " | eller –}}, eller sätt {{om " + name +
                        " finns}} före och {{slut}} efter avsnittet.",
                    {}});
    });
  }
}

void check_heading_levels(const Document& document, Problems& problems) {
  LevelWalk(document, problems).run();
}

}  // namespace lg::lint
