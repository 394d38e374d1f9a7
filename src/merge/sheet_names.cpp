#include "merge/sheet_names.hpp"

#include "base/text.hpp"
#include "sml/cell_text.hpp"

#include <algorithm>

namespace lg::merge {
namespace {

constexpr std::size_t max_units = 31;

std::string shortened(const std::string& name, std::size_t units) {
  return std::string(trim(name.substr(0, sml::bytes_of_units(name, units))));
}

std::string legal(std::string_view wanted) {
  std::string name;
  for (const char c : clean(wanted).text) {
    const bool forbidden = std::string_view(":\\/?*[]").find(c) != std::string_view::npos;
    const bool control = static_cast<unsigned char>(c) < 0x20;
    name += forbidden ? '-' : control ? ' ' : c;
  }
  name = shortened(name, max_units);
  while (!name.empty() && name.front() == '\'') name.erase(0, 1);
  while (!name.empty() && name.back() == '\'') name.pop_back();
  name = std::string(trim(name));
  return name.empty() ? "Blad" : name;
}

}  // namespace

void SheetNames::take(std::string_view name) {
  taken_.push_back(to_lower(name));
}

bool SheetNames::is_taken(const std::string& name) const {
  const std::string lower = to_lower(name);
  return lower == "history" || std::find(taken_.begin(), taken_.end(), lower) != taken_.end();
}

std::string SheetNames::make(std::string_view wanted) {
  const std::string base = legal(wanted);
  std::string name = base;
  for (int number = 2; is_taken(name); ++number) {
    const std::string suffix = " (" + std::to_string(number) + ")";
    name = shortened(base, max_units - suffix.size()) + suffix;
  }
  take(name);
  return name;
}

}  // namespace lg::merge
