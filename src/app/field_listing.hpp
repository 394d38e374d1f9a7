#pragma once

#include "base/value.hpp"

#include <string>
#include <vector>

namespace lg::app {

/// One name of the contract, as a template's author wants to see it.
struct ListedField {
  std::string list;   // "" for a single value
  std::string name;   // "Oönskad händelse"
  std::string tag;    // "{{rad.Oönskad händelse}}", ready to copy
  std::string kind;   // "text", "tal", "ja/nej", "datum", "lista"
  std::string help;   // Swedish, one line; may be empty
  std::string value;  // today's value, or the first row's; empty without data
};

/// Every single value, list and field that a template can name.
[[nodiscard]] std::vector<ListedField> list_fields(const Dataset& data);

/// The same as a table in Markdown, for the template author's guide.
[[nodiscard]] std::string fields_as_markdown(const std::vector<ListedField>& fields);

}  // namespace lg::app
