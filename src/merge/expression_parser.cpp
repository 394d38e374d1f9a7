#include "merge/expression_parser.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lg::merge {
namespace {

/// Signs of other languages, told with the word that is written here.
const std::map<std::string, std::string, std::less<>> foreign_signs = {
    {"=", "är"},     {"==", "är"},    {"<>", "är inte"}, {">", "över"},  {"<", "under"},
    {">=", "minst"}, {"=>", "minst"}, {"<=", "högst"},   {"=<", "högst"}};

const std::set<std::string, std::less<>> operator_words = {
    "är", "finns", "saknas", "minst", "högst", "över", "under", "före", "efter", "innehåller", "där"};
const std::set<std::string, std::less<>> joining_words = {"och", "eller", "sorterat", "grupperat"};

std::vector<std::string> names_of(const Field& field) {
  std::vector<std::string> names;
  for (const Field& one : field.fields) names.push_back(one.name);
  return names;
}

}  // namespace

const Field* list_of(const Path& path) {
  const bool list =
      path.field != nullptr && path.fact == Fact::none && path.field->shape == Field::Shape::list;
  return list ? path.field : nullptr;
}

bool ExpressionParser::fail(std::string code, std::string message, std::string hint) {
  if (!fault_) fault_ = ExpressionFault{std::move(code), std::move(message), std::move(hint)};
  return false;
}

bool ExpressionParser::is_boundary(std::size_t at) const {
  if (at >= tokens_.size() || tokens_.is(at, TokenKind::pipe)) return true;
  if (tokens_.is(at, TokenKind::comma)) return true;
  if (narrowing_ > 0 && (tokens_.is(at, "finns") || tokens_.is(at, "saknas"))) return true;
  return tokens_.is(at, TokenKind::word) && joining_words.contains(tokens_[at].folded);
}

std::size_t ExpressionParser::end_of_name(std::size_t at) const {
  const auto is_operator = [this](std::size_t i) {
    const bool word = tokens_.is(i, TokenKind::word);
    return word && (operator_words.contains(tokens_[i].folded) || foreign_signs.contains(tokens_[i].folded));
  };
  while (!is_boundary(at) && !is_operator(at)) ++at;
  return at;
}

bool ExpressionParser::refuse_sign(std::size_t at) {
  const auto sign =
      tokens_.is(at, TokenKind::word) ? foreign_signs.find(tokens_[at].folded) : foreign_signs.end();
  if (sign == foreign_signs.end()) return false;
  fail("M003", "”" + tokens_.raw(at, at + 1) + "” är inget ord i mallspråket.",
       "Skriv ”" + sign->second + "”.");
  return true;
}

bool ExpressionParser::refuse_clause(std::size_t at) {
  if (!tokens_.is(at, TokenKind::word)) return false;
  static const std::set<std::string, std::less<>> where_words = {"var", "vars", "som", "where", "dar"};
  const std::string& word = tokens_[at].folded;
  static const std::vector<std::string> clauses = {"sorterat", "grupperat"};
  constexpr std::size_t shortest = 6;  // of what may be "sorterat" or "grupperat"
  const auto near = length(word) < shortest ? std::nullopt : nearest(word, clauses);
  if (!where_words.contains(word) && !near) return false;
  return !fail("M003", "”" + tokens_.raw(at, at + 1) + "” är inget ord i mallspråket.",
               "Menade du ”" + (near ? *near + " på" : "där") + "”?");
}

bool ExpressionParser::refuse_rest(std::size_t at, const std::string& name) {
  const std::string word = tokens_[at].folded;
  const std::vector<std::string> operators(operator_words.begin(), operator_words.end());
  const auto meant = length(word) < 4 ? std::nullopt : nearest(word, operators);
  if (meant && end_of_name(at) == at + 1) {
    fail("M003", "”" + tokens_.raw(at, at + 1) + "” är inget ord i mallspråket.",
         "Menade du ”" + *meant + "”?");
    return true;
  }
  const std::string rest = tokens_.raw(at, std::max(end_of_name(at), at + 1));
  const bool paragraphs = fold(rest) == "stycken";
  if (!paragraphs && !is_filter(rest)) return false;
  fail("M004", "Efter ”" + name + "” kan det inte stå ”" + rest + "”.",
       paragraphs ? "Skriv {{stycken " + name + "}}."
                  : "Skriv ett lodrätt streck före filtret: {{" + name + " | " + rest + "}}.");
  return true;
}

bool ExpressionParser::expect_end(std::size_t at) {
  if (at >= tokens_.size()) return true;
  return fail("M004",
              "Det som står efter ”" + tokens_.raw(0, at) + "” går inte att tolka: ”" +
                  tokens_.raw(at, tokens_.size()) + "”.",
              "Ta bort det, eller skriv om taggen enligt mallguiden.");
}

