#include "base/location.hpp"

namespace lg {
namespace {

std::string joined(const std::string& left, const std::string& right) {
  if (left.empty()) return right;
  return right.empty() ? left : left + " › " + right;
}

std::string text_of(const FileLocation& at) {
  return at.file;
}

std::string text_of(const CellLocation& at) {
  const std::string column = at.column.empty() ? "" : " (" + at.column + ")";
  return joined(joined(at.file, at.sheet), at.cell + column);
}

/// The part in a reader's words: nothing for the body, where most of the text stands.
std::string story_name(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::string name = slash == std::string::npos ? part : part.substr(slash + 1);
  if (name.starts_with("header")) return "sidhuvud";
  if (name.starts_with("footer")) return "sidfot";
  if (name.starts_with("footnotes")) return "fotnot";
  if (name.starts_with("endnotes")) return "slutkommentar";
  if (name.starts_with("comments")) return "kommentar";
  if (part.starts_with("/docProps/")) return "dokumentegenskaper";
  return "";
}

std::string text_of(const ParagraphLocation& at) {
  const std::string excerpt = at.excerpt.empty() ? "" : "”" + at.excerpt + "”";
  const std::string around = joined(joined(at.file, story_name(at.part)), at.heading);
  return joined(joined(around, at.spot), excerpt);
}

}  // namespace

std::string to_text(const Location& location) {
  return std::visit([](const auto& at) { return text_of(at); }, location);
}

const std::string& file_of(const Location& location) {
  return std::visit([](const auto& at) -> const std::string& { return at.file; }, location);
}

}  // namespace lg
