#include "wml/comments.hpp"

#include "base/text.hpp"
#include "opc/xml.hpp"
#include "wml/paragraph.hpp"
#include "wml/styles.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace lg::wml {
namespace {

constexpr const char* author = "Genomgång";
constexpr const char* initials = "G";
constexpr const char* comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

bool is_named(pugi::xml_node node, std::string_view name) {
  return node.name() == name;
}

/// Every paragraph of a story in document order, those of boxes and nested tables too.
std::vector<pugi::xml_node> paragraphs_of(pugi::xml_node root) {
  std::vector<pugi::xml_node> found;
  root.find_node([&](pugi::xml_node node) {
    if (is_named(node, "w:p")) found.push_back(node);
    return false;
  });
  return found;
}

/// The paragraph of the text itself that the box lies in which the paragraph lies in; itself outside of
/// boxes.
pugi::xml_node outside_boxes(pugi::xml_node paragraph) {
  pugi::xml_node outermost = paragraph;
  for (pugi::xml_node node = paragraph.parent(); node; node = node.parent()) {
    if (is_named(node, "w:p")) outermost = node;
  }
  return outermost;
}

/// The comments part of a document while it gets more.
class CommentsPart {
 public:
  CommentsPart(opc::Package& package, const opc::PartName& main, const Styles& styles)
      : package_(package),
        main_(main),
        text_style_(styles.id_of("annotation text")),
        name_(existing(package, main)) {
    if (package_.has(name_)) {
      document_ = opc::parse_xml(package_.bytes(name_), package_.file_name(), name_.text());
    } else {
      document_.append_child("w:comments").append_attribute("xmlns:w") = namespace_of_main().c_str();
    }
  }

  [[nodiscard]] int highest_id() const {
    int highest = -1;
    for (const pugi::xml_node comment : document_.document_element().children())
      highest = std::max(highest, comment.attribute("w:id").as_int(-1));
    return highest;
  }

  void add(int id, std::string_view text) {
    pugi::xml_node comment = document_.document_element().append_child("w:comment");
    comment.append_attribute("w:id") = id;
    comment.append_attribute("w:author") = author;
    comment.append_attribute("w:initials") = initials;
    const std::string legal = clean(text).text;
    std::string_view rest = legal;
    for (bool first = true;; first = false) {
      const std::size_t end = rest.find('\n');
      add_line(comment, rest.substr(0, end), first);
      if (end == std::string_view::npos) return;
      rest.remove_prefix(end + 1);
    }
  }

  void write() {
    const bool is_new = !package_.has(name_);
    std::string bytes = opc::to_bytes(document_);
    if (!is_new) return package_.replace(name_, std::move(bytes));
    package_.add(name_, std::move(bytes), comments_type);
    opc::Relationships relationships = package_.relationships(main_);
    relationships.add("http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
                      name_.text(), false);
    package_.replace(main_, std::move(relationships));
  }

 private:
  static opc::PartName existing(const opc::Package& package, const opc::PartName& main) {
    for (const opc::PartName& part : package.related(main, "comments")) {
      if (package.has(part)) return part;
    }
    opc::PartName name = main.resolve("comments.xml");
    for (int number = 2; package.has(name); ++number)
      name = main.resolve("comments" + std::to_string(number) + ".xml");
    return name;
  }

  [[nodiscard]] std::string namespace_of_main() const {
    const auto part = opc::parse_xml(package_.bytes(main_), package_.file_name(), main_.text());
    return part.document_element().attribute("xmlns:w").value();
  }

  void add_line(pugi::xml_node comment, std::string_view line, bool first) const {
    pugi::xml_node paragraph = comment.append_child("w:p");
    if (!text_style_.empty()) {
      paragraph.append_child("w:pPr").append_child("w:pStyle").append_attribute("w:val") =
          text_style_.c_str();
    }
    if (first) paragraph.append_child("w:r").append_child("w:annotationRef");
    set_text(paragraph.append_child("w:r").append_child("w:t"), std::string(line));
  }

  opc::Package& package_;
  opc::PartName main_;
  std::string text_style_;
  opc::PartName name_;
  pugi::xml_document document_;
};

/// The main part while it gets marks for comments.
class MarkedBody {
 public:
  MarkedBody(pugi::xml_node root, const Styles& styles)
      : root_(root),
        reference_style_(styles.id_of("annotation reference")),
        paragraphs_(paragraphs_of(root)) {}

