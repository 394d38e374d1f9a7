#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lg::domain {

/// The sentence that says who answers for an activity: "ISAM ansvarar för att aktiviteten genomförs med stöd
/// av DSO." `kind` is the Ansvarstyp of the form; `plural` speaks of "aktiviteterna". Empty when the owner or
/// the kind is missing or the kind is not known.
[[nodiscard]] std::string responsibility_sentence(std::string_view owner, std::string_view kind,
                                                  std::span<const std::string> support, bool plural = false);

}  // namespace lg::domain
