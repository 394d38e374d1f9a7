#include "web/content_type.hpp"

#include <catch2/catch.hpp>

using lg::web::attachment;
using lg::web::content_type;

TEST_CASE("a download keeps its name in every browser") {
  CHECK(attachment("Plan 2025–2027 Förskolenämnden.xlsx") ==
        "attachment; filename=\"Plan 2025_2027 F_rskolen_mnden.xlsx\"; "
        "filename*=UTF-8''Plan%202025%E2%80%932027%20F%C3%B6rskolen%C3%A4mnden.xlsx");
}

TEST_CASE("a name cannot end its header") {
  CHECK(attachment("a\"b\\c\r\nSet-Cookie: x.docx") ==
        "attachment; filename=\"a_b_c__Set-Cookie: x.docx\"; "
        "filename*=UTF-8''a%22b%5Cc%0D%0ASet-Cookie%3A%20x.docx");
}

TEST_CASE("documents have their media types, anything else none that a browser opens") {
  CHECK(content_type("a.docx") == "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  CHECK(content_type("a.xlsx") == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  CHECK(content_type("a.html") == "text/html; charset=utf-8");
  CHECK(content_type("a.svg") == "application/octet-stream");
}
