#pragma once

#include "opc/package.hpp"
#include "wml/story_index.hpp"
#include "wml/styles.hpp"

#include <pugixml.hpp>

#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lg::merge {

/// Page numbers in a finished document: behind the entries of its contents, in references to pages (PAGEREF,
/// ECMA-376 Part 1, 17.16.5.44), and the number of pages where the text names it.
///
/// Who lays the pages out is not known here. It gets a copy that asks for the page of each bookmark in hidden
/// fields at its end, and gives it back with the answers: a program that opens a document and saves it gives
/// such fields their results.
class DocxPageNumbers {
 public:
  explicit DocxPageNumbers(opc::Package document);

  /// False when no number is shown, so that nothing need be laid out.
  [[nodiscard]] bool needed() const { return !asked_.empty(); }
  /// The document as it is now, with questions.
  [[nodiscard]] opc::Package with_questions();
  /// Takes the answers and writes the numbers; true when all were written like that before. Throws
  /// UnreadableFile when the answer is no document.
  bool take(const opc::Package& answered);
  /// True when every page that was asked for is known.
  [[nodiscard]] bool complete() const;

  [[nodiscard]] const opc::Package& document();

 private:
  struct Story {
    opc::PartName name;
    pugi::xml_document part;
    std::optional<wml::StoryIndex> index = {};
  };
  /// Where the copy has a bookmark of our own.
  struct Spot {
    std::string name;
    pugi::xml_node parent;
    pugi::xml_node before;  // null: at the parent's end
  };

  void open(const opc::PartName& name);
  void ask(const std::string& bookmark);
  void ask_for_fields(Story& story);
  void ask_for_sections();
  void put_questions(pugi::xml_node body) const;
  bool write(Story& story);
  [[nodiscard]] std::optional<std::string> shown(const Story& story, const wml::StoryField& field) const;
  [[nodiscard]] std::optional<std::string> shown_page(const std::string& bookmark, std::size_t section,
                                                      const wml::FieldCode& code) const;
  [[nodiscard]] std::optional<int> number_of(const std::string& bookmark) const;
  [[nodiscard]] std::optional<int> pages_of(std::size_t section) const;
  [[nodiscard]] std::optional<int> all_pages() const;
  [[nodiscard]] const Story& main() const { return stories_.front(); }

  opc::Package package_;
  wml::Styles styles_;
  std::list<Story> stories_;                  // the main one first
  std::vector<std::string> asked_;            // bookmarks, in the order of the questions
  std::map<std::string, std::string> pages_;  // by bookmark: what the layout answered
  std::vector<Spot> spots_;
};

}  // namespace lg::merge
