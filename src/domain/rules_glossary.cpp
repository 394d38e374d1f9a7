#include "base/text.hpp"
#include "domain/column_of.hpp"
#include "domain/date_words.hpp"
#include "domain/report_day.hpp"
#include "domain/rule_checks.hpp"
#include "domain/sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace lg::domain {
namespace {

/// One form that must not be written, and the one to write instead.
struct Term {
  std::string forbidden;
  std::string preferred;
  std::optional<Date> from;  // the first day that it must not be written
  std::optional<Date> to;
};

/// What holds where the folder has no sheet Ordlista; names that have changed hold also where it does not
/// speak of them. Days: the laws and decisions that changed the names.
std::vector<Term> common_terms() {
  return {
      {"Integritetsmyndigheten", "Integritetsskyddsmyndigheten (IMY)", {}, {}},
      {"Datainspektionen", "Integritetsskyddsmyndigheten (IMY)", Date{2021, 1, 1, {}}, {}},
      {"Myndigheten för samhällsskydd och beredskap",
       "Myndigheten för civilt försvar (MCF)",
       Date{2026, 1, 1, {}},
       {}},
      {"MSB", "Myndigheten för civilt försvar (MCF)", Date{2026, 1, 1, {}}, {}},
      {"informationsincident", "informationssäkerhetsincident", {}, {}},
      {"väsentlighet- och riskanalys", "väsentlighets- och riskanalys", {}, {}},
      {"personuppgiftslagen", "dataskyddsförordningen", Date{2018, 5, 25, {}}, {}},
  };
}

std::optional<Date> day_of(const Value& value) {
  const Date* date = value.as_date();
  return date == nullptr ? std::nullopt : std::optional(*date);
}

std::vector<Term> terms_of(const Table& table) {
  if (!table.given || table.rows.empty()) return common_terms();
  const ColumnOf name(table, "Term");
  const ColumnOf forbidden(table, "Otillåten form");
  const ColumnOf preferred(table, "Föredragen form");
  const ColumnOf from(table, "Gäller från");
  const ColumnOf to(table, "Gäller till");
  std::vector<Term> terms;
  for (const Row& row : table.rows) {
    for (const std::string& form : split(to_text(forbidden(row)), ';')) {
      const Value& instead = preferred(row).is_blank() ? name(row) : preferred(row);
      terms.push_back({form, to_text(instead), day_of(from(row)), day_of(to(row))});
    }
  }
  const auto speaks_of = [&](const std::string& form) {
    return std::ranges::any_of(table.rows, [&](const Row& row) {
      return std::ranges::any_of(split(to_text(forbidden(row)) + ";" + to_text(name(row)), ';'),
                                 [&](const std::string& one) { return fold(one) == fold(form); });
    });
  };
  for (Term& term : common_terms()) {
    if (term.from && !speaks_of(term.forbidden)) terms.push_back(std::move(term));
  }
  return terms;
}

bool holds_on(const Term& term, const Date& day) {
  const int now = day_number(day);
  return (!term.from || day_number(*term.from) <= now) && (!term.to || now <= day_number(*term.to));
}

/// "MSB": capitals alone. Such a form is compared letter for letter.
bool is_abbreviation(const std::string& form) {
  return std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; }) && length(form) <= 6;
}

/// The form in one spelling of letters: as written for an abbreviation, else in lower case.
struct Form {
  explicit Form(const Term& source)
      : term(&source),
        exact(is_abbreviation(source.forbidden)),
        text(exact ? source.forbidden : lower_in_place(source.forbidden)),
        preferred(exact ? source.preferred : lower_in_place(source.preferred)) {}

  const Term* term;
  bool exact;
  std::string text;
  std::string preferred;
};

/// True when what follows the form is an ending of it or the rest of a compound: "informationsincidenter",
/// "MSB:s", "MSB-rapport", but not "MSBX".
bool ends_well(std::string_view text, std::size_t end, const Form& form) {
  if (end >= text.size() || !is_word_byte(text, end)) return true;
  if (form.exact) return text[end] == 's' && (end + 1 >= text.size() || !is_word_byte(text, end + 1));
  return length(form.text) >= 8;
}

bool is_within_preferred(std::string_view text, std::size_t at, const Form& form) {
  for (std::size_t found = text.find(form.preferred);
       found != std::string_view::npos && !form.preferred.empty();
       found = text.find(form.preferred, found + 1)) {
    if (at >= found && at + form.text.size() <= found + form.preferred.size()) return true;
  }
  return false;
}

/// The sentence explains the old name or speaks of the time when it was right.
bool is_of_the_past(std::string_view text, std::size_t at, const Term& term) {
  if (!term.from) return false;
  std::string_view sentence = text;
  for (const std::string_view one : sentences_of(text)) {
    if (one.data() <= text.data() + at && text.data() + at < one.data() + one.size()) sentence = one;
  }
  const std::string lower = lower_in_place(sentence);
  static constexpr std::array<std::string_view, 11> phrases{
      "tidigare",  "dåvarande",  "före detta", "f.d.",     "hette", "bytte namn",
      "bytt namn", "ombildades", "ersatte",    "ersattes", "numera"};
  if (std::ranges::any_of(phrases,
                          [&](std::string_view phrase) { return lower.find(phrase) != std::string::npos; }))
    return true;
  return std::ranges::any_of(words_of(lower), [&](std::string_view word) {
    const int year = year_word(word);
    return year > 0 && year < term.from->year;
  });
}

/// The form as the text writes it, with its ending; nothing when the text has it not.
std::optional<std::string> found_in(const PrintedText& text, const Form& form) {
  const std::string_view where = form.exact ? text.text : std::string_view(text.lower);
  for (std::size_t at = where.find(form.text); at != std::string_view::npos;
       at = where.find(form.text, at + 1)) {
    const std::size_t end = at + form.text.size();
    const bool begins = at == 0 || !is_word_byte(where, at - 1);
    if (!begins || !ends_well(where, end, form) || is_within_preferred(where, at, form)) continue;
    if (is_of_the_past(text.text, at, *form.term)) continue;
    std::size_t last = end;
    while (last < where.size() && is_word_byte(where, last)) ++last;
    return std::string(text.text.substr(at, last - at));
  }
  return {};
}

}  // namespace

void check_glossary(const RuleInput& input, Problems& problems) {
  const auto day = report_day(input.review);
  if (!day) return;
  std::vector<Term> terms = terms_of(input.review.table("Ordlista"));
  std::erase_if(terms, [&](const Term& term) { return term.forbidden.empty() || !holds_on(term, *day); });
  std::vector<Form> forms;
  for (const Term& term : terms) forms.emplace_back(term);
  for (const PrintedText& text : input.texts) {
    for (const Form& form : forms) {
      const auto written = found_in(text, form);
      if (!written) continue;
      problems.add({Severity::warning,
                    "TEXT-301",
                    text.value->source().location(),
                    "”" + *written + "” ska inte skrivas så.",
                    "Skriv ”" + form.term->preferred + "”, eller ändra i bladet Ordlista.",
                    {}});
    }
  }
}

}  // namespace lg::domain
