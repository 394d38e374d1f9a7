#include "merge/docx_layout.hpp"

#include "base/text.hpp"
#include "merge/docx_controls.hpp"
#include "merge/docx_fields.hpp"
#include "merge/object_problems.hpp"
#include "merge/tag_scanner.hpp"
#include "wml/inline_content.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

pugi::xml_node ancestor(pugi::xml_node node, std::string_view name) {
  for (node = node.parent(); node; node = node.parent()) {
    if (node.name() == name) return node;
  }
  return {};
}

pugi::xml_node last_child(pugi::xml_node node, std::string_view name) {
  pugi::xml_node found;
  for (const pugi::xml_node child : node.children()) {
    if (child.name() == name) found = child;
  }
  return found;
}

bool holds(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  return static_cast<bool>(node.find_node(
      [&](pugi::xml_node n) { return std::ranges::find(names, std::string_view(n.name())) != names.end(); }));
}

/// True when something solid stands before the element in its paragraph.
bool stands_before(pugi::xml_node paragraph, pugi::xml_node element) {
  return wml::is_solid(
      paragraph.find_node([&](pugi::xml_node n) { return n == element || wml::is_solid(n); }));
}

/// Blank but for tags and blanks: a row of markers only.
bool is_marker_row(pugi::xml_node row, const auto& is_marker_paragraph) {
  bool any = false;
  bool others = false;
  row.find_node([&](pugi::xml_node n) {
    if (std::string_view(n.name()) == "w:p") {
      const std::string text = wml::Paragraph(n).text();
      if (is_marker_paragraph(n) && !wml::holds_solids(n)) {
        any = true;
      } else if (!trim(text).empty() || wml::holds_solids(n)) {
        others = true;
      }
    }
    return others;
  });
  return any && !others;
}

}  // namespace

DocxLayout::DocxLayout(const opc::Package& package, const std::string& part, const wml::StoryPlaces& places,
                       TagParser& parser, Problems& problems)
    : places_(places), parser_(parser), problems_(problems), objects_(package, part, places, parser, problems) {
}

void DocxLayout::lay_out(pugi::xml_node root) {
  parser_.begin_story();
  read_children(root);
  parser_.end_story();
  if (problems_.has_errors(true)) return;
  place_blocks();
  if (problems_.has_errors(true)) return;
  for (Site& site : sites_) note_only_tags(site);
  for (Site& site : sites_) put_elements(site);
  check_inline_parents();
  vet_block_fields(root, parser_.tags(), problems_);
}

void DocxLayout::read_children(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) read(child);
}

void DocxLayout::read(pugi::xml_node node) {
  const std::string_view name = node.name();
  objects_.read(node);
  if (name == "w:p" || name == "w:sdt") name_controls(node, parser_);
  // The entries of contents are written anew.
  if (name == "w:p" && !fields_.take(node)) {
    return read_paragraph(node);
  }
  if (node.first_child() && name != "w:pPr" && name != "w:rPr") read_children(node);
}

void DocxLayout::read_paragraph(pugi::xml_node paragraph) {
  std::string text = wml::Paragraph(paragraph).text();
  if (!may_hold_tags(text)) return read_children(paragraph);
  const ParagraphLocation where = places_.of(paragraph, text);
  Site site{paragraph, std::move(text), {}, false};
  read_tags(site, where);
  for (const int number : site.tags) site_of_tag_[number] = sites_.size();
  if (site.tags.empty()) return;
  refuse_objects(site);
  site.only_blocks = is_blank_outside_tags(site, 0, site.text.size(), true);
  sites_.push_back(std::move(site));
}

/// Reads the paragraph's tags, and in their midst the drawings, boxes and notes that stand there: those know
/// the names of a block that is open around them.
void DocxLayout::read_tags(Site& site, const Location& where) {
  const std::vector<wml::Anchored> within = wml::Paragraph(site.paragraph).anchored();
  std::size_t next = 0;
  const auto read_until = [&](std::size_t offset) {
    while (next < within.size() && within[next].offset <= offset) read(within[next++].element);
  };
  site.tags = parser_.read(site.text, where, within.empty() ? TagParser::Between() : read_until);
  read_until(site.text.size());
}

/// Pictures and charts are named in the alternative text of what they replace.
void DocxLayout::refuse_objects(const Site& site) {
  for (const int number : site.tags) {
    const Tag& one = tag(number);
    if (one.kind != TagKind::picture && one.kind != TagKind::chart) continue;
    const auto [what, hint] = misplaced(one.kind, "");
    problems_.add(
        {Severity::error, misplaced_code, one.where, "Taggen ”" + one.raw + "” " + what + ".", hint, {}});
  }
}

bool DocxLayout::is_blank_outside_tags(const Site& site, std::size_t from, std::size_t to,
                                       bool blocks_only) const {
  std::size_t at = from;
  for (const int number : site.tags) {
    const Tag& one = tag(number);
    if (one.end <= from || one.begin >= to) continue;
    if (blocks_only && !is_block(one.kind) && one.kind != TagKind::comment) return false;
    if (!trim(std::string_view(site.text).substr(at, one.begin - at)).empty()) return false;
    at = one.end;
  }
  return trim(std::string_view(site.text).substr(at, to - at)).empty();
}

