#include "merge/xlsx_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>

namespace lg::merge {
namespace {

constexpr std::size_t none = TextTemplate::none;

std::size_t index(int number) {
  return static_cast<std::size_t>(number);
}

/// Cuts text that lies between two tags at the borders of the runs it lies in.
class Cutter {
 public:
  Cutter(const std::vector<sml::TextRun>& runs, TextTemplate& target) : target_(target) {
    for (const sml::TextRun& run : runs) {
      text_ += run.text;
      ends_.push_back(text_.size());
      target.properties.push_back(run.properties);
    }
  }

  void take_text(std::size_t end) {
    while (at_ < end) {
      const std::size_t run = run_at(at_);
      const std::size_t stop = std::min(end, ends_[run]);
      target_.pieces.push_back({text_.substr(at_, stop - at_), run, -1, none});
      at_ = stop;
    }
  }
  void take_tag(int number, const Tag& tag) {
    take_text(tag.begin);
    target_.pieces.push_back({"", run_at(tag.begin), number, none});
    at_ = tag.end;
  }
  void finish() { take_text(text_.size()); }

 private:
  [[nodiscard]] std::size_t run_at(std::size_t offset) const {
    const auto at = std::upper_bound(ends_.begin(), ends_.end(), offset);
    return std::min(static_cast<std::size_t>(at - ends_.begin()), ends_.size() - 1);
  }

  TextTemplate& target_;
  std::string text_;
  std::vector<std::size_t> ends_;
  std::size_t at_ = 0;
};

/// Finds, for each tag of a block, the block's next tag in this text.
void link(TextTemplate& text, const std::vector<Tag>& tags) {
  std::map<int, std::size_t> places;
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    if (text.pieces[i].tag >= 0) places[text.pieces[i].tag] = i;
  }
  for (TextTemplate::Piece& piece : text.pieces) {
    if (piece.tag < 0 || !is_block(tags[index(piece.tag)].kind)) continue;
    const Tag& tag = tags[index(piece.tag)];
    const Tag& opener = tag.opener < 0 ? tag : tags[index(tag.opener)];
    const bool whole = opener.closer >= 0 && places.contains(opener.closer) &&
                       (tag.opener < 0 || places.contains(tag.opener));
    if (!whole) {
      text.balanced = false;
      continue;
    }
    const auto later = std::find_if(opener.branches.begin(), opener.branches.end(),
                                    [&](int branch) { return branch > piece.tag; });
    if (tag.kind != TagKind::end)
      piece.next = places[later == opener.branches.end() ? opener.closer : *later];
  }
}

class Renderer {
 public:
  Renderer(const TextTemplate& text, const std::vector<Tag>& tags, Scope& scope, const TextSink& sink,
           Source& source)
      : pieces_(text.pieces), tags_(tags), scope_(scope), sink_(sink), source_(source) {}

  void walk(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const TextTemplate::Piece& piece = pieces_[i];
      if (piece.tag < 0) {
        sink_(piece.text, piece.run);
      } else if (piece.next != none) {
        i = block(i);
      } else {
        show(piece);
      }
    }
  }

 private:
  void show(const TextTemplate::Piece& piece) {
    const Tag& tag = tags_[index(piece.tag)];
    if (is_block(tag.kind)) return;
    const Shown shown = show_tag(tag, scope_);
    if (shown.source) source_ = shown.source;
    sink_(shown.text, piece.run);
  }

  /// Renders the block that begins at `at`; returns where its end tag stands.
  std::size_t block(std::size_t at) {
    const Tag& tag = tags_[index(pieces_[at].tag)];
    std::size_t close = at;
    while (pieces_[close].next != none) close = pieces_[close].next;
    if (tag.kind == TagKind::each)
      repeat(at, tag, close);
    else
      choose(at);
    return close;
  }

  void repeat(std::size_t at, const Tag& tag, std::size_t close) {
    const std::vector<Turn> turns = scope_.turns(tag.each);
    const std::size_t body_end = pieces_[at].next;
    if (turns.empty() && body_end != close) walk(body_end + 1, close);
    for (std::size_t i = 0; i < turns.size(); ++i) {
      scope_.open(turns[i], i + 1, turns.size());
      walk(at + 1, body_end);
      scope_.close();
    }
  }

  void choose(std::size_t at) {
    for (; pieces_[at].next != none; at = pieces_[at].next) {
      const Tag& tag = tags_[index(pieces_[at].tag)];
      if (tag.kind == TagKind::otherwise || scope_.holds(tag.condition)) {
        return walk(at + 1, pieces_[at].next);
      }
    }
  }

  const std::vector<TextTemplate::Piece>& pieces_;
  const std::vector<Tag>& tags_;
  Scope& scope_;
  const TextSink& sink_;
  Source& source_;
};

}  // namespace

TextTemplate TextTemplate::make(const std::vector<sml::TextRun>& runs, const std::vector<int>& numbers,
                                const std::vector<Tag>& tags) {
  TextTemplate text;
  if (runs.empty()) return text;
  Cutter cutter(runs, text);
  for (const int number : numbers) cutter.take_tag(number, tags[index(number)]);
  cutter.finish();
  link(text, tags);
  return text;
}

int TextTemplate::lone_tag() const {
  int found = -1;
  for (const Piece& piece : pieces) {
    if (piece.tag < 0 && trim(piece.text).empty()) continue;
    if (piece.tag < 0 || found >= 0) return -1;
    found = piece.tag;
  }
  return found;
}

bool TextTemplate::has_tags() const {
  return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.tag >= 0; });
}

bool TextTemplate::is_rich() const {
  return std::any_of(properties.begin(), properties.end(),
                     [](const std::string& run) { return !run.empty(); });
}

Shown show_tag(const Tag& tag, Scope& scope) {
  switch (tag.kind) {
    case TagKind::value:
    case TagKind::paragraphs: return scope.show(tag);
    case TagKind::insert: return scope.textblock(tag);
    case TagKind::broken: return {Value::text(tag.raw), tag.raw, false, {}};
    case TagKind::each:
    case TagKind::when:
    case TagKind::else_when:
    case TagKind::otherwise:
    case TagKind::end:
    case TagKind::page_break:
    case TagKind::comment:
    case TagKind::picture:
    case TagKind::chart: break;
  }
  return {};
}

void render_text(const TextTemplate& text, const std::vector<Tag>& tags, Scope& scope, const TextSink& sink,
                 Source& source) {
  Renderer(text, tags, scope, sink, source).walk(0, text.pieces.size());
}

std::string render_text(const TextTemplate& text, const std::vector<Tag>& tags, Scope& scope) {
  std::string whole;
  Source source;
  render_text(
      text, tags, scope, [&](std::string_view part, std::size_t) { whole += part; }, source);
  return whole;
}

void mark_header_values(TextTemplate& header) {
  for (TextTemplate::Piece& piece : header.pieces) piece.run = piece.tag >= 0 ? 1 : 0;
}

std::string header_text(const TextTemplate& header, const std::vector<Tag>& tags, Scope& scope) {
  std::string text;
  Source source;
  const auto take = [&](std::string_view part, std::size_t run) {
    if (run == 0) {
      text += part;
      return;
    }
    const std::size_t digits = text.find_last_not_of("0123456789");
    const bool size = digits != std::string::npos && digits + 1 < text.size() && text[digits] == '&';
    if (size && !part.empty() && part[0] >= '0' && part[0] <= '9') text += ' ';
    for (const char c : part) text += c == '&' ? "&&" : std::string(1, c);
  };
  render_text(header, tags, scope, take, source);
  return text;
}

}  // namespace lg::merge
