#include "cli/file_system.hpp"

#include "base/text.hpp"
#include "opc/limits.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <system_error>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, std::string code, std::string message, std::string hint) {
  throw UnreadableFile(Problem{Severity::error,
                               std::move(code),
                               FileLocation{path.string()},
                               std::move(message),
                               std::move(hint),
                               {}});
}

[[noreturn]] void refuse_unopened(const fs::path& path, int error) {
  if (error == ENOENT) refuse(path, "FIL-060", "Filen finns inte.", "Kontrollera namnet och mappen.");
  if (error == EACCES)
    refuse(path, "FIL-061", "Du har inte rätt att läsa filen.", "Be ägaren om läsrätt, eller kopiera filen.");
  refuse(path, "FIL-062", "Filen kan inte läsas.",
         "Försök igen; ligger den på en nätverksenhet, kopiera den till datorn.");
}

struct Descriptor {
  int number = -1;
  explicit Descriptor(int n) : number(n) {}
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

bool is_lock_file(const std::string& name) {
  return name.starts_with("~$") || name.starts_with(".~lock.");
}

}  // namespace

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number < 0) refuse_unopened(path, errno);
  struct stat about {};
  if (::fstat(file.number, &about) != 0) refuse_unopened(path, errno);
  if (S_ISDIR(about.st_mode))
    refuse(path, "FIL-063", "Det är en mapp och ingen fil.", "Skriv namnet på en fil.");
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(std::max<off_t>(about.st_size, 0)));
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(bytes.size() + 65'536);
    const ssize_t read = ::read(file.number, bytes.data() + size, bytes.size() - size);
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) refuse_unopened(path, errno);
    if (read == 0) break;
    size += static_cast<std::size_t>(read);
    // One byte more than allowed is enough for the sentence that refuses it.
    if (size > opc::limits.file) break;
  }
  bytes.resize(size);
  return bytes;
}

std::string name_of(const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();
  const fs::path name = whole.has_filename() ? whole.filename() : whole.parent_path().filename();
  return name.string();
}

std::vector<app::NamedFile> read_workbooks(const fs::path& folder, Problems& problems) {
  std::error_code error;
  if (!fs::exists(folder, error)) refuse(folder, "FIL-064", "Mappen finns inte.", "Kontrollera namnet.");
  if (!fs::is_directory(folder, error))
    refuse(folder, "FIL-065", "Det är ingen mapp.", "Skriv namnet på mappen som arbetsböckerna ligger i.");
  std::vector<std::string> names;
  std::set<std::string> locked;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (is_lock_file(name)) {
      locked.insert(name);
    } else if (!entry->is_directory()) {
      names.push_back(name);
    }
  }
  if (error) refuse(folder, "FIL-066", "Mappen kan inte läsas.", "Kontrollera att du har rätt att läsa den.");
  std::ranges::sort(names);
  std::vector<app::NamedFile> files;
  for (const std::string& name : names) {
    const std::string extension = to_lower(fs::path(name).extension().string());
    if (extension == ".xlsx") {
      try {
        files.push_back({name, read_file(folder / name)});
      } catch (const UnreadableFile& unreadable) {
        Problem problem = unreadable.problem();
        problem.where = FileLocation{name};
        problems.add(std::move(problem));
      }
    } else if (extension == ".xls" || extension == ".xlsb" || extension == ".xlsm" || extension == ".csv" ||
               extension == ".ods") {
      problems.add({Severity::warning,
                    "FIL-051",
                    FileLocation{name},
                    "Filen läses inte; bara arbetsböcker som är sparade som .xlsx läses.",
                    "Hör den till underlaget, öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).",
                    {}});
    }
    // Excel's owner file drops the first letters of long names; the rest is enough to know it by.
    const bool open = locked.contains("~$" + name) || locked.contains(".~lock." + name + "#") ||
                      (name.size() > 2 && locked.contains("~$" + name.substr(2)));
    if (open && extension == ".xlsx") {
      problems.add({Severity::note,
                    "FIL-052",
                    FileLocation{name},
                    "Arbetsboken verkar vara öppen i Excel; det som senast sparades läses.",
                    "Spara den i Excel om du har ändrat något.",
                    {}});
    }
  }
  return files;
}

fs::path templates_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"templates", "../share/genomgang/templates", "../../templates"}) {
    const fs::path folder = (program / place).lexically_normal();
    if (fs::exists(folder / "ledningens-genomgang.docx", error)) return folder;
  }
  refuse(program, "FIL-067", "Programmets mallar finns inte där de ska.",
         "Installera programmet på nytt.");
}

}  // namespace lg::cli
