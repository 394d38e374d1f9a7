#pragma once

#include "intake/form.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lg::intake {

/// How surely a heading of another system is one of ours; the lower, the surer. Of two headings that are the
/// same column the surer is taken.
enum class Sureness : std::uint8_t {
  mapped,  // kolumner.xlsx says so
  own,     // our heading
  known,   // a word that other systems use for just this
  wide,    // a word that is this column where no surer one is: "Beskrivning", "Ansvarig"
  title,   // a short name of the thing: "Risk" beside "Beskrivning"
  ask,     // may be this column: never used without an answer
};

struct HeadingGuess {
  int column = -1;  // position among the form's columns
  Sureness sureness = Sureness::known;
};

/// What a heading of somebody else's VoR or IKP most likely is. `above` is the heading of a group of columns
/// over it ("Riskbedömning"), empty where there is none. Scales in brackets ("Sannolikhet (1–4)") and figures
/// after the word do not matter; "efter åtgärd" and "kvarstående" make the remaining risk of it.
[[nodiscard]] std::optional<HeadingGuess> guess_heading(const Form& form, std::string_view heading,
                                                        std::string_view above = {});

/// "Process: Behörigheter" apart, where the part before the colon is a heading of the form; else nothing.
struct LabelledText {
  HeadingGuess label;
  std::string value;  // may be empty
};
[[nodiscard]] std::optional<LabelledText> split_label(const Form& form, std::string_view text);

/// The text is how systems begin a risk: "Det finns en risk att …", "Risk för …".
[[nodiscard]] bool begins_as_risk(std::string_view text);

/// What another system's plan of controls may lack altogether, and is read without: how, how often, by whom.
[[nodiscard]] bool may_be_unsaid(const Form& form, int column);

/// The form's column with that heading.
[[nodiscard]] int column_of(const Form& form, std::string_view heading);

}  // namespace lg::intake