void DocxLayout::place_blocks() {
  for (const Site& site : sites_) {
    for (const int number : site.tags) {
      const Tag& one = tag(number);
      if ((one.kind == TagKind::each || one.kind == TagKind::when) && one.closer >= 0) place_block(number);
    }
  }
}

bool DocxLayout::place_block(int opener) {
  const Tag& open = tag(opener);
  std::vector<int> members = {opener};
  members.insert(members.end(), open.branches.begin(), open.branches.end());
  members.push_back(open.closer);
  const Site& first = site_of(opener);
  const auto all = [&](auto&& test) { return std::ranges::all_of(members, test); };
  const bool one_paragraph = all([&](int m) { return site_of(m).paragraph == first.paragraph; });
  const pugi::xml_node row = ancestor(first.paragraph, "w:tr");
  const bool one_cell = row && row.child("w:tc") == last_child(row, "w:tc");
  Level level = Level::inline_;
  if (one_paragraph && !(one_cell && open.kind == TagKind::each && fits_rows(members))) {
    level = Level::inline_;
  } else if (!one_paragraph && all([&](int m) {
               return site_of(m).only_blocks && site_of(m).paragraph.parent() == first.paragraph.parent();
             })) {
    level = Level::paragraphs;
  } else if (fits_rows(members)) {
    level = Level::rows;
  } else {
    refuse_block(opener, members);
    return false;
  }
  for (const int member : members) levels_[member] = level;
  return true;
}

bool DocxLayout::starts_row(int number) const {
  const Site& site = site_of(number);
  const pugi::xml_node cell = ancestor(site.paragraph, "w:tc");
  return cell == cell.parent().child("w:tc") && cell.child("w:p") == site.paragraph &&
         is_blank_outside_tags(site, 0, tag(number).begin, true);
}

bool DocxLayout::ends_row(int number) const {
  const Site& site = site_of(number);
  const pugi::xml_node cell = ancestor(site.paragraph, "w:tc");
  return cell == last_child(cell.parent(), "w:tc") && last_child(cell, "w:p") == site.paragraph &&
         is_blank_outside_tags(site, tag(number).end, site.text.size(), true);
}

bool DocxLayout::fits_rows(const std::vector<int>& members) const {
  const pugi::xml_node table = ancestor(site_of(members.front()).paragraph, "w:tbl");
  if (!table) return false;
  const auto marker = [&](pugi::xml_node paragraph) {
    const auto found = std::ranges::find(sites_, paragraph, &Site::paragraph);
    return found != sites_.end() && found->only_blocks;
  };
  return std::ranges::all_of(members, [&](int member) {
    const pugi::xml_node paragraph = site_of(member).paragraph;
    if (ancestor(paragraph, "w:tbl") != table) return false;
    if (is_marker_row(ancestor(paragraph, "w:tr"), marker)) return true;
    return member == members.back() ? ends_row(member) : starts_row(member);
  });
}

void DocxLayout::refuse_block(int opener, const std::vector<int>& members) {
  const Tag& open = tag(opener);
  const Tag& close = tag(open.closer);
  const bool same_parent = std::ranges::all_of(
      members, [&](int m) { return site_of(m).paragraph.parent() == site_of(opener).paragraph.parent(); });
  if (same_parent) {
    const auto lone = std::ranges::find_if(members, [&](int m) { return !site_of(m).only_blocks; });
    const Tag& wrong = tag(*lone);
    problems_.add({Severity::error,
                   "M024",
                   wrong.where,
                   "Taggen ”" + wrong.raw + "” står inte ensam i sitt stycke.",
                   "Flytta taggen till ett eget stycke; stycket försvinner när dokumentet skapas.",
                   {}});
    return;
  }
  problems_.add(
      {Severity::error,
       "M023",
       open.where,
       "Blocket ”" + open.raw + "” börjar och slutar på olika ställen, till exempel i var sin tabellcell.",
       "Låt blocket börja och sluta i samma cell eller ruta; för hela tabellrader står början först i "
       "radens första cell och {{slut}} sist i den sista.",
       {close.where}});
}

void DocxLayout::note_only_tags(const Site& site) {
  // What an inline block holds is not there when the block is not: only text outside of blocks keeps a
  // paragraph.
  std::size_t at = 0;
  for (const int number : site.tags) {
    const Tag& one = tag(number);
    if (one.begin < at) continue;
    if (!trim(std::string_view(site.text).substr(at, one.begin - at)).empty()) return;
    const bool opens = (one.kind == TagKind::each || one.kind == TagKind::when) && levels_.contains(number) &&
                       levels_.at(number) == Level::inline_;
    at = opens ? tag(one.closer).end : one.end;
  }
  if (!trim(std::string_view(site.text).substr(at)).empty()) return;
  pugi::xml_node paragraph = site.paragraph;
  // What is no text counts when it is written: it may stand in a block.
  if (!paragraph.child("w:pPr").child("w:sectPr")) paragraph.append_attribute(only_tags_attribute) = "1";
}

