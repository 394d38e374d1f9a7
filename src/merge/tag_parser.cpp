#include "merge/tag_parser.hpp"

#include "base/text.hpp"
#include "merge/object_problems.hpp"
#include "merge/tag_scanner.hpp"

#include <algorithm>
#include <map>

namespace lg::merge {
namespace {

/// Words that other template languages use, and what is written here instead.
const std::map<std::string, std::string, std::less<>> foreign_keywords = {
    {"foreach", "för varje rad i Lista"},
    {"for", "för varje rad i Lista"},
    {"each", "för varje rad i Lista"},
    {"#each", "för varje rad i Lista"},
    {"if", "om villkor"},
    {"#if", "om villkor"},
    {"elseif", "eller om villkor"},
    {"elif", "eller om villkor"},
    {"else", "annars"},
    {"end", "slut"},
    {"endif", "slut"},
    {"endfor", "slut"},
    {"include", "infoga nyckel"},
    {"insert", "infoga nyckel"},
    {"image", "bild namn"},
    {"pagebreak", "sidbrytning"},
    {"comment", "kommentar text"},
};

}  // namespace

TagParser::TagParser(const Dataset& data, Problems& problems) : data_(data), problems_(problems) {
  frames_.push_back({"", &data_.root, false, false});
}

void TagParser::add_problem(Severity severity, std::string code, std::string message, std::string hint,
                            const Location& where) {
  problems_.add({severity, std::move(code), where, std::move(message), std::move(hint), {}});
}

void TagParser::begin_story() {
  open_.clear();
  frames_.resize(1);
}

void TagParser::end_story() {
  for (const int number : open_) {
    const Tag& tag = tags_[static_cast<std::size_t>(number)];
    add_problem(Severity::error, "M020", "Blocket ”" + tag.raw + "” avslutas aldrig.",
                "Skriv {{slut}} i ett eget stycke där blocket ska ta slut.", tag.where);
  }
  begin_story();
}

const Field* TagParser::find_list(std::string_view name) const {
  const int place = data_.root.find(fold(name));
  if (place < 0) return nullptr;
  const Field& field = data_.root.fields[static_cast<std::size_t>(place)];
  return field.shape == Field::Shape::list ? &field : nullptr;
}

std::vector<int> TagParser::read(std::string_view text, const Location& where, const Between& between) {
  std::vector<int> numbers;
  const ScannedText scanned = scan_tags(text);
  for (const std::size_t at : scanned.unclosed) {
    add_problem(Severity::error, "M001",
                "”" + excerpt(text.substr(at), 40) + "” börjar med {{ men avslutas inte med }}.",
                "Skriv }} där taggen ska ta slut; en tagg ryms i ett stycke.", where);
  }
  for (const std::size_t at : scanned.unopened) {
    const std::size_t from = at > 30 ? text.rfind(' ', at - 30) : 0;
    const std::size_t begin = from == std::string_view::npos ? 0 : from;
    add_problem(
        Severity::error, "M002",
        "”" + excerpt(text.substr(begin, at + 2 - begin), 40) + "” slutar med }} men börjar inte med {{.",
        "Skriv {{ där taggen ska börja, eller ta bort }}.", where);
  }
  for (const ScannedTag& found : scanned.tags) {
    if (between) between(found.begin);
    Tag tag;
    tag.raw = std::string(text.substr(found.begin, found.end - found.begin));
    tag.where = where;
    tag.begin = found.begin;
    tag.end = found.end;
    tag.depth = static_cast<int>(frames_.size()) - 1;
    read_tag(found.inner, tag);
    const int number = static_cast<int>(tags_.size());
    tags_.push_back(std::move(tag));
    pair(number, end_word_);
    numbers.push_back(number);
  }
  return numbers;
}

bool TagParser::names_value(std::string_view text) {
  const Tokens tokens(text);
  if (tokens.size() == 0) return false;
  ExpressionParser parser(tokens, frames_);
  std::size_t at = 0;
  Query query;
  std::vector<Filter> filters;
  return parser.read_value(at, query, filters) && !parser.fault() && list_of(query.path) == nullptr;
}

void TagParser::fault(const ExpressionFault& found, Tag& tag) {
  add_problem(Severity::error, found.code, "Taggen ”" + tag.raw + "”: " + found.message, found.hint,
              tag.where);
}

void TagParser::read_tag(std::string_view inner, Tag& tag) {
  const Tokens tokens(inner);
  end_word_.clear();
  ExpressionParser whole(tokens, frames_);
  if (!whole.is_value()) {
    read_keyword(tokens, tag);
    if (tag.kind != TagKind::value) return;
  }
  tag.kind = TagKind::value;
  ExpressionParser parser(tokens, frames_);
  std::size_t at = 0;
  parser.read_value(at, tag.query, tag.filters);
  if (!parser.fault()) return;
  if (parser.fault()->code == "M012" && refuse_foreign_keyword(tokens, tag)) return;
  fault(*parser.fault(), tag);
  tag.kind = TagKind::broken;
}

bool TagParser::refuse_foreign_keyword(const Tokens& tokens, Tag& tag) {
  const std::string first = tokens.size() > 0 ? tokens[0].folded : "";
  const auto found = foreign_keywords.find(first);
  if (found == foreign_keywords.end()) return false;
  fault(
      {"M003", "”" + tokens.raw(0, 1) + "” är inget ord i mallspråket.", "Skriv {{" + found->second + "}}."},
      tag);
  tag.kind = TagKind::broken;
  return true;
}

void TagParser::read_keyword(const Tokens& tokens, Tag& tag) {
  ExpressionParser parser(tokens, frames_);
  std::size_t at = 1;
  tag.kind = TagKind::value;
  if (tokens.is(0, "kommentar")) {
    tag.kind = TagKind::comment;
    return;
  }
  if (tokens.is(0, "för") || tokens.is(0, "varje")) {
    tag.kind = TagKind::each;
    at = 0;
    parser.read_each(at, tag.each);
  } else if (tokens.match(0, {"eller", "om"})) {
    tag.kind = TagKind::else_when;
    at = 2;
    if (parser.read_condition(at, tag.condition)) parser.expect_end(at);
  } else if (tokens.is(0, "om")) {
    tag.kind = TagKind::when;
    if (parser.read_condition(at, tag.condition)) parser.expect_end(at);
  } else if (tokens.is(0, "annars")) {
    tag.kind = TagKind::otherwise;
    parser.expect_end(at);
  } else if (tokens.is(0, "slut")) {
    tag.kind = TagKind::end;
    end_word_ = fold(tokens.raw(1, tokens.size()));
  } else if (tokens.is(0, "stycken")) {
    tag.kind = TagKind::paragraphs;
    parser.read_value(at, tag.query, tag.filters);
  } else if (tokens.is(0, "sidbrytning")) {
    tag.kind = TagKind::page_break;
    parser.expect_end(at);
  } else if (tokens.is(0, "infoga")) {
    tag.kind = TagKind::insert;
    read_insert(tokens, tag);
  } else if (tokens.is(0, "bild")) {
    tag.kind = TagKind::picture;
    read_picture(tokens, parser, tag);
  } else if (tokens.is(0, "diagram")) {
    tag.kind = TagKind::chart;
    parser.read_rows(at, tag.each, "diagram");
  }
  // A block tag with a fault still opens or ends its block, so that the rest is read as it was meant.
  if (parser.fault()) {
    fault(*parser.fault(), tag);
    if (!is_block(tag.kind)) tag.kind = TagKind::broken;
  }
}

void TagParser::read_insert(const Tokens& tokens, Tag& tag) {
  tag.name = tokens.raw(1, tokens.size());
  tag.key = fold(tag.name);
  // Within an om the author may have asked for the text block first; it is told of if it comes to be shown.
  const bool guarded = std::ranges::any_of(
      open_, [&](int number) { return tags_[static_cast<std::size_t>(number)].kind == TagKind::when; });
  if (guarded || data_.textblocks.contains(tag.key)) return;
  const auto meant = nearest(tag.key, data_.textblock_names);
  add_problem(Severity::hole, "M011", "Taggen ”" + tag.raw + "”: textblocket ”" + tag.name + "” finns inte.",
              meant ? "Menade du ”" + *meant + "”?" : "Lägg till en rad med den nyckeln i bladet Textblock.",
              tag.where);
}

/// A picture's own name wins over a value of that name, which names a picture in its turn.
void TagParser::read_picture(const Tokens& tokens, ExpressionParser& parser, Tag& tag) {
  tag.name = tokens.raw(1, tokens.size());
  tag.key = fold(tag.name);
  if (const Picture* picture = find_picture(data_.pictures, tag.name)) {
    vet_picture(*picture, tag.raw, tag.where, problems_);
    return;
  }
  ExpressionParser value(tokens, frames_);
  std::size_t at = 1;
  tag.named = value.read_value(at, tag.query, tag.filters);
  if (tag.named) return;
  const bool of_row = tag.name.find('.') != std::string::npos && value.fault()->code == "M012";
  if (of_row) {
    std::size_t again = 1;
    parser.read_value(again, tag.query, tag.filters);  // tells which field was meant
    return;
  }
  add_problem(Severity::hole, missing_picture_code, missing_picture_message(tag.raw, tag.name),
              missing_picture_hint(data_.pictures, tag.name), tag.where);
}

void TagParser::open_frame(const Tag& tag) {
  static const Field nothing = [] {
    Field field = Field::of("", Field::Shape::list);
    field.open = true;
    return field;
  }();
  const Field* list = tag.each.list.path.field;
  frames_.push_back({tag.each.variable, list == nullptr ? &nothing : list, tag.each.grouped, false});
}

void TagParser::pair(int number, const std::string& end_word) {
  Tag& tag = tags_[static_cast<std::size_t>(number)];
  switch (tag.kind) {
    case TagKind::each:
      open_.push_back(number);
      open_frame(tag);
      return;
    case TagKind::when: open_.push_back(number); return;
    case TagKind::otherwise:
    case TagKind::else_when: {
      if (open_.empty()) {
        add_problem(Severity::error, "M021", "”" + tag.raw + "” står utanför alla block.",
                    "Skriv {{om …}} eller {{för varje …}} före, eller ta bort taggen.", tag.where);
        tag.kind = TagKind::broken;
        return;
      }
      tag.opener = open_.back();
      Tag& opener = tags_[static_cast<std::size_t>(tag.opener)];
      const bool has_otherwise =
          !opener.branches.empty() &&
          tags_[static_cast<std::size_t>(opener.branches.back())].kind == TagKind::otherwise;
      if (has_otherwise || (opener.kind == TagKind::each && tag.kind == TagKind::else_when)) {
        add_problem(Severity::error, "M022", "”" + tag.raw + "” passar inte i blocket ”" + opener.raw + "”.",
                    "Ett block har högst ett {{annars}}, och det står sist.", tag.where);
        tag.kind = TagKind::broken;
        return;
      }
      opener.branches.push_back(number);
      if (opener.kind == TagKind::each) frames_.pop_back();  // there is no row when the list is empty
      tag.depth = opener.depth;
      return;
    }
    case TagKind::end: pair_end(number, end_word); return;
    default: return;
  }
}

void TagParser::pair_end(int number, const std::string& end_word) {
  Tag& tag = tags_[static_cast<std::size_t>(number)];
  if (open_.empty()) {
    add_problem(Severity::error, "M021", "”" + tag.raw + "” avslutar ett block som aldrig börjar.",
                "Ta bort taggen, eller skriv {{om …}} eller {{för varje …}} där blocket ska börja.",
                tag.where);
    tag.kind = TagKind::broken;
    return;
  }
  tag.opener = open_.back();
  open_.pop_back();
  Tag& opener = tags_[static_cast<std::size_t>(tag.opener)];
  opener.closer = number;
  tag.depth = opener.depth;
  if (opener.kind == TagKind::each && opener.branches.empty()) frames_.pop_back();
  const bool is_loop = opener.kind == TagKind::each;
  const bool fits =
      end_word.empty() || (!is_loop && end_word == "om") ||
      (is_loop &&
       (end_word == "varje" || end_word == "förvarje" || end_word == opener.each.variable ||
        (opener.each.list.path.field != nullptr && end_word == opener.each.list.path.field->folded)));
  if (fits) return;
  add_problem(Severity::error, "M022",
              "”" + tag.raw + "” avslutar ”" + opener.raw + "”, som är det block som är öppet.",
              "Byt ordning på taggarna, eller skriv {{slut}} utan fler ord.", tag.where);
}

int TagParser::open_list(const Field& list, int filter, const Location& where) {
  Tag tag;
  if (filter >= 0) {
    tag = tags_[static_cast<std::size_t>(filter)];
    std::erase(open_, filter);
    if (frames_.size() > 1) frames_.pop_back();
  } else {
    tag.kind = TagKind::each;
    tag.raw = list.name;
    tag.where = where;
    tag.each.list.path.field = &list;
    tag.each.list.path.steps = {data_.root.find(list.folded)};
    tag.each.list.path.text = list.name;
  }
  tag.depth = static_cast<int>(frames_.size()) - 1;
  frames_.push_back({tag.each.variable, &list, tag.each.grouped, true});
  const int number = static_cast<int>(tags_.size());
  tags_.push_back(std::move(tag));
  return number;
}

void TagParser::close_list() {
  frames_.pop_back();
}

}  // namespace lg::merge
