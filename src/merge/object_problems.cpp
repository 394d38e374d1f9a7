#include "merge/object_problems.hpp"

#include "base/text.hpp"
#include "merge/picture_format.hpp"
#include "opc/limits.hpp"

#include <vector>

namespace lg::merge {
namespace {

bool is_svg(const Picture& picture) {
  constexpr std::size_t head = 1000;
  return to_lower(picture.file).ends_with(".svg") ||
         picture.bytes.substr(0, head).find("<svg") != std::string::npos;
}

}  // namespace

std::pair<std::string, std::string> misplaced(TagKind kind, std::string_view found) {
  const bool picture = kind == TagKind::picture;
  if (found.starts_with("cx:")) {
    return {"står i alternativtexten till ett diagram av ett nyare slag, som inte kan fyllas i",
            "Välj ett stapel-, linje- eller cirkeldiagram i stället för till exempel träddiagram eller "
            "vattenfall."};
  }
  if (found == "wpg:wgp" || found == "wpc:wpc" || found == "v:group" || found == "xdr:grpSp") {
    return {"står i alternativtexten till en grupp av figurer",
            "Högerklicka på gruppen, välj Dela upp grupp och skriv taggen i bildens egen alternativtext."};
  }
  return {
      picture ? "står inte i alternativtexten till en bild" : "står inte i alternativtexten till ett diagram",
      picture ? "Sätt in en bild där den ska visas, högerklicka på den, välj Visa alternativtext och skriv "
                "taggen där."
              : "Sätt in ett diagram med Infoga › Diagram, högerklicka på dess kant, välj Visa "
                "alternativtext och skriv taggen där."};
}

std::string missing_picture_message(const std::string& tag, const std::string& name) {
  return "Taggen ”" + tag + "”: bilden ”" + name + "” finns inte.";
}

std::string missing_picture_hint(const Pictures& pictures, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& [unused, picture] : pictures) names.push_back(picture.name);
  const auto meant = nearest(name, names);
  if (meant) return "Menade du ”" + *meant + "”?";
  return "Lägg bilden i mappen ”bilder” i genomgångens mapp, eller under ”bilder” i datafilen.";
}

bool vet_picture(const Picture& picture, const std::string& tag, const Location& where, Problems& problems) {
  const auto refuse = [&](const std::string& message, std::string hint) {
    problems.add({Severity::error, "M047", where, "Taggen ”" + tag + "”: " + message, std::move(hint), {}});
    return false;
  };
  const std::string file = "”" + picture.file + "”";
  if (!picture.fault.empty()) return refuse(picture.fault, picture.remedy);
  if (picture.bytes.size() > opc::limits.picture) {
    return refuse("bilden " + file + " är större än " +
                      std::to_string(opc::limits.picture / opc::Limits::mib) + " MB, som är gränsen.",
                  "Spara den i mindre storlek, till exempel som JPEG.");
  }
  if (is_svg(picture)) {
    return refuse("bilden " + file + " är en SVG-bild, som inte alla program kan visa.",
                  "Spara bilden som PNG och ange den i stället.");
  }
  if (read_picture_format(picture.bytes)) return true;
  return refuse("filen " + file + " är ingen hel bild av slaget PNG, JPEG eller GIF.",
                "Öppna bilden i ett bildprogram och spara den som PNG eller JPEG.");
}

}  // namespace lg::merge
