#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::domain {

/// Something in a text that should not be published.
struct PersonalData {
  const char* code;  // of the problem
  std::string what;  // Swedish, with its article: "ett personnummer"
  std::string text;  // as written
};

/// The first of each kind in the text: personnummer (with a real day and the right check digit), e-mail
/// address of a person, telephone number, IP address, name of a server, password and person's name. Addresses
/// of offices, section numbers and case numbers are none of them.
[[nodiscard]] std::vector<PersonalData> personal_data_in(std::string_view text);

/// A personnummer or samordningsnummer anywhere in the text: its day exists, and its check digit is right or
/// it is written out so that it can be nothing else.
[[nodiscard]] std::optional<std::string> personal_number_in(std::string_view text);

/// A person's name beside a title ("rektor Anna Berg"), or a common first name before another capital ("Anna
/// Andersson"). Streets and schools are no people.
[[nodiscard]] std::optional<std::string> person_in(std::string_view text);

}  // namespace lg::domain
