#include "opc/package.hpp"

#include "base/problem.hpp"
#include "opc/xml.hpp"
#include "opc/zip_reader.hpp"
#include "opc/zip_writer.hpp"

#include <algorithm>
#include <utility>

namespace lg::opc {
namespace {

const PartName content_types_part("/[Content_Types].xml");
const PartName root("/");

[[noreturn]] void refuse(const std::string& file, std::string code, std::string message, std::string hint) {
  throw UnreadableFile(
      Problem{Severity::error, std::move(code), FileLocation{file}, std::move(message), std::move(hint), {}});
}

}  // namespace

Package::Package() = default;
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::Package(const Package& other) : Package(other, Lock(other.guard_.mutex)) {}
Package::Package(const Package& other, const Lock&)
    : file_name_(other.file_name_),
      archive_(other.archive_),
      order_(other.order_),
      types_(other.types_),
      inflated_(other.inflated_),
      relationships_(other.relationships_),
      replaced_(other.replaced_) {}
Package& Package::operator=(const Package& other) {
  if (this != &other) *this = Package(other);
  return *this;
}
Package::~Package() = default;

Package Package::open(std::string file_name, std::string bytes) {
  Package package;
  package.file_name_ = std::move(file_name);
  package.archive_ = std::make_shared<const ZipReader>(package.file_name_, std::move(bytes));
  for (const ZipReader::Entry& entry : package.archive_->entries()) package.order_.emplace_back(entry.name);
  if (!package.has(content_types_part)) {
    refuse(package.file_name_, "FIL-012",
           "Filen är ett zip-arkiv men varken en Excel-arbetsbok eller ett Word-dokument.",
           "Välj en fil som är sparad som .xlsx eller .docx.");
  }
  package.read_content_types();
  return package;
}

void Package::read_content_types() {
  const pugi::xml_document document =
      parse_xml(bytes(content_types_part), file_name_, content_types_part.text());
  for (const pugi::xml_node node : document.document_element().children()) {
    const std::string type = node.attribute("ContentType").value();
    if (local_name(node) == "Default") {
      types_.defaults[PartName(std::string("x.") + node.attribute("Extension").value()).extension()] = type;
    } else if (local_name(node) == "Override") {
      const PartName name(node.attribute("PartName").value());
      types_.overrides[name.key()] = type;
      types_.names[name.key()] = name.text();
    }
  }
}

PartName Package::main_part() const {
  const Relationship* main = relationships(root).first_of_kind("officeDocument");
  if (main == nullptr || main->external || !has(root.resolve(main->target))) {
    refuse(file_name_, "FIL-013",
           "Filen saknar sin huvuddel och är varken en hel arbetsbok eller ett helt dokument.",
           "Öppna den i Excel eller Word, låt programmet reparera den och spara den på nytt.");
  }
  return root.resolve(main->target);
}

bool Package::has(const PartName& name) const {
  return std::ranges::find(order_, name) != order_.end();
}

std::vector<PartName> Package::part_names() const {
  return order_;
}

std::string Package::content_type(const PartName& name) const {
  const auto given = types_.overrides.find(name.key());
  if (given != types_.overrides.end()) return given->second;
  const auto by_extension = types_.defaults.find(name.extension());
  return by_extension == types_.defaults.end() ? "" : by_extension->second;
}

const std::string& Package::bytes(const PartName& name) const {
  const auto changed = replaced_.find(name);
  if (changed != replaced_.end()) return changed->second;
  const Lock lock(guard_.mutex);
  const auto known = inflated_.find(name);
  if (known != inflated_.end()) return known->second;
  const ZipReader::Entry* entry = has(name) ? archive_->find(name.key()) : nullptr;
  if (entry == nullptr) {
    refuse(file_name_, "FIL-014", "Delen ”" + name.text() + "” saknas i filen.",
           "Öppna den i Excel eller Word, låt programmet reparera den och spara den på nytt.");
  }
  std::string text = archive_->inflate(*entry);
  const std::string extension = name.extension();
  if (extension == "xml" || extension == "rels" || extension == "vml") text = as_utf8(std::move(text));
  return inflated_.emplace(name, std::move(text)).first->second;
}

const Relationships& Package::relationships(const PartName& source) const {
  const Lock lock(guard_.mutex);
  const auto known = relationships_.find(source);
  if (known != relationships_.end()) return known->second;
  const PartName part = source.relationships_part();
  Relationships read =
      has(part) ? Relationships::parse(bytes(part), file_name_, part.text()) : Relationships();
  return relationships_.emplace(source, std::move(read)).first->second;
}

std::vector<PartName> Package::related(const PartName& source, std::string_view kind) const {
  std::vector<PartName> names;
  for (const Relationship& one : relationships(source).all()) {
    if (kind_of(one) == kind && !one.external) names.push_back(source.resolve(one.target));
  }
  return names;
}

void Package::replace(const PartName& name, std::string bytes) {
  replaced_.insert_or_assign(name, std::move(bytes));
}

void Package::replace(const PartName& source, Relationships relationships) {
  const PartName part = source.relationships_part();
  if (!has(part)) {
    order_.push_back(part);
    // Some programs declare the type of each part of relationships, not of the extension.
    set_content_type(part, "application/vnd.openxmlformats-package.relationships+xml");
  }
  replaced_.insert_or_assign(part, relationships.to_xml());
  relationships_.insert_or_assign(source, std::move(relationships));
}

void Package::add(const PartName& name, std::string bytes, const std::string& content_type) {
  if (!has(name)) order_.push_back(name);
  replaced_.insert_or_assign(name, std::move(bytes));
  set_content_type(name, content_type);
}

void Package::set_content_type(const PartName& name, const std::string& content_type) {
  if (this->content_type(name) == content_type) return;
  types_.overrides[name.key()] = content_type;
  types_.names[name.key()] = name.text();
  types_.changed = true;
}

void Package::remove(const PartName& name) {
  const PartName rels = name.relationships_part();
  std::erase_if(order_, [&](const PartName& part) { return part == name || part == rels; });
  replaced_.erase(name);
  replaced_.erase(rels);
  relationships_.erase(name);
  if (types_.overrides.erase(name.key()) > 0) types_.changed = true;
}

std::string Package::content_types_xml() const {
  pugi::xml_document document;
  pugi::xml_node types = document.append_child("Types");
  types.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/content-types";
  for (const auto& [extension, type] : types_.defaults) {
    pugi::xml_node node = types.append_child("Default");
    node.append_attribute("Extension") = extension.c_str();
    node.append_attribute("ContentType") = type.c_str();
  }
  for (const auto& [key, type] : types_.overrides) {
    pugi::xml_node node = types.append_child("Override");
    node.append_attribute("PartName") = types_.names.at(key).c_str();
    node.append_attribute("ContentType") = type.c_str();
  }
  return to_bytes(document);
}

std::future<RawEntry> Package::packed(const PartName& name) const {
  // Packing is most of the work with a large part, so those are packed side by side.
  constexpr std::size_t worth_a_thread = 512 * 1024;
  const auto changed = replaced_.find(name);
  if (name == content_types_part && types_.changed) {
    return std::async(std::launch::deferred, [this] { return deflate(content_types_xml()); });
  }
  if (changed == replaced_.end()) {
    return std::async(std::launch::deferred,
                      [this, name] { return archive_->raw(*archive_->find(name.key())); });
  }
  const std::string& bytes = changed->second;
  const auto when = bytes.size() > worth_a_thread ? std::launch::async : std::launch::deferred;
  return std::async(when, [&bytes] { return deflate(bytes); });
}

std::string Package::save() const {
  std::vector<PartName> order = order_;
  // Readers that stream expect to learn the content types first.
  std::ranges::stable_partition(order, [](const PartName& part) { return part == content_types_part; });
  std::vector<std::future<RawEntry>> entries;
  for (const PartName& name : order) entries.push_back(packed(name));
  ZipWriter writer;
  for (std::size_t i = 0; i < order.size(); ++i) writer.add(order[i].text().substr(1), entries[i].get());
  return writer.finish();
}

}  // namespace lg::opc