  [[nodiscard]] int highest_id() const {
    int highest = -1;
    root_.find_node([&](pugi::xml_node node) {
      if (std::string_view(node.name()).starts_with("w:comment"))
        highest = std::max(highest, node.attribute("w:id").as_int(-1));
      return false;
    });
    return highest;
  }

  /// The paragraph of the main part that the remark is about; none when it is not known.
  [[nodiscard]] pugi::xml_node paragraph_of(const Remark& remark) const {
    const auto number = static_cast<std::size_t>(remark.paragraph);
    if (remark.paragraph > 0) {
      return number <= paragraphs_.size() ? paragraphs_[number - 1] : pugi::xml_node();
    }
    const auto found = std::ranges::find_if(paragraphs_, [&](pugi::xml_node paragraph) {
      return !remark.text.empty() && Paragraph(paragraph).text().find(remark.text) != std::string::npos;
    });
    return found == paragraphs_.end() ? pugi::xml_node() : *found;
  }

  /// The first paragraph; a body without one gets one.
  [[nodiscard]] pugi::xml_node first() {
    if (paragraphs_.empty()) paragraphs_.push_back(root_.child("w:body").prepend_child("w:p"));
    return outside_boxes(paragraphs_.front());
  }

  /// Marks the text, or the whole paragraph where it does not hold it.
  void mark(pugi::xml_node node, const std::string& text, int id) const {
    Paragraph paragraph(node);
    const std::size_t at = text.empty() ? std::string::npos : paragraph.text().find(text);
    pugi::xml_node start;
    pugi::xml_node end;
    if (at == std::string::npos) {
      const pugi::xml_node properties = node.child("w:pPr");
      start = properties ? node.insert_child_after("w:commentRangeStart", properties)
                         : node.prepend_child("w:commentRangeStart");
      end = node.append_child("w:commentRangeEnd");
    } else {
      start = paragraph.mark(at, Paragraph::Side::after, "w:commentRangeStart");
      end = paragraph.mark(at + text.size(), Paragraph::Side::before, "w:commentRangeEnd");
    }
    start.append_attribute("w:id") = id;
    end.append_attribute("w:id") = id;
    pugi::xml_node run = end.parent().insert_child_after("w:r", end);
    if (!reference_style_.empty()) {
      run.append_child("w:rPr").append_child("w:rStyle").append_attribute("w:val") = reference_style_.c_str();
    }
    run.append_child("w:commentReference").append_attribute("w:id") = id;
  }

 private:
  pugi::xml_node root_;
  std::string reference_style_;
  std::vector<pugi::xml_node> paragraphs_;
};

/// What was removed: by its id in the text, its paragraphs' ids and its lasting id in the newer parts.
struct Removed {
  std::set<std::string> ids;
  std::set<std::string> paragraphs;
  std::set<std::string> durable;
};

Removed remove_comments(pugi::xml_node comments, const auto& goes) {
  Removed removed;
  for (pugi::xml_node comment = comments.first_child(); comment;) {
    const pugi::xml_node next = comment.next_sibling();
    if (goes(comment)) {
      removed.ids.insert(comment.attribute("w:id").value());
      for (const pugi::xml_node paragraph : comment.children("w:p")) {
        if (const auto id = opc::attribute(paragraph, "paraId")) removed.paragraphs.insert(id.value());
      }
      comments.remove_child(comment);
    }
    comment = next;
  }
  return removed;
}

bool is_own(pugi::xml_node comment) {
  return comment.attribute("w:author").value() == std::string_view(author) &&
         comment.attribute("w:initials").value() == std::string_view(initials);
}

void remove_marks(pugi::xml_node root, const std::set<std::string>& ids) {
  std::vector<pugi::xml_node> gone;
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    if (!name.starts_with("w:comment") || !ids.contains(node.attribute("w:id").value())) return false;
    const pugi::xml_node run = node.parent();
    const bool alone = name == "w:commentReference" && is_named(run, "w:r") &&
                       std::ranges::all_of(run.children(), [&](pugi::xml_node n) {
                         return n == node || is_named(n, "w:rPr");
                       });
    gone.push_back(alone ? run : node);
    return false;
  });
  for (pugi::xml_node node : gone) node.parent().remove_child(node);
}

