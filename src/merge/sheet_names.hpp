#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lg::merge {

/// Names of tabs that Excel accepts: at most 31 characters, none of : \ / ? * [ ], no apostrophe at either
/// end, not "History", no two alike but for case.
class SheetNames {
 public:
  /// Sets a name aside that is taken already.
  void take(std::string_view name);
  /// The name itself where it may be used, else the nearest one that may; it is taken from now on.
  [[nodiscard]] std::string make(std::string_view wanted);

 private:
  [[nodiscard]] bool is_taken(const std::string& name) const;
  std::vector<std::string> taken_;  // in lower case
};

}  // namespace lg::merge
