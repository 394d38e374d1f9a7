#include "compose/count_words.hpp"

#include <array>
#include <string_view>

namespace lg::compose {

std::string count_word(std::size_t number) {
  constexpr std::array<std::string_view, 13> words = {"noll", "en",   "två", "tre", "fyra", "fem", "sex",
                                                      "sju",  "åtta", "nio", "tio", "elva", "tolv"};
  return number < words.size() ? std::string(words.at(number)) : std::to_string(number);
}

}  // namespace lg::compose
