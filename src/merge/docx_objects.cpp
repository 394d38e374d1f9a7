#include "merge/docx_objects.hpp"

#include "base/text.hpp"
#include "merge/object_problems.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

using opc::child;
using opc::local_name;

constexpr std::array<std::pair<ObjectField, std::string_view>, 5> fields = {{
    {ObjectField::text, "lg:text."},
    {ObjectField::width, "lg:width."},
    {ObjectField::height, "lg:height."},
    {ObjectField::picture, "lg:picture."},
    {ObjectField::style, "lg:style."},
}};

/// Takes an attribute's place, so that it is written anew.
void mark(pugi::xml_node node, ObjectField field, const std::string& name, std::size_t number) {
  node.remove_attribute(name.c_str());
  const auto found = std::ranges::find(fields, field, &std::pair<ObjectField, std::string_view>::first);
  node.append_attribute((std::string(found->second) + name).c_str()) = number;
}

pugi::xml_node ancestor(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  while (node && std::ranges::find(names, std::string_view(node.name())) == names.end()) node = node.parent();
  return node;
}

pugi::xml_node first_element(pugi::xml_node node) {
  return node.find_child([](pugi::xml_node n) { return n.type() == pugi::node_element; });
}

/// The points of a length in CSS, as VML writes them: "120pt", "4cm"; 0 for what is none.
double points_of(std::string_view length) {
  constexpr std::array<std::pair<std::string_view, double>, 6> units = {
      {{"pt", 1}, {"in", 72}, {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"px", 0.75}, {"pc", 12}}};
  const std::string text(length);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  const std::string_view unit = trim(std::string_view(end));
  const auto found = std::ranges::find(units, unit, &std::pair<std::string_view, double>::first);
  return found == units.end() ? 0 : number * found->second;
}

/// Takes width and height out of a VML style.
std::string without_size(const std::string& style, double& width, double& height) {
  std::string rest;
  for (const std::string& one : split(style, ';')) {
    const std::size_t colon = one.find(':');
    const std::string name = to_lower(trim(std::string_view(one).substr(0, colon)));
    const std::string_view value =
        colon == std::string::npos ? std::string_view() : trim(std::string_view(one).substr(colon + 1));
    if (name == "width") {
      width = points_of(value);
    } else if (name == "height") {
      height = points_of(value);
    } else {
      rest += one + ";";
    }
  }
  return rest;
}

bool is_alternative_text(std::string_view element, std::string_view attribute) {
  const bool drawing = element.ends_with(":docPr") || element.ends_with(":cNvPr");
  if (drawing) return attribute == "descr" || attribute == "title";
  return element.starts_with("v:") && attribute == "alt";
}

}  // namespace

bool read_object_field(pugi::xml_attribute attribute, ObjectField& field, std::string& name) {
  const std::string_view whole = attribute.name();
  for (const auto& [one, prefix] : fields) {
    if (!whole.starts_with(prefix)) continue;
    field = one;
    name = whole.substr(prefix.size());
    return true;
  }
  return false;
}

ObjectReader::ObjectReader(const opc::Package& package, std::string part, const wml::StoryPlaces& places,
                           TagParser& parser, Problems& problems)
    : package_(package), part_(std::move(part)), places_(places), parser_(parser), problems_(problems) {}

void ObjectReader::read(pugi::xml_node element) {
  const std::string_view name = element.name();
  if (name == "c:chart") vet_chart_text(element);
  if (!name.ends_with("Pr") && !name.starts_with("v:")) return;  // most elements
  std::vector<pugi::xml_attribute> found;
  for (const pugi::xml_attribute attribute : element.attributes()) {
    if (is_alternative_text(name, attribute.name()) && may_hold_tags(attribute.value()))
      found.push_back(attribute);
  }
  // The text that is heard comes first: its tag is the one that says what is drawn.
  std::ranges::sort(found, {}, [](pugi::xml_attribute a) { return std::string_view(a.name()); });
  for (const pugi::xml_attribute attribute : found) read_text(element, attribute);
}

