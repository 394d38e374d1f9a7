#pragma once

#include "base/location.hpp"
#include "merge/expression.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lg::merge {

enum class TagKind : std::uint8_t {
  value,       // {{Nämnd}}, {{risk.Område | versal}}
  each,        // {{för varje risk i VoR}}
  when,        // {{om …}}
  else_when,   // {{eller om …}}
  otherwise,   // {{annars}}
  end,         // {{slut}}
  paragraphs,  // {{stycken fält}}
  insert,      // {{infoga nyckel}}
  page_break,  // {{sidbrytning}}
  comment,     // {{kommentar …}}
  picture,     // {{bild namn}}
  chart,       // {{diagram Lista}}
  broken,      // a fault that is told already
};

/// True for the tags that open, divide or end a block.
[[nodiscard]] constexpr bool is_block(TagKind kind) {
  return kind == TagKind::each || kind == TagKind::when || kind == TagKind::else_when ||
         kind == TagKind::otherwise || kind == TagKind::end;
}

/// One tag of a template, with its names found and its block paired.
struct Tag {
  TagKind kind = TagKind::broken;
  std::string raw;  // "{{för varje risk i VoR}}", for messages
  Location where;
  std::size_t begin = 0;  // byte offsets in the text it was read from, both braces within
  std::size_t end = 0;

  Query query;                  // value, paragraphs; picture: the value that names it, where `named`
  std::vector<Filter> filters;  // value, paragraphs
  Condition condition;          // when, else_when
  Each each;                    // each; chart: the rows it is drawn from
  std::string name;             // insert: the key as written
  std::string key;              // insert: the text block's folded key; picture: the name
  bool named = false;           // picture: a value names it

  int depth = 0;              // how many frames are open where the tag stands (the tag's own not counted)
  int opener = -1;            // of otherwise, else_when, end: the tag that opened the block
  std::vector<int> branches;  // of each, when: its else_when and otherwise tags, in order
  int closer = -1;            // of each, when: its end tag
};

}  // namespace lg::merge
