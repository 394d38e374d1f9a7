#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lg::cli {

/// A word that begins with "--".
struct Option {
  std::string_view name;       // "--ut"
  std::string_view parameter;  // "MAPP"; empty: a switch
  std::string_view says;       // one line of Swedish
};

/// A command of the program, as its help shows it and its arguments are read by.
struct Command {
  std::string_view name;        // "skapa"
  std::string_view parameters;  // "MAPP"
  std::size_t least = 0;        // how many words it needs
  std::size_t most = 0;         // and how many it takes
  std::span<const Option> options;
  std::string_view says;     // one line
  std::string_view example;  // a call and what comes of it
};

/// The words of a call, sorted by the command's declaration.
struct Arguments {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> values;
  std::set<std::string, std::less<>> switches;

  [[nodiscard]] bool has(std::string_view name) const { return switches.contains(name); }
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
};

/// Wrong use: one Swedish sentence, and what to do.
struct UsageError {
  std::string message;
};

/// Sorts the words; throws UsageError.
[[nodiscard]] Arguments read_arguments(const Command& command, std::span<const std::string> words);

}  // namespace lg::cli
