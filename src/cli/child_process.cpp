#include "cli/child_process.hpp"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <string_view>

namespace lg::cli {
namespace {

constexpr int never_started = 127;  // as shells say it
constexpr timespec one_look = {0, 20'000'000};

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> all;
  for (const std::string& word : words) all.push_back(const_cast<char*>(word.c_str()));
  all.push_back(nullptr);
  return all;
}

sigset_t interruptions() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
  return set;
}

void write_line(const char* path, const std::string& line) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  if (::write(file, line.data(), line.size()) < 0) errno = 0;  // then the map stays empty, which does no harm
  ::close(file);
}

/// A network of its own, with nothing in it. Not every system lets a user have one; the programs we start are
/// told in other ways too to fetch nothing.
void leave_network() {
  const std::string user = std::to_string(::getuid());
  const std::string group = std::to_string(::getgid());
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
  write_line("/proc/self/setgroups", "deny");
  write_line("/proc/self/uid_map", user + " " + user + " 1");
  write_line("/proc/self/gid_map", group + " " + group + " 1");
}

[[noreturn]] void become(const ChildProgram& program, const sigset_t& mask) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_core = {0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  leave_network();
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, stream);
  if (nothing > STDERR_FILENO) ::close(nothing);
  ::sigprocmask(SIG_SETMASK, &mask, nullptr);
  const std::vector<char*> words = pointers(program.words);
  const std::vector<char*> environment = pointers(program.environment);
  if (::chdir(program.folder.c_str()) == 0) ::execve(words.front(), words.data(), environment.data());
  ::_exit(never_started);
}

ChildEnd end_of(int status) {
  if (!WIFEXITED(status)) return ChildEnd::failed;
  if (WEXITSTATUS(status) == never_started) return ChildEnd::not_started;
  return WEXITSTATUS(status) == 0 ? ChildEnd::done : ChildEnd::failed;
}

void kill_group(pid_t child) {
  ::kill(-child, SIGKILL);
  ::kill(child, SIGKILL);  // it may not lead its group yet
  ::waitpid(child, nullptr, 0);
}

ChildOutcome wait_for(pid_t child, std::chrono::milliseconds longest, const sigset_t& stop) {
  const auto end = std::chrono::steady_clock::now() + longest;
  while (true) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) {
      ::kill(-child, SIGKILL);  // what it may have left running
      return {end_of(status), 0};
    }
    const int signal = ::sigtimedwait(&stop, nullptr, &one_look);
    const bool out = std::chrono::steady_clock::now() >= end;
    if (signal < 0 && !out) continue;
    kill_group(child);
    return signal > 0 ? ChildOutcome{ChildEnd::interrupted, signal} : ChildOutcome{ChildEnd::timed_out, 0};
  }
}

}  // namespace

ChildOutcome run_child(const ChildProgram& program) {
  const sigset_t stop = interruptions();
  sigset_t before;
  ::sigprocmask(SIG_BLOCK, &stop, &before);
  const pid_t child = ::fork();
  if (child == 0) become(program, before);
  const ChildOutcome outcome = child < 0 ? ChildOutcome{} : wait_for(child, program.longest, stop);
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  return outcome;
}

}  // namespace lg::cli