void DocxLayout::put_elements(Site& site) {
  wml::Paragraph paragraph(site.paragraph);
  std::vector<int> beside;  // in reverse
  std::vector<std::pair<pugi::xml_node, int>> rows;
  for (auto number = site.tags.rbegin(); number != site.tags.rend(); ++number) {
    const Tag& one = tag(*number);
    pugi::xml_node element = paragraph.cut(one.begin, one.end, tag_element);
    const bool block = is_block(one.kind);
    const Level level = block ? levels_.at(*number) : Level::inline_;
    if (number + 1 == site.tags.rend()) site.solid_first = stands_before(site.paragraph, element);
    if (one.kind == TagKind::comment || level != Level::inline_) {
      pugi::xml_node run = element.parent();
      run.remove_child(element);
      const bool empty = run.first_child() == run.last_child() &&
                         (!run.first_child() || std::string_view(run.first_child().name()) == "w:rPr");
      if (empty) run.parent().remove_child(run);
      if (level == Level::paragraphs) beside.push_back(*number);
      if (level == Level::rows) rows.emplace_back(ancestor(site.paragraph, "w:tr"), *number);
      continue;
    }
    element.append_attribute("n") = *number;
    // What was not to be spelled was the tag.
    const bool alone = std::ranges::all_of(element.parent().children(), [&](pugi::xml_node other) {
      return other == element || std::string_view(other.name()) == "w:rPr";
    });
    if (alone) element.parent().child("w:rPr").remove_child("w:noProof");
    if (block) elements_[*number] = wml::lift_out_of_run(element);
  }
  std::ranges::reverse(rows);
  for (const auto& [row, number] : rows) put_beside_row(row, number);
  if (!beside.empty()) {
    std::ranges::reverse(beside);
    put_beside_paragraph(site, beside);
  } else if (!rows.empty() && site.only_blocks) {
    // The paragraph held nothing else; a cell keeps one paragraph.
    pugi::xml_node cell = site.paragraph.parent();
    const bool others = cell.child("w:p") != site.paragraph || last_child(cell, "w:p") != site.paragraph;
    if (others && cell.last_child() != site.paragraph && !wml::holds_solids(site.paragraph))
      cell.remove_child(site.paragraph);
  }
}

void DocxLayout::put_beside_paragraph(const Site& site, const std::vector<int>& tags) {
  pugi::xml_node paragraph = site.paragraph;
  pugi::xml_node parent = paragraph.parent();
  pugi::xml_node last = paragraph;
  for (const int number : tags) {
    last = site.solid_first ? parent.insert_child_after(tag_element, last)
                            : parent.insert_child_before(tag_element, paragraph);
    last.append_attribute("n") = number;
  }
  if (paragraph.child("w:pPr").child("w:sectPr") || wml::holds_solids(paragraph)) return;
  // A bookmark may stand between paragraphs as well.
  for (pugi::xml_node child = paragraph.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (wml::is_range_mark(child.name())) parent.insert_move_before(child, paragraph);
    child = next;
  }
  parent.remove_child(paragraph);
}

void DocxLayout::put_beside_row(pugi::xml_node row, int number) {
  pugi::xml_node table = row.parent();
  const auto marker = [&](pugi::xml_node paragraph) {
    const auto found = std::ranges::find(sites_, paragraph, &Site::paragraph);
    return found != sites_.end() && found->only_blocks;
  };
  pugi::xml_node& last = after_[row.hash_value()];
  if (tag(number).kind == TagKind::end) {
    last = table.insert_child_after(tag_element, last ? last : row);
    last.append_attribute("n") = number;
  } else {
    table.insert_child_before(tag_element, row).append_attribute("n") = number;
  }
  // A row of markers only goes once its last one is placed.
  const std::string rest = [&] {
    std::string text;
    row.find_node([&](pugi::xml_node n) {
      if (std::string_view(n.name()) == "w:p") text += wml::Paragraph(n).text();
      return false;
    });
    return text;
  }();
  const bool goes = trim(rest).empty() && is_marker_row(row, marker) && !holds(row, {tag_element});
  if (goes) row.append_attribute(only_tags_attribute) = "1";
}

void DocxLayout::check_inline_parents() {
  for (const auto& [number, element] : elements_) {
    const Tag& one = tag(number);
    if (one.closer < 0) continue;
    std::vector<int> members = one.branches;
    members.push_back(one.closer);
    const bool together =
        std::ranges::all_of(members, [&](int m) { return elements_.at(m).parent() == element.parent(); });
    if (together) continue;
    problems_.add(
        {Severity::error,
         "M023",
         one.where,
         "Blocket ”" + one.raw + "” börjar och slutar på olika sidor om en länk eller innehållskontroll.",
         "Låt hela blocket stå antingen i eller utanför länken eller kontrollen.",
         {}});
  }
}

}  // namespace lg::merge
