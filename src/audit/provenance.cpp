#include "audit/provenance.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "wml/numbering.hpp"
#include "wml/story_index.hpp"
#include "wml/styles.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace lg::audit {

std::string cells_text(const std::vector<sml::CellRef>& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size();) {
    // Along the row, or else down the column.
    const auto run_end = [&](int down, int right) {
      std::size_t end = i + 1;
      while (end < cells.size() && cells[end].row == cells[end - 1].row + down &&
             cells[end].column == cells[end - 1].column + right)
        ++end;
      return end;
    };
    const std::size_t end = std::max(run_end(0, 1), run_end(1, 0));
    text += (text.empty() ? "" : ", ") + sml::CellRange{cells[i], cells[end - 1]}.text();
    i = end;
  }
  return text;
}

namespace {

/// A story of a document, open with its numbers and texts.
struct OpenStory {
  pugi::xml_document part;
  wml::Styles styles;
  wml::StoryIndex index;

  OpenStory(const opc::Package& package, const opc::PartName& name)
      : part(opc::parse_xml(package.bytes(name), package.file_name(), name.text())),
        styles(wml::Styles::read(package, package.main_part())),
        index(part.document_element(), styles, wml::NumberingCounter::read(package, package.main_part())) {}
};

std::vector<opc::PartName> stories_of(const opc::Package& package) {
  std::vector<opc::PartName> parts = {package.main_part()};
  for (const std::string_view kind : {"header", "footer", "footnotes", "endnotes"}) {
    for (const opc::PartName& part : package.related(package.main_part(), kind)) {
      if (package.has(part) && std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
    }
  }
  return parts;
}

/// What a reader calls a part beside the text itself.
std::string story_name(const std::string& part) {
  const std::string place = to_text(ParagraphLocation{"", part, "", ""});
  return place;
}

/// The cells of each paragraph of a finished story, from the one with marks: paragraph by paragraph, and
/// where the two differ (a page number that was laid out since) the next with the same text.
class Uses {
 public:
  Uses(const OpenStory& traced, const merge::SourceLog& log) : traced_(traced), log_(log) {
    for (const wml::StoryParagraph& paragraph : traced.index.paragraphs())
      texts_.push_back(traced.index.text(paragraph));
  }

  std::vector<merge::CellUse> next(const std::string& text) {
    const auto same = std::find(texts_.begin() + static_cast<std::ptrdiff_t>(at_), texts_.end(), text);
    if (same == texts_.end()) return {};
    at_ = static_cast<std::size_t>(same - texts_.begin()) + 1;
    std::vector<merge::CellUse> uses = merge::traced_sources(traced_.index.paragraphs()[at_ - 1].node, log_);
    keep_shown(uses);
    return uses;
  }

 private:
  const OpenStory& traced_;
  const merge::SourceLog& log_;
  std::vector<std::string> texts_;
  std::size_t at_ = 0;
};

/// The headings above a paragraph.
class Headings {
 public:
  void enter(int level, const std::string& label, const std::string& text) {
    while (!open_.empty() && open_.back().level >= level) open_.pop_back();
    open_.push_back({level, !label.empty(), label.empty() ? text : label + " " + text});
  }
  /// From the last numbered one on; all of them where none is.
  [[nodiscard]] std::string path() const {
    std::string path;
    for (const Heading& heading : open_) {
      if (heading.numbered) path.clear();
      path += (path.empty() ? "" : " › ") + heading.text;
    }
    return path;
  }

 private:
  struct Heading {
    int level;
    bool numbered;
    std::string text;
  };
  std::vector<Heading> open_;
};

void add_story(const OpenStory& story, Uses uses, const std::string& part, std::vector<Trail>& trails) {
  std::string place = story_name(part);
  Headings headings;
  int number = 0;     // of the part
  int from_here = 0;  // of the heading
  for (const wml::StoryParagraph& paragraph : story.index.paragraphs()) {
    ++number;
    const std::string text = story.index.text(paragraph);
    if (trim(text).empty() || story.styles.name_of(paragraph.node).starts_with("toc ")) continue;
    if (paragraph.level > 0) {
      headings.enter(paragraph.level, paragraph.number.label, text);
      place = headings.path();
      from_here = 0;
    }
    const std::string spot = paragraph.level > 0 ? "rubrik" : "stycke " + std::to_string(++from_here);
    trails.push_back({place, spot, text, part, paragraph.level, number, {}, uses.next(text), false});
  }
}

}  // namespace

std::vector<Trail> report_trails(const opc::Package& report, const opc::Package& traced,
                                 const merge::SourceLog& log) {
  std::vector<Trail> trails;
  for (const opc::PartName& name : stories_of(report)) {
    if (!traced.has(name)) continue;
    const OpenStory marked(traced, name);
    add_story(OpenStory(report, name), Uses(marked, log), name.text(), trails);
  }
  return trails;
}

std::vector<Trail> plan_trails(const std::vector<PlanCell>& cells) {
  std::vector<Trail> trails;
  const PlanCell* before = nullptr;
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t counted = none;                             // of this row: the trail of its formulas
  std::unordered_set<merge::CellUse, CellUseHash> noted;  // in that trail
  std::map<std::pair<const SheetOrigin*, int>, std::size_t>
      places;  // of this row: row of the data → its trail
  const auto add_to = [](Trail& trail, const PlanCell& cell) {
    if (trail.cells.size() == 1 && !cell.text.empty()) trail.text += " · " + cell.text;
    trail.cells.push_back(cell.at);
  };
  for (const PlanCell& cell : cells) {
    if (before == nullptr || before->sheet != cell.sheet || before->at.row != cell.at.row) {
      places.clear();
      counted = none;
    }
    before = &cell;
    if (cell.from.empty()) continue;
    const Source& source = cell.from.front().cell;
    if (cell.formula) {
      if (counted != none) {
        Trail& trail = trails[counted];
        add_to(trail, cell);
        for (const merge::CellUse& use : cell.from) {
          if (noted.insert(use).second) trail.from.push_back(use);
        }
        continue;
      }
      counted = trails.size();
      noted = {cell.from.begin(), cell.from.end()};
    } else if (cell.from.size() == 1) {
      const auto [place, added] = places.emplace(std::pair(source.sheet, source.row), trails.size());
      if (!added) {
        add_to(trails[place->second], cell);
        trails[place->second].from.push_back(cell.from.front());
        continue;
      }
    }
    trails.push_back({cell.sheet, "", cell.text, "", 0, 0, {cell.at}, cell.from, cell.formula});
  }
  for (Trail& trail : trails) trail.spot = cells_text(trail.cells);
  return trails;
}

}  // namespace lg::audit
