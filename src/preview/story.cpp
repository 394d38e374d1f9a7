#include "preview/story.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "wml/field_tracker.hpp"
#include "wml/paragraph.hpp"

namespace lg::preview {
namespace {

void collect_blocks(pugi::xml_node parent, std::vector<pugi::xml_node>& blocks) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:p" || name == "w:tbl") {
      blocks.push_back(child);
    } else if (name == "mc:AlternateContent") {
      collect_blocks(child.first_child(), blocks);
    } else if (wml::holds_runs(name)) {
      collect_blocks(child, blocks);
    }
  }
}

std::map<std::string, std::string, std::less<>> read_style_names(const opc::Package& package,
                                                                 const opc::PartName& main) {
  std::map<std::string, std::string, std::less<>> names;
  for (const opc::PartName& part : package.related(main, "styles")) {
    if (!package.has(part)) continue;
    const auto xml = opc::parse_xml(package.bytes(part), package.file_name(), part.text());
    for (const pugi::xml_node style : xml.document_element().children("w:style")) {
      names.emplace(style.attribute("w:styleId").value(),
                    to_lower(style.child("w:name").attribute("w:val").value()));
    }
  }
  return names;
}

}  // namespace

Document::Document(const opc::Package& report)
    : package(report),
      main(report.main_part()),
      styles(wml::Styles::read(report, main)),
      counter(wml::NumberingCounter::read(report, main)),
      style_names(read_style_names(report, main)) {}

Story::Story(const Document& document, const opc::PartName& part, bool is_main)
    : document_(document),
      part_(part),
      is_main_(is_main),
      xml_(opc::parse_xml(document.package.bytes(part), document.package.file_name(), part.text())),
      index_(xml_.document_element(), document.styles, document.counter) {
  wml::FieldTracker fields;
  numbers_.reserve(index_.paragraphs().size());
  for (const wml::StoryParagraph& paragraph : index_.paragraphs()) {
    contents_.push_back(fields.take(paragraph.node));
    numbers_.emplace(paragraph.node.hash_value(), static_cast<int>(contents_.size()));
  }
}

int Story::number(pugi::xml_node paragraph) const {
  const auto found = numbers_.find(paragraph.hash_value());
  return found == numbers_.end() ? 0 : found->second;
}

const wml::StoryParagraph* Story::find(pugi::xml_node paragraph) const {
  const int number = this->number(paragraph);
  return number == 0 ? nullptr : &index_.paragraphs()[static_cast<std::size_t>(number) - 1];
}

std::string Story::data_p(pugi::xml_node paragraph) const {
  const int number = this->number(paragraph);
  return !is_main_ || number == 0 ? "" : std::to_string(number);
}

std::string Story::id(pugi::xml_node paragraph) const {
  const std::string number = data_p(paragraph);
  return number.empty() ? "" : "p-" + number;
}

bool Story::in_contents(pugi::xml_node paragraph) const {
  const int number = this->number(paragraph);
  return number > 0 && contents_[static_cast<std::size_t>(number) - 1];
}

std::vector<pugi::xml_node> blocks_in(pugi::xml_node parent) {
  std::vector<pugi::xml_node> blocks;
  collect_blocks(parent, blocks);
  return blocks;
}

bool is_on(pugi::xml_node property) {
  const std::string_view value = property.attribute("w:val").as_string("1");
  return property && value != "0" && value != "false" && value != "off";
}

}  // namespace lg::preview
