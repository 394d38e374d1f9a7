#include "intake/foreign_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <vector>

namespace lg::intake {
namespace {

/// Words, separated by |, that other systems and municipalities write for one of our headings.
struct Entry {
  std::string_view heading;
  Sureness sureness;
  std::string_view words;
};

constexpr std::array event_words{
    Entry{"VoR-ID", Sureness::known,
          "Risk-ID|Objekt-ID|Risk nr|Risknummer|Riskens nummer|Riskens ID|Id "
          "risk|Riskreferens|Händelse-ID|Id-nummer"},
    Entry{"VoR-ID", Sureness::wide, "ID|Nr|Nummer|Löpnummer|Löpnr|Ref|Referens|Referensnummer"},
    Entry{"År", Sureness::known, "Verksamhetsår|Riskår|Budgetår"},
    Entry{"KF-mål", Sureness::known,
          "KF:s mål|Kommunfullmäktiges mål|KF:s mål för verksamhetsområdet|KF mål för verksamhetsområdet|"
          "Kommunfullmäktigemål|Inriktningsmål|Övergripande mål|Verksamhetsområdesmål"},
    Entry{"KF-mål", Sureness::wide, "Mål|Mål eller uppdrag|Mål/uppdrag"},
    Entry{"Nämndmål", Sureness::known, "Nämndens mål|Nämndsmål|Nämndmål|Mål för nämnden"},
    Entry{"Process", Sureness::known,
          "Arbetssätt|Huvudprocess|Process/arbetssätt|Process/rutin|Processer|Processnamn|Verksamhetsprocess|"
          "Process eller arbetssätt|Rutin/process|Process/område|Process / rutin / system|Process/aktivitet"},
    Entry{"Process", Sureness::wide, "Delprocess|Rutin"},
    Entry{"Område", Sureness::known,
          "Riskområde|Riskkategori|Kategori|Risktyp|Typ av risk|Kategori av risk|Granskningsområde|"
          "Kontrollområde|Riskområden|Område/kategori|Informationssäkerhetsområde"},
    Entry{"Område", Sureness::wide,
          "Verksamhetsområde|Ämnesområde|Tema|Informationstillgång|Tillgång|Skyddsvärde|Informationsmängd"},
    Entry{"Oönskad händelse", Sureness::known,
          "Oönskade händelser|Riskbeskrivning|Beskrivning av risk|Beskrivning av risken|Riskens beskrivning|"
          "Beskrivning av händelsen|Riskformulering|Identifierad risk|Identifierade risker|Händelse|"
          "Beskrivning av oönskad händelse|Riskhändelse|Vad kan hända|Risk (beskrivning)|Risk/händelse|"
          "Risk - oönskad händelse|Risk för att|Risken att|Risk att|Vad kan gå fel|Vad kan "
          "inträffa|Riskscenario|Scenariobeskrivning|Beskrivning (det finns en risk att)|Det finns en risk "
          "att|Risk för"},
    Entry{"Oönskad händelse", Sureness::wide, "Beskrivning"},
    Entry{"Oönskad händelse", Sureness::title,
          "Risk|Risker|Risknamn|Riskrubrik|Risktitel|Riskens namn|Namn|Rubrik|Titel|Benämning"},
    Entry{
        "Orsak", Sureness::known,
        "Orsaker|Bakomliggande orsak|Bakomliggande orsaker|Riskorsak|Orsak till risken|Möjlig orsak|Varför"},
    Entry{"Konsekvensbeskrivning", Sureness::known,
          "Konsekvenser|Beskrivning av konsekvens|Beskrivning av konsekvensen|Möjlig konsekvens|"
          "Möjliga konsekvenser|Konsekvens (beskrivning)|Konsekvens beskrivning|Effekt|Effekter"},
    Entry{"Sannolikhet", Sureness::known,
          "S|Sannolikhetsvärde|Sannolikhetsgrad|Sannolikhetsnivå|Sannolikhetsbedömning|Bedömd sannolikhet|"
          "Sannolikhet S|Sanno|Sannolikhet poäng|Sannolikhet att risken inträffar|Sannolikhet för risk"},
    Entry{"Sannolikhet", Sureness::ask, "Frekvens|Trolighet|Hur troligt"},
    Entry{"Konsekvens", Sureness::known,
          "K|Konsekvensvärde|Konsekvensgrad|Konsekvensnivå|Konsekvensbedömning|Bedömd konsekvens|"
          "Konsekvens K|Kons|Konsekvens poäng"},
    Entry{"Konsekvens", Sureness::ask,
          "Påverkan|Väsentlighet|Allvarlighet|Allvarlighetsgrad|Allvar|Skada|Verkan|V"},
    Entry{"Riskvärde", Sureness::known,
          "R|Risktal|Riskpoäng|S x K|S*K|S×K|K x S|K*K|K×S|SxK|Riskvärde SxK|Riskvärde S x K|RPN|Riskindex|"
          "Riskvärdering|Riskprodukt|Risksumma|Sammanvägt riskvärde|Sannolikhet x "
          "konsekvens|Riskbedömning|Bedömning värde|Riskbedömning värde|"
          ""
          "Sammanvägd risk|Poäng"},
    Entry{"Riskvärde", Sureness::ask, "Värde|Summa|Total|Totalt|Bedömning"},
    Entry{"Risknivå", Sureness::known, "Nivå|Riskklass|Riskgrad|Riskklassning|Färg|Allvarlighetsklass"},
    Entry{"Befintliga kontroller", Sureness::known,
          "Systematiska kontroller|Befintliga åtgärder|Nuvarande kontroller|Nuvarande åtgärder|"
          "Befintlig kontroll|Inbyggda kontroller|Inbyggd kontroll|Befintliga rutiner|Befintliga skydd|"
          "Existerande kontroller|Befintligt skydd|Nuläge|Löpande kontroller"},
    Entry{"Hantering", Sureness::known,
          "Riskhantering|Beslut|Hantering av risk|Hantering av risken|Beslut om hantering|Riskrespons|"
          "Åtgärdsbeslut|Hanteras genom|Vad gör vi|Hur hanteras "
          "risken|Hanteras|Riskbehandling|Behandling|Behandling av "
          "risk|Strategi|Riskstrategi|Beslut om risk|Hantera|Val av hantering"},
    Entry{"Hantering", Sureness::ask, "Åtgärd"},
    Entry{"Motivering", Sureness::known,
          "Motivering till beslut|Motivering till hantering|Motiv|Motivering till bedömning|"
          "Skäl|Motivering av beslut"},
    Entry{"Riskägare", Sureness::known,
          "Riskansvarig|Vem ansvarar|Vem äger risken|Ansvarig för risk|Ansvarig för risken|Ansvarig "
          "chef|Ägare|Ägare av risk|Riskens ägare"},
    Entry{"Riskägare", Sureness::wide, "Ansvarig"},
    Entry{"Riskägare", Sureness::ask, "Åtgärdsansvarig|Ansvarig för åtgärd|Ansvarig för åtgärden"},
    Entry{"Kvarstående sannolikhet", Sureness::known,
          "Kvarstående S|S kvar|Kvar S|Rest S|Restsannolikhet|Residual likelihood"},
    Entry{"Kvarstående konsekvens", Sureness::known,
          "Kvarstående K|K kvar|Kvar K|Rest K|Restkonsekvens|Residual impact"},
    // Exports of systems in English.
    Entry{"Område", Sureness::known, "Category|Risk category|Area"},
    Entry{"VoR-ID", Sureness::known, "Risk no|Risk number|Risk ref"},
    Entry{"Process", Sureness::known, "Business process"},
    Entry{"Orsak", Sureness::known, "Cause|Root cause"},
    Entry{"Befintliga kontroller", Sureness::known, "Existing controls|Current controls"},
    Entry{"Hantering", Sureness::known, "Treatment|Risk treatment|Response|Risk response|Decision"},
    Entry{"Motivering", Sureness::known, "Justification|Rationale"},
    Entry{"Oönskad händelse", Sureness::known, "Risk description|Event|Unwanted event|Risk event"},
    Entry{"Oönskad händelse", Sureness::wide, "Description"},
    Entry{"Sannolikhet", Sureness::known, "Likelihood|Probability"},
    Entry{"Konsekvens", Sureness::known, "Impact|Consequence|Severity"},
    Entry{"Riskvärde", Sureness::known, "Risk score|Risk value|Score"},
    Entry{"Riskägare", Sureness::known, "Risk owner|Owner"},
    Entry{"Informationssäkerhet", Sureness::known,
          "Infosäk|Berör informationssäkerhet|Informationssäkerhetsrisk|Rör informationssäkerhet|"
          "Gäller informationssäkerhet"},
};

constexpr std::array control_words{
    Entry{"Kontroll-ID", Sureness::known,
          "Kontroll nr|Kontrollnummer|Kontrollens nummer|Kontroll id|Gransknings-ID|Granskning nr"},
    Entry{"Kontroll-ID", Sureness::wide, "ID|Nr|Nummer|Löpnummer|Löpnr"},
    Entry{"År", Sureness::known, "Verksamhetsår"},
    Entry{"VoR-ID", Sureness::known,
          "Risk-ID|Objekt-ID|Risk nr|Risknummer|Kopplad risk|Riskreferens|Kopplat VoR-ID|Hör till risk|Avser "
          "risk"},
    Entry{"Process", Sureness::known,
          "Arbetssätt|Huvudprocess|Process/arbetssätt|Process/rutin|Processer|Processnamn|Process/område|"
          "Process / rutin / system|Rutin/process"},
    Entry{"Process", Sureness::wide, "Delprocess|Rutin"},
    Entry{"Kontroll", Sureness::known,
          "Kontrollmoment|Kontrollaktivitet|Kontrollåtgärd|Kontrollpunkt|Kontrollnamn|Granskning|"
          "Granskningsmoment|Vad ska kontrolleras|Vad kontrolleras|Vad som kontrolleras|Kontroll/granskning|"
          "Namn på kontroll|Kontrollens namn|Områden och rutiner som ska granskas|Kontroll i IKP|Kontroller|"
          "Systematisk kontroll|Kontrollbeskrivning|Beskrivning av kontroll|Kontrollens beskrivning|"
          "Kontroll vad|Internkontroll vad"},
    Entry{"Kontroll", Sureness::title, "Moment"},
    Entry{"Syfte", Sureness::known, "Syfte med kontrollen|Syfte med granskningen|Kontrollens syfte"},
    Entry{"Omfattning", Sureness::known,
          "Urval|Avgränsning|Omfattning/avgränsning|Omfattning och avgränsning|Kontrollens omfattning"},
    Entry{
        "Metod", Sureness::known,
        "Kontrollmetod|Granskningsmetod|Hur kontrolleras|Hur kontrollen görs|Hur|Metod för kontroll|"
        "Metod/urval|Kontrollens metod|Kontroll hur|Internkontroll hur|Metod och frekvens|Metod/frekvens|"
        "Metod, frekvens|Metod samt frekvens|Metod & frekvens|Frekvens och metod|Frekvens/metod|Hur och hur "
        "ofta|Hur/hur ofta|Kontrollmetod och frekvens"},
    Entry{"Frekvens", Sureness::known,
          "Kontrollfrekvens|Hur ofta|Periodicitet|Intervall|Frekvens/När|Kontrollens frekvens|"
          "Frekvens för kontroll|Frekvens/tidpunkt|Kontrollintervall|Återkommer|Kontroll hur ofta|"
          "Internkontroll hur ofta"},
    Entry{"Tidpunkt", Sureness::known,
          "Tid|Tidpunkt för kontroll|Kontrolltidpunkt|Tidplan|Månad|Kontroll när|Internkontroll när"},
    Entry{"Tidpunkt", Sureness::wide, "När"},
    Entry{"Kontrollansvarig", Sureness::known,
          "Ansvarig för kontroll|Ansvarig för kontrollen|Granskningsansvarig|Utförare|Utförs av|Vem|"
          "Ansvarig kontroll|Kontrollansvar|Ansvar för kontroll|Ansvar för kontrollen|Kontrollant|Vem "
          "kontrollerar|Kontroll vem|Internkontroll vem|Ansvarig för "
          "granskning|Ansvarig för uppföljning"},
    Entry{"Kontrollansvarig", Sureness::wide, "Ansvarig|Ansvar"},
    Entry{"Rapporteras till", Sureness::known,
          "Rapportering|Rapport till|Rapporteras|Redovisas till|Mottagare av rapport|Rapporteras till vem|"
          "Återrapportering"},
    Entry{"Kontroll-ID", Sureness::known, "Ctrl no|Control no|Control ID|Ctrl ID"},
    Entry{"VoR-ID", Sureness::known, "Risk ref|Risk no|Risk ID"},
    Entry{"Kontroll", Sureness::known, "Control|Control description|Control activity"},
    Entry{"Metod", Sureness::known, "Method"},
    Entry{"Frekvens", Sureness::known, "Frequency|How often"},
    Entry{"Kontrollansvarig", Sureness::known, "Control owner|Performed by"},
    Entry{"Kontrollansvarig", Sureness::wide, "Owner|Responsible"},
    Entry{"Rapporteras till", Sureness::known, "Reported to|Report to|Reports to"},
    Entry{"Resultat", Sureness::known, "Resultat av kontroll|Utfall|Kontrollresultat"},
    Entry{"Kommentar", Sureness::known, "Kommentar till resultat|Kommentar till utfall"},
};

using Words = std::unordered_map<std::string, HeadingGuess>;

Words words_of(const Form& form, std::span<const Entry> entries) {
  Words words;
  for (const Entry& entry : entries) {
    const int column = column_of(form, entry.heading);
    for (const std::string& word : split(entry.words, '|')) {
      words.emplace(fold(word), HeadingGuess{column, entry.sureness});
    }
  }
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (form.columns[i].computed) continue;
    // In a plan of controls "Ansvarig" is whoever controls, unless somebody else is said to.
    const bool other = form.sheet == "IKP" && form.columns[i].heading == "Ansvarig";
    if (!other) words[fold(form.columns[i].heading)] = {static_cast<int>(i), Sureness::own};
    for (const std::string_view alias : form.columns[i].aliases) {
      words.emplace(fold(alias), HeadingGuess{static_cast<int>(i), Sureness::known});
    }
  }
  return words;
}

const Words& words_of(const Form& form) {
  static const Words of_events = words_of(*find_form("VoR"), event_words);
  static const Words of_controls = words_of(*find_form("IKP"), control_words);
  static std::map<std::string_view, Words> others;
  if (form.sheet == "VoR") return of_events;
  if (form.sheet == "IKP") return of_controls;
  static const Words none;
  return none;
}

/// The text without what stands in brackets: "Sannolikhet (1–4)" is "Sannolikhet".
std::string without_brackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) kept.push_back(c);
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return kept;
}

