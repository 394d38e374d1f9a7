#include "merge/docx_object_writer.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lg::merge {
namespace {

/// A length in points, as VML writes it.
std::string points_text(double points) {
  constexpr double hundredths = 100;
  return number_text(std::round(points * hundredths) / hundredths, '.') + "pt";
}

/// An attribute has no line breaks.
std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  return std::string(trim(text));
}

}  // namespace

Box fitted(double width, double height, const PictureFormat& format) {
  const double scale = std::min(width / format.width, height / format.height);
  return {std::max(1.0, std::round(format.width * scale)), std::max(1.0, std::round(format.height * scale))};
}

StoryObjects::StoryObjects(const DocxObjects& objects, opc::PartName story, opc::Relationships& relationships,
                           ObjectParts& parts, Scope& scope, const std::vector<Tag>& tags)
    : objects_(objects),
      story_(std::move(story)),
      relationships_(relationships),
      parts_(parts),
      scope_(scope),
      tags_(tags) {}

bool StoryObjects::open(int number) {
  const DocxObject& object = objects_.objects[static_cast<std::size_t>(number)];
  if (object.chart != nullptr) {
    open_chart(object);
    return true;
  }
  return open_picture(object);
}

void StoryObjects::close() {
  open_.pop_back();
}

bool StoryObjects::open_picture(const DocxObject& object) {
  bool blank = false;
  const Tag& own = tag(object.tag);
  const Picture* picture = scope_.picture(own, blank);
  if (blank) return false;
  Shown shown{object.id, object.width, object.height, "", "", false, false};
  const auto format = picture == nullptr ? std::nullopt : read_picture_format(picture->bytes);
  if (!format) {  // told; a draft keeps the placeholder and says what is missing
    shown.missing = true;
    shown.text = "⟦saknas: bild " + own.name + "⟧";
    open_.push_back(std::move(shown));
    return true;
  }
  const Box box = fitted(object.width, object.height, *format);
  shown.width = box.width;
  shown.height = box.height;
  shown.text = picture->text.empty() ? readable_name(picture->name) : picture->text;
  shown.id = relationship_to(parts_.picture(*picture, *format, story_), "image");
  open_.push_back(std::move(shown));
  return true;
}

void StoryObjects::open_chart(const DocxObject& object) {
  const ChartTemplate& chart = *object.chart;
  const sml::ChartTable figures = chart.figures(tag(object.tag), scope_);
  const opc::PartName part = parts_.chart(chart.part());
  chart.write(parts_.package(), part, figures);
  Shown shown{object.id, 0, 0, "", chart.words(figures), false, figures.values.size() > 1};
  if (part != chart.part()) shown.id = relationship_to(part, "chart");
  open_.push_back(std::move(shown));
}

std::string StoryObjects::relationship_to(const opc::PartName& part, std::string_view kind) {
  std::string& id = ids_[part.key()];
  if (id.empty()) {
    id = relationships_.add(std::string(office_relationships).append(kind), part.text(), false);
    changed_ = true;
  }
  return id;
}

std::string StoryObjects::spoken(const std::string& own) const {
  const Shown& shown = open_.back();
  if (shown.missing) return shown.text;
  if (!shown.figures.empty()) return with_figures(own, shown.figures, shown.several);
  const std::string_view text = trim(own);
  return text.empty() ? shown.text : std::string(text);
}

std::optional<std::string> StoryObjects::attribute(ObjectField field, std::size_t number) {
  const bool within = !open_.empty();
  switch (field) {
    case ObjectField::text: {
      const AltText& text = objects_.texts[number];
      const std::string own = one_line(clean(render_text(text.text, tags_, scope_)).text);
      if (within && text.object >= 0 && text.spoken) return spoken(own);
      if (own.empty() && text.object >= 0) return {};
      return own;
    }
    case ObjectField::width: return number_text(open_.back().width, '.');
    case ObjectField::height: return number_text(open_.back().height, '.');
    case ObjectField::picture: return open_.back().id;
    case ObjectField::style:
      return objects_.objects[number].style + "width:" + points_text(open_.back().width) +
             ";height:" + points_text(open_.back().height);
  }
  return {};
}

bool StoryObjects::finish(const std::string& xml) {
  for (const DocxObject& object : objects_.objects) {
    for (const std::string& id : object.ids) {
      const opc::Relationship* one = relationships_.find(id);
      if (one == nullptr || xml.find("\"" + id + "\"") != std::string::npos) continue;
      if (!one->external) parts_.lost(story_.resolve(one->target));
      relationships_.remove(std::string(id));
      changed_ = true;
    }
  }
  return changed_;
}

}  // namespace lg::merge
