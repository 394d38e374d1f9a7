#pragma once

#include "base/picture.hpp"
#include "merge/picture_format.hpp"
#include "opc/package.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace lg::merge {

inline constexpr std::string_view office_relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// "/word/charts/chart7.xml" of "/word/charts/chart1.xml": the first number that no part has.
[[nodiscard]] opc::PartName free_name(const opc::PartName& like, const opc::Package& package);

/// The parts that pictures and charts bring into a package, and those they leave without use.
class ObjectParts {
 public:
  explicit ObjectParts(opc::Package& package) : package_(package) {}

  [[nodiscard]] opc::Package& package() { return package_; }

  /// The part of a picture: one, however often it is shown. `like` is a part beside which it may lie.
  [[nodiscard]] opc::PartName picture(const Picture& picture, const PictureFormat& format,
                                      const opc::PartName& like);
  /// A chart's part and those that belong to it: the template's own for the first use, copies for the others.
  [[nodiscard]] opc::PartName chart(const opc::PartName& part);

  /// A part that lost a relationship: it goes when no other part has one to it.
  void lost(const opc::PartName& part) { lost_.insert(part); }
  void remove_unused();

 private:
  [[nodiscard]] opc::PartName copy(const opc::PartName& part);
  [[nodiscard]] bool is_used(const opc::PartName& part) const;

  opc::Package& package_;
  std::map<const Picture*, opc::PartName> pictures_;
  std::set<opc::PartName> taken_;  // charts whose own part is in use
  std::set<opc::PartName> lost_;
};

}  // namespace lg::merge
