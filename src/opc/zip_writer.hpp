#pragma once

#include "opc/zip_reader.hpp"

#include <deque>
#include <string>
#include <string_view>

namespace lg::opc {

/// Compressed with DEFLATE; stored as it is where that is no smaller.
[[nodiscard]] RawEntry deflate(std::string_view bytes);

/// Makes a ZIP archive in memory: entries in the order they are added, all with the same time stamp, so that
/// the same entries give the same bytes.
class ZipWriter {
 public:
  void add(std::string name, RawEntry entry);
  /// The archive's bytes. Throws std::runtime_error when libzip fails, which is a fault of ours.
  [[nodiscard]] std::string finish();

 private:
  struct Named {
    std::string name;
    RawEntry entry;
    std::size_t read = 0;
  };
  friend struct EntrySource;

  std::deque<Named> entries_;
};

}  // namespace lg::opc