/// A folded heading without the figures of its scale: "sannolikhet14" is "sannolikhet". "R1" is an ID and no
/// heading.
std::string without_figures(std::string folded) {
  constexpr std::size_t shortest = 4;
  std::string word = folded;
  while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.pop_back();
  // "Sannolikhet 2024" is another year's.
  const bool year = folded.size() == word.size() + 4 && folded.substr(word.size()).starts_with("20");
  return word.size() < shortest || year ? folded : word;
}

/// "S 1-5" is "S".
std::string_view without_scale(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank + 1 >= text.size()) return text;
  const bool figures = text.find_first_not_of("0123456789-., ", blank) == std::string_view::npos;
  const bool year = text.substr(blank + 1).starts_with("20") && text.size() == blank + 5;  // "S 2024"
  return figures && !year ? text.substr(0, blank) : text;
}

/// Takes the first of the words out of the folded heading; says whether there was one.
bool take_out(std::string& folded, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    const std::size_t at = folded.find(word);
    if (at == std::string::npos || folded.size() == word.size()) continue;
    folded.erase(at, word.size());
    return true;
  }
  return false;
}

constexpr std::array<std::string_view, 10> remaining_words{
    "kvarståenderisk", "återståenderisk", "efteråtgärder", "efteråtgärd", "efterhantering",
    "kvarstående",     "återstående",     "restrisk",      "netto",       "efterkontroll"};
