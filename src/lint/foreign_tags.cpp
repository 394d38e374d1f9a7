#include "lint/foreign_tags.hpp"

#include "base/text.hpp"
#include "lint/foreign_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lg::lint {
namespace {

constexpr std::size_t longest_tag = 200;  // in bytes; braces further apart are a coincidence

struct Braces {
  std::string_view open;
  std::string_view close;
};

/// The longer ones first.
constexpr std::array<Braces, 8> all_braces = {{{"{{{", "}}}"},
                                               {"+++", "+++"},
                                               {"{%", "%}"},
                                               {"${", "}"},
                                               {"<<", ">>"},
                                               {"«", "»"},
                                               {"{", "}"},
                                               {"[", "]"}}};

struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view inner;
};

/// What begins at `at` between those braces; nothing when they do not close in the same line.
std::optional<Found> between(std::string_view text, std::size_t at, const Braces& braces) {
  if (!text.substr(at).starts_with(braces.open)) return {};
  const std::size_t begin = at + braces.open.size();
  const std::size_t end = text.find(braces.close, begin);
  if (end == std::string_view::npos || end - begin > longest_tag) return {};
  const std::string_view inner = text.substr(begin, end - begin);
  if (inner.find_first_of("\n\x01") != std::string_view::npos || trim(inner).empty()) return {};
  // One brace that is part of several is no tag's end.
  if (braces.open == "{" && inner.find('{') != std::string_view::npos) return {};
  return Found{at, end + braces.close.size(), trim(inner)};
}

std::string message_of(const ForeignTag& tag) {
  return "”" + tag.written + "” är ingen tagg i mallspråket och skulle stå kvar som text i dokumentet.";
}

/// The name in a field code "MERGEFIELD Namn \* MERGEFORMAT"; "" when it is another field.
std::string merge_field_name(std::string_view code) {
  code = trim(code);
  if (!to_lower(code.substr(0, 10)).starts_with("mergefield")) return "";
  code = trim(code.substr(10));
  if (code.starts_with('"')) return std::string(code.substr(1, code.find('"', 1) - 1));
  return std::string(code.substr(0, code.find_first_of(" \t\\")));
}

/// The codes of the fields that begin in the paragraph.
std::vector<std::string> field_codes(pugi::xml_node paragraph) {
  std::vector<std::string> codes;
  bool open = false;
  paragraph.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:fldSimple") codes.emplace_back(node.attribute("w:instr").value());
    if (name == "w:fldChar") open = std::string_view(node.attribute("w:fldCharType").value()) == "begin";
    if (name == "w:fldChar" && open) codes.emplace_back();
    if (name == "w:instrText" && !codes.empty()) codes.back() += node.text().get();
    return false;
  });
  return codes;
}

void check_line(const Line& line, const Location& where, const Names& names, Problems& problems) {
  std::string text = without_tags(line.text);
  for (const std::string& code : field_codes(line.node)) {
    const std::string name = merge_field_name(code);
    if (name.empty()) continue;
    const auto match = names.find_near(name);
    problems.add({Severity::error,
                  "M050",
                  where,
                  "Kopplingsfältet ”" + name + "” (MERGEFIELD) fylls inte i.",
                  match ? "Ta bort fältet och skriv " + Names::tag_for(*match, "rad") + "."
                        : "Ta bort fältet och skriv {{ och }} runt namnet på ett fält; "
                          "genomgang falt visar alla.",
                  {}});
    // What the field shows is no tag of its own.
    const std::string shown = "«" + name + "»";
    for (std::size_t at = text.find(shown); at != std::string::npos; at = text.find(shown, at))
      text.replace(at, shown.size(), shown.size(), tag_sign);
  }
  for (const ForeignTag& tag : find_foreign_tags(text, names)) {
    problems.add(
        {tag.certain ? Severity::error : Severity::warning, "M050", where, message_of(tag), tag.remedy, {}});
  }
}

}  // namespace

std::vector<ForeignTag> find_foreign_tags(std::string_view text, const Names& names) {
  std::vector<ForeignTag> tags;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    for (const Braces& braces : all_braces) {
      const auto found = between(text, at, braces);
      if (!found) continue;
      const auto meaning = meaning_of(found->inner, braces.open, names);
      if (!meaning) continue;
      tags.push_back({found->begin, found->end,
                      std::string(text.substr(found->begin, found->end - found->begin)), meaning->remedy,
                      meaning->certain});
      next = found->end;
      break;
    }
    at = next;
  }
  return tags;
}

std::string without_foreign_tags(std::string_view text, const Names& names) {
  std::string left = without_tags(text);
  for (const ForeignTag& tag : find_foreign_tags(left, names))
    left.replace(tag.begin, tag.end - tag.begin, tag.end - tag.begin, tag_sign);
  return left;
}

void tell_foreign_tags(std::string_view text, const Location& where, const Names& names, Problems& problems) {
  for (const ForeignTag& tag : find_foreign_tags(without_tags(text), names)) {
    problems.add(
        {tag.certain ? Severity::error : Severity::warning, "M050", where, message_of(tag), tag.remedy, {}});
  }
}

void check_foreign_tags(const Document& document, const Names& names, Problems& problems) {
  for (const Story& story : document.stories()) {
    for (const Line& line : story.lines) {
      if (!line.contents) check_line(line, story.places.of(line.node, line.text), names, problems);
    }
  }
}

}  // namespace lg::lint
