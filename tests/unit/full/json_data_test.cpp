#include "full/json_data.hpp"

#include "base/problem.hpp"
#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using lg::test::filled;
using lg::test::paragraph;

TEST_CASE("any JSON is data: records within records, lists within lists, plain values in lists") {
  const std::string json = R"({"nämnd": {"namn": "A"}, "avdelningar": [
      {"namn": "X", "personal": [{"roll": "ISAM"}, {"roll": "DSO"}]}, {"namn": "Y", "personal": []}],
      "ord": ["ett", "två"]})";
  CHECK(filled(paragraph("{{nämnd.namn}}"), json) == "[] A\n");
  CHECK(filled(paragraph("{{för varje a i avdelningar}}{{a.namn}}:{{för varje p i a.personal}} "
                         "{{p.roll}}{{annars}} ingen"
                         "{{slut}} ({{a.personal.antal}}) {{slut}}"),
               json) == "[] X: ISAM DSO (2) Y: ingen (0) \n");
  CHECK(filled(paragraph("{{för varje o i ord}}{{o}} {{slut}}{{ord | lista värde, samt}}"), json) ==
        "[] ett två ett samt två\n");
}

TEST_CASE(
    "null, an empty text and a key that only some records have are blank, a key that none has is a fault") {
  const std::string json = R"({"a": null, "b": "", "L": [{"x": "1"}, {"y": "2"}]})";
  CHECK(filled(paragraph("|{{a}}{{b}}|"), json) == "[] ||\n");
  CHECK(filled(paragraph("{{för varje r i L}}{{r.x}}{{r.y}}{{slut}}"), json) == "[] 12\n");
  CHECK(filled(paragraph("{{för varje r i L}}{{r.z}}{{slut}}"), json).find("fel[M012]") == 0);
}

TEST_CASE("control characters of data never reach the document") {
  CHECK(filled(paragraph("{{a}}"), "{\"a\": \"x\\u000b\\u0002y\"}") == "[] x\ny\n");
}

TEST_CASE("what is no JSON object is refused") {
  try {
    lg::Problems problems;
    (void)lg::full::read_json("data.json", "[1, 2", problems);
    FAIL("läst");
  } catch (const lg::UnreadableFile& unreadable) {
    CHECK(lg::to_text(unreadable.problem()) ==
          "fel[FIL-050]: Filen är inte giltig JSON.\n  plats: data.json\n"
          "  tips: Rätta filen; den ska innehålla ett objekt, {\"Namn\": \"värde\"}.\n");
  }
}

TEST_CASE("FIL-053 and FIL-054: characters that are left out, and two keys that are one name") {
  lg::Problems problems;
  (void)lg::full::read_json("data.json", "{\"Riskvärde\": \"a\\u0002\", \"risk värde\": 1}", problems);
  CHECK(lg::test::text_of(problems) ==
        "varning[FIL-053]: Värdet ”Riskvärde” innehåller tecken som ett dokument inte kan ha; de har tagits "
        "bort.\n"
        "  plats: data.json\n  tips: Ta bort styrtecknen ur filen.\n"
        "fel[FIL-054]: Nycklarna ”Riskvärde” och ”risk värde” är samma namn i mallspråket.\n"
        "  plats: data.json\n  tips: Byt namn på den ena.\n");
}
