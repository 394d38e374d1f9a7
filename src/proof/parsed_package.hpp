#pragma once

#include "opc/package.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lg::proof {

/// A package with every XML part of it parsed: what the rules look at.
class ParsedPackage {
 public:
  /// Inflates every part and parses every one that is XML.
  [[nodiscard]] static ParsedPackage read(opc::Package package);

  [[nodiscard]] const opc::Package& package() const { return package_; }
  /// The root element of an XML part; null for any other part.
  [[nodiscard]] pugi::xml_node root(const opc::PartName& name) const;
  /// The parts that cannot be inflated or are no XML, though they ought to be.
  [[nodiscard]] const std::vector<opc::PartName>& unreadable() const { return unreadable_; }
  /// The first part that `source` names by a relationship of that kind; null when there is none.
  [[nodiscard]] pugi::xml_node related_root(const opc::PartName& source, std::string_view kind) const;

 private:
  explicit ParsedPackage(opc::Package package) : package_(std::move(package)) {}
  [[nodiscard]] const std::string* inflated(const opc::PartName& name);

  opc::Package package_;
  std::map<opc::PartName, pugi::xml_document> trees_;
  std::vector<opc::PartName> unreadable_;
};

}  // namespace lg::proof
