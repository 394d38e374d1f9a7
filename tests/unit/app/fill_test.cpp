// A template filled in by the whole of the core: parsed, rendered, proven.
#include "app/fill.hpp"

#include "support/document.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace lg;
using test::document;
using test::paragraph;

namespace {

const std::string tracked = "<w:p><w:ins w:id='1' w:author='Anna'><w:r><w:t>nytt</w:t></w:r></w:ins></w:p>";

}  // namespace

TEST_CASE("M030: a file without tags is handed out as it came, with a warning") {
  Problems problems;
  const std::string bytes = document(tracked).save();
  CHECK(app::fill({"mall.docx", bytes}, test::data("{}"), problems) == bytes);
  CHECK(test::text_of(problems) ==
        "varning[M030]: Mallen innehåller spårade ändringar.\n  plats: mall.docx › stycke 1 › ”nytt”\n"
        "  tips: Godkänn eller avvisa alla ändringar på fliken Granska i Word och spara mallen.\n");
}

TEST_CASE("M030: a file with tags is not filled in") {
  Problems problems;
  const std::string bytes = document(tracked + paragraph("{{a}}")).save();
  CHECK(!app::fill({"mall.docx", bytes}, test::data(R"({"a": "x"})"), problems));
  CHECK(test::text_of(problems).starts_with("fel[M030]: Mallen innehåller spårade ändringar.\n"));
}