constexpr std::array<std::string_view, 7> present_words{
    "föreåtgärder", "föreåtgärd", "innanåtgärder", "innanåtgärd", "inneboende", "brutto", "nuvarande"};

/// The remaining risk's column of a column of the risk: none of the risk value, which we have not.
std::optional<HeadingGuess> remaining(const Form& form, const HeadingGuess& guess) {
  const std::string_view heading = form.columns[static_cast<std::size_t>(guess.column)].heading;
  if (heading == "Sannolikhet")
    return HeadingGuess{column_of(form, "Kvarstående sannolikhet"), Sureness::known};
  if (heading == "Konsekvens")
    return HeadingGuess{column_of(form, "Kvarstående konsekvens"), Sureness::known};
  return {};
}

std::optional<HeadingGuess> look_up(const Form& form, std::string folded) {
  const Words& words = words_of(form);
  const auto find = [&words](const std::string& word) -> std::optional<HeadingGuess> {
    const auto found = words.find(word);
    if (found == words.end()) return {};
    return found->second;
  };
  if (const auto found = find(folded)) return found;
  folded = without_figures(std::move(folded));
  if (const auto found = find(folded)) return found;
  const bool left = take_out(folded, remaining_words);
  const bool before = !left && take_out(folded, present_words);
  if (!left && !before) return {};
  const auto found = find(without_figures(folded));
  return found && left ? remaining(form, *found) : found;
}

