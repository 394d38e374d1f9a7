#include "domain/personal_data.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "domain/printed_texts.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace lg::domain {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_plain(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int number_of(std::string_view digits) {
  int number = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Luhn's check over the ten digits.
bool has_right_check_digit(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < ten.size(); ++i) {
    const int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum % 10 == 0;
}

bool is_real_day(std::string_view six) {
  const int month = number_of(six.substr(2, 2));
  int day = number_of(six.substr(4, 2));
  if (day > 60) day -= 60;  // a samordningsnummer
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// The piece of digits and hyphens that begins at `at`.
std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() &&
         (is_digit(text[end]) || ((text[end] == '-' || text[end] == '+') && end + 1 < text.size() &&
                                  is_digit(text[end + 1]) && end > at)))
    ++end;
  return text.substr(at, end - at);
}

/// `named`: the text says that it is one, so that even a mistyped one counts.
bool is_personal_number(std::string_view piece, bool named) {
  std::string digits;
  std::size_t hyphen = 0;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (is_digit(piece[i])) {
      digits += piece[i];
    } else if (hyphen == 0 && i + 5 == piece.size()) {
      hyphen = i;
    } else {
      return false;
    }
  }
  if (digits.size() == 12) {
    if (!digits.starts_with("19") && !digits.starts_with("20")) return false;
    digits = digits.substr(2);
  }
  if (digits.size() != 10 || !is_real_day(digits)) return false;
  // "19850101-1234" is nothing else, whatever its last digit.
  const bool whole = piece.size() == 13 && piece.starts_with("19") && hyphen > 0;
  return whole || (named && hyphen > 0) || has_right_check_digit(digits);
}

/// Offices write from addresses like these; a person's is another matter.
bool is_office(std::string_view local) {
  static constexpr std::array<std::string_view, 26> words{
      "registrator", "info",     "kontakt",     "imy",     "isam",       "dso",     "dataskydd",
      "namnd",       "nämnd",    "forvaltning", "kansli",  "support",    "service", "sakerhet",
      "incident",    "funktion", "reception",   "noreply", "post",       "kommun",  "stad",
      "helpdesk",    "cert",     "press",       "diariet", "servicedesk"};
  const std::string lower = lower_in_place(local);
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

std::optional<std::string> address_in(std::string_view text) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const auto inside = [](char c) { return is_plain(c) || c == '.' || c == '-' || c == '_' || c == '+'; };
    std::size_t begin = at;
    while (begin > 0 &&
           (inside(text[begin - 1]) || (static_cast<unsigned char>(text[begin - 1]) & 0x80U) != 0U))
      --begin;
    std::size_t end = at + 1;
    while (end < text.size() && inside(text[end])) ++end;
    while (end > at && !is_plain(text[end - 1])) --end;
    const std::string_view local = text.substr(begin, at - begin);
    const bool domain = text.substr(at, end - at).find('.') != std::string_view::npos;
    if (!local.empty() && domain && !is_office(local)) return std::string(text.substr(begin, end - begin));
  }
  return {};
}

/// "070-123 45 67", "+46 8 508 00 00": eight to twelve digits in groups, beginning with 0 or +46.
std::optional<std::string> telephone_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool national = text[at] == '0' && (at == 0 || (!is_plain(text[at - 1]) && text[at - 1] != '-' &&
                                                          text[at - 1] != '.' && text[at - 1] != ',' &&
                                                          text[at - 1] != ':' && text[at - 1] != '/'));
    const bool international = text.substr(at).starts_with("+46");
    if (!national && !international) continue;
    std::size_t digits = 0;
    std::size_t groups = 1;
    std::size_t end = at + (international ? 1 : 0);
    std::size_t last = end;
    for (; end < text.size(); ++end) {
      if (is_digit(text[end])) {
        ++digits;
        last = end + 1;
      } else if ((text[end] == ' ' || text[end] == '-') && end + 1 < text.size() && is_digit(text[end + 1])) {
        ++groups;
      } else {
        break;
      }
    }
    const std::string_view number = text.substr(at, last - at);
    const std::size_t area = number.find_first_of(" -");
    const bool grouped =
        groups >= 2 && (international || (area != std::string_view::npos && area >= 2 && area <= 4));
    const bool mobile = groups == 1 && digits == 10 && number.starts_with("07");
    if (digits >= 8 && digits <= 12 && (grouped || mobile)) return std::string(number);
    at = std::max(at, last > 0 ? last - 1 : at);
  }
  return {};
}

