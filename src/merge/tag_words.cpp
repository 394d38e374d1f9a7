#include "merge/tag_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace lg::merge {
namespace {

struct Foreign {
  std::string_view meant;  // what is written here instead
  TagKind kind = TagKind::broken;
};

const std::map<std::string, Foreign, std::less<>> foreign_words = {
    {"foreach", {"för varje rad i Lista", TagKind::each}},
    {"for", {"för varje rad i Lista", TagKind::each}},
    {"each", {"för varje rad i Lista", TagKind::each}},
    {"#each", {"för varje rad i Lista", TagKind::each}},
    {"if", {"om villkor", TagKind::when}},
    {"#if", {"om villkor", TagKind::when}},
    {"elseif", {"eller om villkor", TagKind::else_when}},
    {"elif", {"eller om villkor", TagKind::else_when}},
    {"else", {"annars", TagKind::otherwise}},
    {"end", {"slut", TagKind::end}},
    {"endif", {"slut", TagKind::end}},
    {"endfor", {"slut", TagKind::end}},
    {"include", {"infoga nyckel"}},
    {"insert", {"infoga nyckel"}},
    {"image", {"bild namn"}},
    {"pagebreak", {"sidbrytning"}},
    {"comment", {"kommentar text"}},
};

const std::map<std::string, TagKind, std::less<>> own_words = {
    {"varje", TagKind::each},         {"annars", TagKind::otherwise}, {"slut", TagKind::end},
    {"stycken", TagKind::broken},     {"infoga", TagKind::broken},    {"kommentar", TagKind::broken},
    {"sidbrytning", TagKind::broken}, {"diagram", TagKind::broken}};

/// The row's name of a loop: the word before "i", or before "in".
std::string row_of(const Tokens& tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens.is(i + 1, "i") || tokens.is(i + 1, "in")) return tokens[i].folded;
  }
  return "";
}

MeantWord meant_as(const Tokens& tokens, std::size_t words, std::string hint, TagKind kind) {
  MeantWord meant{tokens.raw(0, words), std::move(hint), kind, "", ""};
  if (kind == TagKind::each) meant.row = row_of(tokens);
  if (kind == TagKind::end) meant.end_word = fold(tokens.raw(words, tokens.size()));
  return meant;
}

/// A word of ours with a letter wrong: "slutt", "för varge", "omm".
std::optional<MeantWord> nearly_own(const Tokens& tokens) {
  const std::string first = tokens[0].folded;
  if (first == "fö" || first == "får" || first == "fror") {
    if (tokens.is(1, "varje")) return meant_as(tokens, 1, "Menade du ”för varje”?", TagKind::each);
  }
  if (first == "omm" || first == "mo") {
    if (tokens.size() > 1) return meant_as(tokens, 1, "Menade du ”om”?", TagKind::when);
  }
  if (length(first) < 4) return {};
  std::vector<std::string> words;
  for (const auto& [word, kind] : own_words) words.push_back(word);
  const auto near = nearest(first, words);
  if (!near) return {};
  return meant_as(tokens, 1, "Menade du ”" + *near + "”?", own_words.at(*near));
}

bool begins_block(std::string_view inner) {
  const std::set<std::string, std::less<>> words = {"för", "varje", "om", "eller", "annars", "slut"};
  const std::string_view first = inner.substr(0, inner.find_first_of(" \t\n"));
  return words.contains(to_lower(first));
}

}  // namespace

std::optional<MeantWord> meant_word(const Tokens& tokens) {
  if (tokens.size() == 0) return {};
  const std::string written = tokens.raw(0, 1);
  if (written.starts_with('/')) return meant_as(tokens, tokens.size(), "Skriv {{slut}}.", TagKind::end);
  const auto found = foreign_words.find(tokens[0].folded);
  if (found == foreign_words.end()) return nearly_own(tokens);
  MeantWord meant =
      meant_as(tokens, 1, "Skriv {{" + std::string(found->second.meant) + "}}.", found->second.kind);
  meant.end_word.clear();
  // "for r in VoR": all but two words are ours already.
  for (std::size_t i = 2; !meant.row.empty() && i + 1 < tokens.size(); ++i) {
    if (!tokens.is(i, "i") && !tokens.is(i, "in")) continue;
    meant.hint =
        "Skriv {{för varje " + tokens.raw(i - 1, i) + " i " + tokens.raw(i + 1, tokens.size()) + "}}.";
    break;
  }
  return meant;
}

std::vector<HalfTag> half_tags(std::string_view text, const ScannedText& scanned) {
  std::vector<HalfTag> halves;
  const auto add = [&](std::size_t begin, std::string_view inner) {
    while (!inner.empty() && (inner.back() == '}' || inner.back() == ' ')) inner.remove_suffix(1);
    inner = trim(inner);
    if (begins_block(inner)) halves.push_back({begin, std::string(inner)});
  };
  for (const std::size_t begin : scanned.unclosed)
    add(begin, text.substr(begin + 2, std::min(text.find("{{", begin + 2), text.size()) - begin - 2));
  for (const std::size_t end : scanned.unopened) {
    const std::string_view before = text.substr(0, end);
    const std::size_t brace = before.find_last_of("{}");
    const std::size_t begin = brace == std::string_view::npos ? 0 : brace + 1;
    add(begin, before.substr(begin));
  }
  std::ranges::sort(halves, {}, &HalfTag::begin);
  return halves;
}

}  // namespace lg::merge
