#include "domain/personal_data.hpp"
#include "domain/printed_texts.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace lg::domain {
namespace {

/// First names that many in Sweden bear; none of them is another word at the beginning of a sentence.
constexpr std::array<std::string_view, 220> first_names{
    "Adam",    "Agnes",     "Agneta",     "Ahmed",     "Albin",     "Alexander", "Alexandra", "Ali",
    "Alice",   "Alva",      "Amanda",     "Amir",      "Anders",    "Andreas",   "Anette",    "Angelica",
    "Anita",   "Ann",       "Anna",       "Annelie",   "Annika",    "Anton",     "Arne",      "Astrid",
    "Axel",    "Barbro",    "Bengt",      "Benjamin",  "Berit",     "Bertil",    "Birgitta",  "Björn",
    "Bo",      "Britt",     "Camilla",    "Carina",    "Carl",      "Carolina",  "Caroline",  "Catharina",
    "Cecilia", "Charlotte", "Christer",   "Christian", "Christina", "Clara",     "Daniel",    "David",
    "Dennis",  "Ebba",      "Elias",      "Elin",      "Elina",     "Elisabeth", "Ella",      "Ellen",
    "Elsa",    "Emelie",    "Emil",       "Emilia",    "Emma",      "Erik",      "Eva",       "Evelina",
    "Ewa",     "Fatima",    "Felicia",    "Filip",     "Fredrik",   "Freja",     "Frida",     "Gabriel",
    "Gunilla", "Gunnar",    "Gustav",     "Göran",     "Hampus",    "Hanna",     "Hans",      "Hassan",
    "Helen",   "Helena",    "Helene",     "Henrik",    "Hugo",      "Håkan",     "Ida",       "Inga",
    "Ingela",  "Ingrid",    "Irene",      "Jakob",     "Jan",       "Jenny",     "Jens",      "Jesper",
    "Jessica", "Joakim",    "Johan",      "Johanna",   "Johannes",  "Jonas",     "Jonathan",  "Josefin",
    "Julia",   "Jörgen",    "Karin",      "Karl",      "Katarina",  "Kenneth",   "Kerstin",   "Kjell",
    "Klara",   "Kristina",  "Kristoffer", "Kurt",      "Laila",     "Lars",      "Leif",      "Leila",
    "Lena",    "Lennart",   "Lina",       "Linda",     "Linnéa",    "Linus",     "Lisa",      "Louise",
    "Lovisa",  "Lucas",     "Ludvig",     "Lukas",     "Madeleine", "Magnus",    "Maja",      "Malin",
    "Marcus",  "Margareta", "Margaretha", "Maria",     "Marie",     "Markus",    "Martin",    "Mats",
    "Mattias", "Mia",       "Mikael",     "Moa",       "Mohamed",   "Mona",      "Monica",    "Nicklas",
    "Niclas",  "Niklas",    "Nils",       "Nina",      "Noah",      "Nora",      "Ola",       "Olle",
    "Olof",    "Omar",      "Oscar",      "Oskar",     "Otto",      "Patrik",    "Per",       "Pernilla",
    "Peter",   "Petra",     "Petter",     "Pia",       "Pontus",    "Ragnar",    "Rasmus",    "Rebecca",
    "Rebecka", "Richard",   "Rickard",    "Robert",    "Roger",     "Roland",    "Rolf",      "Ronja",
    "Sandra",  "Sara",      "Sebastian",  "Simon",     "Sofia",     "Sofie",     "Solveig",   "Staffan",
    "Stefan",  "Stig",      "Stina",      "Susanne",   "Sven",      "Terese",    "Therese",   "Thomas",
    "Tina",    "Tobias",    "Tomas",      "Tommy",     "Torbjörn",  "Tove",      "Ulf",       "Ulla",
    "Ulrika",  "Victor",    "Victoria",   "Viktor",    "Viktoria",  "William",   "Wilma",     "Ylva",
    "Yvonne",  "Åke",       "Åsa",        "Örjan"};

/// Titles that a name may follow, in their common forms.
constexpr std::array<std::string_view, 22> titles{
    "chef",           "chefen",           "enhetschef",       "enhetschefen",
    "avdelningschef", "avdelningschefen", "förvaltningschef", "förvaltningschefen",
    "rektor",         "rektorn",          "handläggare",      "handläggaren",
    "samordnare",     "samordnaren",      "direktör",         "direktören",
    "systemägare",    "systemägaren",     "ordförande",       "ordföranden",
    "jurist",         "juristen"};

static_assert(std::ranges::is_sorted(first_names));

bool is_capital(std::string_view word) {
  const bool maybe = (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) == 0xC3U;
  if (!maybe) return false;
  const std::string lower = lower_in_place(word);
  if (word.size() < 2 || lower == word) return false;
  // "Anna", not "ISAM" or "McK": the rest is small.
  const std::size_t first = (static_cast<unsigned char>(word[0]) & 0x80U) != 0U ? 2 : 1;
  if (word.substr(0, first) == std::string_view(lower).substr(0, first)) return false;
  const std::size_t hyphen = word.find('-');
  const std::string_view rest =
      word.substr(first, hyphen == std::string_view::npos ? hyphen : hyphen - first);
  return !rest.empty() && rest == std::string_view(lower).substr(first, rest.size()) &&
         word.find_first_of("0123456789:/") == std::string_view::npos;
}

bool is_first_name(std::string_view word) {
  const std::string_view first = word.substr(0, word.find('-'));
  return std::ranges::binary_search(first_names, first);
}

bool has_surname_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 16> endings{
      "sson", "sen",  "berg", "ström",  "lund", "gren", "qvist", "kvist",
      "dahl", "mark", "man",  "strand", "lind", "borg", "blom",  "holm"};
  return word.size() >= 5 &&
         std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

/// A place, school or the like that bears a person's name: "Gustav Adolfs torg", "Karin Boyes gata".
bool is_place(std::string_view word) {
  static constexpr std::array<std::string_view, 42> endings{
      "gata",  "gatan",  "skola",  "skolan",  "skolor",    "väg",       "vägen",  "torg",    "torget",
      "kyrka", "kyrkan", "park",   "parken",  "plats",     "platsen",   "gård",   "gården",  "gränd",
      "backe", "allé",   "bro",    "bron",    "hamn",      "hamnen",    "kaj",    "kajen",   "plan",
      "sal",   "salen",  "museum", "museet",  "gymnasium", "gymnasiet", "teater", "teatern", "församling",
      "hus",   "hem",    "trappa", "terrass", "stiftelse", "stiftelsen"};
  const std::string lower = lower_in_place(word);
  return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// A firm's form: "Björn Borg AB" is nobody.
bool is_firm(std::string_view word) {
  return word == "AB" || word == "HB" || word == "KB" || word == "Aktiebolag";
}

/// A first name that is another word as well: alone it says nothing.
bool is_doubtful(std::string_view first) {
  return first == "Per" || first == "Bo" || first == "Jan" || first == "Inga" || first == "Hans";
}

/// Only a blank stands between the two words.
bool touching(std::string_view first, std::string_view second) {
  const char* end = first.data() + first.size();
  return second.data() == end + 1 && *end == ' ';
}

bool is_title(std::string_view word) {
  const std::string lower = lower_in_place(word);
  return std::ranges::find(titles, lower) != titles.end() || lower.ends_with("samordnaren") ||
         lower.ends_with("ombudet") || lower.ends_with("chefen") || word == "ISAM" || word == "DSO";
}

}  // namespace

std::optional<std::string> person_in(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view first = words[i];
    const std::string_view last = words[i + 1];
    if (!is_capital(first) || !is_capital(last) || !touching(first, last)) continue;
    const bool titled = i > 0 && is_title(words[i - 1]) && touching(words[i - 1], first);
    // "chefen Stockholms Stad": a genitive is no first name, unless it is one that is known.
    const bool name = is_first_name(first);
    const bool surname = has_surname_ending(last);
    const std::string_view next =
        i + 2 < words.size() && touching(last, words[i + 2]) ? words[i + 2] : std::string_view();
    if (is_place(last) || is_place(next) || is_firm(next)) continue;
    if ((name && (titled || surname || !is_doubtful(first))) || (titled && !first.ends_with('s') && surname))
      return std::string(first) + " " + std::string(last);
  }
  return {};
}

}  // namespace lg::domain
