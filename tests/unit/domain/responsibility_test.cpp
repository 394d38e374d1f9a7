#include "domain/responsibility.hpp"

#include <catch2/catch.hpp>

#include <vector>

using lg::domain::responsibility_sentence;

TEST_CASE("the sentence says who answers for what") {
  CHECK(responsibility_sentence("ISAM", "Genomförs", {}) == "ISAM ansvarar för att aktiviteten genomförs.");
  CHECK(responsibility_sentence("ISAM", "Initieras", {}) == "ISAM ansvarar för att aktiviteten initieras.");
  CHECK(responsibility_sentence("ISAM", "initieras och genomförs", {}) ==
        "ISAM ansvarar för att aktiviteten initieras och genomförs.");
  CHECK(responsibility_sentence("ISAM", "Översyn och uppdatering", {}, true) ==
        "ISAM ansvarar för översyn och uppdatering.");
}

TEST_CASE("support and several activities are said in the same sentence") {
  const std::vector<std::string> support{"DSO", "Systemägare"};
  CHECK(responsibility_sentence("ISAM", "Initieras", support, true) ==
        "ISAM ansvarar för att aktiviteterna initieras med stöd av DSO samt Systemägare.");
}

TEST_CASE("without an owner or a known kind there is no sentence") {
  CHECK(responsibility_sentence(" ", "Initieras", {}).empty());
  CHECK(responsibility_sentence("ISAM", "Beställs", {}).empty());
}
