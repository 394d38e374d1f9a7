#include "lint/outline.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::lint {
namespace {

struct Prescribed {
  int level = 1;
  std::string_view heading;
};

/// The city's structure; a year is written … .
constexpr std::array<Prescribed, 14> prescribed = {{
    {1, "Sammanfattning"},
    {2, "Vad är Ledningens genomgång"},
    {2, "Faktorer som påverkar verksamhetens LIS"},
    {3, "Omvärldsbevakning – hot, trender och ny lagstiftning"},
    {3, "Vad händer inom staden – budget, inriktningar, lokala förändringar eller satsningar"},
    {3, "Resultatet från egen uppföljning (VoR och IKP)"},
    {3, "Resultatet från revisioner"},
    {3, "Risker som identifierats i GDPR-årsrapport"},
    {3, "Information om avvikelser (incidenter och andra händelser)"},
    {2, "Sammanställning av … års VoR"},
    {3, "Sammanställning av oönskade händelser i VoR för …"},
    {2, "Förbättringar som föreslås för nämnden"},
    {3, "Aktiviteter under år …"},
    {3, "Aktiviteter under år … samt …"},
}};

/// What a report may have beside them.
constexpr std::array<std::string_view, 20> optional_sections = {"Sammanfattning i siffror",
                                                                "Status för tidigare beslutade aktiviteter",
                                                                "Uppföljning av tidigare aktiviteter",
                                                                "Intressenters behov och återkoppling",
                                                                "Nyckeltal",
                                                                "Måluppfyllelse",
                                                                "Riskmatris",
                                                                "Risktabell",
                                                                "Förslag till beslut",
                                                                "Förvaltningschefens bedömning",
                                                                "Bedömning",
                                                                "Lämplighet",
                                                                "Tillräcklighet",
                                                                "Verkan",
                                                                "Underskrift",
                                                                "Var kraven i ISO/IEC",
                                                                "Cybersäkerhetslagen",
                                                                "Bilaga",
                                                                "Innehåll",
                                                                "Ordlista"};

constexpr std::size_t fewest_of_a_report = 5;

/// The heading for comparing: without tags, numbers and years.
std::string key_of(std::string_view text) {
  std::string words = own_text(text);
  std::erase_if(words, [](char c) { return c >= '0' && c <= '9'; });
  for (std::size_t at = words.find("…"); at != std::string::npos; at = words.find("…"))
    words.erase(at, std::string_view("…").size());
  std::string key = fold(words);
  const std::string samt = fold("samt");
  if (key.ends_with(samt)) key.resize(key.size() - samt.size());
  return key;
}

struct Heading {
  const Line* line = nullptr;
  std::string key;
  int matched = -1;  // its place in `prescribed`
};

std::string title_of(const Heading& heading) {
  return excerpt(trim(heading.line->text));
}

std::string quoted(std::size_t place) {
  return "”" + std::string(prescribed[place].heading) + "”";
}

class OutlineCheck {
 public:
  OutlineCheck(const Document& document, Problems& problems) : document_(document), problems_(problems) {}

  void run() {
    for (const Line& line : document_.body().lines) {
      if (line.level > 0 && !line.older && !line.contents && !trim(line.text).empty())
        headings_.push_back({&line, key_of(line.text), -1});
    }
    match();
    const auto found = std::ranges::count_if(headings_, [](const Heading& one) { return one.matched >= 0; });
    if (static_cast<std::size_t>(found) < fewest_of_a_report) return;
    find_order();
    for (std::size_t place = 0; place < prescribed.size(); ++place) tell(place);
    for (const Heading& heading : headings_) tell_extra(heading);
  }

 private:
  /// Each prescribed heading takes the first heading that is like it and is not taken.
  void match() {
    for (const bool exact : {true, false}) {
      for (std::size_t place = 0; place < prescribed.size(); ++place) {
        if (found(place)) continue;
        const std::string wanted = key_of(prescribed[place].heading);
        const auto like = std::ranges::find_if(headings_, [&](const Heading& heading) {
          if (heading.matched >= 0 || heading.key.empty()) return false;
          if (exact) return heading.key == wanted;
          const std::vector<std::string> candidate = {wanted};
          return heading.line->level <= 3 && nearest(heading.key, candidate).has_value() &&
                 heading.key.size() * 2 > wanted.size();
        });
        if (like != headings_.end()) like->matched = static_cast<int>(place);
      }
    }
  }

