#include "web/workspace.hpp"

#include "base/problem.hpp"
#include "cli/file_system.hpp"
#include "cli/picture_files.hpp"
#include "desk/state.hpp"
#include "web/answer.hpp"
#include "web/folder_list.hpp"
#include "web/folder_stamp.hpp"
#include "web/json.hpp"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace lg::web {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Poco::JSON::Array;
using Poco::JSON::Object;

constexpr auto look_every = std::chrono::milliseconds(200);
constexpr auto settles_in = std::chrono::milliseconds(100);  // Excel writes a file in several goes
constexpr auto nobody_looks = std::chrono::seconds(30);

constexpr const char* dropped_name = "Filer som släppts här";

constexpr const char* report_standard = "ledningens-genomgang.docx";
constexpr const char* plan_standard = "aktivitetsplan.xlsx";

/// A template that is gone is no file to fill; the core says so beside what is told here.
app::NamedFile read_named(const fs::path& path, Problems& problems) {
  try {
    return {path.filename().string(), cli::read_file(path)};
  } catch (const UnreadableFile& gone) {
    problems.add(gone.problem());
    return {path.filename().string(), ""};
  }
}

Object template_object(const char* role, const app::NamedFile& file, bool own) {
  Object object(Poco::JSON_PRESERVE_KEY_ORDER);
  object.set("role", role);
  object.set("name", file.name);
  object.set("own", own);
  return object;
}

Array names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (!entry->path().filename().string().starts_with("."))
      names.push_back(entry->path().filename().string());
  std::ranges::sort(names);
  Array array;
  for (const std::string& name : names) array.add(name);
  return array;
}

}  // namespace

Workspace::Workspace(fs::path standard_templates)
    : standard_templates_(std::move(standard_templates)),
      last_look_(Clock::now()),
      last_change_(Clock::now()) {
  (void)make_state();
  watching_ = std::thread([this] { watch(); });
}

Workspace::~Workspace() {
  end();
  watching_.join();
}

void Workspace::end() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
}

std::uint64_t Workspace::choose(const fs::path& folder, bool dropped) {
  (void)folders_in(folder);  // throws when it cannot be read
  {
    const std::lock_guard lock(mutex_);
    watched_.folder = folder;
    watched_.dropped = dropped;
  }
  if (!dropped) remember_folder(folder);
  return make_state();
}

std::uint64_t Workspace::use_template(TemplateRole role, std::optional<fs::path> own) {
  {
    const std::lock_guard lock(mutex_);
    (role == TemplateRole::report ? watched_.report_template : watched_.plan_template) = std::move(own);
  }
  return make_state();
}

std::uint64_t Workspace::renew() {
  return make_state();
}

std::shared_ptr<const Workspace::State> Workspace::newer_than(std::uint64_t number,
                                                              std::chrono::milliseconds wait) {
  std::unique_lock lock(mutex_);
  last_look_ = Clock::now();
  changed_.wait_for(lock, wait, [&] { return ended_ || state_->number > number; });
  last_look_ = Clock::now();
  return state_->number > number ? state_ : nullptr;
}

fs::path Workspace::folder() const {
  return watched().folder;
}

bool Workspace::dropped() const {
  return watched().dropped;
}

fs::path Workspace::target_of(const Watched& watched) {
  return watched.folder.empty() || watched.dropped ? fs::path() : watched.folder / "dokument";
}

fs::path Workspace::target() const {
  return target_of(watched());
}

Workspace::Work Workspace::work() const {
  const Watched watched = this->watched();
  return {read(watched), watched.folder, watched.report_template, watched.plan_template, target_of(watched)};
}

desk::Material Workspace::material() const {
  return read(watched());
}

Clock::time_point Workspace::last_change() const {
  const std::lock_guard lock(mutex_);
  return last_change_;
}

Workspace::Watched Workspace::watched() const {
  const std::lock_guard lock(mutex_);
  return watched_;
}

