#include "lint/styles_used.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace lg::lint {
namespace {

/// Fonts of signs, formulas and check boxes, which Word sets by itself.
constexpr std::array<std::string_view, 8> sign_fonts = {"symbol",    "wingdings",    "wingdings 2",
                                                        "webdings",  "cambria math", "segoe ui symbol",
                                                        "ms gothic", "courier new"};

const std::map<std::string, std::string, std::less<>> languages = {
    {"en", "engelska"}, {"da", "danska"}, {"nb", "norska"}, {"nn", "norska"},
    {"no", "norska"},   {"fi", "finska"}, {"de", "tyska"},  {"fr", "franska"}};

std::string language_name(const std::string& code) {
  const auto found = languages.find(to_lower(code.substr(0, code.find('-'))));
  return found == languages.end() ? "”" + code + "”" : found->second + " (" + code + ")";
}

bool is_swedish(std::string_view code) {
  return to_lower(code.substr(0, 2)) == "sv";
}

/// The text is Swedish: only then is another language on it a fault.
bool looks_swedish(std::string_view text) {
  constexpr std::array<std::string_view, 6> letters = {"å", "ä", "ö", "Å", "Ä", "Ö"};
  return std::ranges::any_of(
      letters, [&](std::string_view letter) { return text.find(letter) != std::string_view::npos; });
}

class StylesCheck {
 public:
  StylesCheck(const Document& document, Problems& problems)
      : document_(document), problems_(problems), styles_(document.part("styles")) {}

  void run() {
    read_styles();
    check_language();
    for (const Story& story : document_.stories()) {
      for (const Line& line : story.lines) {
        if (!line.older) take(story, line);
      }
      story.xml.find_node([&](pugi::xml_node node) {
        if (std::string_view(node.name()) == "w:tblStyle")
          want(story, node, "", node.attribute("w:val").value());
        return false;
      });
    }
    check_needed();
    for (auto& [code, problem] : languages_) problems_.add(std::move(problem));
  }

 private:
  void read_styles() {
    styles_.find_node([&](pugi::xml_node node) {
      const std::string_view name = node.name();
      if (name == "w:style") ids_.insert(node.attribute("w:styleId").value());
      if (name == "w:rFonts") take_fonts(node, fonts_);
      return false;
    });
    const pugi::xml_document theme = document_.part("theme");
    theme.find_node([&](pugi::xml_node node) {
      if (std::string_view(node.name()) == "a:latin")
        fonts_.insert(to_lower(node.attribute("typeface").value()));
      return false;
    });
    const pugi::xml_document numbering = document_.part("numbering");
    numbering.find_node([&](pugi::xml_node node) {
      if (std::string_view(node.name()) == "w:rFonts") take_fonts(node, fonts_);
      return false;
    });
  }

  static void take_fonts(pugi::xml_node node, std::set<std::string>& fonts) {
    for (const char* side : {"w:ascii", "w:hAnsi"}) {
      const std::string font = to_lower(node.attribute(side).value());
      if (!font.empty()) fonts.insert(font);
    }
  }

  void add(Severity severity, const char* code, Location where, std::string message, std::string hint) {
    problems_.add({severity, code, std::move(where), std::move(message), std::move(hint), {}});
  }

  /// Word takes the language of the text from the default properties, then from the default style.
  void check_language() {
    const pugi::xml_node root = styles_.document_element();
    if (!root) return;
    std::string code = root.child("w:docDefaults")
                           .child("w:rPrDefault")
                           .child("w:rPr")
                           .child("w:lang")
                           .attribute("w:val")
                           .value();
    for (const pugi::xml_node style : root.children("w:style")) {
      const bool base = style.attribute("w:default").as_bool() &&
                        std::string_view(style.attribute("w:type").value()) == "paragraph";
      const std::string own = style.child("w:rPr").child("w:lang").attribute("w:val").value();
      if (base && !own.empty()) code = own;
    }
    default_language_ = code;
    if (is_swedish(code)) return;
    add(Severity::warning, "M043", FileLocation{document_.package().file_name()},
        code.empty() ? "Mallen säger inte vilket språk texten är på."
                     : "Mallens språk är " + language_name(code) + ".",
        "Markera all text (Ctrl+A), välj Granska › Språk › Ange språk för korrektur › Svenska › Använd som "
        "standard, och spara.");
  }

