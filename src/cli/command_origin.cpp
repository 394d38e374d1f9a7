#include "app/text_origin.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/file_system.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

namespace lg::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view protocol_prefix = "Granskningsprotokoll";

/// The protocols beside a document, by name.
std::vector<fs::path> protocols_beside(const fs::path& document, std::string_view extension) {
  std::vector<fs::path> found;
  std::error_code error;
  const fs::path folder = document.has_parent_path() ? document.parent_path() : fs::path(".");
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(protocol_prefix) && name.ends_with(extension)) found.push_back(entry->path());
  }
  std::ranges::sort(found);
  return found;
}

/// The answer of the protocol that was written with the document as it is now; else of one that knows its
/// name.
std::optional<app::OriginAnswer> ask(const fs::path& path, const app::NamedFile& document,
                                     const std::string& text) {
  std::optional<app::OriginAnswer> known;
  for (const fs::path& protocol : protocols_beside(path, ".xlsx")) {
    app::OriginAnswer answer =
        app::origin_of(document, {protocol.filename().string(), read_file(protocol)}, text);
    if (!answer.of_document) continue;
    const bool better = !known || (known->changed && !answer.changed);
    if (better) known = std::move(answer);
  }
  return known;
}

constexpr std::size_t longest_excerpt = 60;

std::string quoted(const std::string& text) {
  return trim(text).empty() ? "tom" : "”" + excerpt(text, longest_excerpt) + "”";
}

void show(const app::TextOrigin& origin, std::ostream& out) {
  using Kind = app::TextOrigin::Kind;
  out << (origin.place.empty() ? "Dokumentets början" : origin.place) << ": " << quoted(origin.text) << "\n";
  switch (origin.kind) {
    case Kind::made:
      if (origin.cells.empty()) out << "  mallens egen text (" << origin.own_template << ")\n";
      break;
    case Kind::chosen: out << "  mallens egen text, vald efter\n"; break;
    case Kind::counted:
      out << (origin.reads.empty() ? "  räknas fram av en formel" : "  räknas ur " + origin.reads)
          << (origin.before.empty() ? "" : "; när planen skapades blev det " + quoted(origin.before)) << "\n";
      break;
    case Kind::changed:
      out << (trim(origin.before).empty()
                  ? "  ändrad sedan planen skapades; då var cellen tom\n"
                  : "  ändrad sedan planen skapades; då stod här " + quoted(origin.before) +
                        (origin.cells.empty() ? "\n" : ", som kom från\n"));
      if (trim(origin.before).empty()) return;
      break;
    case Kind::unknown: out << "  raden eller kolumnen finns inte i protokollet\n"; break;
  }
  for (const std::string& cell : origin.cells) out << "  " << cell << "\n";
}

/// What an answer cannot tell, and what to do about it.
void tell(const app::TextOrigin& origin, const std::string& file, std::ostream& err) {
  using Kind = app::TextOrigin::Kind;
  const std::size_t parting = origin.place.find(" › ");
  if (parting == std::string::npos || (origin.kind != Kind::changed && origin.kind != Kind::unknown)) return;
  const std::string sheet = origin.place.substr(0, parting);
  const std::string cell = origin.place.substr(parting + std::string_view(" › ").size());
  const bool changed = origin.kind == Kind::changed;
  err << to_text(Problem{
      Severity::note,
      "PROT-104",
      CellLocation{file, sheet, cell, ""},
      changed
          ? "Cellen är ändrad sedan planen skapades, så det som står där kommer inte ur arbetsböckerna."
          : "Raden eller kolumnen är tillagd eller omskriven sedan planen skapades, så ingen källa är säker.",
      "Ska ändringen vara kvar i nästa plan, för in den i arbetsboken och skapa dokumenten på nytt.",
      {}});
}

/// A cell that holds nothing, and that nothing was filled into.
bool is_empty_cell(const app::OriginAnswer& answer) {
  return answer.found.size() == 1 && trim(answer.found.front().text).empty() &&
         answer.found.front().cells.empty() && trim(answer.found.front().before).empty();
}

/// Why there is no answer.
Problem unanswered(const app::OriginAnswer& answer, const std::string& file, const std::string& text) {
  if (!answer.no_sheet.empty()) {
    return {Severity::error,
            "PROT-105",
            FileLocation{file},
            "Planen har inget blad som heter ”" + answer.no_sheet + "”.",
            "Planens blad är " + join(answer.sheets, "och") + ".",
            {}};
  }
  if (is_empty_cell(answer)) {
    return {Severity::error,
            "PROT-106",
            FileLocation{file},
            "Cellen " + text + " är tom, och inget fylldes i där.",
            "Fråga om en cell som det står något i.",
            {}};
  }
  return {Severity::error,
          "PROT-103",
          FileLocation{file},
          "Texten ”" + excerpt(text, longest_excerpt) + "” finns inte bland det som fylldes i.",
          "Skriv en bit av ett stycke som det står i dokumentet; av planen går också blad!cell.",
          {}};
}

/// Why no protocol answers.
Problem no_protocol(const fs::path& document) {
  const std::vector<fs::path> pages = protocols_beside(document, ".html");
  if (!pages.empty() && protocols_beside(document, ".xlsx").empty()) {
    return {Severity::error,
            "PROT-107",
            FileLocation{document.string()},
            "Bredvid dokumentet ligger protokollet bara som webbsida, och svaret hämtas ur arbetsboken.",
            "Lägg ”" + pages.front().stem().string() +
                ".xlsx” i samma mapp, eller sök texten på webbsidan under rubriken Ursprung.",
            {}};
  }
  return {Severity::error,
          "PROT-101",
          FileLocation{document.string()},
          "Bredvid dokumentet ligger inget granskningsprotokoll som gäller det.",
          "Lägg protokollet i samma mapp, eller skapa dokumenten på nytt.",
          {}};
}

}  // namespace

int run_origin(const Arguments& arguments, Streams streams) {
  const fs::path path = arguments.words[0];
  const std::string& text = arguments.words[1];
  if (fold(text).empty()) throw UsageError{"Skriv en bit av texten inom citattecken."};
  const app::NamedFile document{path.filename().string(), read_file(path)};
  const auto answer = ask(path, document, text);
  if (!answer) throw UnreadableFile(no_protocol(path));
  if (answer->changed) {
    streams.err << to_text(
        Problem{Severity::note,
                "PROT-102",
                FileLocation{path.string()},
                path.extension() == ".xlsx"
                    ? "Planen är ändrad sedan den skapades; raderna söks upp efter det som står i dem."
                    : "Dokumentet är ändrat sedan det skapades; svaret gäller texten som den var då.",
                "",
                {}});
  }
  if (!answer->found.empty() && !is_empty_cell(*answer)) {
    for (const app::TextOrigin& origin : answer->found) {
      show(origin, streams.out);
      tell(origin, path.string(), streams.err);
    }
    return Exit::done;
  }
  streams.err << to_text(unanswered(*answer, path.string(), text));
  if (answer->nearest) {
    streams.err << "Närmast är:\n";
    show(*answer->nearest, streams.err);
  }
  return Exit::wrong_use;
}

}  // namespace lg::cli
