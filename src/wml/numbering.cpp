#include "wml/numbering.hpp"

#include "opc/xml.hpp"

#include <utility>
#include <vector>

namespace lg::wml {
namespace {

std::string roman(int number) {
  static const std::vector<std::pair<int, const char*>> signs = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value) text += sign;
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return text;
}

/// 1 is a, 26 z, 27 aa: the letter is repeated (17.18.59).
std::string letters(int number) {
  if (number < 1) return "";
  const auto times = static_cast<std::size_t>((number - 1) / 26 + 1);
  return std::string(times, static_cast<char>('a' + (number - 1) % 26));
}

std::string formatted(int number, const std::string& format) {
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  if (format == "lowerLetter") return letters(number);
  if (format == "upperLetter") return upper(letters(number));
  if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
  return std::to_string(number);
}

}  // namespace

NumberingCounter NumberingCounter::read(const opc::Package& package, const opc::PartName& document) {
  NumberingCounter counter;
  const auto parts = package.related(document, "numbering");
  if (parts.empty() || !package.has(parts.front())) return counter;
  const auto part = opc::parse_xml(package.bytes(parts.front()), package.file_name(), parts.front().text());
  for (const pugi::xml_node list : part.document_element().children("w:abstractNum")) {
    Levels levels;
    for (const pugi::xml_node node : list.children("w:lvl")) {
      const unsigned place = node.attribute("w:ilvl").as_uint();
      if (place >= levels.size()) continue;
      levels[place] = {node.child("w:start").attribute("w:val").as_int(1),
                       node.child("w:numFmt").attribute("w:val").as_string("decimal"),
                       node.child("w:lvlText").attribute("w:val").value()};
    }
    counter.lists_[list.attribute("w:abstractNumId").as_int()] = std::move(levels);
  }
  for (const pugi::xml_node num : part.document_element().children("w:num")) {
    counter.list_of_num_[num.attribute("w:numId").as_int()] =
        num.child("w:abstractNumId").attribute("w:val").as_int(-1);
  }
  return counter;
}

bool NumberingCounter::counts(int num_id) const {
  const auto num = list_of_num_.find(num_id);
  const auto list = num == list_of_num_.end() ? lists_.end() : lists_.find(num->second);
  return list != lists_.end() && list->second[0].format != "bullet" && list->second[0].format != "none";
}

std::string NumberingCounter::next(const NumberingUse& use) {
  const auto num = list_of_num_.find(use.num_id);
  if (use.num_id == 0 || num == list_of_num_.end()) return "";
  const auto list = lists_.find(num->second);
  const auto level = static_cast<std::size_t>(use.level);
  if (list == lists_.end() || level >= 9) return "";
  const Levels& levels = list->second;
  auto& counters = counters_[num->second];
  for (std::size_t i = 0; i < level; ++i) {
    if (counters[i] == 0) counters[i] = levels[i].start;
  }
  counters[level] = counters[level] == 0 ? levels[level].start : counters[level] + 1;
  for (std::size_t i = level + 1; i < counters.size(); ++i) counters[i] = 0;
  if (levels[level].format == "bullet" || levels[level].format == "none") return "";
  std::string label;
  const std::string& text = levels[level].text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!place) {
      label.push_back(text[i]);
      continue;
    }
    const auto of = static_cast<std::size_t>(text[++i] - '1');
    label += formatted(counters[of] == 0 ? levels[of].start : counters[of], levels[of].format);
  }
  return label;
}

}  // namespace lg::wml
