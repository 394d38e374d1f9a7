#include "web/gate.hpp"

#include "web/secret.hpp"

#include <Poco/Net/NameValueCollection.h>
#include <Poco/String.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace lg::web {
namespace {

constexpr const char* key_header = "X-Genomgang";
constexpr std::size_t most_tickets = 16;  // addresses that nobody opened

/// A link or an icon that was clicked somewhere else, or a file that sends the browser here.
bool opens_page(const Poco::Net::HTTPServerRequest& request) {
  const std::string& uri = request.getURI();
  return request.getMethod() == "GET" && (uri == "/" || uri.starts_with("/?")) &&
         request.get("Sec-Fetch-Mode", "") == "navigate" && request.get("Sec-Fetch-Dest", "") == "document";
}

/// Two hosts are two minds about who is called (RFC 9112, section 3.2).
bool has_one_host(const Poco::Net::HTTPServerRequest& request) {
  const auto is_host = [](const auto& field) { return Poco::icompare(field.first, "Host") == 0; };
  return std::count_if(request.begin(), request.end(), is_host) == 1;
}

}  // namespace

Gate::Gate(unsigned short port)
    : port_(std::to_string(port)),
      cookie_name_("genomgang-" + port_),
      session_(new_secret()),
      key_(new_secret()) {}

std::string Gate::new_ticket() {
  const std::lock_guard lock(mutex_);
  if (tickets_.size() >= most_tickets) tickets_.clear();
  return *tickets_.insert(new_secret()).first;
}

std::optional<std::string> Gate::cookie_for(const std::string& ticket) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::ranges::find_if(tickets_, [&](const std::string& one) { return same_secret(ticket, one); });
  if (found == tickets_.end()) return {};
  tickets_.erase(found);
  return cookie_name_ + "=" + session_ + "; Path=/; HttpOnly; SameSite=Strict";
}

bool Gate::is_own_host(const std::string& host) const {
  return host == "127.0.0.1:" + port_ || host == "localhost:" + port_ || host == "[::1]:" + port_;
}

std::optional<Refusal> Gate::stranger(const Poco::Net::HTTPServerRequest& request) const {
  if (!has_one_host(request) || !is_own_host(request.get("Host", ""))) {
    return Refusal{Status::misdirected, "Sidan svarar bara på den här datorns egen adress.",
                   "Öppna den från Genomgång."};
  }
  const Refusal other{Status::forbidden, "Anropet kommer från en annan webbsida.",
                      "Öppna sidan från Genomgång."};
  const std::string origin = request.get("Origin", "");
  constexpr std::string_view scheme = "http://";
  const bool own_origin = origin.starts_with(scheme) && is_own_host(origin.substr(scheme.size()));
  if (!origin.empty() && !own_origin) return other;
  const std::string site = request.get("Sec-Fetch-Site", "same-origin");
  if (site != "same-origin" && site != "none" && !opens_page(request)) return other;
  return {};
}

bool Gate::knows(const Poco::Net::HTTPServerRequest& request) const {
  Poco::Net::NameValueCollection cookies;
  request.getCookies(cookies);
  return same_secret(cookies.get(cookie_name_, ""), session_);
}

bool Gate::holds_key(const Poco::Net::HTTPServerRequest& request) const {
  return same_secret(request.get(key_header, ""), key_);
}

}  // namespace lg::web
