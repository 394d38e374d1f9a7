#pragma once

#include "intake/form.hpp"

#include <array>

/// The tables that form.cpp gathers, one source file per family of sheets.
namespace lg::intake {

// The three columns of confidentiality that many sheets share ([SEK] in domain.md).
inline constexpr std::array<std::string_view, 3> secrecy_words{"Öppen", "Maskas", "Utelämnas"};
inline constexpr Column secrecy{.heading = "Sekretess",
                                .kind = Kind::choice,
                                .choices = secrecy_words,
                                .help = "Hur raden behandlas i den öppna kopian; tomt räknas som Öppen.",
                                .fallback = "Öppen"};
inline constexpr Column legal_basis{
    .heading = "Lagrum", .help = "Krävs om Sekretess inte är Öppen, till exempel OSL 18 kap. 8 § 4."};
inline constexpr Column open_text{.heading = "Öppen text",
                                  .help = "Text som ersätter radens text i den öppna kopian."};

inline constexpr std::array<std::string_view, 3> levels{"Låg", "Medel", "Hög"};
inline constexpr Column information_security{
    .heading = "Informationssäkerhet",
    .kind = Kind::yes_no,
    .help = "Bara rader med Ja kommer med i rapporten; tomt räknas som Ja.",
    .fallback = "Ja"};
inline constexpr Column sort_order{
    .heading = "Sorteringsordning",
    .kind = Kind::whole_number,
    .help = "Heltal som bestämmer radernas ordning; tomt betyder bladets ordning."};

inline constexpr Column to_review{
    .heading = "Att granska",
    .help = "Texten är fjolårets. Läs igenom den, ändra Granskad datum och töm sedan cellen.",
    .carried = true};

extern const std::span<const Column> fact_table;     // forms_basics.cpp
extern const std::span<const Form> basic_forms;      // forms_basics.cpp
extern const std::span<const Form> risk_forms;       // forms_risk.cpp
extern const std::span<const Form> follow_up_forms;  // forms_follow_up.cpp
extern const std::span<const Form> activity_forms;   // forms_activity.cpp
extern const std::span<const Form> outlook_forms;    // forms_outlook.cpp

}  // namespace lg::intake
