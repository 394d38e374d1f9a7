#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lg::sml {

/// Names in lower case, and what they are called instead.
using NewNames = std::map<std::string, std::string>;

/// A piece of a formula between its references, with other names of tables: "Lista[Tal]" and "ROWS(Lista)"
/// name one, a string, a column ("[Lista]"), a function and a sheet ("Lista!") of the same name do not.
[[nodiscard]] std::string with_new_tables(std::string_view text, const NewNames& tables);

/// The same without the quoted sheets in front of names: "'Blad 1'!Summa" as "Summa".
[[nodiscard]] std::string without_sheets(std::string_view text);

}  // namespace lg::sml
