#include "lint/loops.hpp"

#include "base/text.hpp"

#include <string>
#include <string_view>

namespace lg::lint {
namespace {

bool is_floating(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "wp:anchor") return true;
  return name == "v:shape" && std::string_view(node.attribute("style").value()).find("position:absolute") !=
                                  std::string_view::npos;
}

/// Does the paragraph itself hold a floating object? Those of boxes within it are the boxes' own.
bool holds_floating(pugi::xml_node paragraph) {
  return static_cast<bool>(paragraph.find_node(&is_floating));
}

/// "1." of "1. {{risk.Område}}", "a)" of "a) text"; "" when the text begins with no number.
std::string typed_number(std::string_view text) {
  text = trim(text);
  std::size_t end = 0;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || (text[end] == '.' && end > 0)))
    ++end;
  const bool letter = end == 0 && text.size() > 1 && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')';
  if (letter) end = 1;
  if (end < text.size() && text[end] == ')') ++end;
  if (end == 0 || end > 6 || end >= text.size()) return "";
  const char last = text[end - 1];
  const bool blank = text[end] == ' ' || text[end] == '\t' || text.substr(end).starts_with("{{");
  return blank && (last == '.' || last == ')') ? std::string(text.substr(0, end)) : "";
}

}  // namespace

void check_loops(const Document& document, Problems& problems) {
  for (const Story& story : document.stories()) {
    for (const Line& line : story.lines) {
      if (!line.repeated || line.older) continue;
      const auto add = [&](const char* code, std::string message, std::string hint) {
        problems.add({Severity::warning,
                      code,
                      story.places.of(line.node, line.text),
                      std::move(message),
                      std::move(hint),
                      {}});
      };
      if (holds_floating(line.node)) {
        add("M034",
            "Ett flytande objekt står i ett block som upprepas, och kopiorna lägger sig på samma ställe.",
            "Markera objektet i Word, välj Layoutalternativ › I nivå med texten, eller flytta det ut ur "
            "blocket.");
      }
      if (line.node.child("w:pPr").child("w:sectPr")) {
        add("M035",
            "En avsnittsbrytning står i ett block som upprepas, så att varje varv börjar ett nytt avsnitt.",
            "Flytta avsnittsbrytningen ut ur blocket, eller byt den mot {{sidbrytning}}.");
      }
      const std::string number = typed_number(line.text);
      if (!number.empty() && document.styles().numbering(line.node).num_id == 0) {
        add("M036",
            "Numret ”" + number +
                "” är skrivet för hand i ett block som upprepas, så att varje varv får samma.",
            "Ta bort numret och välj en numrerad lista på fliken Start, eller skriv {{varv.nr}}.");
      }
    }
  }
}

}  // namespace lg::lint
