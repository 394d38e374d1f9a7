#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lg {

/// A picture that templates may show. Its bytes are a file's, and may be anything until merge/ looks at them.
struct Picture {
  std::string name;   // as the user wrote it: "logotyp"
  std::string file;   // "logo.png"
  std::string text;   // alternative text; empty: the template's, or else the name made readable
  std::string bytes;  // empty with a `fault`
  std::string
      fault;  // why the file could not be read, a Swedish sentence; told where a tag wants the picture
  std::string remedy;
};

/// By folded name.
using Pictures = std::map<std::string, Picture>;

/// The picture that a tag or a value means: by its name, or by the name of its file with or without its
/// ending. Null when there is none.
[[nodiscard]] const Picture* find_picture(const Pictures& pictures, std::string_view name);

/// "Stadens vapen" of "stadens_vapen.png".
[[nodiscard]] std::string readable_name(std::string_view name);

}  // namespace lg
