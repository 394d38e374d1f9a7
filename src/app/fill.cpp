#include "app/fill.hpp"

#include "merge/docx_template.hpp"
#include "merge/xlsx_template.hpp"

namespace lg::app {
namespace {

bool is_workbook(const opc::Package& package) {
  return package.content_type(package.main_part()).find("spreadsheetml") != std::string::npos ||
         package.content_type(package.main_part()).find("ms-excel") != std::string::npos;
}

template <class Template>
std::optional<std::string> filled(const opc::Package& package, const Dataset& data, Problems& problems) {
  const Template one = Template::parse(package, data, problems);
  if (problems.has_errors(true)) return {};
  const opc::Package document = one.render(data, problems);
  if (problems.has_errors(true)) return {};
  return document.save();
}

}  // namespace

std::optional<std::string> fill(const NamedFile& template_file, const Dataset& data, Problems& problems) {
  const opc::Package package = opc::Package::open(template_file.name, template_file.bytes);
  return is_workbook(package) ? filled<merge::XlsxTemplate>(package, data, problems)
                              : filled<merge::DocxTemplate>(package, data, problems);
}

void check_template(const NamedFile& template_file, const Dataset& data, Problems& problems) {
  const opc::Package package = opc::Package::open(template_file.name, template_file.bytes);
  if (is_workbook(package)) {
    (void)merge::XlsxTemplate::parse(package, data, problems);
  } else {
    (void)merge::DocxTemplate::parse(package, data, problems);
  }
}

}  // namespace lg::app
