#pragma once

#include "app/fill.hpp"
#include "base/problem.hpp"
#include "support/document.hpp"

#include <string>

namespace lg::test {

/// What `mallkontroll --data` tells of a document's body, whole texts, of that code alone.
inline std::string told(const std::string& code, const std::string& body, const std::string& json = R"({
    "Nämnd": "förskolenämnden", "Rapportår": 2025, "Datum": "2025-10-14", "Slogan": null,
    "VoR": [{"Område": "x", "Not": null}, {"Område": "y", "Not": "n"}], "Incidenter": [{"Typ": "x"}]})") {
  Problems problems;
  app::check_template({"mall.docx", document(body).save()}, data(json), problems);
  std::string text;
  for (const Problem& problem : problems) {
    if (problem.code == code) text += to_text(problem);
  }
  return text;
}

}  // namespace lg::test
