#include "merge/docx_field_results.hpp"

#include "base/text.hpp"
#include "merge/docx_property_fields.hpp"
#include "merge/docx_ranges.hpp"
#include "merge/docx_references.hpp"
#include "merge/docx_sequences.hpp"
#include "opc/xml.hpp"
#include "wml/numbering.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::merge {
namespace {

/// A part of the document with paragraphs, open for changes.
struct OpenStory {
  opc::PartName name;
  pugi::xml_document part;
  bool changed = false;
};

/// The codes of all fields of a part, one behind the other, in capitals: Word cuts a code where it likes.
std::string codes_in(std::string_view xml) {
  std::string codes;
  const auto add = [&](std::string_view begin, std::string_view end) {
    for (std::size_t at = xml.find(begin); at != std::string_view::npos; at = xml.find(begin, at)) {
      const std::size_t from = begin.back() == '"' ? at + begin.size() : xml.find('>', at) + 1;
      at = std::min(xml.find(end, from), xml.size());
      codes += xml.substr(std::min(from, at), at - std::min(from, at));
    }
  };
  add("<w:instrText", "<");
  add("w:instr=\"", "\"");
  std::ranges::transform(codes, codes.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  return codes;
}

/// True when the part has fields that are given a result here; not for page numbers alone.
bool has_fields(const opc::Package& package, const opc::PartName& name) {
  constexpr std::array<std::string_view, 9> kinds = {"TOC",     "SEQ",    "REF",      "DOCPROPERTY", "TITLE",
                                                     "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS"};
  if (!package.has(name)) return false;
  const std::string& bytes = package.bytes(name);
  const std::string codes = codes_in(bytes);
  return bytes.find("w:dirty=") != std::string::npos ||
         std::ranges::any_of(kinds,
                             [&](std::string_view kind) { return codes.find(kind) != std::string::npos; });
}

/// A field that is marked as out of date makes Word ask at opening; ours are not.
bool take_off_marks(pugi::xml_node root) {
  bool any = false;
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:fldChar" || name == "w:fldSimple") any = node.remove_attribute("w:dirty") || any;
    return false;
  });
  return any;
}

class FieldResults {
 public:
  FieldResults(opc::Package& package, const wml::Styles& styles, Problems& problems)
      : package_(package),
        styles_(styles),
        problems_(problems),
        counter_(wml::NumberingCounter::read(package, package.main_part())),
        properties_(property_texts(package)) {}

  void refresh(FreeBookmarks free) {
    OpenStory main = open(package_.main_part());
    std::optional<wml::StoryIndex> index;
    index.emplace(main.part, styles_, counter_);
    DocxContents contents(styles_, index->fields());
    if (!contents.empty()) index.emplace(main.part, styles_, counter_);
    refresh_story(main, *index, *index);
    if (!contents.empty()) {
      free.id = std::max(free.id, index->highest_bookmark_id() + 1);
      contents.write(*index, free);
      main.changed = true;
    }
    main.changed = take_off_marks(main.part) || main.changed;
    for (const std::string_view kind : {"header", "footer", "footnotes", "endnotes"}) {
      for (const opc::PartName& name : package_.related(main.name, kind)) {
        if (has_fields(package_, name)) refresh_other(name, *index);
      }
    }
    close(main);
  }

 private:
  OpenStory open(const opc::PartName& name) const {
    return {name, opc::parse_xml(package_.bytes(name), package_.file_name(), name.text())};
  }

  void close(const OpenStory& story) {
    if (story.changed) package_.replace(story.name, with_whole_ranges(opc::to_bytes(story.part)));
  }

  void refresh_other(const opc::PartName& name, const wml::StoryIndex& main) {
    OpenStory story = open(name);
    wml::StoryIndex index(story.part, styles_, counter_);
    refresh_story(story, index, main);
    story.changed = take_off_marks(story.part) || story.changed;
    close(story);
  }

  void refresh_story(OpenStory& story, wml::StoryIndex& index, const wml::StoryIndex& main) {
    story.changed = number_sequences(index) || story.changed;
    story.changed = refresh_property_fields(index, properties_) || story.changed;
    ReferenceResults references(index, main, styles_);
    // A reference may stand in what another one shows.
    constexpr int most_rounds = 3;
    for (int round = 0; round < most_rounds && references.refresh(); ++round) story.changed = true;
    for (const LostReference& lost : references.lost()) tell(story.name, lost);
    tell_of_pages(story.name, index);
  }

  void tell(const opc::PartName& part, const LostReference& lost) {
    problems_.add(
        {Severity::warning,
         lost_reference_code,
         ParagraphLocation{package_.file_name(), part.text(), "", excerpt(lost.paragraph)},
         "Korsreferensen ”" + lost.code + "” hänvisar till ett ställe som inte kom med i dokumentet.",
         "Låt korsreferensen stå i samma block som det den hänvisar till, eller ta bort den.",
         {}});
  }

  void tell_of_pages(const opc::PartName& part, const wml::StoryIndex& index) {
    for (const wml::StoryField& field : index.fields()) {
      if (field.code.kind() != "pageref" || index.bookmark(field.code.argument()) == nullptr) continue;
      const std::string text =
          field.paragraph < index.paragraphs().size() ? index.text(index.paragraphs()[field.paragraph]) : "";
      problems_.add(
          {Severity::note,
           page_reference_code,
           ParagraphLocation{package_.file_name(), part.text(), "", excerpt(text)},
           "Sidnumret i hänvisningen är mallens och kan vara ett annat i dokumentet.",
           "Kör kommandot med --sidnummer, eller öppna dokumentet i Word, markera allt med Ctrl+A och "
           "tryck F9.",
           {}});
      return;
    }
  }

  opc::Package& package_;
  const wml::Styles& styles_;
  Problems& problems_;
  wml::NumberingCounter counter_;
  std::map<std::string, std::string> properties_;
};

bool has_any_fields(const opc::Package& package) {
  const opc::PartName main = package.main_part();
  if (has_fields(package, main)) return true;
  for (const std::string_view kind : {"header", "footer", "footnotes", "endnotes"}) {
    for (const opc::PartName& name : package.related(main, kind)) {
      if (has_fields(package, name)) return true;
    }
  }
  return false;
}

}  // namespace

void refresh_fields(opc::Package& package, const wml::Styles& styles, FreeBookmarks free,
                    Problems& problems) {
  if (has_any_fields(package)) FieldResults(package, styles, problems).refresh(free);
}

}  // namespace lg::merge
