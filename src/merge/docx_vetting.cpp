#include "merge/docx_vetting.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"

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
  const pugi::xml_node root = part.document_element();
  if (std::string_view(root.name()) != "w:document" || root.attribute("xmlns:w").value() != transitional) {
    refuse(package, "M074", "Mallen är sparad i ett format (Strict Open XML) som inte kan fyllas i.",
           "Öppna mallen i Word och spara den som Word-dokument (.docx).");
  }
  vet_settings(package, main, problems);
}

void vet_story(pugi::xml_node root, const std::string& file, const std::string& part, Problems& problems) {
  bool tracked = false;
  root.find_node([&](pugi::xml_node node) {
    const std::string_view name = node.name();
    const bool change = name == "w:ins" || name == "w:del" || name == "w:moveFrom" || name == "w:moveTo";
    if (change && !tracked) {
      tracked = true;
      problems.add({Severity::error,
                    "M030",
                    ParagraphLocation{file, part, "", ""},
                    "Mallen innehåller spårade ändringar.",
                    "Godkänn eller avvisa alla ändringar på fliken Granska i Word och spara mallen.",
                    {}});
    }
    const std::string_view alternative = node.attribute("descr").value();
    if (name.ends_with(":docPr") && may_hold_tags(alternative)) {
      problems.add({Severity::error,
                    "M045",
                    ParagraphLocation{file, part, "", excerpt(alternative)},
                    "Taggar i en bilds alternativtext kan inte fyllas i ännu.",
                    "Ta bort taggen ur alternativtexten; bild och diagram kommer i en senare version.",
                    {}});
    }
    if (name == "w:instrText" && may_hold_tags(node.text().get())) {
      problems.add({Severity::error,
                    "M032",
                    ParagraphLocation{file, part, "", excerpt(node.text().get())},
                    "En tagg står i en fältkod, där den inte kan fyllas i.",
                    "Flytta taggen ut ur fältet.",
                    {}});
    }
    return false;
  });
}

void make_document_of_template(opc::Package& package) {
  const opc::PartName main = package.main_part();
  if (package.content_type(main) == template_type) package.set_content_type(main, std::string(document_type));
}

}  // namespace lg::merge