void ObjectReader::read_text(pugi::xml_node element, pugi::xml_attribute attribute) {
  const std::string text = attribute.value();
  const std::string name = attribute.name();
  const ParagraphLocation where = places_.of(element, text);
  const std::vector<int> numbers = parser_.read(text, where);
  if (numbers.empty()) return;
  const TextTemplate own = TextTemplate::make({{"", text}}, numbers, parser_.tags());
  const int object = object_of(element, numbers);
  const bool title = name == "title";
  mark(element, ObjectField::text, name, objects_.texts.size());
  objects_.texts.push_back({own, object, !title});
  if (object < 0) return;
  if (title && !element.attribute("lg:text.descr")) {
    // What is heard is the alternative text, or where there is none the title.
    const std::string heard = element.attribute("descr").value();
    mark(element, ObjectField::text, "descr", objects_.texts.size());
    const bool blank = trim(heard).empty();
    objects_.texts.push_back({blank ? own : TextTemplate::make({{"", heard}}, {}, {}), object, true});
  }
  same_text_within(element);
}

/// Word keeps a picture's alternative text twice: on the drawing and on the picture in it.
void ObjectReader::same_text_within(pugi::xml_node element) const {
  if (local_name(element) != "docPr") return;
  pugi::xml_node inner = child(child(child(element.parent(), "graphic"), "graphicData"), "pic");
  inner = child(child(inner, "nvPicPr"), "cNvPr");
  const std::string_view text = inner.attribute("descr").value();
  if (text.empty() || may_hold_tags(text)) return;
  mark(inner, ObjectField::text, "descr", element.attribute("lg:text.descr").as_uint());
}

int ObjectReader::object_of(pugi::xml_node element, const std::vector<int>& numbers) {
  int found = -1;
  for (const int number : numbers) {
    const TagKind kind = tag(number).kind;
    if (kind == TagKind::page_break || kind == TagKind::paragraphs || kind == TagKind::insert) {
      refuse(tag(number), "kan inte stå i en alternativtext", "Ta bort taggen ur alternativtexten.");
    }
    if (kind != TagKind::picture && kind != TagKind::chart) continue;
    if (found >= 0) {
      refuse(tag(number), "står i en alternativtext som redan har en bild eller ett diagram",
             "Låt alternativtexten ha en enda tagg som börjar med ”bild” eller ”diagram”.");
      return -1;
    }
    found = number;
  }
  if (found < 0) return -1;
  pugi::xml_node drawing = ancestor(element, {"w:drawing", "w:pict", "w:object"});
  if (const pugi::xml_attribute known = drawing.attribute(object_attribute)) {
    const int object = known.as_int();
    if (tag(objects_.objects[static_cast<std::size_t>(object)].tag).raw == tag(found).raw) return object;
    refuse(tag(found), "står i en alternativtext som redan har en bild eller ett diagram",
           "Låt alternativtexten ha en enda tagg som börjar med ”bild” eller ”diagram”.");
    return -1;
  }
  return add_object(drawing, element, found);
}

int ObjectReader::add_object(pugi::xml_node drawing, pugi::xml_node element, int number) {
  DocxObject object;
  object.tag = number;
  if (ancestor(element, {"w:footnoteReference", "w:endnoteReference"})) {
    refuse(tag(number), "står i en fotnot eller slutkommentar, där bilder och diagram inte kan fyllas i",
           "Flytta bilden eller diagrammet till den vanliga texten.");
    return -1;
  }
  const bool vml = std::string_view(drawing.name()) != "w:drawing";
  const int place = static_cast<int>(objects_.objects.size());
  const bool taken = vml ? take_vml(element, object, number) : take_drawing(drawing, object, number);
  if (!taken) return -1;
  drawing.append_attribute(object_attribute) = place;
  objects_.objects.push_back(std::move(object));
  return place;
}

bool ObjectReader::take_drawing(pugi::xml_node drawing, DocxObject& object, int number) {
  const pugi::xml_node frame = first_element(drawing);
  const pugi::xml_node data = child(child(frame, "graphic"), "graphicData");
  const pugi::xml_node shown = first_element(data);
  const std::string_view kind = shown.name();
  const bool picture = tag(number).kind == TagKind::picture;
  if (picture && kind == "pic:pic") return take_picture(frame, shown, object, number);
  if (!picture && kind == "c:chart") return take_chart(shown, object);
  const auto [what, hint] = misplaced(tag(number).kind, kind);
  return refuse(tag(number), what, hint);
}

