#pragma once

#include "opc/limits.hpp"
#include "opc/part_name.hpp"
#include "opc/relationships.hpp"

#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace lg::opc {

class ZipReader;
struct RawEntry;

/// An Open Packaging Conventions package (ECMA-376 Part 2): the parts of a .docx or .xlsx and the
/// relationships between them. Knows nothing of Word or Excel. Parts are inflated when they are asked for,
/// within the limits of limits.hpp; parts nobody asks for are never inflated and keep their compressed bytes
/// when the package is saved. Several threads may read and copy one package; changing it is for one alone.
class Package {
 public:
  /// Throws UnreadableFile when `bytes` is no package, is encrypted, is damaged or breaks a limit.
  [[nodiscard]] static Package open(std::string file_name, std::string bytes);

  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  Package(const Package& other);  // shares the archive, which never changes; copies what was replaced
  Package& operator=(const Package& other);
  ~Package();

  [[nodiscard]] const std::string& file_name() const { return file_name_; }

  /// The part that the package's officeDocument relationship names; never a fixed path.
  [[nodiscard]] PartName main_part() const;
  [[nodiscard]] bool has(const PartName& name) const;
  [[nodiscard]] std::vector<PartName> part_names() const;              // in the order of the archive
  [[nodiscard]] std::string content_type(const PartName& name) const;  // "" when none is declared

  /// The part's bytes; throws UnreadableFile when there is no such part or it cannot be inflated.
  [[nodiscard]] const std::string& bytes(const PartName& name) const;
  /// The relationships of a part (or of the package, PartName("/")); empty when it has none.
  [[nodiscard]] const Relationships& relationships(const PartName& source) const;
  /// The parts that `source` names by relationships of that kind, in order; external ones left out.
  [[nodiscard]] std::vector<PartName> related(const PartName& source, std::string_view kind) const;

  void replace(const PartName& name, std::string bytes);
  void replace(const PartName& source, Relationships relationships);
  void add(const PartName& name, std::string bytes, const std::string& content_type);
  void set_content_type(const PartName& name, const std::string& content_type);
  /// Removes the part, its relationships and its content type. Relationships to it stay: remove them too.
  void remove(const PartName& name);

  /// The same parts give the same bytes: the archive's order ([Content_Types].xml first), fixed time stamps.
  [[nodiscard]] std::string save() const;

 private:
  /// One at a time fills the caches. A copy has a lock of its own.
  struct Guard {
    mutable std::recursive_mutex mutex;
    Guard() = default;
    Guard(const Guard&) {}
    Guard(Guard&&) noexcept {}
    Guard& operator=(const Guard&) { return *this; }
    Guard& operator=(Guard&&) noexcept { return *this; }
    ~Guard() = default;
  };
  using Lock = std::lock_guard<std::recursive_mutex>;

  Package();
  Package(const Package& other, const Lock& lock);  // with the other's lock

  struct ContentTypes {
    std::map<std::string, std::string> defaults;   // by extension
    std::map<std::string, std::string> overrides;  // by part key
    std::map<std::string, std::string> names;      // part key → name as written
    bool changed = false;
  };

  [[nodiscard]] std::string content_types_xml() const;
  [[nodiscard]] std::future<RawEntry> packed(const PartName& name) const;
  void read_content_types();

  std::string file_name_;
  std::shared_ptr<const ZipReader> archive_;
  std::vector<PartName> order_;
  ContentTypes types_;
  Guard guard_;
  mutable std::map<PartName, std::string> inflated_;         // unchanged parts that were asked for
  mutable std::map<PartName, Relationships> relationships_;  // parsed when asked for
  std::map<PartName, std::string> replaced_;                 // changed or new parts
};

}  // namespace lg::opc
