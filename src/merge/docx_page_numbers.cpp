#include "merge/docx_page_numbers.hpp"

#include "base/text.hpp"
#include "merge/docx_field_forms.hpp"
#include "merge/docx_page_fields.hpp"
#include "opc/xml.hpp"
#include "wml/paragraph.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

constexpr std::string_view own_prefix = "_genomgang_";
constexpr std::string_view question = "genomgang-sida ";
constexpr const char* unknown_page = "00";  // as wide as most numbers are

std::string first_of(std::size_t section) {
  return std::string(own_prefix) + "a" + std::to_string(section);
}

std::string last_of(std::size_t section) {
  return std::string(own_prefix) + "z" + std::to_string(section);
}

/// The bookmark at a field that says which page it stands on.
std::string spot_of(const wml::StoryIndex& story, const wml::StoryField& field) {
  return std::string(own_prefix) + "p" + std::to_string(&field - story.fields().data());
}

bool is_of_section(const wml::FieldCode& code) {
  return code.kind() == "numpages" || code.kind() == "sectionpages";
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// A paragraph that holds a section break and nothing else.
bool is_mere_break(pugi::xml_node paragraph) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  return properties.child("w:sectPr") && properties == paragraph.last_child();
}

/// A paragraph that nobody sees, at the end of the text.
class HiddenParagraph {
 public:
  HiddenParagraph(pugi::xml_node body, pugi::xml_node section)
      : node_(section ? body.insert_child_before("w:p", section) : body.append_child("w:p")) {
    node_.append_child("w:pPr").append_child("w:rPr").append_child("w:vanish");
  }

  void put_text(const char* element, const std::string& words) {
    pugi::xml_node t = put_run().append_child(element);
    t.append_attribute("xml:space") = "preserve";
    t.text().set(words.c_str());
  }
  void put_field(const std::string& code) {
    put_mark("begin");
    put_text("w:instrText", " " + code + " ");
    put_mark("separate");
    put_text("w:t", "?");
    put_mark("end");
  }

 private:
  pugi::xml_node put_run() {
    pugi::xml_node run = node_.append_child("w:r");
    run.append_child("w:rPr").append_child("w:vanish");
    return run;
  }
  void put_mark(const char* type) {
    put_run().append_child("w:fldChar").append_attribute("w:fldCharType") = type;
  }

  pugi::xml_node node_;
};

}  // namespace

DocxPageNumbers::DocxPageNumbers(opc::Package document)
    : package_(std::move(document)), styles_(wml::Styles::read(package_, package_.main_part())) {
  const opc::PartName main_part = package_.main_part();
  open(main_part);
  for (const std::string_view kind : {"header", "footer", "footnotes", "endnotes"}) {
    for (const opc::PartName& name : package_.related(main_part, kind)) {
      if (package_.has(name) && package_.bytes(name).find("PAGEREF") != std::string::npos) open(name);
    }
  }
  for (Story& story : stories_) ask_for_fields(story);
}

void DocxPageNumbers::open(const opc::PartName& name) {
  stories_.push_back({name, opc::parse_xml(package_.bytes(name), package_.file_name(), name.text())});
  Story& story = stories_.back();
  const wml::NumberingCounter counter = wml::NumberingCounter::read(package_, package_.main_part());
  story.index.emplace(story.part, styles_, counter);
  if (add_page_fields(*story.index, styles_)) story.index.emplace(story.part, styles_, counter);
}

void DocxPageNumbers::ask(const std::string& bookmark) {
  if (std::ranges::find(asked_, bookmark) == asked_.end()) asked_.push_back(bookmark);
}

