#pragma once

#include <Poco/Net/HTTPServerRequest.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace lg::web {

/// How much may be sent to the page. Sizes in bytes.
struct UploadLimits {
  std::size_t file = std::size_t{32} * 1024 * 1024;  // as the core has it (opc::limits)
  std::size_t files = 20;
  std::size_t all = std::size_t{200} * 1024 * 1024;
  std::size_t json = std::size_t{64} * 1024;
  long seconds = 60;  // from the first byte to the last
};

inline constexpr UploadLimits upload_limits{};

/// Reads the files of a multipart/form-data body (RFC 7578) into an existing folder, each with mode 0600 and
/// under the last part of the name that it was sent with. Gives their paths, in order. Throws Refusal: 413
/// when it is too much, 415 when it is no such body, 408 when it takes too long, 400 when it is damaged.
std::vector<std::filesystem::path> receive_files(Poco::Net::HTTPServerRequest& request,
                                                 const std::filesystem::path& folder);

/// The whole body of a call in JSON. Throws Refusal as above.
[[nodiscard]] std::string receive_text(Poco::Net::HTTPServerRequest& request);

/// Reads on what a refused call still sends, for a short while, so that its sender gets to read the answer.
void let_go(Poco::Net::HTTPServerRequest& request);

}  // namespace lg::web
