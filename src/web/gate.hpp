#pragma once

#include "web/answer.hpp"

#include <Poco/Net/HTTPServerRequest.h>

#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace lg::web {

/// Who may call. Other pages that stand open in the browser can send calls to this computer too, and other
/// names can be made to point at it (DNS rebinding), so each call shows where it comes from and what it
/// knows: docs/formats/page-interface.md, ”Who may call”.
class Gate {
 public:
  explicit Gate(unsigned short port);

  /// A key for an address that opens the page. It works once.
  [[nodiscard]] std::string new_ticket();

  /// The header that makes a browser keep the session's cookie; nothing when the ticket is not known (any
  /// more).
  [[nodiscard]] std::optional<std::string> cookie_for(const std::string& ticket);

  /// Why the call is turned away: its host or origin is not this page's.
  [[nodiscard]] std::optional<Refusal> stranger(const Poco::Net::HTTPServerRequest& request) const;

  /// The call has the session's cookie.
  [[nodiscard]] bool knows(const Poco::Net::HTTPServerRequest& request) const;

  /// The call has the key that only our page could read.
  [[nodiscard]] bool holds_key(const Poco::Net::HTTPServerRequest& request) const;

  [[nodiscard]] const std::string& key() const { return key_; }

 private:
  [[nodiscard]] bool is_own_host(const std::string& host) const;

  std::string port_;
  std::string cookie_name_;
  std::string session_;
  std::string key_;
  std::mutex mutex_;
  std::set<std::string> tickets_;  // not used yet
};

}  // namespace lg::web