void DocxPageNumbers::ask_for_fields(Story& story) {
  bool sections = false;
  for (const wml::StoryField& field : story.index->fields()) {
    const std::string& kind = field.code.kind();
    if (kind == "pageref" && main().index->bookmark(field.code.argument()) != nullptr)
      ask(field.code.argument());
    // In headers the program that shows the document counts by itself, on each page.
    if (&story != &main() || field.box != 0) continue;
    sections = sections || is_of_section(field.code);
    if (kind != "page") continue;
    const pugi::xml_node at = field.simple ? field.simple : field.begin;
    ask(spot_of(*story.index, field));
    spots_.push_back({asked_.back(), at.parent(), at});
  }
  if (sections) ask_for_sections();
}

void DocxPageNumbers::ask_for_sections() {
  const auto& paragraphs = main().index->paragraphs();
  std::map<int, std::pair<pugi::xml_node, pugi::xml_node>> ends;  // by section: first and last paragraph
  for (const wml::StoryParagraph& one : paragraphs) {
    if (one.box != 0) continue;
    auto& [first, last] = ends[one.section];
    // LibreOffice does away with an empty paragraph that ends a section; its mark would come into the next.
    if (last && is_mere_break(one.node)) continue;
    if (!first) first = one.node;
    last = one.node;
  }
  for (const auto& [section, both] : ends) {
    const pugi::xml_node properties = both.first.child("w:pPr");
    const auto place = static_cast<std::size_t>(section);
    spots_.push_back(
        {first_of(place), both.first, properties ? properties.next_sibling() : both.first.first_child()});
    spots_.push_back({last_of(place), both.second, {}});
    ask(first_of(place));
    ask(last_of(place));
  }
}

opc::Package DocxPageNumbers::with_questions() {
  for (Story& story : stories_) write(story);
  const Story& story = main();
  std::vector<pugi::xml_node> marks;
  int id = story.index->highest_bookmark_id();
  for (Spot& spot : spots_) {
    for (const char* element : {"w:bookmarkStart", "w:bookmarkEnd"}) {
      pugi::xml_node mark = spot.before ? spot.parent.insert_child_before(element, spot.before)
                                        : spot.parent.append_child(element);
      const bool start = marks.size() % 2 == 0;
      mark.append_attribute("w:id") = start ? ++id : id;
      if (start) mark.append_attribute("w:name") = spot.name.c_str();
      marks.push_back(mark);
    }
  }
  opc::Package copy = package_;
  pugi::xml_document part;
  part.reset(story.part);
  for (pugi::xml_node mark : marks) mark.parent().remove_child(mark);
  put_questions(part.document_element().child("w:body"));
  copy.replace(story.name, opc::to_bytes(part));
  for (const Story& other : stories_) {
    if (&other != &story) copy.replace(other.name, opc::to_bytes(other.part));
  }
  return copy;
}

/// Hidden, so that the pages stay as they are. LibreOffice asks for the pages of references only when the
/// text shows its own page somewhere, so that stands first.
void DocxPageNumbers::put_questions(pugi::xml_node body) const {
  const pugi::xml_node section = body.child("w:sectPr");
  HiddenParagraph(body, section).put_field("PAGE");
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    HiddenParagraph paragraph(body, section);
    paragraph.put_text("w:t", std::string(question) + std::to_string(i) + " ");
    paragraph.put_field("PAGEREF " + asked_[i] + " \\h");
  }
}

bool DocxPageNumbers::take(const opc::Package& answered) {
  const opc::PartName name = answered.main_part();
  const auto part = opc::parse_xml(answered.bytes(name), answered.file_name(), name.text());
  std::map<std::string, std::string> pages;
  part.find_node([&](pugi::xml_node n) {
    if (std::string_view(n.name()) != "w:p") return false;
    const std::string text = wml::whole_text(n);
    if (!text.starts_with(question)) return false;
    const std::string_view rest = std::string_view(text).substr(question.size());
    const auto number = number_in(rest.substr(0, rest.find(' ')));
    const std::string_view page = trim(rest.substr(std::min(rest.find(' '), rest.size())));
    if (number && static_cast<std::size_t>(*number) < asked_.size() && number_in(page))
      pages[asked_[static_cast<std::size_t>(*number)]] = page;
    return false;
  });
  const bool same = pages == pages_;
  pages_ = std::move(pages);
  for (Story& story : stories_) write(story);
  return same;
}

