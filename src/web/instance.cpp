#include "web/instance.hpp"

#include "base/problem.hpp"
#include "cli/file_system.hpp"
#include "cli/file_writer.hpp"
#include "cli/scratch_folder.hpp"
#include "web/answer.hpp"
#include "web/json.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace lg::web {
namespace {

namespace fs = std::filesystem;

constexpr const char* lock_name = "sidan.las";
constexpr const char* notice_name = "sidan.json";
constexpr long answers_in = 30;  // seconds; it reads the folder before it answers

/// A folder of the user's own, mode 0700; empty when it belongs to somebody else or cannot be made.
fs::path private_folder() {
  const char* given = std::getenv("XDG_RUNTIME_DIR");
  std::error_code error;
  const fs::path folder = given != nullptr && *given == '/'
                              ? fs::path(given) / "genomgang"
                              : fs::temp_directory_path(error) / ("genomgang-" + std::to_string(::getuid()));
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return {};
  struct stat about {};
  const bool ours = ::lstat(folder.c_str(), &about) == 0 && S_ISDIR(about.st_mode) &&
                    about.st_uid == ::getuid() && (about.st_mode & 0077U) == 0;
  return ours ? folder : fs::path();
}

std::optional<std::string> ask_at(int port, const std::string& secret, const std::string& folder) {
  Poco::JSON::Object body;
  body.set("secret", secret);
  body.set("folder", folder);
  const std::string text = to_json(body);
  Poco::Net::HTTPClientSession session("127.0.0.1", static_cast<Poco::UInt16>(port));
  session.setTimeout(Poco::Timespan(answers_in, 0));
  Poco::Net::HTTPRequest request(Poco::Net::HTTPRequest::HTTP_POST, "/api/address",
                                 Poco::Net::HTTPRequest::HTTP_1_1);
  request.setContentType("application/json");
  request.setContentLength64(static_cast<Poco::Int64>(text.size()));
  session.sendRequest(request) << text;
  Poco::Net::HTTPResponse response;
  std::string answer;
  Poco::StreamCopier::copyToString(session.receiveResponse(response), answer);
  if (response.getStatus() != Poco::Net::HTTPResponse::HTTP_OK) return {};
  return text_in(*from_json(answer), "address");
}

}  // namespace

Instance::Instance() : folder_(private_folder()) {
  if (folder_.empty()) return;  // then each start has a page of its own
  lock_ = ::open((folder_ / lock_name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  retry();
}

void Instance::retry() {
  if (lock_ >= 0) first_ = ::flock(lock_, LOCK_EX | LOCK_NB) == 0;
  if (lock_ >= 0 && first_) remove_remains();
}

/// A page that was killed had no time to take its temporary files away.
void Instance::remove_remains() const try {
  std::error_code error;
  const fs::path notice = folder_ / notice_name;
  if (!fs::exists(notice, error)) return;
  const fs::path scratch = text_in(*from_json(cli::read_file(notice)), "scratch");
  const bool ours =
      scratch.is_absolute() && scratch.filename().string().starts_with(cli::ScratchFolder::prefix);
  if (ours && fs::is_directory(fs::symlink_status(scratch, error))) fs::remove_all(scratch, error);
  fs::remove(notice, error);
} catch (const UnreadableFile&) {
  return;  // then there is nothing to go by
} catch (const Refusal&) {
  return;
}

Instance::~Instance() {
  std::error_code ignored;
  if (first_ && !folder_.empty()) {
    fs::remove(folder_ / notice_name, ignored);
    fs::remove(folder_ / "oppna.html", ignored);
  }
  if (lock_ >= 0) ::close(lock_);
}

void Instance::announce(unsigned short port, const std::string& secret, const fs::path& scratch) {
  if (folder_.empty()) return;
  Poco::JSON::Object notice;
  notice.set("port", static_cast<int>(port));
  notice.set("secret", secret);
  notice.set("scratch", scratch.string());
  cli::write_together(folder_, {{notice_name, to_json(notice)}}, true);
  fs::permissions(folder_ / notice_name, fs::perms::owner_read | fs::perms::owner_write);
}

std::optional<std::string> Instance::ask(const std::string& folder) const {
  try {
    const auto notice = from_json(cli::read_file(folder_ / notice_name));
    return ask_at(notice->getValue<int>("port"), text_in(*notice, "secret"), folder);
  } catch (const UnreadableFile&) {
    return {};
  } catch (const Refusal&) {
    return {};
  } catch (const Poco::Exception&) {
    return {};
  }
}

}  // namespace lg::web
