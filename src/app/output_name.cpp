#include "app/output_name.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace lg::app {
namespace {

constexpr std::size_t longest_stem = 120;  // bytes; file systems take 255 for the whole name

/// Windows keeps these for devices, whatever the extension.
bool is_reserved(std::string_view stem) {
  constexpr std::array<std::string_view, 6> devices = {"con", "prn", "aux", "nul", "com", "lpt"};
  const std::string lower = to_lower(stem.substr(0, stem.find('.')));
  const bool numbered = lower.size() == 4 && lower[3] >= '0' && lower[3] <= '9';
  const std::string_view name = numbered ? std::string_view(lower).substr(0, 3) : std::string_view(lower);
  return std::ranges::find(devices, name) != devices.end() && (numbered == (name == "com" || name == "lpt"));
}

}  // namespace

std::string safe_file_name(const std::string& stem, const std::string& extension) {
  const std::string composed = compose_nfc(stem);
  std::string safe;
  for (std::size_t i = 0; i < composed.size();) {
    const CodePoint c = code_point_at(composed, i);
    if (safe.size() + c.size > longest_stem) break;
    const bool forbidden =
        !c.valid || c.value < 0x20U || c.value == 0x7FU ||
        (c.value < 0x80U &&
         std::string_view("/\\:*?\"<>|").find(static_cast<char>(c.value)) != std::string_view::npos);
    safe += forbidden ? "-" : composed.substr(i, c.size);
    i += c.size;
  }
  while (!safe.empty() && (safe.back() == '.' || safe.back() == ' ')) safe.pop_back();
  while (!safe.empty() && (safe.front() == '.' || safe.front() == ' ')) safe.erase(0, 1);
  if (safe.empty() || is_reserved(safe)) safe = "Dokument " + safe;
  return std::string(trim(safe)) + extension;
}

std::string report_name(const domain::Review& review, const std::string& board) {
  return safe_file_name("Ledningens genomgång " + std::to_string(review.report_year) + " " + board, ".docx");
}

std::string plan_name(const domain::Review& review, const std::string& board) {
  std::string years = std::to_string(review.first_plan_year);
  if (review.last_plan_year != review.first_plan_year) years += "–" + std::to_string(review.last_plan_year);
  return safe_file_name("Aktivitetsplan " + years + " " + board, ".xlsx");
}

std::string protocol_name(const domain::Review& review, const std::string& board,
                          const std::string& extension) {
  return safe_file_name("Granskningsprotokoll " + std::to_string(review.report_year) + " " + board,
                        extension);
}

}  // namespace lg::app
