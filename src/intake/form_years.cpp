#include "intake/form_years.hpp"

#include <cctype>
#include <cstddef>

namespace lg::intake {
namespace {

// Only these are of the report; 2021 and 2099 are dates and limits that no report moves.
constexpr int first_year = 2023;
constexpr int last_year = 2028;

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_figures(std::string_view text, std::size_t at, std::size_t count) {
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text, i)) return false;
  }
  return !is_digit(text, at + count);
}

int number_at(std::string_view text, std::size_t at, std::size_t count) {
  return std::stoi(std::string(text.substr(at, count)));
}

bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
}

/// "V25-01" at that place: a letter, the year's last two figures and a number.
bool is_id(std::string_view text, std::size_t at) {
  return text[at] >= 'A' && text[at] <= 'Z' && begins_word(text, at) && is_figures(text, at + 1, 2) &&
         at + 4 < text.size() && text[at + 3] == '-' && is_digit(text, at + 4);
}

bool is_year(std::string_view text, std::size_t at) {
  if (!begins_word(text, at) || !is_figures(text, at, 4)) return false;
  const int year = number_at(text, at, 4);
  const std::string_view rest = text.substr(at + 4);
  return year >= first_year && year <= last_year && !rest.starts_with(':') && !rest.starts_with("–");
}

}  // namespace

std::string in_year(std::string_view text, int written_for, int year) {
  const int step = year == 0 ? 0 : year - written_for;
  std::string shown;
  for (std::size_t i = 0; i < text.size();) {
    if (is_id(text, i)) {
      const int moved = (number_at(text, i + 1, 2) + step) % 100;
      shown += text[i];
      shown += static_cast<char>('0' + moved / 10);
      shown += static_cast<char>('0' + moved % 10);
      i += 3;
    } else if (is_year(text, i)) {
      shown += std::to_string(number_at(text, i, 4) + step);
      i += 4;
    } else {
      shown += text[i++];
    }
  }
  return shown;
}

}  // namespace lg::intake
