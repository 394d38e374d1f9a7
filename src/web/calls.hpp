#pragma once

#include "app/named_file.hpp"
#include "base/problem.hpp"
#include "desk/documents.hpp"
#include "web/answer.hpp"
#include "web/downloads.hpp"
#include "web/gate.hpp"
#include "web/workspace.hpp"

#include <Poco/JSON/Array.h>
#include <Poco/Net/HTTPServerRequest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <string>

namespace lg::web {

/// What the calls work with.
struct CallsSetting {
  Gate& gate;
  std::filesystem::path templates;  // the program's own
  std::filesystem::path scratch;    // a folder of ours that is gone afterwards
  std::string version;              // of the program
  std::string address;              // "http://127.0.0.1:40123"
  std::string instance_secret;      // a second start shows it
};

/// Answers each call of the page: docs/formats/page-interface.md.
class Calls {
 public:
  explicit Calls(CallsSetting setting);

  /// Throws Refusal when the call is turned away or cannot be done, UnreadableFile when a file stops it.
  [[nodiscard]] Answer answer(Poco::Net::HTTPServerRequest& request);

  /// The folder to begin with.
  void choose(const std::filesystem::path& folder);

  /// Answers those who wait for something to happen.
  void end() { workspace_.end(); }

  /// Somebody pressed Avsluta.
  [[nodiscard]] bool asked_to_quit() const { return quitting_; }
  /// When somebody last did something: a call other than looking, or a file saved in the folder.
  [[nodiscard]] std::chrono::steady_clock::time_point last_activity() const;

 private:
  using Request = Poco::Net::HTTPServerRequest;
  struct Route;
  [[nodiscard]] static const Route* route_of(const std::string& path);

  Answer page(Request& request);
  Answer address(Request& request);
  Answer session(Request& request);
  Answer state(Request& request);
  Answer folders(Request& request);
  Answer choose_folder(Request& request);
  Answer drop_files(Request& request);
  Answer make_documents(Request& request);
  Answer mark_workbooks(Request& request);
  Answer take_template(Request& request);
  Answer standard_template(Request& request);
  Answer open_year(Request& request);
  Answer open_folder(Request& request);
  Answer quit(Request& request);
  Answer download(const std::string& id);

  /// Puts documents where the page can fetch them.
  [[nodiscard]] Poco::JSON::Array offer(std::vector<desk::Document> documents);
  [[nodiscard]] Workspace::Work chosen_work() const;
  /// A new folder of ours for files that are sent.
  [[nodiscard]] std::filesystem::path new_folder();

  CallsSetting setting_;
  Workspace workspace_;
  Downloads downloads_;
  std::mutex making_;  // one run at a time
  std::atomic<int> folder_number_ = 0;
  std::atomic<bool> quitting_ = false;
  std::atomic<std::chrono::steady_clock::time_point> last_call_;
};

}  // namespace lg::web