bool DocxPageNumbers::complete() const {
  return pages_.size() == asked_.size();
}

bool DocxPageNumbers::write(Story& story) {
  bool changed = false;
  for (const wml::StoryField& field : story.index->fields()) {
    const std::string& kind = field.code.kind();
    if (pages_.empty() && kind == "pageref" && main().index->bookmark(field.code.argument()) != nullptr) {
      changed = story.index->set_result(field, unknown_page) || changed;
    } else if (const auto text = shown(story, field)) {
      changed = story.index->set_result(field, *text) || changed;
    }
  }
  return changed;
}

std::optional<std::string> DocxPageNumbers::shown(const Story& story, const wml::StoryField& field) const {
  const std::string& kind = field.code.kind();
  if (kind == "pageref") {
    const wml::StoryBookmark* mark = main().index->bookmark(field.code.argument());
    if (mark == nullptr || field.code.has('p')) return {};
    const auto& paragraphs = main().index->paragraphs();
    const int section = mark->paragraph < paragraphs.size() ? paragraphs[mark->paragraph].section : 0;
    return shown_page(field.code.argument(), static_cast<std::size_t>(section), field.code);
  }
  if (&story != &main() || field.box != 0 || field.paragraph >= story.index->paragraphs().size()) return {};
  const auto section = static_cast<std::size_t>(story.index->paragraphs()[field.paragraph].section);
  if (kind == "page") return shown_page(spot_of(*story.index, field), section, field.code);
  if (!is_of_section(field.code)) return {};
  const auto pages = kind == "numpages" ? all_pages() : pages_of(section);
  return pages ? formed(*pages, field.code) : std::nullopt;
}

/// In the form that the section numbers its pages in (w:pgNumType, 17.6.12).
std::optional<std::string> DocxPageNumbers::shown_page(const std::string& bookmark, std::size_t section,
                                                       const wml::FieldCode& code) const {
  const auto number = number_of(bookmark);
  if (!number) return {};
  const auto& sections = main().index->sections();
  const pugi::xml_node type =
      section < sections.size() ? sections[section].child("w:pgNumType") : pugi::xml_node();
  return formed(*number, code, type.attribute("w:fmt").as_string("decimal"));
}

std::optional<int> DocxPageNumbers::number_of(const std::string& bookmark) const {
  const auto page = pages_.find(bookmark);
  return page == pages_.end() ? std::nullopt : number_in(page->second);
}

std::optional<int> DocxPageNumbers::pages_of(std::size_t section) const {
  const auto first = number_of(first_of(section));
  const auto last = number_of(last_of(section));
  if (!first || !last || *last < *first) return {};
  return *last - *first + 1;
}

std::optional<int> DocxPageNumbers::all_pages() const {
  int all = 0;
  const auto& sections = main().index->sections();
  for (std::size_t i = 0; i < std::max<std::size_t>(sections.size(), 1); ++i) {
    const auto own = pages_of(i);
    if (!own) {
      if (number_of(first_of(i))) return {};
      continue;  // a section without paragraphs
    }
    // A section may go on upon the page that the one before ends on.
    const bool goes_on =
        i > 0 && std::string_view(sections[i].child("w:type").attribute("w:val").value()) == "continuous" &&
        number_of(first_of(i)) == number_of(last_of(i - 1));
    all += *own - (goes_on ? 1 : 0);
  }
  return all == 0 ? std::nullopt : std::optional(all);
}

const opc::Package& DocxPageNumbers::document() {
  for (const Story& story : stories_) package_.replace(story.name, opc::to_bytes(story.part));
  return package_;
}

}  // namespace lg::merge