bool ExpressionParser::fail_unknown(std::size_t at, const std::string& prefix,
                                    const std::vector<std::string>& candidates) {
  std::size_t end = std::max(end_of_name(at), at + 1);
  // A column of another list may hold a word of the language: "Iakttagelse och bedömning".
  for (const Field& list : frames_.front().list->fields) {
    for (const Field& field : list.fields)
      end = std::max(end, at + tokens_.spells(at, field.folded, field.name));
  }
  const std::string word = tokens_.raw(at, end);
  const auto meant = nearest(word, candidates);
  const std::string hint =
      meant ? "Menade du ”" + prefix + *meant + "”?" : "Kontrollera namnet mot kolumnrubriken i arbetsboken.";
  if (word.empty()) return fail("M004", "Ett namn saknas i taggen.", "Skriv namnet på ett fält.");
  if (!fault_) {
    const std::string whole = prefix + word;
    const std::size_t dot = whole.find('.');
    fault_ = ExpressionFault{"M012", "Fältet ”" + whole + "” finns inte.", hint};
    if (dot != std::string::npos) {
      fault_->variable = whole.substr(0, dot);
      fault_->field = std::string(trim(std::string_view(whole).substr(dot + 1)));
    }
  }
  return false;
}

ExpressionParser::Found ExpressionParser::find_first(std::size_t at) {
  Found best;
  const auto consider = [&](std::size_t count, auto&& make) {
    if (count <= best.count) return;
    best.count = count;
    best.path = make();
    best.path.text = tokens_.raw(at, at + count);
  };
  for (std::size_t i = frames_.size(); i-- > 0;) {
    const NameFrame& frame = frames_[i];
    const int number = static_cast<int>(i);
    if (!frame.variable.empty()) {
      consider(tokens_.spells(at, frame.variable, frame.variable), [&] {
        Path path;
        path.frame = number;
        path.field = frame.list;
        return path;
      });
    }
    if (!frame.variable.empty() && !frame.bare) continue;
    for (std::size_t f = 0; f < frame.list->fields.size(); ++f) {
      const Field& field = frame.list->fields[f];
      consider(tokens_.spells(at, field.folded, field.name), [&] {
        Path path;
        path.frame = number;
        path.steps = {static_cast<int>(f)};
        path.field = &field;
        return path;
      });
    }
  }
  return best;
}

bool ExpressionParser::take_fact(std::size_t& at, Path& path, bool of_row) const {
  const bool group = of_row && frames_[static_cast<std::size_t>(path.frame)].group && path.steps.empty();
  const bool many = group || list_of(path) != nullptr;
  if (!many || (of_row && !group)) return false;
  if (group && tokens_.is(at, "namn")) {
    path.fact = Fact::group_name;
    ++at;
    return true;
  }
  const auto& aggregates = path.field->aggregates;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < aggregates.size(); ++i) {
    const std::size_t count = tokens_.spells(at, fold(aggregates[i].name), aggregates[i].name);
    if (count <= longest) continue;
    longest = count;
    path.fact = Fact::aggregate;
    path.aggregate = i;
  }
  if (longest == 0 && tokens_.is(at, "antal")) {
    path.fact = Fact::count;
    longest = 1;
  }
  at += longest;
  return longest > 0;
}

bool ExpressionParser::read_step(std::size_t& at, std::size_t start, Path& path, bool of_row) {
  if (take_fact(at, path, of_row)) return true;
  const Field& container = *path.field;
  std::size_t longest = 0;
  int found = -1;
  // A list's rows are reached through a loop; only a row or a record has fields of its own.
  if (of_row || container.shape == Field::Shape::record) {
    for (std::size_t f = 0; f < container.fields.size(); ++f) {
      const Field& field = container.fields[f];
      const std::size_t count = tokens_.spells(at, field.folded, field.name);
      if (count > longest) {
        longest = count;
        found = static_cast<int>(f);
      }
    }
  }
  // More words up to the next operator mean that the author had another name in mind.
  const std::size_t end = std::max(end_of_name(at), at);
  const bool more = longest > 0 && at + longest < end && !tokens_.is(at + longest, TokenKind::dot);
  if (found >= 0 && !more) {
    path.steps.push_back(found);
    path.field = &container.fields[static_cast<std::size_t>(found)];
    at += longest;
    return true;
  }
  const std::string prefix = tokens_.raw(start, at - 1) + ".";
  if (container.open && end > at) {
    path.blank = true;
    path.field = nullptr;
    at = end;
    return true;
  }
  if (!of_row && container.shape == Field::Shape::list && container.find(fold(tokens_.raw(at, end))) >= 0) {
    return fail("M013",
                "Fältet ”" + prefix + tokens_.raw(at, end) + "” hör till raderna i listan ”" +
                    container.name + "” och kan bara visas inne i en ”för varje”.",
                "Skriv {{för varje rad i " + container.name + "}} före och {{slut}} efter.");
  }
  if (more && refuse_rest(at + longest, tokens_.raw(start, at + longest))) return false;
  std::vector<std::string> names = names_of(container);
  names.emplace_back("antal");
  for (const Aggregate& aggregate : container.aggregates) names.push_back(aggregate.name);
  if (of_row && frames_[static_cast<std::size_t>(path.frame)].group) names.emplace_back("namn");
  return fail_unknown(at, prefix, names);
}

