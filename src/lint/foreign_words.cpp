#include "lint/foreign_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace lg::lint {
namespace {

const std::set<std::string, std::less<>> each_words = {"for", "foreach", "each", "repeat"};
const std::set<std::string, std::less<>> when_words = {"if",     "elif",      "elseif",
                                                       "unless", "showbegin", "ifelse"};
const std::set<std::string, std::less<>> end_words = {"end",      "endif",   "endfor",  "endeach",
                                                      "end-for",  "end-if",  "/for",    "/if",
                                                      "/foreach", "showend", "endwhile"};
const std::set<std::string, std::less<>> own_block_words = {"för", "varje", "om", "annars", "slut", "eller"};
const std::set<std::string, std::less<>> own_words = {"stycken",   "infoga", "sidbrytning",
                                                      "kommentar", "bild",   "diagram"};

std::vector<std::string> words_of(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace_if(
      spaced, [](char c) { return c == '\t' || c == '(' || c == ')'; }, ' ');
  return split(spaced, ' ');
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// A name as programs have it: letters, digits, dots, underscores and brackets, without blanks.
bool is_identifier(std::string_view text) {
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') ||
           std::string_view("._[]-:+").find(c) != std::string_view::npos;
  });
}

/// "r" and "Område" of "r.Område", "d.risker[i].omrade" or "[r.Område]"; the first is "rad" where there is no
/// row.
struct ForeignPath {
  std::string variable = "rad";
  std::string name;
};

ForeignPath path_of(std::string_view text) {
  text = trim(text);
  while (text.starts_with('[') || text.starts_with('=')) text = trim(text.substr(1));
  text = trim(text.substr(0, text.find_first_of("|;")));
  std::string whole(text);
  for (std::size_t at = whole.find('['); at != std::string::npos; at = whole.find('['))
    whole.erase(at,
                whole.find(']', at) == std::string::npos ? std::string::npos : whole.find(']', at) + 1 - at);
  while (whole.ends_with(']')) whole.pop_back();
  const std::vector<std::string> steps = split(whole, '.');
  ForeignPath path;
  if (steps.empty()) return path;
  path.name = steps.back();
  const std::string first = fold(steps.front());
  if (steps.size() > 1 && first != "d" && first != "c" && first != "this") path.variable = steps.front();
  return path;
}

std::string each_remedy(const std::string& variable, std::string_view list, const Names& names) {
  const Field* field = names.find_near_list(path_of(list).name);
  return "Skriv {{för varje " + variable + " i " + (field == nullptr ? "Lista" : field->name) +
         "}} här och {{slut}} där upprepningen slutar.";
}

std::string condition_remedy(std::string_view name, const Names& names, const std::string& verb) {
  const auto match = names.find_near(path_of(name).name);
  std::string shown = "villkor";
  if (match) {
    const std::string tag = Names::tag_for(*match, path_of(name).variable);
    shown = (match->field == nullptr ? match->list->name : tag.substr(2, tag.size() - 4)) + " " + verb;
  }
  return "Skriv {{om " + shown + "}} här och {{slut}} där det valda slutar.";
}

std::string value_remedy(std::string_view name, const Names& names) {
  const ForeignPath path = path_of(name);
  const auto match = names.find_near(path.name);
  if (match) return "Skriv " + Names::tag_for(*match, path.variable) + ".";
  return "Skriv {{ och }} runt namnet på ett fält; genomgang falt visar alla.";
}

/// "#risker", "^risker", "/risker": how Mustache and its like open and end a block.
std::optional<ForeignMeaning> signed_meaning(std::string_view inner, const Names& names) {
  const std::string_view name = trim(inner.substr(1));
  switch (inner.front()) {
    case '#': {
      const auto match = names.find_near(path_of(name).name);
      const bool choice = match && match->field != nullptr;
      return ForeignMeaning{choice ? condition_remedy(name, names, "finns")
                                   : each_remedy("rad", name, names)};
    }
    case '^': return ForeignMeaning{condition_remedy(name, names, "saknas")};
    case '/': return ForeignMeaning{"Skriv {{slut}}."};
    case '@':
    case '=': return ForeignMeaning{value_remedy(name, names)};
    default: return {};
  }
}

