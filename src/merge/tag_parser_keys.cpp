#include "base/text.hpp"
#include "merge/object_problems.hpp"
#include "merge/tag_parser.hpp"

#include <algorithm>
#include <utility>

/// The tags that name a text block or a picture by its key.
namespace lg::merge {
namespace {

using Keys = std::vector<std::string>;

void collect_keys(const Condition& condition, Keys& keys);

/// The keys that "Textblock där Nyckel är …" asks for.
void collect_keys(const Comparison& one, Keys& keys) {
  if (one.left.where) collect_keys(*one.left.where, keys);
  const Field* field = one.left.path.field;
  const bool asks = one.op == Operator::equal || one.op == Operator::any_of;
  if (field == nullptr || field->folded != "nyckel" || !asks) return;
  for (const Operand& operand : one.right) {
    if (const auto* literal = std::get_if<Literal>(&operand)) keys.push_back(literal->text);
  }
}

void collect_keys(const Condition& condition, Keys& keys) {
  for (const auto& all : condition.alternatives) {
    for (const Comparison& one : all) collect_keys(one, keys);
  }
}

bool has(const Keys& keys, const std::string& folded) {
  return std::ranges::any_of(keys, [&](const std::string& key) { return fold(key) == folded; });
}

}  // namespace

/// The keys that the om around the place asks for, in the branch that is being read.
std::vector<std::string> TagParser::asked_textblocks() const {
  Keys keys;
  for (const int number : open_) {
    const Tag& opener = tags_[static_cast<std::size_t>(number)];
    const Tag& branch =
        opener.branches.empty() ? opener : tags_[static_cast<std::size_t>(opener.branches.back())];
    collect_keys(branch.condition, keys);
  }
  return keys;
}

void TagParser::tell_textblock(Severity severity, const Tag& tag, const std::string& key,
                               const std::string& hint) {
  add_problem(severity, "M011", "Taggen ”" + tag.raw + "”: textblocket ”" + key + "” finns inte.", hint,
              tag.where);
}

/// A key that an om asks for may be missing, but hardly one that is nearly another.
void TagParser::vet_asked_textblocks(const Tag& tag) {
  Keys keys;
  collect_keys(tag.condition, keys);
  if (tag.each.list.where) collect_keys(*tag.each.list.where, keys);
  for (const std::string& key : keys) {
    if (has(data_.textblock_names, fold(key))) continue;
    if (const auto meant = nearest(key, data_.textblock_names))
      tell_textblock(Severity::warning, tag, key, "Menade du ”" + *meant + "”?");
  }
}

void TagParser::read_insert(const Tokens& tokens, Tag& tag) {
  tag.name = tokens.raw(1, tokens.size());
  tag.key = fold(tag.name);
  const Keys asked = asked_textblocks();
  if (data_.textblocks.contains(tag.key) || has(asked, tag.key)) return;
  // Within an om the author may have asked for the text block first; it is told of if it comes to be shown.
  const bool guarded = std::ranges::any_of(
      open_, [&](int number) { return tags_[static_cast<std::size_t>(number)].kind == TagKind::when; });
  Keys known = asked;
  known.insert(known.end(), data_.textblock_names.begin(), data_.textblock_names.end());
  const auto meant = nearest(tag.key, known);
  if (guarded && !meant) return;
  tell_textblock(
      guarded ? Severity::warning : Severity::hole, tag, tag.name,
      meant ? "Menade du ”" + *meant + "”?" : "Lägg till en rad med den nyckeln i bladet Textblock.");
}

/// A picture's own name wins over a value of that name, which names a picture in its turn.
void TagParser::read_picture(const Tokens& tokens, ExpressionParser& parser, Tag& tag) {
  tag.name = tokens.raw(1, tokens.size());
  tag.key = fold(tag.name);
  if (const Picture* picture = find_picture(data_.pictures, tag.name)) {
    Problems found;
    vet_picture(*picture, tag.raw, tag.where, found);
    for (const Problem& one : found) faults_.add(one);
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

}  // namespace lg::merge
