#include "sml/number_format.hpp"

#include "opc/xml.hpp"

#include <cmath>
#include <map>

namespace lg::sml {
namespace {

constexpr int seconds_a_day = 86'400;
constexpr double last_serial = 2'958'466;  // the day after 9999-12-31

/// The built-in formats that show dates or times (18.8.30 and the East Asian ones that Excel adds).
bool is_built_in_date(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/// Day 0 of the 1900 system after February 1900, and of the 1904 system.
const int origin_1900 = day_number(Date{1899, 12, 30, {}});
const int origin_1904 = day_number(Date{1904, 1, 1, {}});

}  // namespace

FormatKind kind_of_format(std::string_view code) {
  const std::string_view first = code.substr(0, code.find(';'));
  if (first == "General" || first == "Standard") return FormatKind::other;
  FormatKind kind = FormatKind::other;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const char c = first[i];
    if (c == '"') {
      i = first.find('"', i + 1);
    } else if (c == '[') {
      // [h], [mm] and [ss] are elapsed time; colours, conditions and locales are not.
      const std::size_t end = first.find(']', i);
      const std::string_view inner = first.substr(i + 1, end == std::string_view::npos ? end : end - i - 1);
      if (!inner.empty() && inner.find_first_not_of("hHmMsS") == std::string_view::npos)
        return FormatKind::date;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '%') {
      kind = FormatKind::percent;
    } else if (std::string_view("dDmMyYhHsS").find(c) != std::string_view::npos) {
      return FormatKind::date;
    }
    if (i == std::string_view::npos) break;
  }
  return kind;
}

CellFormats CellFormats::read(const opc::Package& package, const opc::PartName& workbook) {
  CellFormats formats;
  const auto parts = package.related(workbook, "styles");
  if (parts.empty() || !package.has(parts.front())) return formats;
  const auto document =
      opc::parse_xml(package.bytes(parts.front()), package.file_name(), parts.front().text());
  const pugi::xml_node styles = document.document_element();
  std::map<int, FormatKind> custom;
  for (const pugi::xml_node node : opc::child(styles, "numFmts").children()) {
    custom[node.attribute("numFmtId").as_int()] = kind_of_format(node.attribute("formatCode").value());
  }
  for (const pugi::xml_node node : opc::child(styles, "cellXfs").children()) {
    if (opc::local_name(node) != "xf") continue;
    const int id = node.attribute("numFmtId").as_int();
    const auto own = custom.find(id);
    FormatKind kind = FormatKind::other;
    if (own != custom.end()) {
      kind = own->second;
    } else if (is_built_in_date(id)) {
      kind = FormatKind::date;
    } else if (id == 9 || id == 10) {
      kind = FormatKind::percent;
    }
    formats.kinds_.push_back(kind);
  }
  return formats;
}

std::optional<Date> date_of_serial(double serial, bool date1904) {
  if (!(serial >= 0) || serial >= last_serial) return {};
  double days = std::floor(serial);
  double seconds = std::round((serial - days) * seconds_a_day);
  if (seconds >= seconds_a_day) {
    seconds = 0;
    ++days;
  }
  int day = static_cast<int>(days);
  if (!date1904 && day < 60) ++day;  // before the day that never was
  Date date = date_of_day_number((date1904 ? origin_1904 : origin_1900) + day);
  if (seconds > 0) date.seconds = static_cast<int>(seconds);
  return date;
}

std::optional<double> serial_of_date(const Date& date, bool date1904) {
  int day = day_number(date) - (date1904 ? origin_1904 : origin_1900);
  if (!date1904 && day <= 60) --day;
  if (day < (date1904 ? 0 : 1)) return {};
  return day + date.seconds.value_or(0) / static_cast<double>(seconds_a_day);
}

}  // namespace lg::sml
