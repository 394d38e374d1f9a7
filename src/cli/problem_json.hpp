#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"

#include <string>
#include <vector>

namespace lg::cli {

/// A document that was made: what it is, where it lies and what it holds.
struct WrittenFile {
  std::string role;  // "rapport", "plan"
  std::string path;
  std::string sha256;
};

/// The answer of --json: problems and files, as the contract says.
[[nodiscard]] std::string to_json(const Problems& problems, const std::vector<WrittenFile>& files);

/// SHA-256 in lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(const std::string& bytes);

}  // namespace lg::cli