  void want(const Story& story, pugi::xml_node node, std::string_view text, const std::string& id) {
    if (id.empty() || ids_.empty() || ids_.contains(id)) return;
    add(Severity::warning, "M040", story.places.of(node, text), "Stilen ”" + id + "” finns inte i mallen.",
        "Markera stycket eller tabellen i Word och välj en stil som finns; nu visas texten som vanlig text.");
  }

  void take(const Story& story, const Line& line) {
    want(story, line.node, line.text, line.node.child("w:pPr").child("w:pStyle").attribute("w:val").value());
    line.node.find_node([&](pugi::xml_node node) {
      if (std::string_view(node.name()) == "w:p") return true;  // of a box: a line of its own
      if (std::string_view(node.name()) == "w:r") take_run(story, line, node);
      return false;
    });
  }

  void take_run(const Story& story, const Line& line, pugi::xml_node run) {
    const pugi::xml_node properties = run.child("w:rPr");
    if (!properties) return;
    want(story, run, line.text, properties.child("w:rStyle").attribute("w:val").value());
    std::string text;
    for (const pugi::xml_node t : run.children("w:t")) text += t.text().get();
    if (trim(text).empty() || line.contents) return;
    take_language(story, run, properties.child("w:lang").attribute("w:val").value(), text);
    const std::string font = properties.child("w:rFonts").attribute("w:ascii").value();
    const std::string lower = to_lower(font);
    const bool known =
        font.empty() || fonts_.contains(lower) || std::ranges::find(sign_fonts, lower) != sign_fonts.end();
    if (known || fonts_.empty() || !told_fonts_.insert(lower).second) return;
    add(Severity::warning, "M044", story.places.of(run, text),
        "Texten har typsnittet ”" + font + "”, som ingen av mallens stilar har.",
        "Markera texten och tryck Ctrl+Blanksteg, så att den får stilens typsnitt.");
  }

  void take_language(const Story& story, pugi::xml_node run, const std::string& code,
                     const std::string& text) {
    if (code.empty() || is_swedish(code) || !looks_swedish(text) || code == default_language_) return;
    Problem& problem = languages_[code];
    if (!problem.code.empty()) return;  // the first place is enough
    problem = {Severity::warning,
               "M043",
               story.places.of(run, text),
               "Texten är svensk men märkt som " + language_name(code) + ".",
               "Markera texten, välj Granska › Språk › Ange språk för korrektur och Svenska.",
               {}};
  }

  /// The lists and links of long texts take these styles.
  void check_needed() {
    const auto text = std::ranges::find_if(document_.tags(), [](const merge::Tag& tag) {
      return tag.kind == merge::TagKind::paragraphs || tag.kind == merge::TagKind::insert;
    });
    if (text == document_.tags().end()) return;
    const std::array<std::pair<const char*, const char*>, 2> needed = {
        {{"List Bullet", "Punktlista"}, {"Hyperlink", "Hyperlänk"}}};
    for (const auto& [name, swedish] : needed) {
      if (!document_.styles().id_of(name).empty()) continue;
      const bool link = std::string_view(name) == "Hyperlink";
      add(Severity::warning, "M040", text->where,
          "Stilen ”" + std::string(swedish) + "” finns inte i mallen, men behövs för " +
              (link ? "länkar" : "punkter") + " i texten som ”" + text->raw + "” visar.",
          "Använd stilen " + std::string(swedish) +
              " en gång någonstans i mallen och spara, så att den följer med.");
    }
  }

  const Document& document_;
  Problems& problems_;
  pugi::xml_document styles_;
  std::set<std::string> ids_;
  std::set<std::string> fonts_;  // lower-case
  std::set<std::string> told_fonts_;
  std::map<std::string, Problem> languages_;  // by code: the first text in it
  std::string default_language_;
};

}  // namespace

void check_styles(const Document& document, Problems& problems) {
  StylesCheck(document, problems).run();
}

}  // namespace lg::lint
