#include "merge/docx_story_vetting.hpp"

#include "base/text.hpp"
#include "merge/docx_controls.hpp"
#include "merge/tag_scanner.hpp"
#include "wml/paragraph.hpp"
#include "wml/story_places.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::merge {
namespace {

constexpr char mark_sign = '\x01';  // stands for a comment's mark; XML has no such character

bool is_change(std::string_view name) {
  constexpr std::array<std::string_view, 7> changes = {"w:ins",     "w:del",     "w:moveFrom", "w:moveTo",
                                                       "w:cellIns", "w:cellDel", "w:cellMerge"};
  constexpr std::array<std::string_view, 3> ranges = {"w:customXml", "w:moveFromRange", "w:moveToRange"};
  const bool range = std::ranges::any_of(ranges, [&](auto begin) { return name.starts_with(begin); }) &&
                     (name.ends_with("RangeStart") || name.ends_with("RangeEnd"));
  return range || std::ranges::find(changes, name) != changes.end() ||
         (name.starts_with("w:") && name.ends_with("Change"));
}

bool is_comment_mark(std::string_view name) {
  return name == "w:commentRangeStart" || name == "w:commentRangeEnd" || name == "w:commentReference";
}

/// The text of the elements of that name, without what stands in paragraphs below.
void gather(pugi::xml_node node, std::string_view name, std::string& text) {
  for (const pugi::xml_node child : node.children()) {
    if (child.name() == name) text += child.text().get();
    if (std::string_view(child.name()) != "w:p") gather(child, name, text);
  }
}

class StoryVetting {
 public:
  StoryVetting(pugi::xml_node root, const std::string& file, const std::string& part,
               const wml::Styles& styles, const wml::NumberingCounter& counter, Problems& problems)
      : root_(root), file_(file), part_(part), styles_(styles), counter_(counter), problems_(problems) {}

  void take(pugi::xml_node node) {
    at_ = node;
    const std::string_view name = node.name();
    if (is_change(name)) tell_of_changes();
    if (name == "w:fldChar" || name == "w:instrText") follow_field(node);
    if (name == "w:fldSimple") vet_code(node.attribute("w:instr").value());
    if (name == "w:sdt") vet_control(node);
    if (name == "m:oMath") vet_unseen(node, "m:t");
    if (name == "mc:Choice" || name == "mc:Fallback") vet_unseen(node, "w:t");
    if (name == "w:p") vet_comments(node);
  }

 private:
  void add(std::string code, std::string_view text, std::string message, std::string hint) {
    problems_.add({Severity::error, std::move(code), place(text), std::move(message), std::move(hint), {}});
  }

  ParagraphLocation place(std::string_view text) {
    // Faults are few: most stories need no places.
    if (!places_) places_.emplace(file_, part_, root_, styles_, counter_);
    return places_->of(at_, text);
  }

  void tell_of_changes() {
    if (std::exchange(tracked_, true)) return;
    pugi::xml_node paragraph = at_;
    while (paragraph && std::string_view(paragraph.name()) != "w:p") paragraph = paragraph.parent();
    const std::string text = paragraph ? wml::Paragraph(paragraph).text() : "";
    add("M030", text, "Mallen innehåller spårade ändringar.",
        "Godkänn eller avvisa alla ändringar på fliken Granska i Word och spara mallen.");
  }

  /// A field's code may be cut into several runs (17.16.18).
  void follow_field(pugi::xml_node node) {
    const std::string_view type = node.attribute("w:fldCharType").value();
    if (std::string_view(node.name()) == "w:instrText") {
      if (codes_.empty()) {
        vet_code(node.text().get());
      } else {
        codes_.back() += node.text().get();
      }
    } else if (type == "begin") {
      codes_.emplace_back();
    } else if (!codes_.empty()) {
      vet_code(std::exchange(codes_.back(), ""));
      if (type == "end") codes_.pop_back();
    }
  }

