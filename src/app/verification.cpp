#include "app/verification.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "opc/package.hpp"
#include "opc/well_formed.hpp"
#include "sml/table_rows.hpp"

#include <algorithm>
#include <stdexcept>

namespace lg::app {
namespace {

opc::Package verified(const std::string& name, const std::string& bytes) {
  try {
    opc::Package package = opc::Package::open(name, bytes);
    opc::require_well_formed(package);
    return package;
  } catch (const UnreadableFile& unreadable) {
    throw std::logic_error("ett färdigt dokument går inte att läsa: " + to_text(unreadable.problem()));
  }
}

}  // namespace

void verify_document(const std::string& name, const std::string& bytes) {
  (void)verified(name, bytes);
}

void verify_workbook(const std::string& name, const std::string& bytes, const std::string& table,
                     std::optional<std::size_t> rows) {
  const opc::Package package = verified(name, bytes);
  const auto found = sml::table_rows(package, fold(table));
  if (!rows || !found || *found == std::max<std::size_t>(*rows, 1)) return;
  throw std::logic_error("tabellen " + table + " har " + std::to_string(*found) + " rader i stället för " +
                         std::to_string(*rows));
}

}  // namespace lg::app
