#include "merge/filters.hpp"

#include "base/text.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace lg::merge {
namespace {

constexpr std::string_view no_break = "\u00A0";

constexpr std::array<std::string_view, 13> number_words = {"noll", "en",   "två", "tre", "fyra", "fem", "sex",
                                                           "sju",  "åtta", "nio", "tio", "elva", "tolv"};
constexpr std::array<std::string_view, 13> ordinal_words = {"nollte", "första", "andra",  "tredje",  "fjärde",
                                                            "femte",  "sjätte", "sjunde", "åttonde", "nionde",
                                                            "tionde", "elfte",  "tolfte"};
constexpr std::array<std::string_view, 12> months = {"januari",   "februari", "mars",     "april",
                                                     "maj",       "juni",     "juli",     "augusti",
                                                     "september", "oktober",  "november", "december"};

std::optional<Date> date_in(const Value& value) {
  if (const auto* date = value.as_date()) return *date;
  if (const auto* text = value.as_text()) return parse_iso_date(trim(*text));
  return {};
}

std::optional<double> number_in(const Value& value) {
  if (const auto* number = value.as_number()) return number->number;
  if (const auto* text = value.as_text()) return parse_number(*text);
  if (const auto* list = value.as_list()) return static_cast<double>(list->rows.size());
  return {};
}

/// Half is rounded away from zero, as Excel and people do; 1.005 is meant as that, though its binary is
/// below.
double rounded(double number, int decimals) {
  constexpr double nudge = 1e-9;
  const double power = std::pow(10.0, decimals);
  const double scaled = std::abs(number) * power;
  if (scaled > 1e14) return number;  // no digit behind the decimal sign is left to round
  return std::copysign(std::floor(scaled + 0.5 + nudge) / power, number);
}

/// "1 234,5": no-break blanks between thousands, decimal comma; `decimals` < 0 keeps what there is, at most
/// two.
std::string grouped(double number, int decimals) {
  std::array<char, 400> buffer{};
  const int wanted = decimals < 0 ? 2 : std::min(decimals, 15);
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.*f", wanted, rounded(number, wanted));
  std::string digits(buffer.data(), static_cast<std::size_t>(size));
  if (decimals < 0) {
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
  }
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string text = negative && digits.find_first_not_of("0.") != std::string::npos ? "\u2212" : "";
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) text += no_break;
    text.push_back(digits[i]);
  }
  if (point < digits.size()) text += "," + digits.substr(point + 1);
  return text;
}

std::string date_text(FilterKind kind, const Date& date) {
  const std::string year = std::to_string(date.year);
  switch (kind) {
    case FilterKind::date_long:
      return std::to_string(date.day) + std::string(no_break) +
             std::string(months.at(static_cast<std::size_t>(date.month - 1))) + std::string(no_break) + year;
    case FilterKind::month: return std::string(months.at(static_cast<std::size_t>(date.month - 1)));
    case FilterKind::year: return year;
    case FilterKind::quarter: return "kvartal " + std::to_string((date.month + 2) / 3) + " " + year;
    case FilterKind::week: return "vecka " + std::to_string(iso_week(date));
    default: return to_text(Date{date.year, date.month, date.day, {}});
  }
}

std::string counted(const Filter& filter, double number) {
  const std::size_t form = number == 0 ? 0 : number == 1 ? 1 : 2;
  std::string text = filter.arguments[form];
  const std::size_t mark = text.find('#');
  if (mark != std::string::npos) text.replace(mark, 1, grouped(number, -1));
  return text;
}

template <std::size_t size>
std::optional<std::string> word_for(const std::array<std::string_view, size>& words, double number) {
  const bool whole = number >= 0 && number < static_cast<double>(size) && std::floor(number) == number;
  if (!whole) return {};
  return std::string(words.at(static_cast<std::size_t>(number)));
}