desk::Material Workspace::read(const Watched& watched) const {
  desk::Material material;
  material.report_template =
      read_named(watched.report_template.value_or(standard_templates_ / report_standard), material.reading);
  material.plan_template =
      read_named(watched.plan_template.value_or(standard_templates_ / plan_standard), material.reading);
  material.own_report_template = watched.report_template.has_value();
  material.own_plan_template = watched.plan_template.has_value();
  if (watched.folder.empty()) return material;
  material.folder = watched.dropped ? dropped_name : cli::name_of(watched.folder);
  try {
    material.workbooks = cli::read_workbooks(watched.folder, material.reading);
    material.pictures = cli::read_picture_folder(watched.folder / "bilder", material.reading);
  } catch (const UnreadableFile& gone) {
    material.reading.add(gone.problem());
  }
  return material;
}

std::string Workspace::stamp(const Watched& watched) const {
  std::string stamp = watched.folder.empty() ? "" : folder_stamp(watched.folder);
  for (const auto& own : {watched.report_template, watched.plan_template})
    if (own) stamp += own->string() + file_stamp(*own) + "\n";
  return stamp;
}

std::uint64_t Workspace::make_state(When when) {
  const std::lock_guard one_at_a_time(making_);
  const Watched watched = this->watched();
  // Taken before the files are read: what is saved meanwhile is read again.
  const std::string stamp = this->stamp(watched);
  if (when == When::changed) {
    const std::lock_guard lock(mutex_);
    if (stamp == stamp_) return number_;
  }
  const desk::Material material = read(watched);
  Object state = desk::state_of(material);
  const std::uint64_t number = number_ + 1;
  state.set("number", number);
  if (watched.folder.empty()) {
    state.set("folder", Poco::Dynamic::Var());
  } else {
    Object folder(Poco::JSON_PRESERVE_KEY_ORDER);
    folder.set("name", material.folder);
    folder.set("path", watched.dropped ? "" : watched.folder.string());
    folder.set("dropped", watched.dropped);
    state.set("folder", folder);
  }
  Array recent;
  for (const fs::path& one : recent_folders()) recent.add(one.string());
  state.set("recent", recent);
  Array templates;
  templates.add(template_object("rapport", material.report_template, material.own_report_template));
  templates.add(template_object("plan", material.plan_template, material.own_plan_template));
  state.set("templates", templates);
  Object target(Poco::JSON_PRESERVE_KEY_ORDER);
  const fs::path goes_to = target_of(watched);
  target.set("path", goes_to.string());
  target.set("exists", goes_to.empty() ? Array() : names_in(goes_to));
  state.set("target", target);
  auto made = std::make_shared<const State>(State{number, to_json(state)});
  {
    const std::lock_guard lock(mutex_);
    number_ = number;
    state_ = std::move(made);
    stamp_ = stamp;
    last_change_ = Clock::now();
  }
  changed_.notify_all();
  return number;
}

/// A fault of ours while nobody asked: the page keeps the state it has, and the next save tries again.
void Workspace::renew_quietly() {
  try {
    (void)make_state(When::changed);
  } catch (const std::exception&) {
    const std::string seen = stamp(watched());
    const std::lock_guard lock(mutex_);
    stamp_ = seen;
  }
}

void Workspace::watch() {
  std::unique_lock lock(mutex_);
  while (!ended_) {
    changed_.wait_for(lock, look_every, [&] { return ended_; });
    if (ended_ || Clock::now() - last_look_ > nobody_looks) continue;
    const Watched watched = watched_;
    const std::string known = stamp_;
    lock.unlock();
    std::string now = stamp(watched);
    bool settled = now == known;
    while (!settled) {
      std::this_thread::sleep_for(settles_in);
      const std::string then = std::exchange(now, stamp(watched));
      settled = then == now;
      if (settled && now != known) renew_quietly();
    }
    lock.lock();
  }
}

}  // namespace lg::web
