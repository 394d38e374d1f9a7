#include "cli/office.hpp"

#include "support/document.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for a test, first on the PATH and set as the place of temporary files.
class Surroundings {
 public:
  Surroundings() : path_(std::getenv("PATH")) {
    std::string name = (fs::temp_directory_path() / "prov med blank-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    ::setenv("TMPDIR", folder_.c_str(), 1);
  }
  ~Surroundings() {
    ::unsetenv("TMPDIR");
    ::setenv("PATH", path_.c_str(), 1);
    fs::remove_all(folder_);
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

  /// A program called soffice that does what the script says.
  void put_program(const std::string& script) {
    const fs::path program = folder_ / "bin" / "soffice";
    fs::create_directories(program.parent_path());
    std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
    fs::permissions(program, fs::perms::owner_all);
    ::setenv("PATH", (program.parent_path().string() + ":" + path_).c_str(), 1);
  }
  void hide_programs() { ::setenv("PATH", (folder_ / "tom").c_str(), 1); }

  [[nodiscard]] std::set<std::string> names() const {
    std::set<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_)) all.insert(entry.path().filename());
    return all;
  }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  std::string path_;
  fs::path folder_;
};

}  // namespace

TEST_CASE("office: without LibreOffice that is said") {
  Surroundings around;
  around.hide_programs();
  Office office;
  CHECK_FALSE(office.found());
  CHECK(office.convert("", "docx", "pdf").fault == OfficeFault::missing);
  CHECK(to_text(OfficeFault::missing) == "LibreOffice finns inte på datorn.");
}

TEST_CASE("office: a program that makes no file has refused") {
  Surroundings around;
  around.put_program("exit 0");
  CHECK(Office().convert("", "docx", "pdf").fault == OfficeFault::refused);
  around.put_program("exit 77");
  CHECK(Office().convert("", "docx", "pdf").fault == OfficeFault::refused);
  CHECK(to_text(OfficeFault::refused) == "LibreOffice kunde inte läsa dokumentet.");
}

TEST_CASE("office: what takes too long is killed with all that it started") {
  Surroundings around;
  const std::string mark = (around.folder() / "levde").string();
  around.put_program("(sleep 2; touch '" + mark + "') & wait");
  CHECK(Office(std::chrono::seconds(1)).convert("", "docx", "pdf").fault == OfficeFault::timed_out);
  ::sleep(2);
  CHECK_FALSE(fs::exists(mark));
  CHECK(to_text(OfficeFault::timed_out) == "LibreOffice blev inte klart i tid och stoppades.");
}

TEST_CASE("office: the folder is ours alone and goes afterwards; no macros, no network") {
  Surroundings around;
  const std::string told = (around.folder() / "sagt").string();
  around.put_program("{ stat -c %a .; cat profil/user/*.xcu; wc -l < /proc/net/dev; env; } > '" + told +
                     "'; cp in.docx ut/in.txt");
  {
    Office office;
    CHECK(office.convert("byte", "docx", "txt").bytes == "byte");
    CHECK(office.convert("annat", "docx", "txt").bytes == "annat");
  }
  std::ifstream file(told);
  const std::string said((std::istreambuf_iterator<char>(file)), {});
  CHECK(said.starts_with("700\n"));
  CHECK(said.find("DisableMacrosExecution\" oor:op=\"fuse\"><value>true") != std::string::npos);
  CHECK(said.find("LC_ALL=C.UTF-8") != std::string::npos);
  // Two lines of headings and the loopback device; where a user may not leave the network, nothing is held.
  if (std::system("unshare -Urn true 2>/dev/null") == 0) CHECK(said.find("\n3\n") != std::string::npos);
  CHECK(around.names() == std::set<std::string>{"bin", "sagt"});
}

TEST_CASE("office: LibreOffice makes a PDF of a document") {
  Surroundings around;
  Office office;
  if (!office.found()) {
    WARN("LibreOffice finns inte på datorn; provet kördes inte.");
    return;
  }
  const Conversion made = office.convert(test::document(test::paragraph("Text")).save(), "docx", "pdf");
  REQUIRE(made.made());
  CHECK(made.bytes.starts_with("%PDF-"));
}

}  // namespace lg::cli