/// The words right before the numbers speak of a version or a section: "versionen är 10.2.4.1".
bool speaks_of_version(std::string_view before) {
  static constexpr std::array<std::string_view, 16> stems{
      "version",    "avsnitt",   "kapitel",     "punkt",    "krav",  "kontroll", "release",       "utgåva",
      "uppgradera", "uppdatera", "programvara", "firmware", "build", "patch",    "säkerhetslapp", "bilaga"};
  constexpr std::size_t near = 4;
  const std::string lower = lower_in_place(before.substr(before.find_last_of("\n!?") + 1));
  const std::vector<std::string_view> words = words_of(lower);
  for (std::size_t i = words.size() - std::min(near, words.size()); i < words.size(); ++i) {
    const auto begins = [&](std::string_view stem) { return words[i].starts_with(stem); };
    if (std::ranges::any_of(stems, begins) || words[i].ends_with("version") ||
        words[i].ends_with("versionen"))
      return true;
  }
  const std::string_view last = trim(std::string_view(lower));
  return last == "v." || last.ends_with(" v.") || last.ends_with("(v.");
}

/// Four numbers 0–255 with dots between; a number of a section ("1.3.1.1") has no part of two digits.
std::optional<std::string> ip_address_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && (is_plain(text[at - 1]) || text[at - 1] == '.'))) continue;
    std::size_t end = at;
    while (end < text.size() &&
           (is_digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1]))))
      ++end;
    const std::string_view piece = text.substr(at, end - at);
    const std::vector<std::string> parts = split(piece, '.');
    const bool four = parts.size() == 4 && (end == text.size() || !is_plain(text[end]));
    const bool bytes = four && std::ranges::all_of(parts, [](const std::string& part) {
                         return part.size() <= 3 && number_of(part) <= 255;
                       });
    const bool large = std::ranges::any_of(parts, [](const std::string& part) { return part.size() >= 2; });
    if (bytes && large && !speaks_of_version(text.substr(0, at))) return std::string(piece);
    at = end;
  }
  return {};
}

/// Groups of up to four hexadecimal digits with colons between, eight of them or with a gap: "2001:db8::1".
std::optional<std::string> ipv6_address_in(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdefABCDEF:";
  for (std::size_t at = text.find(':'); at != std::string_view::npos;) {
    std::size_t begin = at;
    while (begin > 0 && digits.find(text[begin - 1]) != std::string_view::npos) --begin;
    std::size_t end = at;
    while (end < text.size() && digits.find(text[end]) != std::string_view::npos) ++end;
    std::string_view piece = text.substr(begin, end - begin);
    if (piece.ends_with(':') && !piece.ends_with("::")) piece.remove_suffix(1);
    const bool alone =
        (begin == 0 || !is_plain(text[begin - 1])) && (end == text.size() || !is_plain(text[end]));
    const auto colons = std::ranges::count(piece, ':');
    const bool gap = piece.find("::") != std::string_view::npos && colons >= 3 && !piece.starts_with(':');
    if (alone && (gap || colons == 7)) return std::string(piece);
    at = text.find(':', end);
  }
  return {};
}

/// "srv-fil01", "SQL02.intern": a name that a server is given, with a number; or one in an inner domain.
bool is_host(std::string_view word) {
  if (word.find_first_of(".0123456789") == std::string_view::npos) return false;
  const std::string lower = lower_in_place(word);
  for (const std::string_view inner : {".local", ".lan", ".internal", ".intern", ".corp"}) {
    const std::size_t found = lower.find(inner);
    const std::size_t end = found + inner.size();
    if (found != std::string::npos && found > 1 && (end == lower.size() || lower[end] == '.')) return true;
  }
  static constexpr std::array<std::string_view, 13> kinds{
      "srv", "server", "sql", "dc", "vpn", "host", "fw", "web", "db", "fs", "filserver", "dns", "esx"};
  const std::string_view first = std::string_view(lower).substr(0, lower.find('.'));
  const std::size_t digit = first.find_first_of("0123456789");
  const bool numbered = digit != std::string_view::npos && digit > 0 && first.size() - digit >= 2;
  return numbered && std::ranges::any_of(kinds, [&](std::string_view kind) {
           if (!first.starts_with(kind)) return false;
           const char next = first[kind.size()];
           return next == '-' || next == '_' || is_digit(next);
         });
}

