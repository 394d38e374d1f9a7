#pragma once

#include "base/problem.hpp"
#include "base/value.hpp"
#include "merge/docx_template.hpp"
#include "merge/xlsx_template.hpp"
#include "opc/package.hpp"
#include "proof/parsed_package.hpp"
#include "sml/workbook.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace lg::app {

/// Opens a finished document again from its bytes and holds it against the rules of its format (proof/). A
/// rule that it breaks and its template does not becomes an error at the place in the template that wrote it:
/// such a document is not handed out. Gives the document as it was opened, for whoever reads it next. Throws
/// std::logic_error when the bytes are no package.
proof::ParsedPackage verify(const merge::DocxTemplate& from, const Dataset& data, const opc::Package& source,
                            const std::string& bytes, Problems& problems);
proof::ParsedPackage verify(const merge::XlsxTemplate& from, const Dataset& data, const opc::Package& source,
                            const std::string& bytes, Problems& problems);

/// The values of a finished workbook.
[[nodiscard]] sml::Workbook workbook_of(const proof::ParsedPackage& finished);

/// The same for a finished document that was changed once more. Throws std::logic_error when it breaks a rule
/// that it did not break before, since then the fault is ours alone.
void verify_again(const opc::Package& before, const std::string& bytes);

/// Throws std::logic_error when the finished workbook's table of that name has not that many rows.
void verify_rows(const opc::Package& finished, const std::string& table, std::size_t rows);

}  // namespace lg::app