std::string number_text_of(const Filter& filter, const Value& value, double number) {
  const auto* typed = value.as_number();
  const std::string argument = filter.arguments.empty() ? "" : filter.arguments.front();
  switch (filter.kind) {
    case FilterKind::percent:
      return grouped(typed != nullptr && typed->percent ? number * 100 : number, -1) + std::string(no_break) +
             "%";
    case FilterKind::crowns: return grouped(number, -1) + std::string(no_break) + "kronor";
    case FilterKind::thousand_crowns: return grouped(number, -1) + std::string(no_break) + "tkr";
    case FilterKind::word:
      if (number == 1 && fold(argument) == "ett") return "ett";
      return word_for(number_words, number).value_or(grouped(number, -1));
    case FilterKind::ordinal: {
      const double rest = std::fmod(number, 10);
      const double tens = std::fmod(number, 100);
      const bool a = (rest == 1 || rest == 2) && tens != 11 && tens != 12;
      return word_for(ordinal_words, number).value_or(grouped(number, -1) + (a ? ":a" : ":e"));
    }
    case FilterKind::counted: return counted(filter, number);
    default: {
      const auto decimals = parse_number(argument);
      return grouped(number, decimals ? static_cast<int>(*decimals) : -1);
    }
  }
}

Filtered text_filtered(const Filter& filter, const Value& value) {
  std::string text = to_text(value);
  switch (filter.kind) {
    case FilterKind::upper_first: text = to_upper_first(text); break;
    case FilterKind::lower: text = to_lower(text); break;
    case FilterKind::quote: text = text.empty() ? "" : "”" + text + "”"; break;
    case FilterKind::no_full_stop: {
      text = std::string(trim(text));
      if (text.ends_with('.') && !text.ends_with("...")) text.pop_back();
      break;
    }
    default: break;
  }
  return {Value::text(std::move(text), value.source())};
}

bool wants_number(FilterKind kind) {
  return kind == FilterKind::number || kind == FilterKind::percent || kind == FilterKind::crowns ||
         kind == FilterKind::thousand_crowns || kind == FilterKind::word || kind == FilterKind::ordinal ||
         kind == FilterKind::counted;
}

bool wants_date(FilterKind kind) {
  return kind == FilterKind::date || kind == FilterKind::date_long || kind == FilterKind::month ||
         kind == FilterKind::year || kind == FilterKind::quarter || kind == FilterKind::week;
}

}  // namespace

Filtered apply(const Filter& filter, const Value& value) {
  if (filter.kind == FilterKind::otherwise) {
    return {value.is_blank() ? Value::text(filter.arguments.front(), value.source()) : value};
  }
  if (wants_number(filter.kind) && value.as_list() != nullptr) {
    return {Value::text(number_text_of(filter, value, *number_in(value)))};
  }
  if (value.is_blank()) return {value};
  if (wants_date(filter.kind)) {
    const auto date = date_in(value);
    if (!date) return {value, false};
    return {Value::text(date_text(filter.kind, *date), value.source())};
  }
  if (wants_number(filter.kind)) {
    const auto number = number_in(value);
    if (!number) return {value, false};
    return {Value::text(number_text_of(filter, value, *number), value.source())};
  }
  if (filter.kind == FilterKind::yes_no) {
    const auto* flag = value.as_flag();
    if (flag == nullptr) return {value, false};
    return {Value::text(filter.arguments.at(*flag ? 0 : 1), value.source())};
  }
  return text_filtered(filter, value);
}

std::string genitive(const std::string& word) {
  const std::string lower = to_lower(word);
  const bool bare = lower.empty() || lower.ends_with('s') || lower.ends_with('x') || lower.ends_with('z');
  return bare ? word : word + "s";
}

std::string_view name_of(FilterKind kind) {
  switch (kind) {
    case FilterKind::date: return "datum";
    case FilterKind::date_long: return "datum lång";
    case FilterKind::month: return "månad";
    case FilterKind::year: return "år";
    case FilterKind::quarter: return "kvartal";
    case FilterKind::week: return "vecka";
    case FilterKind::number: return "tal";
    case FilterKind::percent: return "procent";
    case FilterKind::crowns: return "kronor";
    case FilterKind::thousand_crowns: return "tkr";
    case FilterKind::word: return "ord";
    case FilterKind::ordinal: return "ordning";
    case FilterKind::counted: return "antal";
    case FilterKind::upper_first: return "versal";
    case FilterKind::lower: return "gemener";
    case FilterKind::genitive: return "genitiv";
    case FilterKind::list: return "lista";
    case FilterKind::quote: return "citat";
    case FilterKind::no_full_stop: return "utan punkt";
    case FilterKind::otherwise: return "eller";
    case FilterKind::lines: return "rader";
    case FilterKind::yes_no: return "ja nej";
  }
  return "";
}

}  // namespace lg::merge
