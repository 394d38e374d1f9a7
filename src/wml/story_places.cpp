#include "wml/story_places.hpp"

#include "base/text.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lg::wml {
namespace {

/// Something that a reader sees as a paragraph.
bool shows(pugi::xml_node paragraph) {
  return static_cast<bool>(paragraph.find_node([](pugi::xml_node node) {
    const std::string_view name = node.name();
    constexpr std::array<std::string_view, 6> seen = {"w:drawing",   "w:pict",      "w:object",
                                                      "w:fldSimple", "w:instrText", "m:oMath"};
    return (name == "w:t" && node.first_child()) || std::ranges::find(seen, name) != seen.end();
  }));
}

int paragraphs_below(pugi::xml_node node) {
  int count = 0;
  node.find_node([&](pugi::xml_node one) {
    count += std::string_view(one.name()) == "w:p";
    return false;
  });
  return count;
}

}  // namespace

NoteHomes NoteHomes::of(pugi::xml_node notes, std::string part, bool endnotes) {
  NoteHomes homes{endnotes ? "w:endnoteReference" : "w:footnoteReference", std::move(part), {}};
  int next = 1;
  for (const pugi::xml_node note : notes.children()) {
    homes.first[note.attribute("w:id").value()] = next;
    next += paragraphs_below(note);
  }
  return homes;
}

/// What a node lies in, on the way down from the root.
struct StoryPlaces::Around {
  bool box = false;
  int table = 0;  // the outermost one; 0: none
  int row = 0;
  int* next_row = nullptr;  // counts the rows of that table, those in content controls too
  const std::string* note_part = nullptr;
  int* note_next = nullptr;  // the number of the note's next paragraph
};

StoryPlaces::StoryPlaces(std::string file, std::string part, pugi::xml_node root, const Styles& styles,
                         NumberingCounter counter, std::vector<NoteHomes> notes)
    : file_(std::move(file)),
      part_(std::move(part)),
      styles_(styles),
      counter_(std::move(counter)),
      notes_(std::move(notes)) {
  walk(root, {});
}

void StoryPlaces::walk(pugi::xml_node node, Around around) {
  const std::string_view name = node.name();
  int row = 0;
  int next_of_note = 0;
  if (name == "w:tbl" && around.table == 0 && !around.box) {
    around.table = ++tables_;
    around.next_row = &row;
  }
  if (name == "w:tc") around.next_row = nullptr;  // a table within counts none
  if (name == "w:txbxContent") around.box = true;
  for (const NoteHomes& notes : notes_) {
    if (name != notes.reference || !node.first_child()) continue;
    const auto home = notes.first.find(node.attribute("w:id").value());
    if (home == notes.first.end()) continue;
    next_of_note = home->second;
    around.note_part = &notes.part;
    around.note_next = &next_of_note;
  }
  for (const pugi::xml_node child : node.children()) {
    const std::string_view child_name = child.name();
    if (!child.first_child() && child_name != "w:p") continue;
    if (around.next_row != nullptr && child_name == "w:tr") around.row = ++*around.next_row;
    if (child_name == "w:p") enter(child, around);
    if (child_name != "w:pPr" && child_name != "w:rPr") walk(child, around);
  }
}

void StoryPlaces::enter(pugi::xml_node paragraph, Around& around) {
  Place place;
  if (around.note_part != nullptr) {
    place.part = *around.note_part;
    place.paragraph = (*around.note_next)++;
    places_[paragraph.hash_value()] = std::move(place);
    return;
  }
  place.paragraph = ++paragraphs_;
  const std::string label = counter_.next(styles_.numbering(paragraph)).label;
  if (around.box) {
    place.spot = "textruta";
  } else if (styles_.outline_level(paragraph) > 0) {
    const std::string text(trim(Paragraph(paragraph).text()));
    place.spot = label.empty() ? "rubrik" : "rubrik " + label.substr(0, label.find_last_not_of('.') + 1);
    if (!text.empty()) {
      places_[paragraph.hash_value()] = std::move(place);
      headings_.push_back(excerpt(label.empty() ? text : label + " " + text));
      counted_ = tables_ = 0;
      return;
    }
  } else if (around.table > 0) {
    place.spot = "tabell " + std::to_string(around.table) + ", rad " + std::to_string(around.row);
  } else if (shows(paragraph)) {
    place.spot = "stycke " + std::to_string(++counted_);
  } else if (counted_ > 0) {
    place.spot = "efter stycke " + std::to_string(counted_);
  }
  place.heading = headings_.size() - 1;
  places_[paragraph.hash_value()] = std::move(place);
}

const StoryPlaces::Place* StoryPlaces::find(pugi::xml_node node) const {
  const auto known = [this](pugi::xml_node one) {
    const auto found = places_.find(one.hash_value());
    return found == places_.end() ? nullptr : &found->second;
  };
  for (pugi::xml_node one = node; one; one = one.parent()) {
    if (std::string_view(one.name()) == "w:p") return known(one);
  }
  const pugi::xml_node below =
      node.find_node([](pugi::xml_node one) { return std::string_view(one.name()) == "w:p"; });
  return below ? known(below) : nullptr;
}

ParagraphLocation StoryPlaces::of(pugi::xml_node node, std::string_view text) const {
  ParagraphLocation location{file_, part_, "", excerpt(trim(text))};
  const Place* place = find(node);
  if (place == nullptr) return location;
  if (!place->part.empty()) location.part = place->part;
  location.heading = headings_[place->heading];
  location.spot = place->spot;
  location.paragraph = place->paragraph;
  return location;
}

}  // namespace lg::wml