bool ExpressionParser::read_steps(std::size_t& at, std::size_t start, Path& path, bool of_row) {
  while (tokens_.is(at, TokenKind::dot) && path.field != nullptr && path.fact == Fact::none) {
    ++at;
    if (!read_step(at, start, path, of_row)) return false;
    of_row = false;
  }
  path.text = tokens_.raw(start, at);
  return true;
}

/// A column that stands outside of its list's loop, told with the list.
bool ExpressionParser::tell_list_of_column(std::size_t at, std::size_t end) {
  const std::string word = tokens_.raw(at, end);
  const std::string folded = fold(word);
  if (folded.empty() || fault_ || knows_any_name()) return false;
  for (const Field& field : frames_.front().list->fields) {
    if (field.shape != Field::Shape::list || field.find(folded) < 0) continue;
    fail(
        "M013",
        "”" + word + "” är en kolumn i listan ”" + field.name + "” och kan bara visas inne i en ”för varje”.",
        "Skriv {{för varje rad i " + field.name + "}} före, {{rad." + word + "}} här och {{slut}} efter.");
    fault_->bare = true;
    fault_->field = word;
    return true;
  }
  return false;
}

bool ExpressionParser::knows_any_name() const {
  const NameFrame& innermost = frames_.back();
  return innermost.list->open && (innermost.variable.empty() || innermost.bare);
}

bool ExpressionParser::read_path(std::size_t& at, Path& path) {
  const std::size_t start = at;
  const Found first = find_first(at);
  // varv.nr and its like belong to the innermost loop that has a variable or stands for a list.
  if (tokens_.is(at, "varv") && tokens_.is(at + 1, TokenKind::dot) && frames_.size() > 1 &&
      first.count <= 1) {
    const std::vector<std::pair<std::string_view, Fact>> facts = {
        {"nr", Fact::turn}, {"första", Fact::is_first}, {"sista", Fact::is_last}, {"antal", Fact::turns}};
    for (const auto& [word, fact] : facts) {
      if (!tokens_.is(at + 2, word)) continue;
      path = Path();
      path.frame = static_cast<int>(frames_.size()) - 1 - narrowing_;
      path.fact = fact;
      at += 3;
      path.text = tokens_.raw(start, at);
      return true;
    }
    return fail_unknown(at + 2, "varv.", {"nr", "första", "sista", "antal"});
  }
  if (first.count == 0) {
    if (tell_list_of_column(at, std::max(end_of_name(at), at + 1))) return false;
    if (knows_any_name() && end_of_name(at) > at) {
      path = Path();
      path.blank = true;
      at = end_of_name(at);
      path.text = tokens_.raw(start, at);
      return true;
    }
    std::vector<std::string> names;
    for (const NameFrame& frame : frames_) {
      if (!frame.variable.empty()) {
        // Columns of an open list are offered with its variable before them.
        names.push_back(frame.variable);
        for (const Field& field : frame.list->fields) names.push_back(frame.variable + "." + field.name);
      } else {
        for (const Field& field : frame.list->fields) names.push_back(field.name);
      }
    }
    return fail_unknown(at, "", names);
  }
  path = first.path;
  at += first.count;
  const bool of_row = path.steps.empty();
  const bool more = !tokens_.is(at, TokenKind::dot) && at < end_of_name(at);
  if (more) {
    if (list_of(path) != nullptr && refuse_clause(at)) return false;
    if (refuse_rest(at, tokens_.raw(start, at))) return false;
    at = start;
    return fail_unknown(at, "", names_of(*frames_.front().list));
  }
  if (!read_steps(at, start, path, of_row)) return false;
  // A loop's variable alone is the row's first field.
  const bool group = frames_[static_cast<std::size_t>(path.frame)].group;
  if (of_row && !group && path.steps.empty() && path.fact == Fact::none && path.field != nullptr &&
      !path.field->fields.empty()) {
    path.steps = {0};
    path.field = &path.field->fields.front();
  }
  return true;
}

bool ExpressionParser::read_query(std::size_t& at, Query& query) {
  if (!read_path(at, query.path)) return false;
  const bool group = query.path.steps.empty() && query.path.fact == Fact::none &&
                     query.path.field != nullptr && frames_[static_cast<std::size_t>(query.path.frame)].group;
  const Field* list = group ? query.path.field : list_of(query.path);
  if (!tokens_.is(at, "där")) return true;
  if (list == nullptr) {
    return fail("M010", "”" + query.path.text + "” är ingen lista och kan inte följas av ”där”.",
                "Skriv namnet på en lista, till exempel {{för varje risk i VoR där …}}.");
  }
  ++at;
  auto where = std::make_shared<Condition>();
  frames_.push_back({"", list, false, false});
  ++narrowing_;
  const bool read = read_condition(at, *where);
  --narrowing_;
  frames_.pop_back();
  query.where = std::move(where);
  return read;
}

bool ExpressionParser::is_value() {
  if (tokens_.size() == 0) return false;
  const Found first = find_first(0);
  return first.count > 0 && (first.count == tokens_.size() || tokens_.is(first.count, TokenKind::pipe));
}

}  // namespace lg::merge
