#include "cli/help.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"

namespace lg::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
  const std::size_t own = length(text);
  return text + std::string(own < width ? width - own : 1, ' ');
}

}  // namespace

std::string help_of_all() {
  std::string text =
      "Genomgång gör nämndens Ledningens genomgång och aktivitetsplan av Excel-arbetsböcker.\n\n"
      "Exempel\n"
      "  genomgang ny underlag/2026 --namnd \"förskolenämnden\" --ar 2026\n"
      "  genomgang kontrollera underlag/2026\n"
      "  genomgang skapa underlag/2026\n\n"
      "Kommandon\n";
  for (const Command& command : commands()) {
    text += "  " + padded(std::string(command.name) + " " + std::string(command.parameters), 24) +
            std::string(command.says) + "\n";
  }
  text +=
      "\nMer om ett kommando: genomgang KOMMANDO --hjalp\n\n"
      "Slutkoder: 0 klart · 1 klart med varningar (--strikt) · 2 fel i kommandot · 3 fel i arbetsböckerna · "
      "4 fel i mallen · 5 en fil kunde inte läsas eller skrivas · 70 fel i programmet\n";
  return text;
}

std::string help_of(const Command& command) {
  std::string text = "Exempel\n  " + std::string(command.example) + "\n\n";
  text += "genomgang " + std::string(command.name) + " " + std::string(command.parameters) +
          (command.options.empty() ? "" : " [val]") + "\n  " + std::string(command.says) + "\n";
  if (!command.options.empty()) text += "\nVal\n";
  for (const Option& option : command.options) {
    const std::string name =
        std::string(option.name) + (option.parameter.empty() ? "" : " " + std::string(option.parameter));
    text += "  " + padded(name, 22) + std::string(option.says) + "\n";
  }
  return text;
}

}  // namespace lg::cli
