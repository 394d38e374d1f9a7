#include "opc/zip_reader.hpp"

#include "base/problem.hpp"
#include "opc/limits.hpp"
#include "opc/part_name.hpp"

#include <libdeflate.h>
#include <zip.h>

#include <utility>

namespace lg::opc {
namespace {

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

std::string mebibytes(std::size_t bytes) {
  return std::to_string(bytes / Limits::mib) + " MiB";
}

/// A folder above the package's root, the root of a disk, or a drive: never a part's name.
bool climbs(std::string_view name) {
  const std::string path = "/" + std::string(name) + "/";
  return path.find("/../") != std::string::npos || path.starts_with("//") ||
         (name.size() > 1 && name[1] == ':');
}

}  // namespace

ZipReader::ZipReader(std::string file_name, std::string bytes)
    : file_name_(std::move(file_name)), bytes_(std::move(bytes)) {
  if (bytes_.size() > limits.file) {
    refuse("FIL-020", "Filen är större än " + mebibytes(limits.file) + ", som är gränsen för en fil.",
           "Dela upp arbetsboken på flera, eller ta bort bilder och blad som inte behövs.");
  }
  if (!bytes_.starts_with("PK\x03\x04")) refuse_foreign_file(file_name_, bytes_);
  open_archive();
  try {
    list_entries();
  } catch (...) {
    zip_discard(archive_);
    throw;
  }
}

ZipReader::~ZipReader() {
  zip_discard(archive_);
}

void ZipReader::refuse(const std::string& code, const std::string& message, const std::string& hint) const {
  throw UnreadableFile(Problem{Severity::error, code, FileLocation{file_name_}, message, hint, {}});
}

void ZipReader::open_archive() {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
  if (source != nullptr) archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive_ != nullptr) return;
  if (source != nullptr) zip_source_free(source);
  refuse_foreign_file(file_name_, bytes_);
}

void ZipReader::list_entries() {
  const zip_int64_t count = zip_get_num_entries(archive_, 0);
  if (count > static_cast<zip_int64_t>(limits.entries)) {
    refuse("FIL-021",
           "Filen består av " + std::to_string(count) + " delar; gränsen är " +
               std::to_string(limits.entries) + ".",
           "Kopiera bladen som behövs till en ny arbetsbok och spara den.");
  }
  for (zip_int64_t i = 0; i < count; ++i) add_entry(static_cast<std::uint64_t>(i));
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (by_key_.emplace(PartName(entry.name).key(), i).second) continue;
    refuse("FIL-022",
           "Filen innehåller två delar med samma namn (”" + entry.name + "”), så innehållet är tvetydigt.",
           "Öppna filen i Excel eller Word och spara den på nytt.");
  }
}

const ZipReader::Entry* ZipReader::find(const std::string& part_key) const {
  const auto found = by_key_.find(part_key);
  return found == by_key_.end() ? nullptr : &entries_[found->second];
}

void ZipReader::add_entry(std::uint64_t index) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_, index, 0, &stat) != 0 || stat.name == nullptr)
    refuse_foreign_file(file_name_, bytes_);
  Entry entry{stat.name, index, stat.size, stat.comp_size, stat.crc, stat.comp_method == ZIP_CM_DEFLATE};
  for (char& c : entry.name) {
    if (c == '\\') c = '/';  // some Windows generators write backslashes
  }
  if (entry.name.empty() || entry.name.ends_with('/')) return;  // a folder
  if (climbs(entry.name)) {
    refuse("FIL-023", "Filen innehåller en del med otillåtet namn (”" + entry.name + "”).",
           "Använd inte filen om du inte vet varifrån den kommer; spara annars om den i Excel eller Word.");
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    refuse("FIL-003", "Filen är lösenordsskyddad och kan inte läsas.",
           "Öppna filen i Excel eller Word, ta bort skyddet (Arkiv › Info) och spara den.");
  }
  if (!entry.deflated && stat.comp_method != ZIP_CM_STORE) {
    refuse("FIL-024", "Filen är packad på ett sätt som Excel och Word inte använder.",
           "Öppna filen i Excel eller Word och spara den på nytt.");
  }
  entries_.push_back(std::move(entry));
}

RawEntry ZipReader::raw(const Entry& entry) const {
  RawEntry raw{std::string(entry.compressed_size, '\0'), entry.size, entry.crc, entry.deflated};
  const std::lock_guard lock(reading_);
  zip_file_t* file = zip_fopen_index(archive_, entry.index, ZIP_FL_COMPRESSED);
  if (file == nullptr) refuse_foreign_file(file_name_, bytes_);
  const zip_int64_t read = zip_fread(file, raw.bytes.data(), raw.bytes.size());
  zip_fclose(file);
  if (read != static_cast<zip_int64_t>(raw.bytes.size())) refuse_foreign_file(file_name_, bytes_);
  return raw;
}

std::string ZipReader::inflate(const Entry& entry) const {
  if (entry.size > limits.part) {
    refuse("FIL-025", "Delen ”" + entry.name + "” är större än " + mebibytes(limits.part) + " uppackad.",
           "Ta bort rader och blad som inte behövs och spara arbetsboken.");
  }
  if (entry.size > limits.ratio_from && entry.size / limits.ratio > entry.compressed_size) {
    refuse("FIL-026",
           "Delen ”" + entry.name + "” är packad mer än " + std::to_string(limits.ratio) +
               " gånger, som bara sker i filer gjorda för att fylla datorns minne.",
           "Använd inte filen om du inte vet varifrån den kommer; spara annars om den i Excel.");
  }
  inflated_ += entry.size;
  if (inflated_ > limits.all_parts) {
    refuse("FIL-027", "Filen är större än " + mebibytes(limits.all_parts) + " uppackad.",
           "Ta bort rader och blad som inte behövs och spara arbetsboken.");
  }
  RawEntry packed = raw(entry);
  std::string bytes;
  if (entry.deflated) {
    // The buffer is as large as the entry says and no larger: an entry that lies is found out, not obeyed.
    bytes.resize(entry.size);
    const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> inflater(
        libdeflate_alloc_decompressor());
    const libdeflate_result result = libdeflate_deflate_decompress(
        inflater.get(), packed.bytes.data(), packed.bytes.size(), bytes.data(), bytes.size(), nullptr);
    if (result != LIBDEFLATE_SUCCESS) refuse_foreign_file(file_name_, bytes_);
  } else {
    bytes = std::move(packed.bytes);
  }
  if (bytes.size() != entry.size || libdeflate_crc32(0, bytes.data(), bytes.size()) != entry.crc) {
    refuse_foreign_file(file_name_, bytes_);
  }
  return bytes;
}

}  // namespace lg::opc
