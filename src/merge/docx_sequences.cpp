#include "merge/docx_sequences.hpp"

#include "base/text.hpp"
#include "merge/docx_field_forms.hpp"

#include <cstdlib>
#include <map>
#include <optional>
#include <string>

namespace lg::merge {
namespace {

/// One sequence: its number so far, and the paragraph of the field that counted last.
struct Sequence {
  int number = 0;
  std::size_t paragraph = 0;
  bool begun = false;
};

/// True when a heading of that level or a higher one stands between the paragraphs.
bool heading_between(const wml::StoryIndex& story, std::size_t from, std::size_t to, int level) {
  for (std::size_t i = from; i < to; ++i) {
    const wml::StoryParagraph& one = story.paragraphs()[i];
    if (one.box == 0 && one.level > 0 && one.level <= level) return true;
  }
  return false;
}

void count(const wml::StoryIndex& story, const wml::StoryField& field, Sequence& sequence) {
  const wml::FieldCode& code = field.code;
  if (code.has('s')) {
    const int level = std::atoi(code.value('s').c_str());
    const std::size_t from = sequence.begun ? sequence.paragraph : 0;
    if (heading_between(story, from, field.paragraph, level)) sequence.number = 0;
  }
  sequence.paragraph = field.paragraph;
  sequence.begun = true;
  if (code.has('r')) {
    sequence.number = std::atoi(code.value('r').c_str());
  } else if (!code.has('c')) {
    ++sequence.number;
  }
}

using Sequences = std::map<std::string, Sequence>;  // by lower-case name

/// The sequences through a story. What the first branch of an mc:AlternateContent counts, the others count
/// again.
class Counting {
 public:
  Sequences& at(const wml::StoryField& field) {
    if (field.group != group_) {
      if (branch_ > 0) now_ = after_;
      before_ = now_;
      after_ = now_;
    } else if (field.branch != branch_) {
      if (branch_ == 0) after_ = now_;
      now_ = before_;
    }
    group_ = field.group;
    branch_ = field.branch;
    return now_;
  }

 private:
  Sequences now_;
  Sequences before_;
  Sequences after_;
  int group_ = 0;
  int branch_ = 0;
};

}  // namespace

bool number_sequences(wml::StoryIndex& story) {
  bool changed = false;
  Counting counting;
  for (const wml::StoryField& field : story.fields()) {
    // A second word is a bookmark: the number that stands there, not a new one.
    if (field.code.kind() != "seq" || field.code.arguments().size() != 1) continue;
    Sequence& sequence = counting.at(field)[to_lower(field.code.argument())];
    count(story, field, sequence);
    const bool hidden = field.code.has('h') && field.code.formats().empty();
    const auto text = hidden ? std::optional<std::string>("") : formed(sequence.number, field.code);
    if (text) changed = story.set_result(field, *text) || changed;
  }
  return changed;
}

}  // namespace lg::merge
