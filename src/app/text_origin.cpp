#include "app/text_origin.hpp"

#include "app/plan_origin.hpp"
#include "app/protocol_lines.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "intake/cell_reader.hpp"
#include "sml/workbook.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace lg::app {
namespace {

bool holds_text(const sml::Workbook& workbook, const std::string& text) {
  return std::ranges::any_of(workbook.sheets, [&](const sml::Worksheet& sheet) {
    return std::ranges::any_of(sheet.cells, [&](const sml::Cell& cell) {
      const auto* found = std::get_if<std::string_view>(&cell.value);
      return found != nullptr && *found == text;
    });
  });
}

/// The template that the document was made of: the sheet Sammanfattning says it below the document's name.
std::string template_of(const sml::Workbook& protocol, const std::string& document) {
  if (protocol.sheets.empty()) return {};
  bool below = false;
  bool label = false;
  for (const sml::Cell& cell : protocol.sheets.front().cells) {
    const std::string text = intake::cell_text(cell);
    if (label && !text.empty()) return text;
    below = below || text == document;
    label = below && text == "Mall";
  }
  return {};
}

/// One line of the sheet Ursprung.
struct Line {
  std::string place;
  std::string spot;
  std::string text;
  std::string file;
  std::string sheet;
  std::string cells;
  std::string how;
};

/// What the protocol says of the report.
class Origins {
 public:
  explicit Origins(const sml::Workbook& protocol) : headings_(protocol) {
    for (std::vector<std::string>& line : protocol_lines(protocol, "Ursprung")) {
      if (line.size() < 9 || line[0] != "Rapport") continue;
      lines_.push_back({line[1], line[2], line[3], line[4], line[5], line[6], line[8]});
    }
  }

  /// The paragraphs that hold the text.
  [[nodiscard]] std::vector<TextOrigin> of_text(const std::string& text) const {
    std::vector<TextOrigin> found;
    const std::string wanted = fold(text);
    const Line* before = nullptr;
    for (const Line& line : lines_) {
      if (fold(line.text).find(wanted) == std::string::npos) continue;
      const bool same = before != nullptr && before->place == line.place && before->spot == line.spot &&
                        before->text == line.text;
      if (!same) found.push_back(begin(line));
      add_cells(line, found.back());
      before = &line;
    }
    return found;
  }

  /// The line whose text has the most words in common with the text.
  [[nodiscard]] std::optional<TextOrigin> nearest(const std::string& text) const {
    const std::set<std::string> wanted = words_of(text);
    const Line* best = nullptr;
    std::size_t most = 0;
    for (const Line& line : lines_) {
      const std::set<std::string> words = words_of(line.text);
      const auto common = static_cast<std::size_t>(
          std::ranges::count_if(wanted, [&](const std::string& word) { return words.contains(word); }));
      if (common > most) best = &line;
      most = std::max(most, common);
    }
    if (best == nullptr) return {};
    TextOrigin origin = begin(*best);
    add_cells(*best, origin);
    return origin;
  }

 private:
  static std::set<std::string> words_of(const std::string& text) {
    std::set<std::string> words;
    for (const std::string& word : split(text, ' ')) {
      if (length(word) > 3) words.insert(fold(word));
    }
    return words;
  }

  static TextOrigin begin(const Line& line) {
    constexpr const char* none = "–";
    TextOrigin origin;
    origin.place = line.place == none ? "dokumentets början" : line.place;
    if (line.spot != none && line.spot != "rubrik") origin.place += ", " + line.spot;
    origin.text = line.text;
    return origin;
  }

  void add_cells(const Line& line, TextOrigin& origin) const {
    const std::size_t before = origin.cells.size();
    headings_.add(line.file, line.sheet, line.cells, origin.cells);
    if (origin.cells.empty())
      origin.own_template = line.file;
    else if (before == 0 && line.how == "väljer text")
      origin.kind = TextOrigin::Kind::chosen;
  }

  std::vector<Line> lines_;
  SourceNames headings_;
};

}  // namespace

OriginAnswer origin_of(const NamedFile& document, const NamedFile& protocol, const std::string& text) {
  const sml::Workbook written = sml::Workbook::read(opc::Package::open(protocol.name, protocol.bytes));
  OriginAnswer answer;
  answer.changed = !holds_text(written, sha256(document.bytes));
  answer.of_document = !answer.changed || holds_text(written, document.name);
  if (!answer.of_document) return answer;
  if (to_lower(document.name).ends_with(".docx")) {
    const Origins origins(written);
    answer.found = origins.of_text(text);
    if (answer.found.empty()) answer.nearest = origins.nearest(text);
    return answer;
  }
  const sml::Workbook plan = sml::Workbook::read(opc::Package::open(document.name, document.bytes));
  ask_plan(plan, written, template_of(written, document.name), text, answer);
  return answer;
}

}  // namespace lg::app
