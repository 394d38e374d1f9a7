#pragma once

#include "base/date.hpp"
#include "opc/package.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lg::sml {

enum class FormatKind : std::uint8_t { other, date, percent };

/// What a number format code ("yyyy-mm-dd", "0,0 %") makes of a number (ECMA-376 Part 1, 18.8.30).
[[nodiscard]] FormatKind kind_of_format(std::string_view code);

/// The kind of each cell format (cellXfs) of a workbook: what a cell's `s` attribute points at.
class CellFormats {
 public:
  /// Without a styles part every cell is FormatKind::other.
  [[nodiscard]] static CellFormats read(const opc::Package& package, const opc::PartName& workbook);
  [[nodiscard]] FormatKind kind(unsigned style) const {
    return style < kinds_.size() ? kinds_[style] : FormatKind::other;
  }

 private:
  std::vector<FormatKind> kinds_;
};

/// The date that a serial number stands for; nothing when it is outside of what Excel can show. The 1900
/// system counts a 29 February 1900 that never was (18.17.4.1).
[[nodiscard]] std::optional<Date> date_of_serial(double serial, bool date1904);

/// The serial number of a date; nothing before the system's first day.
[[nodiscard]] std::optional<double> serial_of_date(const Date& date, bool date1904);

}  // namespace lg::sml
