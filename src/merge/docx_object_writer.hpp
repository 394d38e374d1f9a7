#pragma once

#include "merge/docx_objects.hpp"
#include "merge/object_parts.hpp"
#include "merge/scope.hpp"
#include "opc/relationships.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lg::merge {

struct Box {
  double width = 0;
  double height = 0;
};

/// The largest size of the picture within the box that keeps its proportions, in the box's unit.
[[nodiscard]] Box fitted(double width, double height, const PictureFormat& format);

/// Gives the pictures, charts and alternative texts of one story while it is written.
class StoryObjects {
 public:
  StoryObjects(const DocxObjects& objects, opc::PartName story, opc::Relationships& relationships,
               ObjectParts& parts, Scope& scope, const std::vector<Tag>& tags);

  /// Finds what the object shows where it stands now; false when it shows nothing and goes.
  bool open(int object);
  void close();
  /// The value of an attribute; nothing when it is left out.
  [[nodiscard]] std::optional<std::string> attribute(ObjectField field, std::size_t number);

  /// Takes away the relationships that the story's XML does not use any more. True when there are others than
  /// in the template.
  bool finish(const std::string& xml);

 private:
  /// What stands in the place of a placeholder.
  struct Shown {
    std::string id;
    double width = 0;
    double height = 0;
    std::string text;     // alternative text where the template has none
    std::string figures;  // of a chart, in words
    bool missing = false;
    bool several = false;  // series
  };

  bool open_picture(const DocxObject& object);
  void open_chart(const DocxObject& object);
  [[nodiscard]] std::string relationship_to(const opc::PartName& part, std::string_view kind);
  [[nodiscard]] std::string spoken(const std::string& own) const;
  [[nodiscard]] const Tag& tag(int number) const { return tags_[static_cast<std::size_t>(number)]; }

  const DocxObjects& objects_;
  opc::PartName story_;
  opc::Relationships& relationships_;
  ObjectParts& parts_;
  Scope& scope_;
  const std::vector<Tag>& tags_;
  std::vector<Shown> open_;
  std::map<std::string, std::string> ids_;  // of the relationships added here, by part
  bool changed_ = false;
};

}  // namespace lg::merge
