#include "merge/docx_notes.hpp"

#include "merge/docx_program.hpp"
#include "merge/docx_traces.hpp"
#include "merge/tag_scanner.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

std::string start_tag(pugi::xml_node node) {
  std::string xml = "<" + std::string(node.name());
  for (const pugi::xml_attribute attribute : node.attributes()) {
    xml.append(" ").append(attribute.name()).append("=\"");
    append_escaped(xml, attribute.value());
    xml += "\"";
  }
  return xml + ">";
}

}  // namespace

NotesPart::NotesPart(opc::PartName name, bool endnotes, pugi::xml_node notes, pugi::xml_node main)
    : name_(std::move(name)),
      endnotes_(endnotes),
      head_(start_tag(notes)),
      homes_(wml::NoteHomes::of(notes, name_.text(), endnotes)) {
  const char* note_name = endnotes ? "w:endnote" : "w:footnote";
  const std::string_view reference_name = endnotes ? "w:endnoteReference" : "w:footnoteReference";
  std::set<std::string> placed;
  std::vector<pugi::xml_node> references;
  main.find_node([&](pugi::xml_node n) {
    if (n.name() == reference_name) references.push_back(n);
    return false;
  });
  for (pugi::xml_node reference : references) {
    const std::string id = reference.attribute("w:id").value();
    const pugi::xml_node note = notes.find_child_by_attribute(note_name, "w:id", id.c_str());
    if (!note || !placed.insert(id).second) continue;
    ++placed_;
    has_tags_ = has_tags_ || may_hold_tags(wml::whole_text(note));
    for (const pugi::xml_node child : note.children()) reference.append_copy(child);
  }
  for (const pugi::xml_node note : notes.children(note_name)) {
    free_id_ = std::max(free_id_, note.attribute("w:id").as_int() + 1);
    if (placed.contains(note.attribute("w:id").value())) continue;
    remove_traces(note);
    head_ += xml_of(note);
  }
}

void NotesPart::write(opc::Package& package, const std::vector<WrittenNote>& written) const {
  const auto ours = [&](const WrittenNote& note) { return note.endnote == endnotes_; };
  const auto copied = [&](const WrittenNote& note) { return ours(note) && note.copy; };
  const bool same = std::ranges::none_of(written, copied) && std::ranges::count_if(written, ours) == placed_;
  if (same && !has_tags_) return;
  const std::string name = endnotes_ ? "w:endnote" : "w:footnote";
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + head_;
  for (const WrittenNote& note : written) {
    if (note.endnote != endnotes_) continue;
    xml += "<" + name + " w:id=\"" + std::to_string(note.id) + "\">" + note.xml + "</" + name + ">";
  }
  package.replace(name_, xml + "</" + name + "s>");
}

}  // namespace lg::merge