bool ObjectReader::take_picture(pugi::xml_node frame, pugi::xml_node picture, DocxObject& object,
                                int number) {
  const std::size_t place = objects_.objects.size();
  pugi::xml_node extent = child(frame, "extent");
  pugi::xml_node fill = child(picture, "blipFill");
  pugi::xml_node blip = child(fill, "blip");
  const pugi::xml_attribute embedded = opc::attribute(blip, "embed");
  object.width = extent.attribute("cx").as_double();
  object.height = extent.attribute("cy").as_double();
  if (!embedded || object.width < 1 || object.height < 1) {
    const auto [what, hint] = misplaced(tag(number).kind, "");
    return refuse(tag(number), what, hint);
  }
  object.id = embedded.value();
  blip.find_node([&](pugi::xml_node n) {  // a drawn picture (SVG) and what effects were made of
    if (const pugi::xml_attribute also = opc::attribute(n, "embed")) object.ids.emplace_back(also.value());
    return false;
  });
  object.ids.push_back(object.id);
  blip.remove_child(child(blip, "extLst"));
  blip.remove_attribute("r:link");
  fill.remove_child(child(fill, "srcRect"));  // a crop of the placeholder's picture
  for (const char* relative : {"sizeRelH", "sizeRelV"}) frame.remove_child(child(frame, relative));
  const std::string embed = embedded.name();
  mark(blip, ObjectField::picture, embed, place);
  for (pugi::xml_node size : {extent, child(child(child(picture, "spPr"), "xfrm"), "ext")}) {
    if (!size) continue;
    mark(size, ObjectField::width, "cx", place);
    mark(size, ObjectField::height, "cy", place);
  }
  return true;
}

bool ObjectReader::take_vml(pugi::xml_node shape, DocxObject& object, int number) {
  const std::size_t place = objects_.objects.size();
  pugi::xml_node data = child(shape, "imagedata");
  const pugi::xml_attribute embedded = data.attribute("r:id");
  const std::string style = without_size(shape.attribute("style").value(), object.width, object.height);
  const bool fits = tag(number).kind == TagKind::picture && embedded && object.width > 0 && object.height > 0;
  if (!fits) {
    const auto [what, hint] = misplaced(tag(number).kind, shape.name());
    return refuse(tag(number), what, hint);
  }
  object.style = style;
  object.id = embedded.value();
  object.ids = {object.id};
  for (const char* crop : {"croptop", "cropbottom", "cropleft", "cropright"}) data.remove_attribute(crop);
  mark(data, ObjectField::picture, "r:id", place);
  mark(shape, ObjectField::style, "style", place);
  return true;
}

bool ObjectReader::take_chart(pugi::xml_node chart, DocxObject& object) {
  object.id = opc::attribute(chart, "id").value();
  object.ids = {object.id};
  const opc::PartName part(part_);
  const opc::Relationship* target = package_.relationships(part).find(object.id);
  const Tag& own = tag(object.tag);
  if (target == nullptr || target->external || !package_.has(part.resolve(target->target))) {
    const auto [what, hint] = misplaced(own.kind, "");
    return refuse(own, what, hint);
  }
  object.chart = ChartTemplate::read(package_, part.resolve(target->target), own, problems_);
  if (object.chart == nullptr) return false;
  mark(chart, ObjectField::picture, opc::attribute(chart, "id").name(), objects_.objects.size());
  return true;
}

/// The titles of a chart lie in a part of their own, which nobody fills in.
void ObjectReader::vet_chart_text(pugi::xml_node chart) {
  const opc::PartName part(part_);
  const opc::Relationship* target = package_.relationships(part).find(opc::attribute(chart, "id").value());
  if (target == nullptr || target->external) return;
  const opc::PartName name = part.resolve(target->target);
  if (!package_.has(name) || !may_hold_tags(package_.bytes(name))) return;
  const auto document = opc::parse_xml(package_.bytes(name), package_.file_name(), name.text());
  document.find_node([&](pugi::xml_node node) {
    if (local_name(node) != "p") return false;
    std::string text;
    for (const pugi::xml_node run : node.children()) text += child(run, "t").child_value();
    if (scan_tags(text).tags.empty()) return false;
    problems_.add({Severity::error,
                   "M076",
                   places_.of(chart, text),
                   "En tagg står i ett diagrams rubrik, där den inte kan fyllas i.",
                   "Skriv rubriken som vanlig text ovanför diagrammet.",
                   {}});
    return false;
  });
}

bool ObjectReader::refuse(const Tag& tag, const std::string& what, std::string hint) {
  problems_.add({Severity::error,
                 misplaced_code,
                 tag.where,
                 "Taggen ”" + tag.raw + "” " + what + ".",
                 std::move(hint),
                 {}});
  return false;
}

}  // namespace lg::merge
