#include "merge/tag_parser.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "merge/tag_words.hpp"

#include <algorithm>

namespace lg::merge {
namespace {

/// A list of which nothing is known, so that any name may be one of its fields.
const Field& any_list() {
  static const Field any = [] {
    Field field = Field::of("", Field::Shape::list);
    field.open = true;
    return field;
  }();
  return any;
}

}  // namespace

TagParser::TagParser(const Dataset& data, Problems& problems) : data_(data), faults_(data, problems) {
  frames_.push_back({"", &data_.root, false, false});
}

void TagParser::add_problem(Severity severity, std::string code, std::string message, std::string hint,
                            const Location& where) {
  faults_.add({severity, std::move(code), where, std::move(message), std::move(hint), {}});
}

void TagParser::begin_story() {
  close_all();
  faults_.begin_story();
}

void TagParser::end_story() {
  for (const int number : open_) tell_unended(number, nullptr, nullptr);
  close_all();
  faults_.end_story();
}

void TagParser::tell_unended(int opener, const Tag* by, const Tag* outer) {
  if (!guessed_.contains(opener)) faults_.add_unended(tags_[static_cast<std::size_t>(opener)], by, outer);
}

void TagParser::close_all() {
  open_.clear();
  frames_.resize(1);
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
  const std::vector<HalfTag> halves = half_tags(text, scanned);
  std::size_t half = 0;
  for (const ScannedTag& found : scanned.tags) {
    while (half < halves.size() && halves[half].begin < found.begin) take_half(halves[half++], where);
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
  while (half < halves.size()) take_half(halves[half++], where);
  return numbers;
}

void TagParser::take_half(const HalfTag& half, const Location& where) {
  Tag tag;
  tag.raw = "{{" + half.inner + "}}";
  tag.where = where;
  tag.begin = tag.end = half.begin;
  tag.depth = static_cast<int>(frames_.size()) - 1;
  faults_.mute(true);
  read_tag(half.inner, tag);
  faults_.mute(false);
  const int number = static_cast<int>(tags_.size());
  guessed_.insert(number);
  tags_.push_back(std::move(tag));
  pair(number, end_word_);
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

/// The open block that the variable names a row of.
const Tag* TagParser::opener_of(const std::string& variable) const {
  for (auto number = open_.rbegin(); number != open_.rend(); ++number) {
    const Tag& open = tags_[static_cast<std::size_t>(*number)];
    if (open.kind == TagKind::each && open.each.variable == variable) return &open;
  }
  return nullptr;
}

/// A loop that does not say what its row is called: any name may be the row's.
bool TagParser::is_within_loose() const {
  return std::ranges::any_of(open_, [&](int number) { return loose_.contains(number); });
}

/// The innermost group whose rows have that field; "" when there is none.
std::string TagParser::group_with(const std::string& field) const {
  for (auto number = open_.rbegin(); number != open_.rend(); ++number) {
    const Each& each = tags_[static_cast<std::size_t>(*number)].each;
    const Field* list = each.list.path.field;
    if (each.grouped && list != nullptr && list->find(fold(field)) >= 0) return each.variable;
  }
  return "";
}

void TagParser::note_known(const Tag& tag) {
  const Path& path = tag.query.path;
  if (path.frame == 0 || path.field == nullptr || path.steps.empty()) return;
  const Tag* opener = opener_of(frames_[static_cast<std::size_t>(path.frame)].variable);
  if (opener != nullptr) faults_.note_known(*opener);
}

void TagParser::fault(const ExpressionFault& found, Tag& tag) {
  Problem problem{Severity::error, found.code, tag.where, "Taggen ”" + tag.raw + "”: " + found.message,
                  found.hint,      {}};
  if (found.bare) return faults_.add_bare(std::move(problem), found.field);
  const std::string variable = fold(found.variable);
  const bool of_list = data_.root.find(variable) >= 0;
  if (found.field.empty() || of_list) return faults_.add(std::move(problem));
  const Tag* opener = opener_of(variable);
  const bool known =
      std::ranges::any_of(frames_, [&](const NameFrame& frame) { return frame.variable == variable; });
  if (opener == nullptr && known) return faults_.add(std::move(problem));
  if (opener == nullptr && is_within_loose()) return;
  faults_.add_unknown(std::move(problem), tag, found.variable, found.field, opener, group_with(found.field));
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
  if (!parser.fault()) return note_known(tag);
  if (parser.fault()->code == "M012" && refuse_foreign_keyword(tokens, tag)) return;
  fault(*parser.fault(), tag);
  tag.kind = TagKind::broken;
}

bool TagParser::refuse_foreign_keyword(const Tokens& tokens, Tag& tag) {
  const auto meant = meant_word(tokens);
  if (!meant) return false;
  fault({"M003", "”" + meant->word + "” är inget ord i mallspråket.", meant->hint}, tag);
  // What it stands for still opens or ends its block, so that the rest is read as it was meant.
  guessed_.insert(static_cast<int>(tags_.size()));
  tag.kind = meant->kind;
  tag.each.variable = meant->row;
  end_word_ = meant->end_word;
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
  if (!parser.fault()) vet_asked_textblocks(tag);
  // A block tag with a fault still opens or ends its block, so that the rest is read as it was meant.
  if (parser.fault()) {
    fault(*parser.fault(), tag);
    const bool nameless = parser.fault()->code == "M004" || parser.fault()->code == "M016";
    if (tag.kind == TagKind::each && nameless) loose_.insert(static_cast<int>(tags_.size()));
    if (!is_block(tag.kind)) tag.kind = TagKind::broken;
  }
}

void TagParser::open_unknown_list() {
  frames_.push_back({"", &any_list(), false, true});
}

void TagParser::open_frame(const Tag& tag) {
  const Field* list = tag.each.list.path.field;
  const bool known = list != nullptr && list->shape == Field::Shape::list;
  frames_.push_back({tag.each.variable, known ? list : &any_list(), tag.each.grouped, false});
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
        if (!guessed_.contains(number)) faults_.add_stray_branch(tag);
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
  const auto tag_of = [this](int one) -> Tag& { return tags_[static_cast<std::size_t>(one)]; };
  auto fitting =
      std::find_if(open_.rbegin(), open_.rend(), [&](int one) { return ends_block(tag_of(one), end_word); });
  if (fitting == open_.rend() && end_word != "om")
    fitting = std::find_if(open_.rbegin(), open_.rend(), [&](int one) { return loose_.contains(one); });
  if (fitting == open_.rend()) {
    if (!guessed_.contains(number))
      faults_.add_stray_end(tag, end_word, open_.empty() ? nullptr : &tag_of(open_.back()));
    tag.kind = TagKind::broken;
    return;
  }
  tag.opener = *fitting;
  Tag& opener = tag_of(tag.opener);
  for (; open_.back() != tag.opener; open_.pop_back()) tell_unended(open_.back(), &tag, &opener);
  open_.pop_back();
  opener.closer = number;
  tag.depth = opener.depth;
  frames_.resize(static_cast<std::size_t>(opener.depth) + 1);
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
  if (frames_.size() > 1) frames_.pop_back();
}

}  // namespace lg::merge
