#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"
#include "desk/material.hpp"

#include <optional>

namespace lg::desk {

/// What is to be said of a template, against the chosen folder's data, else against the standard workbooks.
struct TemplateCheck {
  Problems problems;
  bool usable = false;                 // it has no errors, and tags to fill
  std::optional<app::NamedFile> copy;  // with a comment at each place
};

[[nodiscard]] TemplateCheck check_template(const app::NamedFile& file, const Material& material);

}  // namespace lg::desk
