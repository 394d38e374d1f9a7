#include "proof/parsed_package.hpp"

#include "base/problem.hpp"
#include "opc/xml.hpp"

#include <future>
#include <utility>

namespace lg::proof {
namespace {

bool is_xml(const opc::Package& package, const opc::PartName& name) {
  const std::string type = package.content_type(name);
  return name.extension() == "xml" || name.extension() == "rels" || type.ends_with("+xml") ||
         type.ends_with("/xml");
}

}  // namespace

ParsedPackage ParsedPackage::read(opc::Package package) {
  constexpr std::size_t worth_a_thread = 512 * 1024;
  ParsedPackage parsed(std::move(package));
  std::vector<std::pair<opc::PartName, std::future<pugi::xml_document>>> parsing;
  for (const opc::PartName& name : parsed.package_.part_names()) {
    const std::string* bytes = parsed.inflated(name);
    if (bytes == nullptr || !is_xml(parsed.package_, name)) continue;
    const auto when = bytes->size() > worth_a_thread ? std::launch::async : std::launch::deferred;
    parsing.emplace_back(name, std::async(when, [bytes, name, file = parsed.package_.file_name()] {
                           return opc::parse_xml(*bytes, file, name.text());
                         }));
  }
  for (auto& [name, tree] : parsing) {
    try {
      parsed.trees_.emplace(name, tree.get());
    } catch (const UnreadableFile&) {
      parsed.unreadable_.push_back(name);
    }
  }
  return parsed;
}

const std::string* ParsedPackage::inflated(const opc::PartName& name) {
  try {
    return &package_.bytes(name);
  } catch (const UnreadableFile&) {
    unreadable_.push_back(name);
    return nullptr;
  }
}

pugi::xml_node ParsedPackage::root(const opc::PartName& name) const {
  const auto found = trees_.find(name);
  return found == trees_.end() ? pugi::xml_node() : found->second.document_element();
}

pugi::xml_node ParsedPackage::related_root(const opc::PartName& source, std::string_view kind) const {
  for (const opc::PartName& part : package_.related(source, kind)) return root(part);
  return {};
}

}  // namespace lg::proof
