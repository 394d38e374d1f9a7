#include "cli/commands.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/outcome.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <new>

namespace lg::cli {
namespace {

constexpr Option json{"--json", "", "svara med JSON på standard ut"};
constexpr Option page_numbers{"--sidnummer", "",
                              "skriv sidnummer i innehållsförteckningen (med LibreOffice)"};
constexpr Option strict{"--strikt", "", "slutkod 1 om det finns varningar"};

constexpr std::array create_options = {
    Option{"--ut", "MAPP", "var dokumenten ska ligga; annars i dokument/ i MAPP"},
    Option{"--utkast", "", "gör ett utkast trots att uppgifter saknas; platserna märks ut"},
    Option{"--mall", "FIL.docx", "en egen mall för rapporten"},
    Option{"--planmall", "FIL.xlsx", "en egen mall för aktivitetsplanen"},
    Option{"--skriv-over", "", "skriv över dokument som redan finns"},
    Option{"--offentlig", "", "en öppen kopia utan maskade uppgifter (kommer i en senare version)"},
    page_numbers,
    strict,
    json,
};
constexpr std::array open_options = {
    Option{"--bara-adress", "", "visa adressen i stället för att öppna webbläsaren"},
    Option{"--vilotid", "MINUTER", "avsluta när inget har hänt så länge; annars efter 30 minuter"},
};
constexpr std::array check_options = {
    Option{"--markerad", "", "gör kopior av arbetsböckerna, med en anteckning vid varje cell att se på"},
    Option{"--ut", "MAPP", "var kopiorna ska ligga (annars i granskad/ i mappen)"},
    Option{"--skriv-over", "", "skriv över kopior som redan finns"},
    strict,
    json,
};
constexpr std::array new_options = {
    Option{"--namnd", "NAMN", "nämnden som i löpande text, ”förskolenämnden”"},
    Option{"--ar", "ÅR", "rapportåret"},
    Option{"--fran", "MAPP", "öppna året efter fjolårets mapp; --namnd och --ar behövs då inte"},
    Option{"--plan", "FIL.xlsx",
           "fjolårets aktivitetsplan; annars söks den i fjolårets mapp och dess dokument/"},
};
constexpr std::array interpret_options = {
    Option{"--ut", "FIL", "skriv det som en kolumner.xlsx att rätta och lägga i mappen"},
    Option{"--skriv-over", "", "skriv över en fil som redan finns"},
};
constexpr std::array fill_options = {
    Option{"--ut", "FIL", "det ifyllda dokumentets namn"},
    Option{"--skriv-over", "", "skriv över en fil som redan finns"},
    page_numbers,
    strict,
    json,
};
constexpr std::array template_options = {
    Option{"--data", "DATA", "kontrollera mot en mapp eller en JSON-fil i stället för mot standardbladen"},
    Option{"--ut", "KOPIA", "gör en kopia av mallen med en kommentar vid varje fel"},
    Option{"--skriv-over", "", "skriv över en kopia som redan finns"},
    json,
};
constexpr std::array trial_options = {
    Option{"--ut", "MAPP", "var de ifyllda dokumenten ska ligga"},
    Option{"--data", "MAPP|JSON", "listor och fält som i dessa data i stället för som i standardbladen"},
    Option{"--skriv-over", "", "skriv över dokument som redan finns"},
    json,
};
constexpr std::array field_options = {
    Option{"--ut", "FIL", "gör ett dokument av det: mallhjalp.docx eller mallhjalp.xlsx"},
    Option{"--skriv-over", "", "skriv över en fil som redan finns"},
    json,
    Option{"--markdown", "", "som tabell för mallguiden"},
};

constexpr std::array all = {
    Command{"oppna", "[MAPP]", 0, 1, open_options,
            "öppnar sidan i webbläsaren, med mappen eller den som valdes senast", "genomgang oppna underlag/2025"},
    Command{"skapa", "MAPP", 1, 1, create_options,
            "gör rapporten och aktivitetsplanen av mappens arbetsböcker",
            "genomgang skapa underlag/2025 --ut nämnd/november"},
    Command{"kontrollera", "MAPP", 1, 1, check_options,
            "läser mappens arbetsböcker och säger allt som är fel", "genomgang kontrollera underlag/2025"},
    Command{"varifran",
            "DOKUMENT TEXT",
            2,
            2,
            {},
            "säger vilka celler en text i rapporten eller planen är gjord av",
            "genomgang varifran \"dokument/Ledningens genomgång 2025 Förskolenämnden.docx\" \"Uppföljning av "
            "behörigheter\""},
    Command{"tolka", "MAPP", 1, 1, interpret_options,
            "visar hur blad från andra system har förståtts, rubrik för rubrik",
            "genomgang tolka underlag/2026 --ut kolumner.xlsx"},
    Command{"ny", "MAPP", 1, 1, new_options,
            "gör en mapp med arbetsböcker för ett nytt år, tomma eller från fjolårets",
            "genomgang ny underlag/2026 --namnd \"förskolenämnden\" --ar 2026"},
    Command{"mallkontroll", "MALL", 1, 1, template_options,
            "kontrollerar en mall och säger allt som är fel i den", "genomgang mallkontroll mall.docx"},
    Command{"mallprov", "MALL", 1, 1, trial_options,
            "fyller en mall med påhittade värden: inga, få och många rader, långa texter",
            "genomgang mallprov mall.docx --ut prov"},
    Command{"fyll", "MALL DATA.json", 2, 2, fill_options,
            "fyller en mall (.docx eller .xlsx) med vilka data som helst",
            "genomgang fyll brev.docx mottagare.json --ut brev-ifyllt.docx"},
    Command{"falt", "[MAPP]", 0, 1, field_options,
            "visar alla fält med taggen att kopiera, och dagens värde om en mapp ges",
            "genomgang falt underlag/2025"},
    Command{"celler",
            "BOK.xlsx",
            1,
            1,
            {},
            "visar hur programmet läser en arbetsbok, en cell på varje rad",
            "genomgang celler \"VoR 2025.xlsx\""},
};

int refuse_use(Streams streams, const std::string& message) {
  streams.err << message << "\nHjälp: genomgang --hjalp\n";
  return Exit::wrong_use;
}

int run_command(const Command& command, std::span<const std::string> words, Streams streams,
                const Program& program) {
  const auto help = std::ranges::find_if(
      words, [](const std::string& w) { return w == "--hjalp" || w == "--help" || w == "-h"; });
  if (help != words.end()) {
    streams.out << help_of(command);
    return Exit::done;
  }
  try {
    return program.handlers.at(command.name)(read_arguments(command, words), streams);
  } catch (const UsageError& error) {
    return refuse_use(streams, error.message);
  } catch (const UnreadableFile& unreadable) {
    streams.err << to_text(unreadable.problem());
    if (streams.json != nullptr && std::ranges::find(words, "--json") != words.end()) {
      Problems problems;
      problems.add(unreadable.problem());
      streams.out << streams.json(problems, {});
    }
    return unreadable.problem().code.starts_with("M") ? Exit::template_errors : Exit::file_error;
  } catch (const std::bad_alloc&) {
    streams.err << "Datorns minne räcker inte för filerna. Dela upp arbetsböckerna på flera.\n";
    return Exit::file_error;
  } catch (const std::exception& error) {
    streams.err << "Programmet gjorde fel och inget är skrivet. Det är vårt fel, inte ditt; anmäl det gärna "
                   "med den här raden:\n"
                << error.what() << "\n";
    return Exit::own_fault;
  }
}

}  // namespace

std::span<const Command> commands() {
  return all;
}

std::map<std::string_view, Handler> core_handlers() {
  return {
      {"skapa", &run_create}, {"kontrollera", &run_check}, {"varifran", &run_origin}, {"celler", &run_cells}};
}

int finish(std::ostream& out, std::ostream& err, int code) {
  out.flush();
  if (out) return code;
  err << "Svaret gick inte att skriva ut; frigör plats på disken eller välj en annan.\n";
  return Exit::file_error;
}

int run(std::span<const std::string> words, Streams streams, const Program& program) {
  const std::vector<std::string> page = {"oppna"};
  if (words.empty()) words = page;  // started from the menu
  const std::string& name = words.front();
  if (name == "--hjalp" || name == "--help" || name == "-h" || name == "hjalp") {
    streams.out << help_of_all();
    return Exit::done;
  }
  if (name == "--version") {
    streams.out << "genomgang " << GENOMGANG_VERSION << "\n";
    return Exit::done;
  }
  const auto command = std::ranges::find(all, std::string_view(name), &Command::name);
  if (command != all.end()) {
    const bool needs_more = !program.handlers.contains(command->name) ||
                            (streams.json == nullptr && std::ranges::find(words, "--json") != words.end());
    if (needs_more) return program.delegate(words);
    return run_command(*command, words.subspan(1), streams, program);
  }
  std::vector<std::string> names;
  for (const Command& one : all) names.emplace_back(one.name);
  const auto meant = nearest(name, names);
  return refuse_use(streams,
                    "Kommandot ”" + name + "” finns inte." + (meant ? " Menade du ”" + *meant + "”?" : ""));
}

}  // namespace lg::cli