/// "Ansv." is whatever all words that begin so are; nothing when they are different columns.
std::optional<HeadingGuess> abbreviated(const Form& form, std::string_view text) {
  constexpr std::size_t shortest = 3;
  if (!text.ends_with('.')) return {};
  const std::string folded = fold(text);
  if (length(folded) < shortest) return {};
  std::optional<HeadingGuess> found;
  std::size_t size = 0;
  for (const auto& [word, guess] : words_of(form)) {
    if (!word.starts_with(folded)) continue;
    if (found && found->column != guess.column) return {};
    if (found && word.size() >= size) continue;
    found = guess;
    size = word.size();
  }
  if (found && found->sureness == Sureness::own) found->sureness = Sureness::known;
  return found;
}

}  // namespace

int column_of(const Form& form, std::string_view heading) {
  const auto column = std::ranges::find(form.columns, heading, &Column::heading);
  return column == form.columns.end() ? -1 : static_cast<int>(column - form.columns.begin());
}

std::optional<HeadingGuess> guess_heading(const Form& form, std::string_view heading,
                                          std::string_view above) {
  const std::string plain = without_brackets(heading);
  if (!above.empty()) {
    const std::string group = without_brackets(above);
    for (const std::string& both : {group + " " + plain, plain + " " + group}) {
      if (const auto found = look_up(form, fold(both))) return found;
    }
  }
  if (const auto found = look_up(form, fold(heading))) return found;
  if (const auto found = look_up(form, fold(plain))) return found;
  if (const auto found = look_up(form, fold(without_scale(plain)))) return found;
  if (const auto found = abbreviated(form, trim(plain))) return found;
  // "På grund av (orsak)": the word stands within the brackets.
  const std::size_t open = heading.find('(');
  const std::size_t close = heading.find(')', open);
  if (close != std::string_view::npos) {
    const auto found = look_up(form, fold(heading.substr(open + 1, close - open - 1)));
    if (found && found->sureness <= Sureness::known) return HeadingGuess{found->column, Sureness::known};
  }
  // "Mål/Process/Risk" over a column of rows of all three: the innermost are the rows themselves.
  const std::size_t slash = plain.rfind('/');
  if (slash == std::string::npos) return {};
  auto last = look_up(form, fold(std::string_view(plain).substr(slash + 1)));
  const int event = column_of(form, "Oönskad händelse");
  if (!last || event < 0 || last->column != event) return {};
  return last;
}

