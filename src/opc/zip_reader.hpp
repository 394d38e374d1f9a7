#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace lg::opc {

/// One entry of an archive, still compressed.
struct RawEntry {
  std::string bytes;
  std::uint64_t size = 0;  // inflated
  std::uint32_t crc = 0;
  bool deflated = false;  // false: stored as it is
};

/// A ZIP archive in memory, read entry by entry within the limits of limits.hpp. Whatever is wrong with the
/// archive ends in UnreadableFile with a Swedish sentence. Nothing is ever written to disk. Several threads
/// may read.
class ZipReader {
 public:
  ZipReader(std::string file_name, std::string bytes);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  struct Entry {
    std::string name;  // as written, with "/" between folders
    std::uint64_t index = 0;
    std::uint64_t size = 0;
    std::uint64_t compressed_size = 0;
    std::uint32_t crc = 0;
    bool deflated = false;
  };

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// The entry with that part name's key; null when there is none.
  [[nodiscard]] const Entry* find(const std::string& part_key) const;
  [[nodiscard]] std::string inflate(const Entry& entry) const;
  [[nodiscard]] RawEntry raw(const Entry& entry) const;

 private:
  void open_archive();
  void list_entries();
  void add_entry(std::uint64_t index);
  [[noreturn]] void refuse(const std::string& code, const std::string& message,
                           const std::string& hint) const;

  std::string file_name_;
  std::string bytes_;
  zip* archive_ = nullptr;
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> by_key_;  // places in entries_ by part name
  mutable std::mutex reading_;  // copies of a package share the archive, and libzip reads for one at a time
  mutable std::atomic<std::uint64_t> inflated_ = 0;  // bytes of all parts so far, against Limits::all_parts
};

/// What a file that is no package seems to be, as a problem: empty, encrypted, .xls, .csv, .html, cut off …
[[noreturn]] void refuse_foreign_file(const std::string& file_name, std::string_view bytes);

}  // namespace lg::opc
