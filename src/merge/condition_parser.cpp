#include "base/text.hpp"
#include "merge/expression_parser.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace lg::merge {

bool ExpressionParser::read_condition(std::size_t& at, Condition& condition) {
  condition.alternatives.emplace_back();
  while (true) {
    Comparison comparison;
    if (!read_comparison(at, comparison)) return false;
    condition.alternatives.back().push_back(std::move(comparison));
    if (tokens_.is(at, "och")) {
      ++at;
    } else if (tokens_.is(at, "eller")) {
      ++at;
      condition.alternatives.emplace_back();
    } else {
      return true;
    }
  }
}

bool ExpressionParser::read_comparison(std::size_t& at, Comparison& comparison) {
  if (tokens_.is(at, "inte")) {
    comparison.negated = true;
    ++at;
  }
  const bool parenthesis = at < tokens_.size() && tokens_.text()[tokens_[at].begin] == '(';
  if (parenthesis) {
    return fail("M019", "Parenteser går inte i ett villkor.",
                "Skriv ett ”om” inne i ett annat; ”och” binder hårdare än ”eller”.");
  }
  if (!read_query(at, comparison.left)) return false;
  return read_operator(at, comparison);
}

bool ExpressionParser::read_operator(std::size_t& at, Comparison& comparison) {
  struct Word {
    std::initializer_list<std::string_view> words;
    Operator op;
  };
  static const Word words[] = {
      {{"är", "någon", "av"}, Operator::any_of},
      {{"är", "inte"}, Operator::not_equal},
      {{"är"}, Operator::equal},
      {{"minst"}, Operator::at_least},
      {{"högst"}, Operator::at_most},
      {{"över"}, Operator::above},
      {{"under"}, Operator::below},
      {{"före"}, Operator::before},
      {{"efter"}, Operator::after},
      {{"innehåller"}, Operator::contains},
  };
  if (tokens_.is(at, "finns") || tokens_.is(at, "saknas")) {
    comparison.op = tokens_.is(at, "finns") ? Operator::exists : Operator::missing;
    ++at;
    return true;
  }
  for (const Word& word : words) {
    if (!tokens_.match(at, word.words)) continue;
    at += word.words.size();
    comparison.op = word.op;
    while (true) {
      Operand operand;
      if (!read_operand(at, comparison.left.path, operand)) return false;
      comparison.right.push_back(std::move(operand));
      if (word.op != Operator::any_of || !tokens_.is(at, TokenKind::comma)) return true;
      ++at;
    }
  }
  if (refuse_sign(at)) return false;
  if (comparison.left.where && read_flag_of_row(comparison)) return true;
  return check_flag(comparison);
}

/// "Risker där Klar finns": the rows that are Klar, if there are any; "finns" was taken for the column's.
bool ExpressionParser::read_flag_of_row(Comparison& comparison) {
  Condition where = *comparison.left.where;
  Comparison& last = where.alternatives.back().back();
  const Path& path = last.left.path;
  const bool flag =
      path.field != nullptr && path.field->shape == Field::Shape::yes_no && path.fact == Fact::none;
  if (!flag || (last.op != Operator::exists && last.op != Operator::missing)) return false;
  comparison.op = last.op;
  last.op = Operator::flag;
  comparison.left.where = std::make_shared<const Condition>(std::move(where));
  return true;
}

bool ExpressionParser::check_flag(const Comparison& comparison) {
  const Path& path = comparison.left.path;
  const bool turn = path.fact == Fact::is_first || path.fact == Fact::is_last;
  const bool known = path.field != nullptr && path.field->declared;
  if (turn || path.blank || !known || (path.fact == Fact::none && path.field->shape == Field::Shape::yes_no))
    return true;
  return fail("M014", "”" + path.text + "” är inget ja eller nej och kan inte stå ensamt i ett villkor.",
              "Skriv till exempel ”" + path.text + " finns” eller ”" + path.text + " är …”.");
}

