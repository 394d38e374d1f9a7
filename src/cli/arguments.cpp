#include "cli/arguments.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace lg::cli {
namespace {

const Option* find_option(const Command& command, std::string_view name) {
  const auto found = std::ranges::find(command.options, name, &Option::name);
  return found == command.options.end() ? nullptr : &*found;
}

[[noreturn]] void refuse_option(const Command& command, const std::string& name) {
  std::vector<std::string> names;
  for (const Option& option : command.options) names.emplace_back(option.name);
  const auto meant = nearest(name, names);
  throw UsageError{"Valet ”" + name + "” finns inte för ”" + std::string(command.name) + "”." +
                   (meant ? " Menade du ”" + *meant + "”?" : "")};
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view name) const {
  const auto found = values.find(name);
  if (found == values.end()) return {};
  return found->second;
}

Arguments read_arguments(const Command& command, std::span<const std::string> words) {
  Arguments arguments;
  bool options = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (options && word == "--") {
      options = false;
      continue;
    }
    if (!options || !word.starts_with("--")) {
      arguments.words.push_back(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const Option* option = find_option(command, name);
    if (option == nullptr) refuse_option(command, name);
    if (option->parameter.empty()) {
      arguments.switches.insert(name);
    } else if (equals != std::string::npos) {
      arguments.values[name] = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      arguments.values[name] = words[++i];
    } else {
      throw UsageError{"Valet ”" + name + "” ska följas av " + std::string(option->parameter) + "."};
    }
  }
  if (arguments.words.size() < command.least) {
    throw UsageError{"Kommandot ”" + std::string(command.name) + "” ska följas av " +
                     std::string(command.parameters) + "."};
  }
  if (arguments.words.size() > command.most) {
    throw UsageError{"Ordet ”" + arguments.words[command.most] + "” är ett för mycket för ”" +
                     std::string(command.name) + "”. Skriv namn med blanksteg inom citattecken."};
  }
  return arguments;
}

}  // namespace lg::cli
