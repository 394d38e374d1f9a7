#include "sml/element_names.hpp"

#include "opc/xml.hpp"

namespace lg::sml {

std::string prefixed(pugi::xml_node like, std::string_view name) {
  const std::string_view own = like.name();
  return std::string(own.substr(0, own.size() - opc::local_name(like).size())).append(name);
}

std::string namespace_of(pugi::xml_node root) {
  const std::string_view name = root.name();
  const std::size_t colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  return root.attribute(declaration.c_str()).value();
}

}  // namespace lg::sml