/// Word keeps more about a comment in parts of its own (MS-DOCX 2.5), by the ids of its paragraphs.
void forget(pugi::xml_node root, Removed& removed) {
  for (pugi::xml_node entry = root.first_child(); entry;) {
    const pugi::xml_node next = entry.next_sibling();
    const std::string durable = opc::attribute(entry, "durableId").value();
    const pugi::xml_attribute parent = opc::attribute(entry, "paraIdParent");
    if (removed.paragraphs.contains(opc::attribute(entry, "paraId").value()) ||
        removed.durable.contains(durable)) {
      if (!durable.empty()) removed.durable.insert(durable);
      root.remove_child(entry);
    } else if (parent && removed.paragraphs.contains(parent.value())) {
      entry.remove_attribute(parent);  // an answer to what is gone stands for itself
    }
    entry = next;
  }
}

pugi::xml_document parsed(const opc::Package& package, const opc::PartName& part) {
  return opc::parse_xml(package.bytes(part), package.file_name(), part.text());
}

void forget(opc::Package& package, Removed& removed) {
  for (const char* kind : {"commentsExtended", "commentsIds", "commentsExtensible"}) {
    for (const opc::PartName& more : package.related(package.main_part(), kind)) {
      if (!package.has(more)) continue;
      const pugi::xml_document entries = parsed(package, more);
      forget(entries.document_element(), removed);
      package.replace(more, opc::to_bytes(entries));
    }
  }
}

/// The ids of the comments that the text of the document shows.
std::set<std::string> shown_comments(const opc::Package& package) {
  std::set<std::string> ids;
  const pugi::xml_document document = parsed(package, package.main_part());
  document.find_node([&](pugi::xml_node node) {
    if (is_named(node, "w:commentReference")) ids.insert(node.attribute("w:id").value());
    return false;
  });
  return ids;
}

}  // namespace

opc::Package with_comments(const opc::Package& package, std::span<const Remark> remarks) {
  opc::Package copy = package;
  if (remarks.empty()) return copy;
  const opc::PartName main = copy.main_part();
  const Styles styles = Styles::read(copy, main);
  const pugi::xml_document document = parsed(copy, main);
  MarkedBody body(document.document_element(), styles);
  CommentsPart comments(copy, main, styles);
  int id = std::max(body.highest_id(), comments.highest_id());
  for (const Remark& remark : remarks) {
    const bool in_body = opc::PartName(remark.part) == main;
    const pugi::xml_node found = in_body ? body.paragraph_of(remark) : pugi::xml_node();
    const pugi::xml_node at = found ? outside_boxes(found) : body.first();
    const bool exact = found && at == found;
    body.mark(at, exact ? remark.text : "", ++id);
    comments.add(id, exact || remark.place.empty() ? remark.comment : remark.place + "\n" + remark.comment);
  }
  copy.replace(main, opc::to_bytes(document));
  comments.write();
  return copy;
}

opc::Package without_own_comments(const opc::Package& package) {
  const opc::PartName main = package.main_part();
  for (const opc::PartName& part : package.related(main, "comments")) {
    if (!package.has(part) || package.bytes(part).find(author) == std::string::npos) continue;
    const pugi::xml_document comments = parsed(package, part);
    Removed removed = remove_comments(comments.document_element(), is_own);
    if (removed.ids.empty()) continue;
    opc::Package copy = package;
    copy.replace(part, opc::to_bytes(comments));
    const pugi::xml_document document = parsed(copy, main);
    remove_marks(document.document_element(), removed.ids);
    copy.replace(main, opc::to_bytes(document));
    forget(copy, removed);
    return copy;
  }
  return package;
}

void remove_lost_comments(opc::Package& package, const opc::Package& source) {
  for (const opc::PartName& part : package.related(package.main_part(), "comments")) {
    if (!package.has(part)) continue;
    const std::set<std::string> before = shown_comments(source);
    const std::set<std::string> after = shown_comments(package);
    const pugi::xml_document comments = parsed(package, part);
    Removed removed = remove_comments(comments.document_element(), [&](pugi::xml_node comment) {
      const std::string id = comment.attribute("w:id").value();
      return before.contains(id) && !after.contains(id);
    });
    if (removed.ids.empty()) continue;
    package.replace(part, opc::to_bytes(comments));
    forget(package, removed);
  }
}

}  // namespace lg::wml