std::optional<std::string> host_in(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool inside = i < text.size() && (is_plain(text[i]) || text[i] == '-' || text[i] == '_' ||
                                            (text[i] == '.' && i + 1 < text.size() && is_plain(text[i + 1])));
    if (inside) continue;
    if (i > begin && is_host(text.substr(begin, i - begin)))
      return std::string(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return {};
}

/// "lösenord Hemligt!1": a word with letters of both kinds, or a mark, and a figure; no other word looks so.
std::optional<std::string> bare_password(std::string_view rest) {
  std::string_view value = rest.substr(0, rest.find_first_of(" \n,;"));
  while (!value.empty() && value.back() == '.') value.remove_suffix(1);
  const auto has = [&](const auto& kind) { return std::ranges::any_of(value, kind); };
  const bool figure = has(is_digit);
  const bool small = has([](char c) { return c >= 'a' && c <= 'z'; });
  const bool large = has([](char c) { return c >= 'A' && c <= 'Z'; });
  const bool mark = value.find_first_of("!#%&?$*") != std::string_view::npos;
  if (value.size() < 6 || !figure || !small || (!large && !mark)) return {};
  return std::string(value);
}

/// "lösenord: Sommar2025!", "lösenordet är hemligt1": what follows has a digit or a mark.
std::optional<std::string> password_in(std::string_view text) {
  const std::string lower = lower_in_place(text);
  for (const std::string_view word : {"lösenord", "password", "pwd", "pin-kod", "passord"}) {
    for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
      std::size_t end = at + word.size();
      while (end < lower.size() && is_word_byte(lower, end)) ++end;
      std::string_view rest = text.substr(end);
      const std::string_view trimmed = trim(rest);
      if (const auto bare = bare_password(trimmed)) return bare;
      const bool sign = trimmed.starts_with(':') || trimmed.starts_with('=');
      const bool is = trimmed.starts_with("är ");
      if (!sign && !is) continue;
      std::string_view value = trim(trimmed.substr(sign ? 1 : std::string_view("är ").size()));
      value = value.substr(0, value.find_first_of(" \n,;"));
      while (!value.empty() && value.back() == '.') value.remove_suffix(1);
      const bool marked = value.find_first_of("0123456789!#%&?$*") != std::string_view::npos;
      if (value.size() >= 4 && marked) return std::string(value);
    }
  }
  return {};
}

}  // namespace

std::optional<std::string> personal_number_in(std::string_view text) {
  const std::string lower = lower_in_place(text);
  const bool named =
      lower.find("personnummer") != std::string::npos || lower.find("född") != std::string::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const std::string_view piece = digits_at(text, at);
    const bool begins = at == 0 || (!is_plain(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != '/');
    if (begins && is_personal_number(piece, named)) return std::string(piece);
    at += piece.size();
  }
  return {};
}

std::vector<PersonalData> personal_data_in(std::string_view text) {
  std::vector<PersonalData> all;
  const auto look = [&](const char* code, const char* what, std::optional<std::string> found) {
    // One and the same piece is told once: as what it surely is.
    const auto told = [&](const PersonalData& one) { return one.text.find(*found) != std::string::npos; };
    if (found && std::ranges::none_of(all, told)) all.push_back({code, what, std::move(*found)});
  };
  if (text.find_first_of("0123456789") != std::string_view::npos) {
    look("TEXT-501", "ett personnummer", personal_number_in(text));
    look("TEXT-502", "ett telefonnummer", telephone_in(text));
    look("TEXT-503", "en ip-adress", ip_address_in(text));
    look("TEXT-503", "en ip-adress", ipv6_address_in(text));
    look("TEXT-503", "ett lösenord", password_in(text));
  }
  look("TEXT-502", "en persons e-postadress", address_in(text));
  look("TEXT-503", "namnet på en server", host_in(text));
  look("TEXT-504", "en persons namn", person_in(text));
  return all;
}

}  // namespace lg::domain
