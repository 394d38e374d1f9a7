#pragma once

#include "base/picture.hpp"
#include "base/problem.hpp"
#include "merge/tag.hpp"

#include <string>
#include <string_view>
#include <utility>

/// The sentences about pictures and charts.
namespace lg::merge {

/// The code of a picture's or chart's tag that stands where it cannot be filled in.
inline constexpr const char* misplaced_code = "M045";
/// What is wrong, as it goes on from "Taggen ”…”", and what to do: `found` is the name of the element that
/// stands where a picture or chart should.
[[nodiscard]] std::pair<std::string, std::string> misplaced(TagKind kind, std::string_view found);

/// The code of a picture that the data does not have.
inline constexpr const char* missing_picture_code = "M046";

[[nodiscard]] std::string missing_picture_message(const std::string& tag, const std::string& name);
[[nodiscard]] std::string missing_picture_hint(const Pictures& pictures, const std::string& name);

/// True when the picture's bytes can be put into a document; otherwise a problem at `where` says why not.
bool vet_picture(const Picture& picture, const std::string& tag, const Location& where, Problems& problems);

}  // namespace lg::merge