/// Tags that begin with a word of a programming language.
std::optional<ForeignMeaning> keyword_meaning(std::string_view inner, const Names& names) {
  std::vector<std::string> words = words_of(inner);
  // docxtpl says with a letter what a tag stands beside: {%tr for … %}, {%p if … %}.
  if (!words.empty() && std::set<std::string>{"tr", "tc", "p", "r", "-"}.contains(to_lower(words[0])))
    words.erase(words.begin());
  if (words.empty()) return {};
  const std::string first = to_lower(words[0]);
  const std::string second = words.size() > 1 ? words[1] : "";
  if (first == "else") return ForeignMeaning{"Skriv {{annars}}."};
  if (end_words.contains(first)) return ForeignMeaning{"Skriv {{slut}}."};
  if (each_words.contains(first) && words.size() > 1) {
    const std::string variable = second.starts_with('[') ? second.substr(1) : second;
    return ForeignMeaning{each_remedy(words.size() > 3 ? variable : "rad", words.back(), names)};
  }
  if (when_words.contains(first) && words.size() > 1)
    return ForeignMeaning{condition_remedy(second, names, "finns")};
  if (first == "ins") return ForeignMeaning{value_remedy(second, names)};
  return {};
}

/// Carbone's tags: {d.risker[i].område}; its loop ends with an example of the next row, [i+1].
std::optional<ForeignMeaning> carbone_meaning(std::string_view inner, const Names& names) {
  if (!inner.starts_with("d.") && !inner.starts_with("c.") && !inner.starts_with("d[")) return {};
  const std::size_t next = inner.find("+1");
  if (next != std::string_view::npos) return ForeignMeaning{"Skriv {{slut}} i stället för raden med +1."};
  const std::size_t row = inner.find("[i");
  if (row == std::string_view::npos) return ForeignMeaning{value_remedy(inner, names)};
  const ForeignPath list = path_of(inner.substr(0, row));
  const Field* field = names.find_near_list(list.name);
  std::string remedy = value_remedy(inner, names);
  remedy.pop_back();
  return ForeignMeaning{remedy + ", mellan {{för varje rad i " + (field == nullptr ? "Lista" : field->name) +
                        "}} och {{slut}}."};
}

/// A tag of ours with the wrong braces: {för varje risk i VoR}, {slut}, «Nämnd».
std::optional<ForeignMeaning> own_meaning(std::string_view inner, std::string_view open, const Names& names) {
  const std::vector<std::string> words = words_of(inner);
  const std::string first = words.empty() ? "" : to_lower(words[0]);
  const bool block =
      own_block_words.contains(first) && (words.size() > 1 || first == "annars" || first == "slut");
  const bool other = own_words.contains(first) && words.size() > 1;
  if (open != "[" && (block || other)) return ForeignMeaning{"Skriv {{" + std::string(inner) + "}}."};
  const std::string_view name = trim(inner.substr(0, inner.find('|')));
  const auto match = is_letter(inner.front()) ? names.find(name) : std::nullopt;
  if (match) {
    const bool filtered = name.size() < inner.size() && match->list == nullptr;
    return ForeignMeaning{filtered ? "Skriv {{" + std::string(inner) + "}}."
                                   : "Skriv " + Names::tag_for(*match, "rad") + "."};
  }
  return {};
}

}  // namespace

std::optional<ForeignMeaning> meaning_of(std::string_view inner, std::string_view open, const Names& names) {
  if (open == "[") {
    // [risk.Område] is a tag, [Nämnd] and [ange namn] are left for what is forgotten in a form.
    const std::vector<std::string> steps = split(inner, '.');
    const bool path = steps.size() > 1 && is_identifier(inner) && !inner.ends_with('.') &&
                      std::ranges::all_of(steps, [](const std::string& step) { return is_letter(step[0]); });
    return path && names.find_near(steps.back()) ? std::optional(ForeignMeaning{value_remedy(inner, names)})
                                                 : std::nullopt;
  }
  if (const auto own = own_meaning(inner, open, names)) return own;
  if (const auto sign = signed_meaning(inner, names)) {
    // {/} or {#} alone, or a sign before a blank, is text.
    if (is_identifier(trim(inner.substr(1)))) return sign;
  }
  if (const auto keyword = keyword_meaning(inner, names)) return keyword;
  if (open == "{") {
    if (const auto carbone = carbone_meaning(inner, names)) return carbone;
  }
  if (open == "{%") return ForeignMeaning{"Ta bort det, eller skriv en tagg ur mallguiden i stället."};
  if (open == "<<" && inner.starts_with('[')) return ForeignMeaning{value_remedy(inner, names)};
  if (!is_identifier(inner)) return {};
  // One word between « » is as often quoted: a name of the data, or one that no prose has, is a field.
  const bool known = names.find_near(path_of(inner).name).has_value();
  if (open == "«" && !known && inner.find_first_of("_.0123456789") == std::string_view::npos) return {};
  ForeignMeaning value{value_remedy(inner, names)};
  value.certain = open == "${" || open == "{{{" || open == "<<" || open == "+++" || (open == "«" && known);
  return value;
}

}  // namespace lg::lint
