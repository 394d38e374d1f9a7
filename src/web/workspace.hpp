#pragma once

#include "desk/material.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace lg::web {

/// Which of the two templates: "rapport" or "plan".
enum class TemplateRole : std::uint8_t { report, plan };

/// What the page watches, one folder and the templates in use, and the state that is made of them whenever
/// somebody saves. The only state there is beside the requests.
class Workspace {
 public:
  /// A state that the page can be given.
  struct State {
    std::uint64_t number = 0;
    std::string json;  // docs/formats/page-interface.md, ”The state”
  };

  explicit Workspace(std::filesystem::path standard_templates);
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  /// Chooses the folder; `dropped`: it holds copies of files that were dropped on the page. Gives the number
  /// of the state that shows it. Throws Refusal when it cannot be read.
  std::uint64_t choose(const std::filesystem::path& folder, bool dropped);
  /// The same for a template; nothing: the program's own again.
  std::uint64_t use_template(TemplateRole role, std::optional<std::filesystem::path> own);
  /// Reads everything once more: the documents beside the workbooks have changed.
  std::uint64_t renew();

  /// The state when it is newer than that number, at once or as soon as there is one; null when the time is
  /// out.
  [[nodiscard]] std::shared_ptr<const State> newer_than(std::uint64_t number, std::chrono::milliseconds wait);

  /// Nobody waits any longer.
  void end();

  [[nodiscard]] std::filesystem::path folder() const;  // empty: none is chosen
  [[nodiscard]] bool dropped() const;
  /// Where the documents of the folder go; empty when it holds dropped files, or none is chosen.
  [[nodiscard]] std::filesystem::path target() const;

  /// Everything the core needs, read from the disk now. Throws UnreadableFile.
  [[nodiscard]] desk::Material material() const;

  /// The material, and where documents of it go: of one choice, though another tab makes another meanwhile.
  struct Work {
    desk::Material material;
    std::filesystem::path folder;
    std::optional<std::filesystem::path> report_template;
    std::optional<std::filesystem::path> plan_template;
    std::filesystem::path target;  // as above
  };
  [[nodiscard]] Work work() const;

  /// When somebody saved or chose something last.
  [[nodiscard]] std::chrono::steady_clock::time_point last_change() const;

 private:
  struct Watched {
    std::filesystem::path folder;
    bool dropped = false;
    std::optional<std::filesystem::path> report_template;
    std::optional<std::filesystem::path> plan_template;
  };

  [[nodiscard]] Watched watched() const;
  [[nodiscard]] static std::filesystem::path target_of(const Watched& watched);
  [[nodiscard]] desk::Material read(const Watched& watched) const;
  [[nodiscard]] std::string stamp(const Watched& watched) const;
  enum class When : std::uint8_t { always, changed };
  /// Makes a state of what lies there now; `changed`: unless that is what the state is made of already.
  std::uint64_t make_state(When when = When::always);
  void renew_quietly();
  void watch();

  const std::filesystem::path standard_templates_;
  std::mutex making_;  // one state is made at a time
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Watched watched_;
  std::string stamp_;  // of what the state was made of
  std::shared_ptr<const State> state_;
  std::uint64_t number_ = 0;
  std::chrono::steady_clock::time_point last_look_;  // of a page
  std::chrono::steady_clock::time_point last_change_;
  bool ended_ = false;
  std::thread watching_;
};

}  // namespace lg::web
