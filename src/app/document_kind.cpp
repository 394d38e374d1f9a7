#include "app/document_kind.hpp"

namespace lg::app {

bool is_workbook(const opc::Package& package) {
  const std::string type = package.content_type(package.main_part());
  return type.find("spreadsheetml") != std::string::npos || type.find("ms-excel") != std::string::npos;
}

}  // namespace lg::app
