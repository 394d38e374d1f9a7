#include "domain/responsibility.hpp"

#include "base/text.hpp"

namespace lg::domain {
namespace {

/// What the owner answers for; empty for an unknown kind.
std::string duty(std::string_view kind, bool plural) {
  const std::string folded = fold(kind);
  const std::string activity = plural ? "att aktiviteterna " : "att aktiviteten ";
  if (folded == "genomförs") return activity + "genomförs";
  if (folded == "initieras") return activity + "initieras";
  if (folded == "initierasochgenomförs") return activity + "initieras och genomförs";
  if (folded == "översynochuppdatering") return "översyn och uppdatering";
  return {};
}

}  // namespace

std::string responsibility_sentence(std::string_view owner, std::string_view kind,
                                    std::span<const std::string> support, bool plural) {
  const std::string what = duty(kind, plural);
  if (trim(owner).empty() || what.empty()) return {};
  std::string sentence = std::string(trim(owner)) + " ansvarar för " + what;
  if (!support.empty()) sentence += " med stöd av " + join(support, "samt");
  return sentence + ".";
}

}  // namespace lg::domain
