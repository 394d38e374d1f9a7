#include "merge/docx_template.hpp"

#include "base/text.hpp"
#include "merge/docx_controls.hpp"
#include "merge/docx_field_results.hpp"
#include "merge/docx_layout.hpp"
#include "merge/docx_links.hpp"
#include "merge/docx_lists.hpp"
#include "merge/docx_notes.hpp"
#include "merge/docx_object_writer.hpp"
#include "merge/docx_renderer.hpp"
#include "merge/docx_shown_tags.hpp"
#include "merge/docx_story_vetting.hpp"
#include "merge/docx_template_ids.hpp"
#include "merge/docx_traces.hpp"
#include "merge/docx_vetting.hpp"
#include "merge/property_part.hpp"
#include "opc/xml.hpp"
#include "wml/comments.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace lg::merge {
namespace {

/// A part with paragraphs that has tags, compiled.
struct Story {
  opc::PartName name;
  Step program;
  DocxObjects objects;
};

/// The kinds of relationship from the main part to parts with paragraphs of their own.
constexpr std::string_view story_kinds[] = {"header", "footer", "comments"};

std::vector<opc::PartName> story_parts(const opc::Package& package, const opc::PartName& main) {
  std::vector<opc::PartName> parts = {main};
  for (const std::string_view kind : story_kinds) {
    for (const opc::PartName& part : package.related(main, kind)) {
      if (package.has(part) && std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
    }
  }
  return parts;
}

/// The first number behind those of the _Toc bookmarks below the root.
int free_contents_number(pugi::xml_node root, int free) {
  constexpr int sensible = 2'000'000'000;
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.attribute("w:name").value();
    if (std::string_view(node.name()) != "w:bookmarkStart" || !name.starts_with("_Toc")) return false;
    const int number = std::atoi(std::string(name.substr(4)).c_str());
    if (number < sensible) free = std::max(free, number + 1);
    return false;
  });
  return free;
}

/// The number in an id that Word gives a shape of the old form, "_x0000_s1026"; 0 for other ids.
int shape_number(std::string_view id) {
  constexpr std::string_view prefix = "_x0000_s";
  return id.starts_with(prefix) ? std::atoi(std::string(id.substr(prefix.size())).c_str()) : 0;
}

/// The number that the element bears among those that copies get anew; 0 for what bears none.
int own_id(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "w:id" && std::string_view(node.parent().name()) == "w:sdtPr")
    return node.attribute("w:val").as_int();
  if (name == "w:bookmarkStart" || name == "w:permStart") return node.attribute("w:id").as_int();
  if (name.ends_with(":docPr") || name.ends_with(":cNvPr")) return node.attribute("id").as_int();
  if (!name.starts_with("v:")) return 0;
  return std::max(shape_number(node.attribute("id").value()), shape_number(node.attribute("o:spid").value()));
}

/// The highest id of bookmarks, drawings, shapes and content controls below the root.
int highest_id(pugi::xml_node root) {
  constexpr int sensible = 1'000'000'000;
  int highest = 0;
  root.find_node([&](pugi::xml_node node) {
    if (const int id = own_id(node); id < sensible) highest = std::max(highest, id);
    return false;
  });
  return highest;
}

/// The names of the bookmarks below the root, in lower case.
void collect_names(pugi::xml_node root, std::set<std::string>& names) {
  root.find_node([&](pugi::xml_node node) {
    if (std::string_view(node.name()) == "w:bookmarkStart")
      names.insert(to_lower(node.attribute("w:name").value()));
    return false;
  });
}

}  // namespace

struct DocxTemplate::State {
  opc::Package package;
  std::vector<Tag> tags;
  wml::Styles styles;
  wml::NumberingCounter counter;
  std::vector<Story> stories;
  std::vector<PropertyPart> properties;
  FreeNumbers free;

  std::vector<NotesPart> notes;
  std::vector<opc::PartName> bound = {};  // parts that data-bound controls show

  void place_notes(pugi::xml_node root, Problems& problems);
  void read_stories(TagParser& parser, Problems& problems);
  void read_properties(TagParser& parser);
};

/// Notes are filled in with the main story (docx_notes).
void DocxTemplate::State::place_notes(pugi::xml_node root, Problems& problems) {
  for (const bool endnotes : {false, true}) {
    for (const opc::PartName& name :
         package.related(package.main_part(), endnotes ? "endnotes" : "footnotes")) {
      if (!package.has(name)) continue;
      const auto part = opc::parse_xml(package.bytes(name), package.file_name(), name.text());
      clear_shown_tags(part);
      vet_story(part.document_element(), package.file_name(), name.text(), styles, counter, problems);
      free.id = std::max(free.id, highest_id(part) + 1);
      notes.emplace_back(name, endnotes, part.document_element(), root);
      (endnotes ? free.endnote : free.footnote) = notes.back().free_id();
    }
  }
}

