#pragma once

#include "app/named_file.hpp"

#include <memory>
#include <string>

namespace lg::app {

/// Page numbers for a finished .docx, by whoever can lay its pages out: while `needs_layout`, save the copy
/// again as .docx with such a program and give it back. The numbers themselves take room, so they count only
/// when a layout with them gives the same.
class PageNumbers {
 public:
  explicit PageNumbers(const NamedFile& document);
  PageNumbers(PageNumbers&&) noexcept;
  PageNumbers& operator=(PageNumbers&&) noexcept;
  ~PageNumbers();

  [[nodiscard]] bool needs_layout() const;
  [[nodiscard]] std::string copy_to_lay_out();
  void take(const std::string& laid_out);

  /// False when the layouts went on differing or did not tell all pages.
  [[nodiscard]] bool known() const;
  /// The document with its numbers.
  [[nodiscard]] std::string document();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lg::app
