#include "web/upload.hpp"

#include "app/output_name.hpp"
#include "base/text.hpp"
#include "web/answer.hpp"

#include <Poco/Net/MessageHeader.h>
#include <Poco/Net/MultipartReader.h>
#include <Poco/Net/NameValueCollection.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <istream>

namespace lg::web {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t piece = 65'536;

std::string in_mib(std::size_t bytes) {
  return std::to_string(bytes / (std::size_t{1024} * 1024)) + " MB";
}

Refusal too_much() {
  return {Status::too_large,
          "Filerna är för stora tillsammans: gränsen är " + in_mib(upload_limits.all) + ".",
          "Välj mappen i stället för att släppa filerna här."};
}

Refusal damaged() {
  return {Status::bad_request, "Det som skickades kom inte fram helt.", "Försök igen."};
}

/// Counts what is read, and the time it takes.
class Allowance {
 public:
  void take(std::size_t bytes) {
    taken_ += bytes;
    if (taken_ > upload_limits.all) throw too_much();
    if (Clock::now() > end_) {
      throw Refusal{Status::too_slow, "Det tog för lång tid att ta emot filerna.",
                    "Försök igen, eller välj mappen i stället."};
    }
  }

 private:
  std::size_t taken_ = 0;
  Clock::time_point end_ = Clock::now() + std::chrono::seconds(upload_limits.seconds);
};

/// A long name without its middle: the ending tells what the file is, and numbers must fit before it.
std::string shortened(const std::string& name) {
  constexpr std::size_t longest = 100;        // bytes; app::safe_file_name cuts after 120
  constexpr std::size_t longest_ending = 16;  // what is longer is no ending
  if (name.size() <= longest) return name;
  std::string ending = fs::path(name).extension().string();
  if (ending.size() > longest_ending) ending.clear();
  std::size_t kept = longest - ending.size();
  while (kept > 0 && (static_cast<unsigned char>(name[kept]) & 0xC0U) == 0x80U) --kept;  // whole characters
  return name.substr(0, kept) + ending;
}

/// The last part of a name, with the separators of all systems taken as such; two of one name get numbers.
std::string safe_name(const std::string& sent, const fs::path& folder) {
  const std::size_t cut = sent.find_last_of("/\\");
  const std::string last = cut == std::string::npos ? sent : sent.substr(cut + 1);
  // As a whole, so that an ending is safe as well.
  std::string safe = app::safe_file_name(shortened(last), "");
  const fs::path name = shortened(safe);
  const std::string extension = name.extension().string();
  const std::string stem = name.stem().string();
  std::error_code error;
  for (int number = 2; fs::exists(folder / safe, error); ++number)
    safe = app::safe_file_name(stem + " (" + std::to_string(number) + ")", extension);
  return safe;
}

/// A new file that only its owner can read.
class PrivateFile {
 public:
  explicit PrivateFile(const fs::path& path)
      : number_(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (number_ < 0) throw no_room();
  }
  ~PrivateFile() {
    if (number_ >= 0) ::close(number_);
  }
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  void write(const char* bytes, std::size_t size) {
    while (size > 0) {
      const ssize_t written = ::write(number_, bytes, size);
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) throw no_room();
      bytes += written;
      size -= static_cast<std::size_t>(written);
    }
  }

 private:
  static Refusal no_room() {
    return {Status::unprocessable, "Filerna får inte plats på disken.", "Frigör plats och försök igen."};
  }

  int number_;
};

void receive_file(std::istream& part, const fs::path& path, Allowance& allowance) {
  PrivateFile file(path);
  std::array<char, piece> buffer{};
  std::size_t size = 0;
  while (part.good()) {
    part.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto read = static_cast<std::size_t>(part.gcount());
    size += read;
    if (size > upload_limits.file) {
      throw Refusal{Status::too_large,
                    "”" + path.filename().string() + "” är för stor: gränsen är " +
                        in_mib(upload_limits.file) + " för en fil.",
                    "Ta bort bilder och tomma rader ur filen, eller dela upp den."};
    }
    allowance.take(read);
    file.write(buffer.data(), read);
  }
}

/// The name that a part was sent with; empty when it is no file.
std::string sent_name(const Poco::Net::MessageHeader& header) {
  std::string kind;
  Poco::Net::NameValueCollection values;
  Poco::Net::MessageHeader::splitParameters(header.get("Content-Disposition", ""), kind, values);
  return clean(values.get("filename", "")).text;
}

void require_length(const Poco::Net::HTTPServerRequest& request, std::size_t most) {
  if (request.hasContentLength() && static_cast<std::size_t>(request.getContentLength64()) > most)
    throw too_much();
}

}  // namespace

std::vector<fs::path> receive_files(Poco::Net::HTTPServerRequest& request, const fs::path& folder) {
  std::string type;
  Poco::Net::NameValueCollection values;
  Poco::Net::MessageHeader::splitParameters(request.getContentType(), type, values);
  if (to_lower(type) != "multipart/form-data" || values.get("boundary", "").empty())
    throw Refusal{Status::wrong_type, "Hit kan bara filer skickas.", "Välj filerna på sidan."};
  require_length(request, upload_limits.all);
  std::vector<fs::path> paths;
  Allowance allowance;
  try {
    Poco::Net::MultipartReader reader(request.stream(), values.get("boundary"));
    while (reader.hasNextPart()) {
      Poco::Net::MessageHeader header;
      reader.nextPart(header);
      const std::string name = sent_name(header);
      if (name.empty()) throw damaged();
      if (paths.size() == upload_limits.files) {
        throw Refusal{Status::too_large,
                      "Högst " + std::to_string(upload_limits.files) + " filer kan släppas på en gång.",
                      "Välj mappen i stället."};
      }
      paths.push_back(folder / safe_name(name, folder));
      receive_file(reader.stream(), paths.back(), allowance);
      // Without an end, it is a sender that went away: what came is not what was meant.
      const auto* part = dynamic_cast<const Poco::Net::MultipartIOS*>(&reader.stream());
      if (!reader.hasNextPart() && (part == nullptr || !part->lastPart())) throw damaged();
    }
  } catch (const Poco::Exception&) {
    throw damaged();
  }
  if (paths.empty()) throw damaged();
  return paths;
}

std::string receive_text(Poco::Net::HTTPServerRequest& request) {
  std::string type;
  Poco::Net::NameValueCollection values;
  Poco::Net::MessageHeader::splitParameters(request.getContentType(), type, values);
  if (to_lower(type) != "application/json") throw Refusal{Status::wrong_type, "Anropet har fel form.", ""};
  require_length(request, upload_limits.json);
  std::string text(upload_limits.json + 1, '\0');
  request.stream().read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(request.stream().gcount()));
  if (text.size() > upload_limits.json) throw too_much();
  return text;
}

void let_go(Poco::Net::HTTPServerRequest& request) {
  constexpr std::size_t most = std::size_t{64} * 1024 * 1024;
  const auto end = Clock::now() + std::chrono::seconds(2);
  std::array<char, piece> buffer{};
  std::size_t size = 0;
  try {
    std::istream& stream = request.stream();
    while (stream.good() && size < most && Clock::now() < end) {
      stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
      size += static_cast<std::size_t>(stream.gcount());
    }
  } catch (const Poco::Exception&) {
    return;  // the sender is gone
  }
}

}  // namespace lg::web
