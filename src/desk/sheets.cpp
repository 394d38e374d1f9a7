#include "desk/sheets.hpp"

#include <Poco/JSON/Object.h>

#include <string>
#include <string_view>

namespace lg::desk {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

const char* word_of(app::Presence presence) {
  switch (presence) {
    case app::Presence::found: return "found";
    case app::Presence::empty: return "empty";
    case app::Presence::missing: return "missing";
  }
  return "";
}

/// "VoR 2024" of last year's VoR: the page has no other word for which year it is.
std::string kind_of(const app::ChecklistLine& line) {
  constexpr std::string_view last_year = "förra årets ";
  std::string kind = line.list;
  if (kind.starts_with(last_year)) kind.erase(0, last_year.size());
  return line.year == 0 ? kind : kind + " " + std::to_string(line.year);
}

void add_sentence(std::string& text, const std::string& sentence) {
  if (!sentence.empty()) text += (text.empty() ? "" : " ") + sentence;
}

Object object_of(const app::ChecklistLine& line) {
  Array places;
  std::string remark;
  for (const app::ChecklistSheet& sheet : line.sheets) {
    places.add(sheet.file + " › " + sheet.sheet);
    add_sentence(remark, sheet.remark);
  }
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("kind", kind_of(line));
  object.set("state", word_of(line.presence));
  object.set("purpose", line.purpose);
  object.set("needed", line.needed);
  object.set("rows", line.rows);
  object.set("places", places);
  object.set("sentence", line.sentence);
  object.set("remark", remark);
  return object;
}

Object object_of(const app::UnusedSheet& unused) {
  Array places;
  places.add(unused.sheet.empty() ? unused.file : unused.file + " › " + unused.sheet);
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("kind", unused.sheet.empty() ? unused.file : unused.sheet);
  object.set("state", "unread");
  object.set("purpose", "");
  object.set("needed", false);
  object.set("rows", 0);
  object.set("places", places);
  object.set("sentence", "");
  object.set("remark", unused.remark);
  return object;
}

}  // namespace

Array sheets(const app::Checklist& checklist) {
  Array list;
  for (const app::ChecklistLine& line : checklist.lines) {
    const bool news = line.presence != app::Presence::missing || line.needed || line.in_report;
    if (news) list.add(object_of(line));
  }
  for (const app::UnusedSheet& unused : checklist.unused) list.add(object_of(unused));
  return list;
}

}  // namespace lg::desk