bool ExpressionParser::read_operand(std::size_t& at, const Path& left, Operand& operand) {
  if (is_boundary(at)) {
    return fail("M014", "Det saknas något att jämföra ”" + left.text + "” med.",
                "Skriv ett värde efter jämförelsen.");
  }
  const bool counts = left.fact == Fact::count || left.fact == Fact::turn || left.fact == Fact::turns;
  Field number = Field::of("", Field::Shape::number);
  const Field* field = counts ? &number : left.fact == Fact::none ? left.field : nullptr;
  if (field != nullptr && read_choice(at, *field, operand)) return true;
  if (field != nullptr && read_typed(at, *field, operand)) return true;

  // A field's name, when nothing is left between it and what must follow.
  const auto fault = fault_;
  std::size_t end = at;
  Path path;
  // A list cannot be compared: its name there is a word like any other ("Område innehåller Roller").
  const bool is_path =
      find_first(at).count > 0 && read_path(end, path) && is_boundary(end) && list_of(path) == nullptr;
  fault_ = fault;
  if (is_path) {
    at = end;
    operand = std::move(path);
    return true;
  }
  end = at;
  while (!is_boundary(end)) ++end;
  const std::string text = tokens_.raw(at, end);
  if (field != nullptr && field->declared && !field->choices.empty()) {
    const auto meant = nearest(text, field->choices);
    return fail("M014", "”" + text + "” är inget av de värden som ”" + left.text + "” kan ha.",
                meant ? "Menade du ”" + *meant + "”?" : "Välj bland: " + join(field->choices, "eller") + ".");
  }
  if (field != nullptr && field->shape != Field::Shape::text && field->declared) {
    const char* kind = field->shape == Field::Shape::number ? "ett tal"
                       : field->shape == Field::Shape::date ? "ett datum"
                                                            : "ja eller nej";
    return fail("M014", "”" + left.text + "” jämförs med ”" + text + "”, men ska jämföras med " + kind + ".",
                "Skriv " + std::string(kind) + " eller namnet på ett fält.");
  }
  at = end;
  operand = Literal{text, fold(text)};
  return true;
}

bool ExpressionParser::read_choice(std::size_t& at, const Field& left, Operand& operand) const {
  std::size_t longest = 0;
  const auto consider = [&](const std::string& choice) {
    const std::size_t count = tokens_.spells(at, fold(choice), choice);
    if (count <= longest || !is_boundary(at + count)) return;
    longest = count;
    operand = Literal{choice, fold(choice)};
  };
  for (const std::string& choice : left.choices) consider(choice);
  for (const std::string& phrase : left.phrases) consider(phrase);
  at += longest;
  return longest > 0;
}

bool ExpressionParser::read_typed(std::size_t& at, const Field& left, Operand& operand) const {
  if (left.shape == Field::Shape::yes_no || !left.declared) {
    const bool yes = tokens_.is(at, "ja") || tokens_.is(at, "sant");
    const bool no = tokens_.is(at, "nej") || tokens_.is(at, "falskt");
    if ((yes || no) && is_boundary(at + 1)) {
      operand = yes;
      ++at;
      return true;
    }
  }
  // A decimal comma is a token of its own: "2,5" is three, glued.
  std::size_t end = at + 1;
  if (tokens_.is(end, TokenKind::comma) && tokens_[end].glued && tokens_.is(end + 1, TokenKind::word) &&
      tokens_[end + 1].glued) {
    end += 2;
  }
  while (!is_boundary(end)) ++end;
  const std::string text = tokens_.raw(at, end);
  if (left.shape == Field::Shape::number || !left.declared) {
    if (const auto number = parse_number(text)) {
      operand = *number;
      at = end;
      return true;
    }
  }
  if (left.shape == Field::Shape::date || !left.declared) {
    if (const auto date = parse_iso_date(text)) {
      operand = *date;
      at = end;
      return true;
    }
  }
  return false;
}

bool ExpressionParser::read_each(std::size_t& at, Each& each) {
  if (tokens_.is(at, "för")) ++at;
  if (!tokens_.is(at, "varje")) {
    // What follows is read as if the word stood there, so that the rows are known.
    const std::size_t row = tokens_.is(at + 1, "i") ? at : at + 1;
    if (row < tokens_.size()) each.variable = fold(tokens_.raw(row, row + 1));
    return fail("M004", "Efter ”för” ska det stå ”varje”.", "Skriv {{för varje rad i Lista}}.");
  }
  const std::size_t start = ++at;
  if (tokens_.is(start, "i") && start + 2 == tokens_.size()) {
    return fail("M004", "Efter ”för varje” saknas ett namn på raden.",
                "Skriv {{för varje rad i " + tokens_.raw(start + 1, tokens_.size()) + "}}.");
  }
  ++at;  // the variable's first word, even if it is "i"
  while (at < tokens_.size() && !tokens_.is(at, "i")) ++at;
  at = std::min(at, tokens_.size());
  each.variable = fold(tokens_.raw(start, at));
  if (each.variable.empty() || at >= tokens_.size()) {
    each.variable = fold(tokens_.raw(start, start + 1));
    return fail("M004", "Slingan saknar ”i” och namnet på en lista.", "Skriv {{för varje rad i Lista}}.");
  }
  const Field& values = *frames_.front().list;
  if (values.find(each.variable) >= 0) {
    return fail("M016", "”" + tokens_.raw(start, at) + "” är redan namnet på en lista eller ett värde.",
                "Välj ett annat namn för slingans rad, till exempel ”rad”.");
  }
  ++at;
  return read_rows(at, each, "i");
}

