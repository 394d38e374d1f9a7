#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lg::web {

/// The one page of a user: a second start finds the first. The first holds a lock on a file in a folder of
/// the user's own (XDG_RUNTIME_DIR), where its port and a key stand for the second.
class Instance {
 public:
  Instance();
  ~Instance();
  Instance(const Instance&) = delete;
  Instance& operator=(const Instance&) = delete;

  /// True: no other page runs, and none gets to while this object lives.
  [[nodiscard]] bool first() const { return first_; }
  /// Where nobody else can read; empty when there is no such place.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// Tries once more to be the first: the one that was may be ending.
  void retry();

  /// Tells where the page is, and its temporary files for the next to take away if it is killed. Of the
  /// first.
  void announce(unsigned short port, const std::string& secret, const std::filesystem::path& scratch);

  /// Asks the first for an address that opens its page, once it has chosen `folder` (unless it is empty).
  /// Nothing when it does not answer (yet, or any more).
  [[nodiscard]] std::optional<std::string> ask(const std::string& folder) const;

 private:
  void remove_remains() const;

  std::filesystem::path folder_;
  int lock_ = -1;
  bool first_ = true;
};

}  // namespace lg::web
