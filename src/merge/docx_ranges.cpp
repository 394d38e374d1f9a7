#include "merge/docx_ranges.hpp"

#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::merge {
namespace {

enum class Half { start, end, reference };

struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  Half half = Half::start;
  std::string key;  // its sort and its id
};

struct MarkName {
  std::string_view name;
  Half half;
  char sort;
};

constexpr MarkName mark_names[] = {
    {"bookmarkStart", Half::start, 'b'},       {"bookmarkEnd", Half::end, 'b'},
    {"commentRangeStart", Half::start, 'c'},   {"commentRangeEnd", Half::end, 'c'},
    {"permStart", Half::start, 'p'},           {"permEnd", Half::end, 'p'},
    {"commentReference", Half::reference, 'c'}};

std::string id_in(std::string_view element) {
  constexpr std::string_view attribute = " w:id=\"";
  const std::size_t at = element.find(attribute);
  if (at == std::string_view::npos) return "";
  const std::size_t from = at + attribute.size();
  return std::string(element.substr(from, element.find('"', from) - from));
}

std::vector<Mark> marks_in(std::string_view xml, std::size_t begin) {
  constexpr std::string_view prefix = "<w:";
  std::vector<Mark> marks;
  for (std::size_t at = xml.find(prefix, begin); at != std::string_view::npos;
       at = xml.find(prefix, at + prefix.size())) {
    const std::size_t from = at + prefix.size();
    if (xml[from] != 'b' && xml[from] != 'c' && xml[from] != 'p') continue;
    const std::string_view name = xml.substr(from, xml.find_first_of(" />", from) - from);
    for (const MarkName& known : mark_names) {
      if (known.name != name) continue;
      std::size_t end = xml.find('>', from) + 1;
      const std::string key = known.sort + id_in(xml.substr(at, end - at));
      // The element has no content; it may still have an end tag.
      const std::string close = "</w:" + std::string(name) + ">";
      if (xml[end - 2] != '/' && xml.substr(end).starts_with(close)) end += close.size();
      marks.push_back({at, end, known.half, key});
    }
  }
  return marks;
}

/// What is kept of one id, as places in the list of marks.
struct Range {
  std::size_t start = std::string::npos;
  std::size_t end = std::string::npos;
  std::size_t reference = std::string::npos;
  std::size_t lone_end = std::string::npos;  // the first end with no start before it

  [[nodiscard]] bool keeps(std::size_t mark, bool comment) const {
    if (mark == reference) return true;
    const bool whole = start != std::string::npos && end != std::string::npos;
    return whole && (mark == start || mark == end) && (!comment || reference != std::string::npos);
  }
};

/// What a comment needs beside the half that is left of its range, so that it has its three marks: the other
/// half at the same place. Empty for all else.
std::string other_half(const Mark& mark, std::size_t number, const Range& range) {
  const bool comment = mark.key.front() == 'c' && range.reference != std::string::npos;
  const bool lone_start = mark.half == Half::start && number == range.start && range.end == std::string::npos;
  const bool lone_end =
      mark.half == Half::end && number == range.lone_end && range.start == std::string::npos;
  if (!comment || (!lone_start && !lone_end)) return "";
  return std::string(lone_start ? "<w:commentRangeEnd" : "<w:commentRangeStart") + " w:id=\"" +
         mark.key.substr(1) + "\"/>";
}

std::map<std::string, Range> ranges_of(const std::vector<Mark>& marks) {
  std::map<std::string, Range> ranges;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    Range& range = ranges[marks[i].key];
    switch (marks[i].half) {
      case Half::start: range.start = range.start == std::string::npos ? i : range.start; break;
      case Half::end:
        if (range.start == std::string::npos) {
          range.lone_end = range.lone_end == std::string::npos ? i : range.lone_end;
        } else if (range.end == std::string::npos) {
          range.end = i;
        }
        break;
      case Half::reference:
        range.reference = range.reference == std::string::npos ? i : range.reference;
        break;
    }
  }
  return ranges;
}

}  // namespace

std::string with_whole_ranges(std::string xml) {
  const std::vector<Mark> marks = marks_in(xml, 0);
  const std::map<std::string, Range> ranges = ranges_of(marks);
  std::string repaired;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    const Range& range = ranges.at(mark.key);
    if (range.keeps(i, mark.key.front() == 'c')) continue;
    if (const std::string half = other_half(mark, i, range); !half.empty()) {
      const std::size_t at = mark.half == Half::start ? mark.end : mark.begin;
      repaired.append(xml, copied, at - copied).append(half);
      copied = at;
      continue;
    }
    repaired.append(xml, copied, mark.begin - copied);
    copied = mark.end;
  }
  if (copied == 0) return xml;
  return repaired.append(xml, copied, std::string::npos);
}

std::string range_marks(const std::string& xml, std::size_t begin) {
  std::string found;
  for (const Mark& mark : marks_in(xml, begin)) {
    if (mark.half != Half::reference) found.append(xml, mark.begin, mark.end - mark.begin);
  }
  return found;
}

}  // namespace lg::merge
