#include "sml/note_part.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "sml/cell_text.hpp"

#include <algorithm>

namespace lg::sml {
namespace {

using opc::child;
using opc::local_name;

constexpr const char* author = "Genomgång";
/// Before what is added to another's note.
constexpr std::string_view added_heading = "\n\nGenomgång:\n";

/// "x:" of "x:comments"; names of new elements begin with it.
std::string prefix_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  return std::string(name.substr(0, name.size() - local_name(node).size()));
}

/// The number of our name among the authors, -1 when it is not there.
int own_number(pugi::xml_node comments) {
  int number = 0;
  for (const pugi::xml_node one : child(comments, "authors").children()) {
    if (local_name(one) != "author") continue;
    if (one.child_value() == std::string_view(author)) return number;
    ++number;
  }
  return -1;
}

int author_number(pugi::xml_node comments) {
  const int known = own_number(comments);
  if (known >= 0) return known;
  pugi::xml_node authors = child(comments, "authors");
  if (!authors) authors = comments.prepend_child((prefix_of(comments) + "authors").c_str());
  authors.append_child((prefix_of(comments) + "author").c_str()).text().set(author);
  return own_number(comments);
}

/// A run in the font that Excel gives notes.
std::string run_xml(std::string_view text, const std::string& p) {
  const std::string legal = clean(text).text;
  std::string xml = "<" + p + "r><" + p + "rPr><" + p + "sz val=\"9\"/><" + p + "color indexed=\"81\"/><" +
                    p + "rFont val=\"Tahoma\"/><" + p + "family val=\"2\"/></" + p + "rPr><" + p +
                    "t xml:space=\"preserve\">";
  append_escaped(xml, std::string_view(legal).substr(0, bytes_of_units(legal, max_cell_text)));
  return xml + "</" + p + "t></" + p + "r>";
}

/// Appends XML whose prefixes are declared above the node.
void append_xml(pugi::xml_node node, const std::string& xml) {
  node.append_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                     pugi::encoding_utf8);
}

/// A plain text becomes a run, since another run is to stand behind it (18.4.8 has either).
void add_below(pugi::xml_node note, std::string_view text) {
  const std::string p = prefix_of(note);
  pugi::xml_node content = child(note, "text");
  if (!content) content = note.append_child((p + "text").c_str());
  if (pugi::xml_node plain = child(content, "t")) {
    const pugi::xml_node run = content.insert_child_before((p + "r").c_str(), plain);
    pugi::xml_node(run).append_move(plain);
  }
  append_xml(content, run_xml(std::string(added_heading) + std::string(text), p));
  const pugi::xml_node hint = content.find_child([](pugi::xml_node node) {
    return local_name(node) == "rPh" || local_name(node) == "phoneticPr";  // of the whole text: last
  });
  if (hint) content.insert_move_before(content.last_child(), hint);
}

bool is_added(pugi::xml_node run) {
  return local_name(run) == "r" && std::string_view(child(run, "t").child_value()).starts_with(added_heading);
}

}  // namespace

std::string empty_note_part(std::string_view main_namespace) {
  return "<comments xmlns=\"" + std::string(main_namespace) + "\"><authors/><commentList/></comments>";
}

std::set<CellRef> noted_cells(pugi::xml_node comments) {
  std::set<CellRef> cells;
  pugi::xml_node list = child(comments, "commentList");
  if (!list) list = comments;  // threaded comments have no list around them
  for (const pugi::xml_node note : list.children()) {
    if (const auto cell = CellRef::parse(note.attribute("ref").value())) cells.insert(*cell);
  }
  return cells;
}

std::string add_note(pugi::xml_node comments, CellRef cell, std::string_view text) {
  pugi::xml_node list = child(comments, "commentList");
  const std::string p = prefix_of(comments);
  if (!list) list = comments.append_child((p + "commentList").c_str());
  const std::string ref = cell.text();
  for (pugi::xml_node note : list.children()) {
    if (note.attribute("ref").value() != ref) continue;
    add_below(note, text);
    std::string whole;
    for (const TextRun& run : read_runs(child(note, "text"))) whole += run.text;
    return whole;
  }
  const int number = author_number(comments);
  append_xml(list, "<" + p + "comment ref=\"" + ref + "\" authorId=\"" + std::to_string(number) + "\"><" + p +
                       "text>" + run_xml(text, p) + "</" + p + "text></" + p + "comment>");
  return std::string(text);
}

std::set<CellRef> remove_own_notes(pugi::xml_node comments) {
  std::set<CellRef> gone;
  const int own = own_number(comments);
  pugi::xml_node list = child(comments, "commentList");
  for (pugi::xml_node note = list.first_child(); note;) {
    const pugi::xml_node next = note.next_sibling();
    if (own >= 0 && note.attribute("authorId").as_int(-1) == own) {
      if (const auto cell = CellRef::parse(note.attribute("ref").value())) gone.insert(*cell);
      list.remove_child(note);
    } else {
      pugi::xml_node content = child(note, "text");
      while (const pugi::xml_node added = content.find_child(is_added)) content.remove_child(added);
    }
    note = next;
  }
  return gone;
}

}  // namespace lg::sml
