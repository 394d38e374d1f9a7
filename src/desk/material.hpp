#pragma once

#include "app/named_file.hpp"
#include "base/picture.hpp"
#include "base/problem.hpp"

#include <string>
#include <vector>

namespace lg::desk {

/// Everything that documents are made of, as bytes: what the page's host hands to the core.
struct Material {
  std::string folder;  // its name; empty: none is chosen
  std::vector<app::NamedFile> workbooks;
  Pictures pictures;
  app::NamedFile report_template;
  app::NamedFile plan_template;
  bool own_report_template = false;
  bool own_plan_template = false;
  Problems reading;  // of what could not be read
};

}  // namespace lg::desk
