#include "cli/file_writer.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/file_system.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <system_error>
#include <utility>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporary_prefix = ".genomgang-";

[[noreturn]] void refuse(const fs::path& path, std::string code, std::string message, std::string hint) {
  throw UnreadableFile(Problem{Severity::error,
                               std::move(code),
                               FileLocation{path.string()},
                               std::move(message),
                               std::move(hint),
                               {}});
}

[[noreturn]] void refuse_writing(const fs::path& path, int error, const std::string& elsewhere) {
  if (error == ENOSPC || error == EDQUOT) {
    refuse(path, "FIL-070", "Disken är full, så inget har skrivits.",
           "Ta bort något från disken, eller " + elsewhere);
  }
  if (error == EACCES || error == EPERM || error == EROFS) {
    refuse(path, "FIL-071", "Du har inte rätt att skriva i mappen.", to_upper_first(elsewhere));
  }
  refuse(path, "FIL-072", "Filen kan inte skrivas.", to_upper_first(elsewhere));
}

/// One file on its way: what to take back when the others fail.
struct Pending {
  fs::path temporary;
  fs::path target;
  fs::path backup;  // the file that stood there; empty when none did
  bool placed = false;
};

class Writer {
 public:
  Writer(fs::path folder, bool overwrite, Advice advice)
      : folder_(std::move(folder)), overwrite_(overwrite), advice_(std::move(advice)) {}
  ~Writer() {
    if (!done_) take_back();
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void prepare_folder() {
    std::error_code error;
    for (fs::path missing = folder_; !missing.empty() && !fs::exists(missing, error);
         missing = missing.parent_path()) {
      created_.push_back(missing);
    }
    fs::create_directories(folder_, error);
    if (error) {
      if (fs::exists(folder_))
        refuse(folder_, "FIL-073", "Det finns en fil med mappens namn.", to_upper_first(advice_.elsewhere));
      refuse_writing(folder_, error.value(), advice_.elsewhere);
    }
    remove_leftovers();
  }

  void check_targets(const std::vector<app::NamedFile>& files) const {
    for (const app::NamedFile& file : files) {
      const fs::path target = folder_ / file.name;
      std::error_code error;
      if (fs::is_directory(target, error)) {
        refuse(target, "FIL-074", "Det finns en mapp med dokumentets namn.",
               "Byt namn på mappen, eller " + advice_.elsewhere);
      }
      const bool open = fs::exists(folder_ / ("~$" + file.name), error) ||
                        fs::exists(folder_ / (".~lock." + file.name + "#"), error) ||
                        (file.name.size() > 2 && fs::exists(folder_ / ("~$" + file.name.substr(2)), error));
      if (fs::exists(target, error) && open) {
        refuse(target, "FIL-075", "Dokumentet är öppet i Word eller Excel.",
               "Stäng det och kör kommandot igen, eller " + advice_.elsewhere);
      }
      if (fs::exists(target, error) && !overwrite_) {
        refuse(target, "FIL-076", "Dokumentet finns redan och skrivs inte över.", advice_.exists);
      }
    }
  }

  void write(const app::NamedFile& file) {
    const std::string number = std::to_string(pending_.size() + 1);
    const std::string name =
        std::string(temporary_prefix) + std::to_string(::getpid()) + "-" + number + ".tmp";
    pending_.push_back({folder_ / name, folder_ / file.name, {}, false});
    write_bytes(pending_.back().temporary, file.bytes);
    if (read_file(pending_.back().temporary) != file.bytes) {
      refuse(pending_.back().target, "FIL-077", "Det som skrevs på disken är inte det som skulle skrivas.",
             to_upper_first(advice_.elsewhere));
    }
  }

  void place_all() {
    for (Pending& one : pending_) place(one);
    const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
      ::fsync(folder);
      ::close(folder);
    }
    done_ = true;
    std::error_code ignored;
    for (const Pending& one : pending_) {
      if (!one.backup.empty()) fs::remove(one.backup, ignored);
    }
  }

 private:
  void write_bytes(const fs::path& path, const std::string& bytes) const {
    // Only the owner may read it until it has its name.
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) refuse_writing(path.parent_path(), errno, advice_.elsewhere);
    std::size_t written = 0;
    while (written < bytes.size()) {
      const ssize_t size = ::write(file, bytes.data() + written, bytes.size() - written);
      if (size < 0 && errno == EINTR) continue;
      if (size < 0) {
        const int error = errno;
        ::close(file);
        refuse_writing(path.parent_path(), error, advice_.elsewhere);
      }
      written += static_cast<std::size_t>(size);
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const bool flushed = ::fchmod(file, 0666U & ~mask) == 0 && ::fsync(file) == 0;
    const int error = errno;
    if (::close(file) != 0 || !flushed) refuse_writing(path.parent_path(), error, advice_.elsewhere);
  }

  void place(Pending& one) const {
    std::error_code error;
    if (fs::exists(one.target, error)) {
      fs::path backup = one.temporary;
      backup.replace_extension(".old");
      fs::create_hard_link(one.target, backup, error);
      if (error) fs::copy_file(one.target, backup, error);  // a file system without hard links
      if (error) refuse_writing(folder_, error.value(), advice_.elsewhere);
      one.backup = backup;
    }
    fs::rename(one.temporary, one.target, error);
    if (error) refuse_writing(folder_, error.value(), advice_.elsewhere);
    one.placed = true;
  }

  void take_back() {
    std::error_code ignored;
    for (const Pending& one : pending_) {
      fs::remove(one.temporary, ignored);
      if (one.placed && one.backup.empty()) fs::remove(one.target, ignored);
      if (one.backup.empty()) continue;
      // A backup is a second name of the same file until the new one is placed; then it is the only one.
      if (one.placed) {
        fs::rename(one.backup, one.target, ignored);
      } else {
        fs::remove(one.backup, ignored);
      }
    }
    for (const fs::path& folder : created_) fs::remove(folder, ignored);
  }

  /// Temporary files of a run that was killed; those of one that still lives are left alone.
  void remove_leftovers() const {
    std::error_code error;
    for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      if (!name.starts_with(temporary_prefix)) continue;
      int process = 0;
      const char* digits = name.data() + temporary_prefix.size();
      std::from_chars(digits, name.data() + name.size(), process);
      std::error_code ignored;
      if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) fs::remove(entry->path(), ignored);
    }
  }

  fs::path folder_;
  bool overwrite_;
  Advice advice_;
  std::vector<fs::path> created_;  // folders that were not there, the innermost first
  bool done_ = false;
  std::vector<Pending> pending_;
};

}  // namespace

void write_together(const fs::path& folder, const std::vector<app::NamedFile>& files, bool overwrite,
                    const Advice& advice) {
  Writer writer(folder, overwrite, advice);
  writer.prepare_folder();
  writer.check_targets(files);
  for (const app::NamedFile& file : files) writer.write(file);
  writer.place_all();
}

}  // namespace lg::cli
