#include "preview/list.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace lg::preview {
namespace {

/// "2." is 2; nothing for other forms.
std::optional<int> figure_of(std::string_view number) {
  constexpr std::size_t longest = 6;
  while (number.ends_with('.')) number.remove_suffix(1);
  const bool digits = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  if (number.empty() || number.size() > longest || !digits) return {};
  return std::stoi(std::string(number));
}

/// How many of the first items are one list with what lies within them.
std::size_t length_of_list(std::span<const ListItem> items) {
  const ListItem& first = items.front();
  std::size_t length = 1;
  while (length < items.size() &&
         (items[length].level > first.level ||
          (items[length].list == first.list && items[length].counts == first.counts)))
    ++length;
  return length;
}

void open_item(Html& html, const ListItem& item, bool figures, std::optional<int> expected) {
  const auto figure = figures ? figure_of(item.number) : std::nullopt;
  const std::string value = figure && figure != expected ? std::to_string(*figure) : "";
  html.open(Element::li, {{Name::id, item.id}, {Name::data_p, item.data_p}, {Name::value, value}});
  if (item.counts && !figures && !item.number.empty()) {
    html.open(Element::span, {{Name::css_class, "nummer"}});
    html.text(item.number);
    html.close(Element::span);
    html.text(" ");
  }
  html.append(item.html);
}

}  // namespace

void write_list(Html& html, std::span<const ListItem> items) {
  while (!items.empty()) {
    const ListItem& first = items.front();
    const std::size_t length = length_of_list(items);
    const bool figures = first.counts && std::ranges::all_of(items.first(length), [&](const ListItem& item) {
                           return item.level > first.level || figure_of(item.number).has_value();
                         });
    const Element element = first.counts ? Element::ol : Element::ul;
    html.open(element, {{Name::css_class, first.counts && !figures ? "egna" : ""}});
    std::optional<int> expected = 1;
    for (std::size_t i = 0; i < length;) {
      open_item(html, items[i], figures, expected);
      if (const auto figure = figure_of(items[i].number)) expected = *figure + 1;
      std::size_t end = i + 1;
      while (end < length && items[end].level > first.level) ++end;
      write_list(html, items.subspan(i + 1, end - i - 1));
      html.close(Element::li);
      i = end;
    }
    html.close(element);
    items = items.subspan(length);
  }
}

}  // namespace lg::preview