  void vet_code(std::string_view code) {
    if (may_hold_tags(code)) {
      add("M032", code, "En tagg står i en fältkod, där den inte kan fyllas i.",
          "Flytta taggen ut ur fältet.");
    }
    code = trim(code);
    const std::string word = to_lower(code.substr(0, code.find_first_of(" \t\n\"")));
    constexpr std::array<std::string_view, 6> fetching = {"dde",         "ddeauto",        "link",
                                                          "includetext", "includepicture", "import"};
    if (std::ranges::find(fetching, word) == fetching.end()) return;
    add("M071", code,
        "Mallen har ett fält som hämtar sitt innehåll från en annan fil eller ett annat program.",
        "Klicka i fältet i Word och tryck Ctrl+Skift+F9, så att det blir vanlig text, eller ta bort det.");
  }

  void vet_control(pugi::xml_node control) {
    const pugi::xml_node properties = control.child("w:sdtPr");
    pugi::xml_node binding = properties.child("w:dataBinding");
    if (!binding) binding = properties.child("w15:dataBinding");
    // Its property is filled in as well (docx_controls).
    if (!binding || binding.remove_attribute(bound_attribute)) return;
    const std::string text = wml::whole_text(control.child("w:sdtContent"));
    if (!may_hold_tags(text)) return;
    add("M032", text,
        "En tagg står i en innehållskontroll som hämtar sin text från dokumentets egenskaper; Word skulle "
        "skriva över det som fylls i.",
        "Högerklicka på kontrollen i Word, välj Ta bort innehållskontroll och spara mallen.");
  }

  void vet_unseen(pugi::xml_node node, std::string_view element) {
    std::string text;
    gather(node, element, text);
    if (!may_hold_tags(text)) return;
    add("M076", text,
        element == "m:t"
            ? "En tagg står i en formel, där den inte kan fyllas i."
            : "En tagg står i ett tecken som har olika form i olika versioner av Word, där den inte "
              "kan fyllas i.",
        "Flytta taggen till vanlig text.");
  }

  /// A comment that begins or ends within a tag would lose that end.
  void vet_comments(pugi::xml_node paragraph) {
    if (!paragraph.find_node([](pugi::xml_node n) { return is_comment_mark(n.name()); })) return;
    const std::string marked = marked_text(paragraph);
    std::string text;
    std::vector<std::size_t> marks;
    for (const char c : marked) {
      if (c == mark_sign) {
        marks.push_back(text.size());
      } else {
        text.push_back(c);
      }
    }
    for (const ScannedTag& tag : scan_tags(text).tags) {
      const auto within = [&](std::size_t mark) { return mark > tag.begin && mark < tag.end; };
      if (std::ranges::none_of(marks, within)) continue;
      add("M031", text,
          "En kommentar börjar eller slutar mitt i taggen ”" + text.substr(tag.begin, tag.end - tag.begin) +
              "”.",
          "Ta bort kommentaren eller låt den omfatta hela taggen.");
    }
  }

  /// The paragraph's text with a sign in the place of each mark.
  static std::string marked_text(pugi::xml_node paragraph) {
    pugi::xml_document scratch;
    const pugi::xml_node copy = scratch.append_copy(paragraph);
    std::vector<pugi::xml_node> found;
    copy.find_node([&](pugi::xml_node n) {
      if (is_comment_mark(n.name())) found.push_back(n);
      return false;
    });
    const std::string sign(1, mark_sign);
    for (const pugi::xml_node mark : found) {
      const bool in_run = std::string_view(mark.parent().name()) == "w:r";
      pugi::xml_node put = mark.parent().insert_child_before(in_run ? "w:t" : "w:r", mark);
      if (!in_run) put = put.append_child("w:t");
      put.text().set(sign.c_str());
    }
    return wml::Paragraph(copy).text();
  }

  pugi::xml_node root_;
  pugi::xml_node at_;  // what is looked at now
  const std::string& file_;
  const std::string& part_;
  const wml::Styles& styles_;
  const wml::NumberingCounter& counter_;
  Problems& problems_;
  std::optional<wml::StoryPlaces> places_;
  bool tracked_ = false;
  std::vector<std::string> codes_;  // of the fields open here
};

}  // namespace

void vet_story(pugi::xml_node root, const std::string& file, const std::string& part,
               const wml::Styles& styles, const wml::NumberingCounter& counter, Problems& problems) {
  StoryVetting vetting(root, file, part, styles, counter, problems);
  root.find_node([&](pugi::xml_node node) {
    vetting.take(node);
    return false;
  });
}

}  // namespace lg::merge
