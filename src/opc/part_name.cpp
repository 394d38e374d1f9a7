#include "opc/part_name.hpp"

#include <vector>

namespace lg::opc {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    if (escape) {
      plain.push_back(static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])));
      i += 2;
    } else {
      plain.push_back(text[i]);
    }
  }
  return plain;
}

/// Absolute, with "." and ".." resolved; ".." never climbs out of the package.
std::string normalised(std::string_view text) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find('/', begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view segment = text.substr(begin, end - begin);
    if (segment == "..") {
      if (!segments.empty()) segments.pop_back();
    } else if (!segment.empty() && segment != ".") {
      segments.push_back(segment);
    }
    begin = end + 1;
  }
  std::string path;
  for (const std::string_view segment : segments) path.append("/").append(segment);
  return path.empty() ? "/" : path;
}

}  // namespace

PartName::PartName(std::string_view text) : text_(normalised(text)), key_(text_) {
  for (char& c : key_) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
}

std::string PartName::extension() const {
  const std::size_t dot = key_.rfind('.');
  const std::size_t slash = key_.rfind('/');
  return dot == std::string::npos || dot < slash ? "" : key_.substr(dot + 1);
}

PartName PartName::resolve(std::string_view target) const {
  std::string plain = unescaped(target.substr(0, target.find('#')));
  for (char& c : plain) {
    if (c == '\\') c = '/';  // written by some generators; a part name never holds one
  }
  if (plain.starts_with('/')) return PartName(plain);
  return PartName(text_.substr(0, text_.rfind('/') + 1) + plain);
}

PartName PartName::relationships_part() const {
  const std::size_t slash = text_.rfind('/');
  return PartName(text_.substr(0, slash) + "/_rels/" + text_.substr(slash + 1) + ".rels");
}

}  // namespace lg::opc
