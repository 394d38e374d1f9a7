#pragma once

#include <string>

namespace lg::web {

/// The media type of a document that we hand out, by its ending.
[[nodiscard]] std::string content_type(const std::string& name);

/// The header that makes a browser save a file under its name, whatever letters it has (RFC 6266, RFC 8187).
[[nodiscard]] std::string attachment(const std::string& name);

}  // namespace lg::web