void DocxTemplate::State::read_stories(TagParser& parser, Problems& problems) {
  const opc::PartName main = package.main_part();
  struct Laid {
    opc::PartName name;
    pugi::xml_document part;
    DocxObjects objects;
  };
  std::vector<Laid> laid;
  TemplateIds ids;
  for (const opc::PartName& name : story_parts(package, main)) {
    const std::string& bytes = package.bytes(name);
    pugi::xml_document part = opc::parse_xml(bytes, package.file_name(), name.text());
    clear_shown_tags(part);
    free.id = std::max(free.id, highest_id(part) + 1);
    free.contents = free_contents_number(part, free.contents);
    collect_names(part, free.bookmarks);
    for (opc::PartName& one : bind_controls(part.document_element(), package, parser))
      bound.push_back(std::move(one));
    vet_story(part.document_element(), package.file_name(), name.text(), styles, counter, problems);
    if (name == main) place_notes(part.document_element(), problems);
    const std::size_t before = parser.tags().size();
    std::vector<wml::NoteHomes> homes;
    if (name == main) {
      for (const NotesPart& one : notes) homes.push_back(one.homes());
    }
    const wml::StoryPlaces places(package.file_name(), name.text(), part.document_element(), styles, counter,
                                  std::move(homes));
    DocxLayout layout(package, name.text(), places, parser, problems);
    layout.lay_out(part.document_element());
    if (parser.tags().size() == before) {
      ids.keep(part);  // and its bytes
      continue;
    }
    laid.push_back({name, std::move(part), layout.take_objects()});
  }
  read_properties(parser);
  tags = parser.take_tags();
  if (problems.has_errors(true)) return;
  for (Laid& one : laid) {
    remove_traces(one.part.document_element());
    ids.make_unique(one.part, free.id);
    DocxCompiler compiler(tags, counter, !one.objects.texts.empty());
    stories.push_back({one.name, compiler.compile(one.part.document_element()), std::move(one.objects)});
  }
}

void DocxTemplate::State::read_properties(TagParser& parser) {
  std::vector<opc::PartName> names = bound;
  for (const std::string_view kind : {"core-properties", "extended-properties", "custom-properties"}) {
    for (opc::PartName& name : package.related(opc::PartName("/"), kind)) names.push_back(std::move(name));
  }
  std::set<opc::PartName> read;
  for (const opc::PartName& name : names) {
    if (!package.has(name) || !read.insert(name).second) continue;
    if (package.bytes(name).find("{{") == std::string::npos) continue;
    PropertyPart part(package.file_name(), name.text(),
                      opc::parse_xml(package.bytes(name), package.file_name(), name.text()), parser);
    if (part.has_tags()) properties.push_back(std::move(part));
  }
}

DocxTemplate::DocxTemplate(std::unique_ptr<State> state) : state_(std::move(state)) {}
DocxTemplate::DocxTemplate(DocxTemplate&&) noexcept = default;
DocxTemplate& DocxTemplate::operator=(DocxTemplate&&) noexcept = default;
DocxTemplate::~DocxTemplate() = default;

DocxTemplate DocxTemplate::parse(const opc::Package& given, const Dataset& data, Problems& problems) {
  const opc::PartName main = given.main_part();
  vet_package(given, main, problems);
  const opc::Package package = wml::without_own_comments(given);
  auto state = std::make_unique<State>(State{package,
                                             {},
                                             wml::Styles::read(package, main),
                                             wml::NumberingCounter::read(package, main),
                                             {},
                                             {},
                                             {},
                                             {}});
  state->free.list = state->counter.free_num_id();
  TagParser parser(data, problems);
  state->read_stories(parser, problems);
  if (!state->tags.empty()) {
    vet_signature(package, problems);
    warn_of_legacies(package, problems);
  }
  return DocxTemplate(std::move(state));
}

const std::vector<Tag>& DocxTemplate::tags() const {
  return state_->tags;
}

opc::Package DocxTemplate::render(const Dataset& data, Problems& problems, Trace trace) const {
  return write(data, problems, trace, nullptr);
}

opc::Package DocxTemplate::render_traced(const Dataset& data, SourceLog& log) const {
  Problems ignored;  // told when the document was rendered
  return write(data, ignored, Trace::sources, &log);
}

opc::Package DocxTemplate::write(const Dataset& data, Problems& problems, Trace trace, SourceLog* log) const {
  opc::Package package = state_->package;
  Scope scope(data, problems);
  FreeNumbers free = state_->free;
  std::vector<std::pair<int, int>> lists;
  ObjectParts parts(package);
  for (const Story& story : state_->stories) {
    opc::Relationships relationships = package.relationships(story.name);
    StoryObjects objects(story.objects, story.name, relationships, parts, scope, state_->tags);
    DocxRenderer renderer(state_->tags, state_->styles, scope, relationships, objects, free, trace, log);
    renderer.run(story.program);
    free = renderer.free_numbers();
    lists.insert(lists.end(), renderer.new_lists().begin(), renderer.new_lists().end());
    for (const NotesPart& part : state_->notes) {
      if (story.name == package.main_part()) part.write(package, renderer.notes());
    }
    const bool links = renderer.added_links();
    const std::string xml = renderer.finish();
    const bool changed = objects.finish(xml) || links;
    package.replace(story.name, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    if (changed) package.replace(story.name, std::move(relationships));
  }
  parts.remove_unused();
  for (const PropertyPart& part : state_->properties) {
    package.replace(opc::PartName(part.name()), part.render(state_->tags, scope));
  }
  add_lists(package, lists);
  if (!state_->tags.empty()) {
    refresh_fields(package, state_->styles, {free.id, free.contents}, problems);
    unlink_lost_targets(package, state_->package, problems);
    remove_traces(package, state_->package);
    wml::remove_lost_comments(package, state_->package);
  }
  make_document_of_template(package);
  return package;
}

}  // namespace lg::merge
