#include "support/word_filling.hpp"

#include "merge/docx_template.hpp"
#include "opc/xml.hpp"

namespace lg::test {
namespace {

const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string word_types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

template <class Take>
void each(const std::string& xml, const std::string& element, const Take& take) {
  const auto part = opc::parse_xml(xml, "ut.docx", "del.xml");
  part.find_node([&](pugi::xml_node node) {
    if (node.name() == element) take(node);
    return false;
  });
}

}  // namespace

WordTemplate& WordTemplate::part(const std::string& kind, const std::string& root, const std::string& inner) {
  return part_of("main", office + kind, "/word/" + kind + ".xml",
                 "<" + root + " xmlns:w='" + word_namespace + "'>" + inner + "</" + root + ">",
                 word_types + kind + "+xml");
}

WordTemplate& WordTemplate::part_of(const std::string& source, const std::string& type,
                                    const std::string& name, const std::string& bytes,
                                    const std::string& content_type) {
  const opc::PartName from = source == "main" ? package_.main_part() : opc::PartName(source);
  opc::Relationships relationships = package_.relationships(from);
  relationships.add(type, name, false);
  package_.replace(from, std::move(relationships));
  package_.add(opc::PartName(name), bytes, content_type);
  return *this;
}

Filled fill(const opc::Package& package, const std::string& json) {
  Problems problems;
  const Dataset data = test::data(json);
  try {
    const auto parsed = merge::DocxTemplate::parse(package, data, problems);
    if (problems.has_errors(true)) return {package, text_of(problems)};
    opc::Package done = parsed.render(data, problems);
    return {std::move(done), text_of(problems)};
  } catch (const UnreadableFile& fault) {
    return {package, to_text(fault.problem())};
  }
}

Strings all(const std::string& xml, const std::string& element, const std::string& attribute) {
  Strings found;
  each(xml, element,
       [&](pugi::xml_node node) { found.emplace_back(node.attribute(attribute.c_str()).value()); });
  return found;
}

Strings texts(const std::string& xml, const std::string& element) {
  Strings found;
  each(xml, element, [&](pugi::xml_node node) { found.emplace_back(node.text().get()); });
  return found;
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

std::string body_of(const std::string& xml) {
  const std::size_t begin = xml.find("<w:body>") + 8;
  return xml.substr(begin, xml.rfind("<w:sectPr") - begin);
}

}  // namespace lg::test
