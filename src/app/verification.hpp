#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace lg::app {

/// Opens a finished document as a stranger would: every part inflates with its right checksum, and every part
/// that is XML is well-formed. Throws std::logic_error when it does not, since such a document is a fault of
/// ours and must never be handed out.
void verify_document(const std::string& name, const std::string& bytes);

/// The same for a workbook, whose table with that name must have as many rows as expected.
void verify_workbook(const std::string& name, const std::string& bytes, const std::string& table,
                     std::optional<std::size_t> rows);

}  // namespace lg::app