std::optional<LabelledText> split_label(const Form& form, std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > 60) return {};
  std::size_t end = colon;
  // "KF:s mål: …" has a colon within its name.
  if (text.substr(colon).starts_with(":s ")) {
    end = text.find(':', colon + 1);
    if (end == std::string_view::npos) return {};
  }
  const auto guess = guess_heading(form, text.substr(0, end));
  if (!guess) return {};
  return LabelledText{*guess, std::string(trim(text.substr(end + 1)))};
}

bool begins_as_risk(std::string_view text) {
  constexpr std::array<std::string_view, 8> beginnings{"detfinnsenrisk", "detfinnsrisk", "riskatt",
                                                       "riskför",        "riskenatt",    "riskenför",
                                                       "finnsriskatt",   "pågrundav"};
  const std::string folded = fold(text.substr(0, 60));
  return std::ranges::any_of(beginnings,
                             [&folded](std::string_view words) { return folded.starts_with(words); });
}

bool may_be_unsaid(const Form& form, int column) {
  if (form.sheet != "IKP" || column < 0) return false;
  const std::string_view heading = form.columns[static_cast<std::size_t>(column)].heading;
  return heading == "Metod" || heading == "Frekvens" || heading == "Kontrollansvarig";
}

}  // namespace lg::intake
