#pragma once

#include "base/problem.hpp"
#include "lint/document.hpp"
#include "lint/names.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lg::lint {

/// A tag written as another template engine has it, or with the wrong braces.
struct ForeignTag {
  std::size_t begin = 0;  // in the text
  std::size_t end = 0;
  std::string written;  // "{% for r in risker %}"
  std::string remedy;   // "Skriv {{för varje r i VoR}} här och {{slut}} där upprepningen slutar."
  bool certain = true;  // nothing but a tag looks like that
};

/// The foreign tags of one paragraph or cell (M050). `text` is what without_tags() left.
[[nodiscard]] std::vector<ForeignTag> find_foreign_tags(std::string_view text, const Names& names);

/// A text without tags of any language, a sign in the place of each byte.
[[nodiscard]] std::string without_foreign_tags(std::string_view text, const Names& names);

/// Tells of them, and of Word's own merge fields.
void check_foreign_tags(const Document& document, const Names& names, Problems& problems);

/// Tells of those in one text.
void tell_foreign_tags(std::string_view text, const Location& where, const Names& names, Problems& problems);

}  // namespace lg::lint
