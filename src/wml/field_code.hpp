#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::wml {

/// The code of a field, " PAGEREF _Ref12 \h ", in words (ECMA-376 Part 1, 17.16.2).
class FieldCode {
 public:
  FieldCode() = default;
  explicit FieldCode(std::string_view code);

  /// The first word in lower case: "pageref"; "" for an empty code.
  [[nodiscard]] const std::string& kind() const { return kind_; }
  /// The words behind it before the first switch: the bookmark, the sequence, the property.
  [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }
  /// The first of them; "" when there is none.
  [[nodiscard]] std::string argument() const { return arguments_.empty() ? "" : arguments_.front(); }
  /// True when the code has \x, whatever its case.
  [[nodiscard]] bool has(char letter) const;
  /// The word behind \x; "" when a switch or nothing follows.
  [[nodiscard]] std::string value(char letter) const;
  /// What \* says of the result's form, in the order and the case it is written: "ROMAN", "MERGEFORMAT".
  [[nodiscard]] std::vector<std::string> formats() const;

 private:
  struct Word {
    std::string text;
    bool quoted = false;
  };
  [[nodiscard]] bool is_switch(std::size_t place) const;
  [[nodiscard]] bool is_switch(std::size_t place, char letter) const;
  [[nodiscard]] std::string behind(std::size_t place) const;

  std::string kind_;
  std::vector<std::string> arguments_;
  std::vector<Word> words_;
};

}  // namespace lg::wml
