#include "merge/rich_text.hpp"

#include "base/text.hpp"

#include <optional>

namespace lg::merge {
namespace {

std::optional<std::string_view> list_item(std::string_view line) {
  line = trim(line);
  for (const std::string_view mark : {"- ", "• ", "– ", "•\t", "-\t"}) {
    if (line.starts_with(mark)) return trim(line.substr(mark.size()));
  }
  return {};
}

bool is_safe_link(std::string_view target) {
  return target.starts_with("https://") || target.starts_with("http://") || target.starts_with("mailto:");
}

/// "[text](target)" at the start of `text`.
struct Link {
  std::string_view text;
  std::string_view target;
  std::size_t size = 0;
};

std::optional<Link> link_at(std::string_view text) {
  const std::size_t middle = text.find("](");
  const std::size_t end = middle == std::string_view::npos ? middle : text.find(')', middle);
  if (end == std::string_view::npos || text.find('\n') < end) return {};
  Link link{text.substr(1, middle - 1), text.substr(middle + 2, end - middle - 2), end + 1};
  if (link.text.empty() || !is_safe_link(link.target) || link.target.find(' ') != std::string_view::npos)
    return {};
  return link;
}

std::vector<Span> spans_of(std::string_view text) {
  std::vector<Span> spans(1);
  bool bold = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const bool closes = bold && rest.starts_with("**");
    const bool opens = !bold && rest.starts_with("**") && rest.find("**", 2) != std::string_view::npos &&
                       rest.size() > 2 && rest[2] != ' ' && rest[2] != '*';
    if (closes || opens) {
      bold = opens;
      spans.push_back({"", bold, ""});
      i += 2;
      continue;
    }
    if (const auto link = rest.front() == '[' ? link_at(rest) : std::nullopt) {
      spans.push_back({std::string(link->text), bold, std::string(link->target)});
      spans.push_back({"", bold, ""});
      i += link->size;
      continue;
    }
    spans.back().text.push_back(text[i++]);
  }
  std::erase_if(spans, [](const Span& span) { return span.text.empty(); });
  return spans;
}

}  // namespace

std::vector<TextParagraph> paragraphs_of(std::string_view text) {
  std::vector<TextParagraph> paragraphs;
  std::string open;  // lines of the paragraph that is being gathered
  bool bullet = false;
  const auto close = [&] {
    if (!trim(open).empty()) paragraphs.push_back({bullet, spans_of(trim(open))});
    open.clear();
    bullet = false;
  };
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (trim(line).empty()) {
      close();
    } else if (const auto item = list_item(line)) {
      close();
      open = std::string(*item);
      bullet = true;
    } else {
      // A line behind a list item that is not indented ends the list.
      if (bullet && !line.starts_with(' ') && !line.starts_with('\t')) close();
      if (!open.empty()) open += "\n";
      open += bullet ? trim(line) : line;
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  close();
  return paragraphs;
}

}  // namespace lg::merge