  [[nodiscard]] const Heading* found(std::size_t place) const {
    const auto at = std::ranges::find(headings_, static_cast<int>(place), &Heading::matched);
    return at == headings_.end() ? nullptr : &*at;
  }

  /// The longest row of headings that stand in the prescribed order; the others have been moved.
  void find_order() {
    std::vector<int> sequence;
    for (const Heading& heading : headings_) {
      if (heading.matched >= 0) sequence.push_back(heading.matched);
    }
    std::vector<std::vector<int>> best(sequence.size());
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (sequence[j] < sequence[i] && best[j].size() > best[i].size()) best[i] = best[j];
      }
      best[i].push_back(sequence[i]);
      if (best[i].size() > in_order_.size()) in_order_ = best[i];
    }
  }

  [[nodiscard]] bool is_in_order(std::size_t place) const {
    return std::ranges::find(in_order_, static_cast<int>(place)) != in_order_.end();
  }

  /// The prescribed heading before that one, of those that stand where they should.
  [[nodiscard]] std::optional<std::size_t> before(std::size_t place) const {
    while (place-- > 0) {
      if (is_in_order(place)) return place;
    }
    return {};
  }

  [[nodiscard]] std::string where_it_belongs(std::size_t place) const {
    const auto previous = before(place);
    return previous ? "efter avsnittet " + quoted(*previous) : "först i rapporten";
  }

  void tell(std::size_t place) {
    const Heading* heading = found(place);
    if (heading == nullptr) return tell_missing(place);
    if (!is_in_order(place)) {
      add(Severity::warning, place_of(*heading),
          "Avsnittet " + quoted(place) + " står inte där staden har det.",
          "Flytta det så att det kommer " + where_it_belongs(place) + ".");
    } else if (heading->line->level != prescribed[place].level) {
      add(Severity::warning, place_of(*heading),
          "Rubriken har nivå " + std::to_string(heading->line->level) + ", men stadens struktur har nivå " +
              std::to_string(prescribed[place].level) + ".",
          "Välj stilen Rubrik " + std::to_string(prescribed[place].level) + ".");
    }
  }

  void tell_missing(std::size_t place) {
    const auto previous = before(place);
    const Location where =
        previous ? place_of(*found(*previous)) : FileLocation{document_.package().file_name()};
    add(Severity::warning, where, "Avsnittet " + quoted(place) + " saknas; det ingår i stadens struktur.",
        "Lägg till rubriken i stilen Rubrik " + std::to_string(prescribed[place].level) + ", " +
            where_it_belongs(place) + ".");
  }

  void tell_extra(const Heading& heading) {
    const bool own =
        heading.matched >= 0 || heading.line->level > 3 || heading.key.empty() || heading.line->repeated ||
        std::ranges::any_of(optional_sections,
                            [&](std::string_view section) { return heading.key.find(fold(section)) == 0; });
    if (own) return;
    add(Severity::note, place_of(heading),
        "Avsnittet ”" + title_of(heading) + "” finns inte i stadens struktur.",
        "Det får vara med; kontrollera att det inte är ett avsnitt som har bytt namn.");
  }

  [[nodiscard]] Location place_of(const Heading& heading) const {
    return document_.body().places.of(heading.line->node, heading.line->text);
  }

  void add(Severity severity, Location where, std::string message, std::string hint) {
    problems_.add({severity, "M061", std::move(where), std::move(message), std::move(hint), {}});
  }

  const Document& document_;
  Problems& problems_;
  std::vector<Heading> headings_;
  std::vector<int> in_order_;
};

}  // namespace

void check_outline(const Document& document, Problems& problems) {
  OutlineCheck(document, problems).run();
}

}  // namespace lg::lint
