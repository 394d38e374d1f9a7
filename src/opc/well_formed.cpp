#include "opc/well_formed.hpp"

#include "opc/xml.hpp"

#include <future>
#include <vector>

namespace lg::opc {
namespace {

bool is_xml(const Package& package, const PartName& name) {
  const std::string type = package.content_type(name);
  return name.extension() == "xml" || name.extension() == "rels" || type.ends_with("+xml") ||
         type.ends_with("/xml");
}

}  // namespace

void require_well_formed(const Package& package) {
  constexpr std::size_t worth_a_thread = 512 * 1024;
  std::vector<std::future<void>> parsing;
  for (const PartName& name : package.part_names()) {
    const std::string& bytes = package.bytes(name);
    if (!is_xml(package, name)) continue;
    const auto when = bytes.size() > worth_a_thread ? std::launch::async : std::launch::deferred;
    parsing.push_back(std::async(
        when, [&package, &bytes, name] { (void)parse_xml(bytes, package.file_name(), name.text()); }));
  }
  for (std::future<void>& one : parsing) one.get();
}

}  // namespace lg::opc
