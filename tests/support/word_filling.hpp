#pragma once

#include "opc/package.hpp"
#include "support/document.hpp"

#include <string>
#include <utility>
#include <vector>

/// What the tests of the hazards of WordprocessingML share: a document with other parts beside its body,
/// filled.
namespace lg::test {

inline const std::string word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

using Strings = std::vector<std::string>;

/// A document to fill: its body, and the parts that its main part has relationships to.
class WordTemplate {
 public:
  explicit WordTemplate(const std::string& body) : package_(document(body)) {}

  /// A part of that kind ("header", "settings"): its root element is `root`, with the names Word uses.
  WordTemplate& part(const std::string& kind, const std::string& root, const std::string& inner);
  /// A part of any name, type and bytes, with a relationship of the main part, or of the package ("/").
  WordTemplate& part_of(const std::string& source, const std::string& type, const std::string& name,
                        const std::string& bytes, const std::string& content_type);
  [[nodiscard]] opc::Package& package() { return package_; }

 private:
  opc::Package package_;
};

/// What came of a template: its parts, and the problems in words.
struct Filled {
  opc::Package package;
  std::string told;

  [[nodiscard]] std::string main() const { return package.bytes(package.main_part()); }
  [[nodiscard]] std::string part(const std::string& name) const { return package.bytes(opc::PartName(name)); }
};

[[nodiscard]] Filled fill(const opc::Package& package, const std::string& json);

/// The attribute's values in document order, of the elements of that name.
[[nodiscard]] Strings all(const std::string& xml, const std::string& element, const std::string& attribute);
/// The texts of the elements of that name.
[[nodiscard]] Strings texts(const std::string& xml, const std::string& element);
[[nodiscard]] std::size_t count(const std::string& text, const std::string& word);
/// What stands in w:body, without the section properties that end it.
[[nodiscard]] std::string body_of(const std::string& xml);

}  // namespace lg::test
