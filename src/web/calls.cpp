#include "web/calls.hpp"

#include "web/assets.hpp"
#include "web/desktop.hpp"
#include "web/folder_list.hpp"
#include "web/json.hpp"
#include "web/numbered_run.hpp"
#include "web/secret.hpp"
#include "web/upload.hpp"

#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/URI.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace lg::web {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr auto longest_wait = std::chrono::seconds(20);
constexpr const char* download_prefix = "/api/files/";

/// The path as it was sent: nothing is decoded, so nothing hides in it.
std::string path_of(const std::string& uri) {
  return uri.substr(0, uri.find('?'));
}

/// A value of the query; "" when it is not there. Throws Refusal when the query is damaged.
std::string query_value(const std::string& uri, const std::string& name) {
  try {
    for (const auto& [key, value] : Poco::URI(uri).getQueryParameters())
      if (key == name) return value;
  } catch (const Poco::Exception&) {
    throw Refusal{Status::bad_request, "Adressen har fel form.", "Öppna sidan från Genomgång."};
  }
  return "";
}

/// What may be known without a session: the page's looks, which hold nothing of anybody's.
const Asset* asset_of(const std::string& path) {
  const auto assets = page_assets();
  const auto found = std::ranges::find(assets, std::string_view(path), &Asset::path);
  return found == assets.end() ? nullptr : &*found;
}

/// All scripts at once, which the browser would else find one after the other (RFC 8288).
std::string modules() {
  std::string links;
  for (const Asset& asset : page_assets()) {
    if (!asset.path.ends_with(".js")) continue;
    links += (links.empty() ? "<" : ", <") + std::string(asset.path) + ">; rel=modulepreload";
  }
  return links;
}

}  // namespace

struct Calls::Route {
  std::string_view path;
  std::string_view method;
  Answer (Calls::*handler)(Request&);
  bool counts = true;  // as something that somebody did
};

const Calls::Route* Calls::route_of(const std::string& path) {
  static constexpr std::array routes = {
      Route{"/api/session", "GET", &Calls::session},
      Route{"/api/state", "GET", &Calls::state, false},
      Route{"/api/folders", "POST", &Calls::folders},
      Route{"/api/choose", "POST", &Calls::choose_folder},
      Route{"/api/files", "POST", &Calls::drop_files},
      Route{"/api/documents", "POST", &Calls::make_documents},
      Route{"/api/marked", "POST", &Calls::mark_workbooks},
      Route{"/api/template", "POST", &Calls::take_template},
      Route{"/api/template/standard", "POST", &Calls::standard_template},
      Route{"/api/new", "POST", &Calls::open_year},
      Route{"/api/open", "POST", &Calls::open_folder},
      Route{"/api/quit", "POST", &Calls::quit},
  };
  const auto* found = std::ranges::find(routes, std::string_view(path), &Route::path);
  return found == routes.end() ? nullptr : found;
}

Calls::Calls(CallsSetting setting)
    : setting_(std::move(setting)), workspace_(setting_.templates), last_call_(Clock::now()) {}

void Calls::choose(const fs::path& folder) {
  workspace_.choose(folder, false);
}

Clock::time_point Calls::last_activity() const {
  return std::max(last_call_.load(), workspace_.last_change());
}

Answer Calls::answer(Request& request) {
  if (const auto refusal = setting_.gate.stranger(request)) throw Refusal(*refusal);
  const std::string path = path_of(request.getURI());
  const std::string& method = request.getMethod();
  const auto require = [&](std::string_view needed) {
    if (method != needed) throw Refusal{Status::not_allowed, "Så kan sidan inte anropas.", ""};
  };
  if (path == "/") {
    require("GET");
    return page(request);
  }
  if (const Asset* asset = asset_of(path)) {
    require("GET");
    return {Status::ok, std::string(asset->type), std::string(asset->bytes), {}};
  }
  if (path == "/api/address") {
    require("POST");
    return address(request);
  }
  if (!setting_.gate.knows(request)) {
    throw Refusal{Status::forbidden, "Den här sidan är inte öppnad från Genomgång.",
                  "Starta Genomgång igen, så öppnas en ny sida."};
  }
  if (path.starts_with(download_prefix)) {
    require("GET");
    return download(path.substr(std::string_view(download_prefix).size()));
  }
  const Route* route = route_of(path);
  if (route == nullptr) throw Refusal{Status::not_found, "Det finns inget på den adressen.", ""};
  require(route->method);
  if (route->method == "POST" && !setting_.gate.holds_key(request)) {
    throw Refusal{Status::forbidden, "Anropet kommer inte från den här sidan.", "Ladda om sidan."};
  }
  if (route->counts) last_call_ = Clock::now();
  return (this->*route->handler)(request);
}

