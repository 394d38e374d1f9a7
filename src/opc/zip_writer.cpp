#include "opc/zip_writer.hpp"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace lg::opc {
namespace {

// 1980-01-01 00:00, the earliest time that a ZIP archive can hold: it says nothing about the run.
constexpr zip_uint16_t dos_time = 0;
constexpr zip_uint16_t dos_date = (1U << 5U) | 1U;

// Level 4 of libdeflate packs about as zlib's 6 does, in a quarter of its time.
constexpr int level = 4;

struct FreeCompressor {
  void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};

[[noreturn]] void fail() {
  throw std::runtime_error("libzip could not write an archive to memory");
}

}  // namespace

RawEntry deflate(std::string_view bytes) {
  RawEntry entry;
  entry.size = bytes.size();
  entry.crc = libdeflate_crc32(0, bytes.data(), bytes.size());
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(libdeflate_alloc_compressor(level));
  entry.bytes.resize(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()));
  const std::size_t packed = libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(),
                                                         entry.bytes.data(), entry.bytes.size());
  entry.deflated = packed > 0 && packed < bytes.size();
  if (entry.deflated) {
    entry.bytes.resize(packed);
  } else {
    entry.bytes = std::string(bytes);
  }
  return entry;
}

/// Hands libzip an entry that is packed already: its stat says so, and libzip copies it as it is.
struct EntrySource {
  static zip_int64_t call(void* user, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& named = *static_cast<ZipWriter::Named*>(user);
    switch (command) {
      case ZIP_SOURCE_OPEN: named.read = 0; return 0;
      case ZIP_SOURCE_READ: return read(named, data, size);
      case ZIP_SOURCE_STAT: return stat(named, data);
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE: return 0;
      case ZIP_SOURCE_ERROR: return static_cast<zip_int64_t>(2 * sizeof(int));
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
      default: return -1;
    }
  }

  static zip_int64_t read(ZipWriter::Named& named, void* data, zip_uint64_t size) {
    const std::size_t count = std::min<std::size_t>(size, named.entry.bytes.size() - named.read);
    std::memcpy(data, named.entry.bytes.data() + named.read, count);
    named.read += count;
    return static_cast<zip_int64_t>(count);
  }

  static zip_int64_t stat(const ZipWriter::Named& named, void* data) {
    auto& stat = *static_cast<zip_stat_t*>(data);
    zip_stat_init(&stat);
    stat.size = named.entry.size;
    stat.comp_size = named.entry.bytes.size();
    stat.crc = named.entry.crc;
    stat.comp_method = named.entry.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    stat.encryption_method = ZIP_EM_NONE;
    stat.valid =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    return sizeof(zip_stat_t);
  }
};

void ZipWriter::add(std::string name, RawEntry entry) {
  entries_.push_back({std::move(name), std::move(entry), 0});
}

std::string ZipWriter::finish() {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (buffer == nullptr) fail();
  zip_source_keep(buffer);  // zip_close lets go of it; we read it afterwards
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  if (archive == nullptr) fail();
  for (Named& named : entries_) {
    zip_source_t* source = zip_source_function_create(&EntrySource::call, &named, &error);
    const zip_int64_t index = zip_file_add(archive, named.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) fail();
    const auto place = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = named.entry.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    if (zip_set_file_compression(archive, place, method, 0) != 0) fail();
    if (zip_file_set_dostime(archive, place, dos_time, dos_date, 0) != 0) fail();
  }
  if (zip_close(archive) != 0) fail();
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_open(buffer) != 0 || zip_source_stat(buffer, &stat) != 0) fail();
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  zip_error_fini(&error);
  if (read != static_cast<zip_int64_t>(bytes.size())) fail();
  return bytes;
}

}  // namespace lg::opc
