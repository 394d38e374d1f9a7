#pragma once

#include "opc/part_name.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace lg::proof {

/// One rule that a package breaks, so that Word or Excel might refuse it, repair it or lose something of it.
/// Rules bear the names of tests/HAZARDS.md: P of packages, W of WordprocessingML, X of SpreadsheetML.
struct Breach {
  std::string rule;     // "W26"
  opc::PartName part;   // "/word/document.xml"
  std::string what;     // Swedish, goes on from "I delen …": "slutar en tabellcell inte med ett stycke"
  std::string subject;  // the id, name, cell or text it is about; may be empty
  pugi::xml_node node;  // where; null when it is no element. Valid while its ParsedPackage lives
};

/// What is told of one part.
class Breaches {
 public:
  explicit Breaches(opc::PartName part) : part_(std::move(part)) {}

  void add(const char* rule, pugi::xml_node node, std::string what, std::string subject = "") {
    found_.push_back({rule, part_, std::move(what), std::move(subject), node});
  }
  void check(bool kept, const char* rule, pugi::xml_node node, const char* what) {
    if (!kept) add(rule, node, what);
  }

  [[nodiscard]] const opc::PartName& part() const { return part_; }
  [[nodiscard]] const std::vector<Breach>& found() const { return found_; }

 private:
  opc::PartName part_;
  std::vector<Breach> found_;
};

}  // namespace lg::proof
