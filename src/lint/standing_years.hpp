#pragma once

#include "base/problem.hpp"
#include "lint/document.hpp"
#include "lint/names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lg::lint {

/// A year in a text that is neither a date's, a law's nor a standard's.
struct StandingYear {
  std::string year;        // "2025"
  bool of_report = false;  // the words around it say that it changes with the report: "2025 års VoR"
};

[[nodiscard]] std::vector<StandingYear> find_years(std::string_view text);

/// Gathers the years of a template's own text, to tell of each year once, with all its places (M051). Only a
/// year that somewhere is the report's, a plan's or a heading's is told of.
class StandingYears {
 public:
  explicit StandingYears(const Names& names) : names_(names) {}

  /// `prominent`: a heading, a title, a header or footer, a tab.
  void take(std::string_view text, const Location& where, bool prominent);
  void tell(Problems& problems) const;

 private:
  struct Place {
    StandingYear year;
    Location where;
  };
  [[nodiscard]] std::string remedy(const std::string& year) const;

  const Names& names_;
  std::vector<Place> places_;
};

void check_years(const Document& document, const Names& names, Problems& problems);

}  // namespace lg::lint