bool ExpressionParser::read_rows(std::size_t& at, Each& each, const std::string& before) {
  const Field& values = *frames_.front().list;
  const std::size_t name = at;
  if (!read_query(at, each.list)) {
    const bool column = fault_ && fault_->code == "M013";
    if (fault_ && (fault_->code == "M012" || column) && each.list.path.steps.empty()) {
      const std::string word = tokens_.raw(name, end_of_name(name));
      std::vector<std::string> lists;
      for (const Field& field : values.fields) {
        if (field.shape == Field::Shape::list) lists.push_back(field.name);
      }
      const auto meant = nearest(word, lists);
      fault_ = ExpressionFault{
          "M010",
          column ? "”" + word + "” är en kolumn och ingen lista." : "Listan ”" + word + "” finns inte.",
          meant ? "Menade du ”" + *meant + "”?" : "En lista heter som sitt blad i arbetsboken."};
    }
    return false;
  }
  const Path& path = each.list.path;
  const bool group = path.steps.empty() && path.fact == Fact::none && path.field != nullptr &&
                     frames_[static_cast<std::size_t>(path.frame)].group;
  if (!group && list_of(path) == nullptr && !path.blank) {
    return fail("M010", "”" + path.text + "” är ingen lista.",
                "Skriv namnet på en lista efter ”" + before + "”.");
  }
  return read_clauses(at, each);
}

bool ExpressionParser::read_clauses(std::size_t& at, Each& each) {
  while (at < tokens_.size()) {
    if (tokens_.match(at, {"sorterat", "på"})) {
      at += 2;
      if (!read_sort(at, each)) return false;
    } else if (tokens_.match(at, {"grupperat", "på"})) {
      at += 2;
      if (!read_row_path(at, each, each.group)) return false;
      each.grouped = true;
    } else if (refuse_clause(at)) {
      // The rows are known to be groups even so.
      each.grouped = tokens_[at].folded.starts_with("grupp");
      return false;
    } else {
      return expect_end(at);
    }
  }
  return true;
}

bool ExpressionParser::read_sort(std::size_t& at, Each& each) {
  while (true) {
    SortKey key;
    // The direction is a word of its own behind the name.
    if (!read_row_path(at, each, key.path)) return false;
    if (tokens_.is(at, "fallande") || tokens_.is(at, "stigande")) {
      key.descending = tokens_.is(at, "fallande");
      ++at;
    }
    each.sort.push_back(std::move(key));
    if (!tokens_.is(at, TokenKind::comma)) return true;
    ++at;
  }
}

bool ExpressionParser::read_row_path(std::size_t& at, const Each& each, Path& path) {
  const Field* list = each.list.path.field;
  if (list == nullptr) {  // an open list that holds nothing
    path.blank = true;
    at = end_of_name(at);
    return true;
  }
  // "risk.Område" says the same as "Område" here.
  const std::size_t variable = tokens_.spells(at, each.variable, each.variable);
  if (variable > 0 && tokens_.is(at + variable, TokenKind::dot)) at += variable + 1;
  std::size_t longest = 0;
  for (std::size_t f = 0; f < list->fields.size(); ++f) {
    const Field& field = list->fields[f];
    const std::size_t count = tokens_.spells(at, field.folded, field.name);
    if (count <= longest) continue;
    longest = count;
    path.frame = static_cast<int>(frames_.size());
    path.steps = {static_cast<int>(f)};
    path.field = &field;
    path.text = tokens_.raw(at, at + count);
  }
  at += longest;
  if (longest > 0) return true;
  if (list->open) {
    path.blank = true;
    ++at;
    return true;
  }
  std::vector<std::string> names;
  for (const Field& field : list->fields) names.push_back(field.name);
  return fail_unknown(at, "", names);
}

}  // namespace lg::merge
