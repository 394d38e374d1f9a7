#include "merge/docx_vetting.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace lg::merge {
namespace {

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view document_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
constexpr std::string_view template_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

[[noreturn]] void refuse(const opc::Package& package, std::string code, std::string message,
                         std::string hint) {
  throw UnreadableFile(Problem{Severity::error,
                               std::move(code),
                               FileLocation{package.file_name()},
                               std::move(message),
                               std::move(hint),
                               {}});
}

void vet_settings(const opc::Package& package, const opc::PartName& main, Problems& problems) {
  const auto add = [&](std::string message, std::string hint) {
    problems.add({Severity::error,
                  "M071",
                  FileLocation{package.file_name()},
                  std::move(message),
                  std::move(hint),
                  {}});
  };
  for (const opc::PartName& settings : package.related(main, "settings")) {
    if (package.relationships(settings).first_of_kind("attachedTemplate") != nullptr) {
      add("Mallen hänger ihop med en annan mallfil, vars sökväg skulle följa med i rapporten.",
          "Öppna mallen i Word, välj Utvecklare › Dokumentmall, sätt mallen till Normal och spara.");
    }
    if (!package.has(settings)) continue;
    const auto part = opc::parse_xml(package.bytes(settings), package.file_name(), settings.text());
    if (opc::child(part.document_element(), "mailMerge")) {
      add("Mallen är kopplad till en datakälla för koppla dokument.",
          "Öppna mallen i Word, välj Utskick › Starta koppla dokument › Normalt Word-dokument och spara.");
    }
  }
}

/// The namespace of the root element; "" when its prefix has none.
std::string_view namespace_of(pugi::xml_node root) {
  const std::string_view name = root.name();
  const std::size_t colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  return root.attribute(declaration.c_str()).value();
}

void vet_format(const opc::Package& package, pugi::xml_node root) {
  if (opc::local_name(root) != "document" || namespace_of(root) != transitional) {
    refuse(package, "M074", "Mallen är sparad i ett format (Strict Open XML) som inte kan fyllas i.",
           "Öppna mallen i Word och spara den som Word-dokument (.docx).");
  }
  if (std::string_view(root.name()) != "w:document") {
    refuse(package, "M075",
           "Mallen är gjord av ett annat program än Word, som namnger delarna på ett annat sätt.",
           "Öppna mallen i Word och spara den som Word-dokument (.docx).");
  }
}

/// A tag in an address; Word writes the braces of a link's address as %7B and %7D.
bool holds_tag(const std::string& target) {
  return may_hold_tags(target) || to_lower(target).find("%7b%7b") != std::string::npos;
}

void vet_targets(const opc::Package& package, const opc::PartName& part, Problems& problems) {
  constexpr std::array<std::string_view, 7> fetched = {"image",       "aFChunk", "oleObject", "package",
                                                       "subDocument", "frame",   "video"};
  for (const opc::Relationship& one : package.relationships(part).all()) {
    if (!one.external) continue;
    const ParagraphLocation where{package.file_name(), part.text(), "", excerpt(one.target)};
    if (holds_tag(one.target)) {
      problems.add({Severity::error,
                    "M032",
                    where,
                    "En tagg står i en länks adress, där den inte kan fyllas i.",
                    "Låt {{stycken …}} göra länken av en text som [Läs mer](https://exempel.se).",
                    {}});
    } else if (std::ranges::find(fetched, kind_of(one)) != fetched.end()) {
      problems.add(
          {Severity::error,
           "M071",
           where,
           "Mallen hämtar en bild eller ett dokument från en annan plats.",
           "Öppna mallen i Word, välj Arkiv › Info › Redigera länkar till filer, bryt länken och spara.",
           {}});
    }
  }
}

}  // namespace

void vet_package(const opc::Package& package, const opc::PartName& main, Problems& problems) {
  const std::string type = package.content_type(main);
  if (type.find("macroEnabled") != std::string::npos) {
    refuse(package, "M072", "Mallen innehåller makron (.docm eller .dotm) och används inte.",
           "Öppna mallen i Word och spara den som Word-dokument (.docx).");
  }
  if (type != document_type && type != template_type) {
    refuse(package, "M073", "Mallen är inget Word-dokument (.docx).",
           "Välj en mall som är sparad som .docx i Word.");
  }
  const auto part = opc::parse_xml(package.bytes(main), package.file_name(), main.text());
  vet_format(package, part.document_element());
  for (const opc::PartName& name : package.part_names()) vet_targets(package, name, problems);
  vet_settings(package, main, problems);
}

void vet_signature(const opc::Package& package, Problems& problems) {
  for (const opc::Relationship& one : package.relationships(opc::PartName("/")).all()) {
    if (one.type.find("/digital-signature/") == std::string::npos) continue;
    problems.add({Severity::error,
                  "M077",
                  FileLocation{package.file_name()},
                  "Mallen är digitalt signerad, och signaturen gäller inte ett ifyllt dokument.",
                  "Öppna mallen i Word, välj Arkiv › Info › Visa signaturer, ta bort signaturen och spara.",
                  {}});
    return;
  }
}

void make_document_of_template(opc::Package& package) {
  const opc::PartName main = package.main_part();
  if (package.content_type(main) == template_type) package.set_content_type(main, std::string(document_type));
}

}  // namespace lg::merge
