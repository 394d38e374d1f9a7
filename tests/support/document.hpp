#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "opc/package.hpp"

#include <string>

namespace lg::test {

/// A small .docx with `body` between <w:body> and its section properties. It has the styles that Swedish Word
/// stores (Rubrik1 named "heading 1", Punktlista named "List Bullet") and a numbering of headings.
[[nodiscard]] opc::Package document(const std::string& body);

/// "<w:p><w:r><w:t>text</w:t></w:r></w:p>", with a style where one is given.
[[nodiscard]] std::string paragraph(const std::string& text, const std::string& style = "");
/// A table of one row; each cell holds one paragraph.
[[nodiscard]] std::string row(const std::initializer_list<std::string>& cells);
[[nodiscard]] std::string table(const std::string& rows);

/// Data from JSON, as `fyll` reads it.
[[nodiscard]] Dataset data(const std::string& json);

/// The document's body after `json` was filled in, as an outline: a line a paragraph, "| a | b |" a table
/// row, with the style's id before it in brackets. The problems follow, word for word.
[[nodiscard]] std::string filled(const std::string& body, const std::string& json);

/// The main part's XML after `json` was filled in, behind the problems but for notes.
[[nodiscard]] std::string filled_xml(const std::string& body, const std::string& json);

/// Every problem's whole text.
[[nodiscard]] std::string text_of(const Problems& problems);

}  // namespace lg::test
