#pragma once

#include "domain/review.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lg::domain {

/// A text of the workbooks that the documents print, for the rules that read language.
struct PrintedText {
  enum class Kind : std::uint8_t {
    heading,  // no sentence
    prose,    // whole sentences
    note,     // sentences or a few words
  };

  Kind kind = Kind::prose;
  std::string_view list;    // "Textblock"
  std::string_view column;  // "Text"
  const Row* row = nullptr;
  const Value* value = nullptr;
  std::string_view text;  // as written; the value's own
  std::string lower;      // in lower case, byte for byte as long as the text
  bool masked = false;    // the row is marked Maskas or Utelämnas, and this is not its open text

  /// The same piece of `lower` as `piece` is of `text`.
  [[nodiscard]] std::string_view lower_of(std::string_view piece) const {
    return std::string_view(lower).substr(static_cast<std::size_t>(piece.data() - text.data()), piece.size());
  }
};

/// Every printed text that is not blank, in the order of the lists and their rows. The review must outlive
/// it.
[[nodiscard]] std::vector<PrintedText> printed_texts(const Review& review);

/// ASCII and Latin-1 letters in lower case; every character keeps its bytes' place.
[[nodiscard]] std::string lower_in_place(std::string_view text);

}  // namespace lg::domain