Answer Calls::page(Request& request) {
  const Asset& asset = *asset_of("/index.html");
  Answer answer{Status::ok, std::string(asset.type), std::string(asset.bytes), {}};
  answer.headers["Link"] = modules();
  const std::string ticket = query_value(request.getURI(), "nyckel");
  if (!ticket.empty()) {
    if (const auto cookie = setting_.gate.cookie_for(ticket)) {
      answer.headers["Set-Cookie"] = *cookie;
      return answer;
    }
  }
  if (setting_.gate.knows(request)) return answer;
  answer.status = Status::forbidden;
  answer.body = std::string(asset_of("/stangd.html")->bytes);
  return answer;
}

/// For a second start of the program, which has no cookie but can read our private folder.
Answer Calls::address(Request& request) {
  const auto sent = from_json(receive_text(request));
  if (!same_secret(text_in(*sent, "secret"), setting_.instance_secret))
    throw Refusal{Status::forbidden, "Anropet kommer inte från Genomgång.", ""};
  last_call_ = Clock::now();
  const std::string folder = text_in(*sent, "folder");
  if (!folder.empty()) workspace_.choose(folder, false);
  Object object;
  object.set("address", setting_.address + "/?nyckel=" + setting_.gate.new_ticket());
  return json_answer(object);
}

Answer Calls::session(Request&) {
  Object limits(Poco::JSON_PRESERVE_KEY_ORDER);
  limits.set("fileBytes", upload_limits.file);
  limits.set("allBytes", upload_limits.all);
  limits.set("files", upload_limits.files);
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("key", setting_.gate.key());
  object.set("version", setting_.version);
  object.set("limits", limits);
  object.set("pageNumbers", can_number_pages());
  return json_answer(object);
}

Answer Calls::state(Request& request) {
  const std::string since = query_value(request.getURI(), "since");
  const bool number =
      !since.empty() && since.size() < 10 && since.find_first_not_of("0123456789") == std::string::npos;
  if (!number) throw Refusal{Status::bad_request, "Anropet har fel form.", "Ladda om sidan."};
  const auto newer = workspace_.newer_than(std::stoull(since), longest_wait);
  if (newer == nullptr) return {Status::no_content, "", "", {}};
  Answer answer;
  answer.body = newer->json;
  return answer;
}

Answer Calls::folders(Request& request) {
  const std::string sent = text_in(*from_json(receive_text(request)), "path");
  fs::path path = sent;
  if (sent.empty()) {
    const auto recent = recent_folders();
    path = recent.empty() ? home_folder() : recent.front().parent_path();
  }
  path = whole_path(path);
  Array list;
  for (const FolderEntry& entry : folders_in(path)) {
    Object one(Poco::JSON_PRESERVE_KEY_ORDER);
    one.set("name", entry.name);
    one.set("path", entry.path.string());
    one.set("workbooks", entry.workbooks);
    list.add(one);
  }
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("path", path.string());
  object.set("name", path == path.root_path() ? "Datorn" : path.filename().string());
  object.set("parent", path == path.root_path() ? "" : path.parent_path().string());
  object.set("workbooks", workbooks_in(path));
  object.set("folders", list);
  return json_answer(object);
}

Answer Calls::open_folder(Request& request) {
  (void)receive_text(request);
  std::error_code error;
  const fs::path target = workspace_.target();
  if (target.empty() || !fs::is_directory(target, error)) {
    throw Refusal{Status::unprocessable, "Det finns ingen mapp med dokument än.", "Skapa dokumenten först."};
  }
  if (!open_on_desktop(target.string())) {
    throw Refusal{Status::unprocessable, "Mappen går inte att öppna härifrån.",
                  "Öppna den i filhanteraren: " + target.string()};
  }
  return {Status::no_content, "", "", {}};
}

Answer Calls::quit(Request& request) {
  (void)receive_text(request);
  quitting_ = true;
  return {Status::no_content, "", "", {}};
}

}  // namespace lg::web
