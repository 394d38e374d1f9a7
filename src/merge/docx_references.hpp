#pragma once

#include "wml/story_index.hpp"

#include <string>
#include <vector>

namespace lg::merge {

/// A field that names a bookmark which did not come into the document.
struct LostReference {
  std::string code;       // "REF _Ref123"
  std::string paragraph;  // the text around
};

/// Gives the fields of a story that refer to something in the finished document their results: REF and
/// NOTEREF (ECMA-376 Part 1, 17.16.5.50 and .41), STYLEREF (17.16.5.59). `main` is the main story, which the
/// others refer to; it may be `story` itself. What cannot be known here keeps the result it has.
class ReferenceResults {
 public:
  ReferenceResults(wml::StoryIndex& story, const wml::StoryIndex& main, const wml::Styles& styles)
      : story_(story), main_(main), styles_(styles) {}

  /// True when a result changed.
  bool refresh();
  [[nodiscard]] const std::vector<LostReference>& lost() const { return lost_; }

 private:
  /// A bookmark and the story that it stands in.
  struct Target {
    const wml::StoryIndex* story = nullptr;
    const wml::StoryBookmark* bookmark = nullptr;
  };

  [[nodiscard]] Target find(const std::string& name) const;
  [[nodiscard]] std::optional<std::string> result(const wml::StoryField& field);
  [[nodiscard]] std::optional<std::string> reference(const wml::StoryField& field,
                                                     const Target& target) const;
  [[nodiscard]] static std::optional<std::string> note(const Target& target);
  [[nodiscard]] std::optional<std::string> style_text(const wml::StoryField& field) const;
  [[nodiscard]] std::string number(const wml::StoryField& field, const wml::StoryParagraph& of) const;
  void tell(const wml::StoryField& field, const std::string& name);

  wml::StoryIndex& story_;
  const wml::StoryIndex& main_;
  const wml::Styles& styles_;
  std::vector<LostReference> lost_;
};

}  // namespace lg::merge
