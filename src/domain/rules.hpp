#pragma once

#include "base/problem.hpp"
#include "domain/links.hpp"
#include "domain/printed_texts.hpp"
#include "domain/review.hpp"
#include "domain/scales.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace lg::domain {

/// What a rule may look at.
struct RuleInput {
  const Review& review;
  const Links& links;
  const Scales& scales;
  const std::vector<PrintedText>& texts;
};

/// One rule of domain.md, part D.
struct Rule {
  std::string_view number;  // "R1"
  std::string_view codes;   // of the problems that it tells, separated by blanks
  std::string_view says;    // Swedish, one sentence
  // Null: not checked on the review but while reading (intake/) or on the finished documents (proof/).
  void (*check)(const RuleInput& input, Problems& problems);
  std::string_view always =
      {};  // why it cannot be switched off, as the rest of a sentence; empty when it can
};

[[nodiscard]] std::span<const Rule> rules();

/// Checks what only the whole review can tell; what a cell or sheet alone tells was told when it was read.
void check(const Review& review, Problems& problems);

}  // namespace lg::domain
