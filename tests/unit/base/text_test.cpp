#include "base/text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace lg;

TEST_CASE("names are equal whatever their case, blanks, dashes, punctuation and composition") {
  CHECK(fold("Planperiod, första år") == fold("planperiod  FÖRSTA år"));
  CHECK(fold("Aktivitets-ID") == fold("aktivitets\u2011id *"));
  CHECK(fold("Fo\u0308rvaltning") == fold("Förvaltning"));
  CHECK(fold("Kostnad (tkr)") == fold("kostnad tkr"));
  CHECK(fold("Område") != fold("Omrade"));
}

TEST_CASE("Swedish order puts å ä ö last and numbers by their value") {
  std::vector<std::string> words = {"Öppet",  "zon",   "Ärende",    "V25-10",
                                    "Åtgärd", "V25-2", "Aktivitet", "exempel"};
  std::ranges::sort(words, {}, [](const std::string& word) { return swedish_sort_key(word); });
  CHECK(words == std::vector<std::string>{"Aktivitet", "exempel", "V25-2", "V25-10", "zon", "Åtgärd",
                                          "Ärende", "Öppet"});
}

TEST_CASE("text is cleaned to what XML can hold, and line breaks become one kind") {
  const CleanText cleaned = clean(
      "a\r\nb\rc\vd\x02"
      "e\xFF");
  CHECK(cleaned.text == "a\nb\nc\nde\uFFFD");
  CHECK(cleaned.changed);
  CHECK_FALSE(clean("å & < \t\n").changed);
}

TEST_CASE("the nearest name is found through slips, and none for a word that is far from all") {
  const std::vector<std::string> names = {"Sannolikhet", "Konsekvens", "Riskvärde"};
  CHECK(nearest("Sanolikhet", names) == "Sannolikhet");
  CHECK(nearest("riskvarde", names) == "Riskvärde");
  CHECK(nearest("Knosekvens", names) == "Konsekvens");
  CHECK_FALSE(nearest("Handläggare", names));
}

TEST_CASE("an excerpt is one line, ends at a word and is marked as cut") {
  CHECK(excerpt("Kort\ntext") == "Kort text");
  CHECK(excerpt("Medarbetare har behörighet till information", 30) == "Medarbetare har behörighet…");
}

TEST_CASE("numbers are read with comma or dot and written with their shortest digits") {
  CHECK(parse_number("1 234,5") == 1234.5);
  CHECK(parse_number("\u22123") == -3.0);
  CHECK_FALSE(parse_number("12 st"));
  CHECK_FALSE(parse_number(""));
  CHECK(number_text(0.1) == "0,1");
  CHECK(number_text(12) == "12");
  CHECK(number_text(1234567.25, '.') == "1234567.25");
}

TEST_CASE("words are joined the Swedish way") {
  CHECK(join(std::vector<std::string>{"a"}, "samt") == "a");
  CHECK(join(std::vector<std::string>{"a", "b", "c"}, "samt") == "a, b samt c");
}
