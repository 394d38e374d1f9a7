#include "wml/numbering.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"

#include <algorithm>
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

bool is_on(pugi::xml_node property) {
  const std::string_view value = property.attribute("w:val").as_string("1");
  return property && value != "0" && value != "false" && value != "off";
}

bool is_letter(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "%3" at that place.
bool is_place(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
}

/// What follows a number (17.9.28).
std::string behind_number(pugi::xml_node level) {
  const std::string_view suffix = level.child("w:suff").attribute("w:val").value();
  return suffix == "space" ? " " : suffix == "nothing" ? "" : "\t";
}

}  // namespace

std::string number_in_form(int number, std::string_view form) {
  if (form == "lowerRoman") return roman(number);
  if (form == "upperRoman") return upper(roman(number));
  if (form == "lowerLetter") return letters(number);
  if (form == "upperLetter") return upper(letters(number));
  if (form == "decimalZero" && number < 10) return "0" + std::to_string(number);
  return std::to_string(number);
}

std::string ParagraphNumber::referred() const {
  std::string text(trim(label));
  while (text.ends_with('.')) text.pop_back();
  return text;
}

NumberingCounter::Level NumberingCounter::read_level(pugi::xml_node node) {
  return {node.child("w:start").attribute("w:val").as_int(1),
          node.child("w:numFmt").attribute("w:val").as_string("decimal"),
          node.child("w:lvlText").attribute("w:val").value(), is_on(node.child("w:isLgl")),
          behind_number(node)};
}

void NumberingCounter::read_list(pugi::xml_node list) {
  Levels levels;
  for (const pugi::xml_node node : list.children("w:lvl")) {
    const unsigned place = node.attribute("w:ilvl").as_uint();
    if (place < depth) levels[place] = read_level(node);
  }
  lists_[list.attribute("w:abstractNumId").as_int()] = std::move(levels);
}

void NumberingCounter::read_num(pugi::xml_node num) {
  const int id = num.attribute("w:numId").as_int();
  // A list that takes its levels from a numbering style (17.9.21) is the list that defines the style.
  int list = num.child("w:abstractNumId").attribute("w:val").as_int(-1);
  const pugi::xml_node root = num.parent();
  const auto with = [&](const char* element, const char* value) {
    return root.find_child([&](pugi::xml_node n) {
      return std::string_view(n.child(element).attribute("w:val").value()) == value;
    });
  };
  const pugi::xml_node own =
      root.find_child_by_attribute("w:abstractNum", "w:abstractNumId", std::to_string(list).c_str());
  if (const pugi::xml_node link = own.child("w:numStyleLink")) {
    const pugi::xml_node defining = with("w:styleLink", link.attribute("w:val").value());
    if (defining) list = defining.attribute("w:abstractNumId").as_int();
  }
  list_of_num_[id] = list;
  const auto found = lists_.find(list);
  if (found == lists_.end()) return;
  Levels levels = found->second;
  for (const pugi::xml_node change : num.children("w:lvlOverride")) {
    const std::size_t place = change.attribute("w:ilvl").as_uint();
    if (place >= depth) continue;
    if (const pugi::xml_node level = change.child("w:lvl")) levels[place] = read_level(level);
    if (const pugi::xml_node start = change.child("w:startOverride"))
      restarts_[{id, place}] = start.attribute("w:val").as_int(1);
  }
  levels_of_num_[id] = std::move(levels);
}

NumberingCounter NumberingCounter::read(const opc::Package& package, const opc::PartName& document) {
  NumberingCounter counter;
  const auto parts = package.related(document, "numbering");
  if (parts.empty() || !package.has(parts.front())) return counter;
  const auto part = opc::parse_xml(package.bytes(parts.front()), package.file_name(), parts.front().text());
  for (const pugi::xml_node list : part.document_element().children("w:abstractNum")) counter.read_list(list);
  for (const pugi::xml_node num : part.document_element().children("w:num")) counter.read_num(num);
  return counter;
}

bool NumberingCounter::counts(int num_id) const {
  const auto num = list_of_num_.find(num_id);
  const auto list = num == list_of_num_.end() ? lists_.end() : lists_.find(num->second);
  return list != lists_.end() && list->second[0].format != "bullet" && list->second[0].format != "none";
}

std::string NumberingCounter::shown(const Levels& levels, std::size_t level, const Counters& counters,
                                    bool words) {
  std::string label;
  const std::string& text = levels[level].text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_place(text, i)) {
      if (words || (!is_letter(text[i]) && text[i] != ' ')) label.push_back(text[i]);
      continue;
    }
    const auto of = static_cast<std::size_t>(text[++i] - '1');
    const int number = counters[of] < 0 ? levels[of].start : counters[of];
    const bool own = of == level || !levels[level].figures;
    label += number_in_form(number, own ? levels[of].format : "decimal");
  }
  return label;
}

std::string NumberingCounter::above(const Levels& levels, std::size_t level, const Counters& counters) {
  std::size_t first = level;  // the highest level that the label repeats
  const std::string& text = levels[level].text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_place(text, i)) first = std::min(first, static_cast<std::size_t>(text[i + 1] - '1'));
  }
  if (first == 0) return "";
  const ParagraphNumber outer{shown(levels, first - 1, counters, true), "", "", ""};
  return above(levels, first - 1, counters) + outer.referred();
}

ParagraphNumber NumberingCounter::next(const NumberingUse& use) {
  const auto num = levels_of_num_.find(use.num_id);
  const auto level = static_cast<std::size_t>(use.level);
  if (use.num_id == 0 || num == levels_of_num_.end() || level >= depth) return {};
  const Levels& levels = num->second;
  const auto [place, fresh] = counters_.try_emplace(list_of_num_[use.num_id]);
  Counters& counters = place->second;
  if (fresh) counters.fill(-1);
  for (std::size_t i = 0; i < level; ++i) {
    if (counters[i] < 0) counters[i] = levels[i].start;
  }
  counters[level] = counters[level] < 0 ? levels[level].start : counters[level] + 1;
  const auto restart = restarts_.find({use.num_id, level});
  if (restart != restarts_.end()) {
    counters[level] = restart->second;
    restarts_.erase(restart);
  }
  for (std::size_t i = level + 1; i < depth; ++i) counters[i] = -1;
  if (levels[level].format == "bullet" || levels[level].format == "none") return {};
  return {shown(levels, level, counters, true), shown(levels, level, counters, false),
          above(levels, level, counters), levels[level].behind};
}

}  // namespace lg::wml
