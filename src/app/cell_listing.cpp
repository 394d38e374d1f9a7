#include "app/cell_listing.hpp"

#include "base/text.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <utility>

namespace lg::app {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out.push_back(c);
    }
  }
}

std::string iso_text(const Date& date) {
  std::string text = to_text(date);
  if (date.seconds) text[10] = 'T';
  return text;
}

struct TypeAndValue {
  char type = '\0';  // '\0': nothing to list
  std::string value;
};

TypeAndValue listed(const sml::CellValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return {'s', std::string(*text)};
  if (const auto* number = std::get_if<double>(&value)) return {'n', number_text(*number, '.')};
  if (const auto* flag = std::get_if<bool>(&value)) return {'b', *flag ? "TRUE" : "FALSE"};
  if (const auto* date = std::get_if<Date>(&value)) return {'d', iso_text(*date)};
  if (const auto* error = std::get_if<sml::CellError>(&value)) return {'e', std::string(error->code)};
  return {};
}

bool is_covered(const sml::Worksheet& sheet, sml::CellRef ref) {
  return std::ranges::any_of(
      sheet.merges, [ref](const sml::CellRange& merge) { return merge.contains(ref) && ref != merge.first; });
}

}  // namespace

std::string list_cells(const std::string& file_name, std::string bytes) {
  const auto workbook = sml::Workbook::read(opc::Package::open(file_name, std::move(bytes)));
  std::string out;
  for (const sml::Worksheet& sheet : workbook.sheets) {
    for (const sml::Cell& cell : sheet.cells) {
      const TypeAndValue one = listed(cell.value);
      if (one.type == '\0' || is_covered(sheet, cell.ref)) continue;
      append_escaped(out, sheet.name);
      out.append("\t").append(cell.ref.text()).append("\t").append(1, one.type).append("\t");
      append_escaped(out, one.value);
      out.push_back('\n');
    }
  }
  return out;
}

}  // namespace lg::app
