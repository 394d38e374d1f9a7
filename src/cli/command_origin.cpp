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
std::vector<fs::path> protocols_beside(const fs::path& document) {
  std::vector<fs::path> found;
  std::error_code error;
  const fs::path folder = document.has_parent_path() ? document.parent_path() : fs::path(".");
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(protocol_prefix) && name.ends_with(".xlsx")) found.push_back(entry->path());
  }
  std::ranges::sort(found);
  return found;
}

/// The answer of the protocol that was written with the document as it is now; else of one that knows its
/// name.
std::optional<app::OriginAnswer> ask(const fs::path& path, const app::NamedFile& document,
                                     const std::string& text) {
  std::optional<app::OriginAnswer> known;
  for (const fs::path& protocol : protocols_beside(path)) {
    app::OriginAnswer answer =
        app::origin_of(document, {protocol.filename().string(), read_file(protocol)}, text);
    if (!answer.of_document) continue;
    const bool better = !known || (known->changed && !answer.changed);
    if (better) known = std::move(answer);
  }
  return known;
}

void show(const app::TextOrigin& origin, std::ostream& out) {
  constexpr std::size_t longest = 60;
  out << (origin.place.empty() ? "Dokumentets början" : origin.place) << ": ”"
      << excerpt(origin.text, longest) << "”\n";
  for (const std::string& cell : origin.cells) out << "  " << cell << "\n";
  if (origin.cells.empty()) out << "  mallens egen text (" << origin.own_template << ")\n";
}

}  // namespace

int run_origin(const Arguments& arguments, Streams streams) {
  const fs::path path = arguments.words[0];
  const std::string& text = arguments.words[1];
  if (fold(text).empty()) throw UsageError{"Skriv en bit av texten inom citattecken."};
  const app::NamedFile document{path.filename().string(), read_file(path)};
  const auto answer = ask(path, document, text);
  if (!answer) {
    throw UnreadableFile(Problem{Severity::error,
                                 "PROT-101",
                                 FileLocation{path.string()},
                                 "Bredvid dokumentet ligger inget granskningsprotokoll som gäller det.",
                                 "Lägg protokollet i samma mapp, eller skapa dokumenten på nytt.",
                                 {}});
  }
  if (answer->changed) {
    streams.err << to_text(
        Problem{Severity::note,
                "PROT-102",
                FileLocation{path.string()},
                "Dokumentet är ändrat sedan det skapades; svaret gäller texten som den var då.",
                "",
                {}});
  }
  for (const app::TextOrigin& origin : answer->found) show(origin, streams.out);
  if (!answer->found.empty()) return Exit::done;
  streams.err << to_text(
      Problem{Severity::error,
              "PROT-103",
              FileLocation{path.string()},
              "Texten ”" + excerpt(text, 60) + "” finns inte bland det som fylldes i.",
              "Skriv en bit av ett stycke som det står i dokumentet; av planen går också blad!cell.",
              {}});
  if (answer->nearest) {
    streams.err << "Närmast är:\n";
    show(*answer->nearest, streams.err);
  }
  return Exit::wrong_use;
}

}  // namespace lg::cli
