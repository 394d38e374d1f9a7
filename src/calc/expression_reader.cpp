#include "base/text.hpp"
#include "calc/expression.hpp"
#include "calc/table_reference.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>
#include <variant>

namespace lg::calc {
namespace {

using Kind = Expression::Kind;

/// One word of a formula.
struct Token {
  enum class Kind : std::uint8_t { end, number, text, word, error, table, cells, sign };
  Kind kind = Kind::end;
  std::string text;  // of a sign: "(" "," "<="
  double number = 0;
  sml::Reference cells;
  TableCells table;
};

/// Thrown within this file: the formula is written in a way that is not known here.
struct NotKnown {};

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '\\' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

/// Cuts the text between two references into tokens.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  void append_to(std::vector<Token>& tokens) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
        ++at_;
      else
        tokens.push_back(next(c));
    }
  }

 private:
  Token next(char c) {
    if (c == '"') return string();
    if (c == '#') return error();
    if (c == '[') return table("");
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.';
    if (digit) return number();
    if (is_word(c)) return word();
    return sign();
  }

  Token string() {
    Token token{Token::Kind::text, "", 0, {}, {}};
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") return ++at_, token;
      if (text_[at_] == '"') ++at_;
      token.text += text_[at_];
    }
    throw NotKnown{};
  }

  Token error() {
    constexpr std::array<std::string_view, 7> codes{"#DIV/0!", "#N/A",    "#NAME?", "#NULL!",
                                                    "#NUM!",   "#VALUE!", "#REF!"};
    for (const std::string_view code : codes) {
      if (!text_.substr(at_).starts_with(code)) continue;
      at_ += code.size();
      return {Token::Kind::error, std::string(code), 0, {}, {}};
    }
    throw NotKnown{};
  }

  Token number() {
    Token token{Token::Kind::number, "", 0, {}, {}};
    const char* const end = text_.data() + text_.size();
    const auto read = std::from_chars(text_.data() + at_, end, token.number);
    if (read.ec != std::errc()) throw NotKnown{};
    at_ = static_cast<std::size_t>(read.ptr - text_.data());
    return token;
  }

  Token word() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    const std::string name(text_.substr(from, at_ - from));
    if (at_ < text_.size() && text_[at_] == '[') return table(name);
    return {Token::Kind::word, name, 0, {}, {}};
  }

  Token table(const std::string& name) {
    const std::size_t size = brackets_size(text_.substr(at_));
    auto cells = read_table_reference(name, text_.substr(at_, size));
    if (size == 0 || !cells) throw NotKnown{};
    at_ += size;
    return {Token::Kind::table, "", 0, {}, std::move(*cells)};
  }

  Token sign() {
    constexpr std::array<std::string_view, 3> doubles{"<=", ">=", "<>"};
    const std::string_view two = text_.substr(at_, 2);
    const std::size_t size = std::ranges::find(doubles, two) != doubles.end() ? 2 : 1;
    Token token{Token::Kind::sign, std::string(text_.substr(at_, size)), 0, {}, {}};
    if (size == 1 && std::string_view("+-*/^&=<>(),%").find(token.text) == std::string_view::npos)
      throw NotKnown{};
    at_ += size;
    return token;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

class Reader {
 public:
  explicit Reader(std::string_view formula) {
    const sml::Formula cut = sml::Formula::parse(formula);
    for (const sml::Formula::Piece& piece : cut.pieces()) {
      if (const auto* text = std::get_if<std::string>(&piece)) {
        Words(*text).append_to(tokens_);
      } else {
        const auto& cells = std::get<sml::Reference>(piece);
        if (cells.external || !cells.last_sheet.empty()) throw NotKnown{};
        tokens_.push_back({Token::Kind::cells, "", 0, cells, {}});
      }
    }
    tokens_.emplace_back();
  }

  Expression read() {
    Expression whole = comparison();
    if (now().kind != Token::Kind::end) throw NotKnown{};
    return whole;
  }

 private:
  [[nodiscard]] const Token& now() const { return tokens_[at_]; }

  bool take(std::string_view sign) {
    if (now().kind != Token::Kind::sign || now().text != sign) return false;
    ++at_;
    return true;
  }

  /// One of the signs, or nothing.
  template <std::size_t Count>
  std::optional<std::string> take_any(const std::array<std::string_view, Count>& signs) {
    for (const std::string_view sign : signs) {
      if (take(sign)) return std::string(sign);
    }
    return {};
  }

  template <std::size_t Count>
  Expression chain(const std::array<std::string_view, Count>& signs, Expression (Reader::*operand)()) {
    Expression left = (this->*operand)();
    while (const auto sign = take_any(signs)) {
      Expression both;
      both.kind = Kind::binary;
      both.word = *sign;
      both.arguments.push_back(std::move(left));
      both.arguments.push_back((this->*operand)());
      left = std::move(both);
    }
    return left;
  }

  // From the loosest operator to the tightest (18.17.2.2).
  Expression comparison() {
    constexpr std::array<std::string_view, 6> signs{"=", "<>", "<=", ">=", "<", ">"};
    return chain(signs, &Reader::joining);
  }
  Expression joining() {
    constexpr std::array<std::string_view, 1> signs{"&"};
    return chain(signs, &Reader::sum);
  }
  Expression sum() {
    constexpr std::array<std::string_view, 2> signs{"+", "-"};
    return chain(signs, &Reader::product);
  }
  Expression product() {
    constexpr std::array<std::string_view, 2> signs{"*", "/"};
    return chain(signs, &Reader::power);
  }
  Expression power() {
    constexpr std::array<std::string_view, 1> signs{"^"};
    return chain(signs, &Reader::percent);
  }
  Expression percent() {
    Expression operand = prefixed();
    while (take("%")) operand = unary("%", std::move(operand));
    return operand;
  }

  static Expression unary(const char* sign, Expression operand) {
    Expression made;
    made.kind = Kind::unary;
    made.word = sign;
    made.arguments.push_back(std::move(operand));
    return made;
  }

  Expression prefixed() {
    if (++depth_ > deepest) throw NotKnown{};
    Expression made = take("-") ? unary("-", prefixed()) : (take("+") ? prefixed() : primary());
    --depth_;
    return made;
  }

  Expression primary() {
    if (take("(")) {
      Expression inner = comparison();
      if (!take(")")) throw NotKnown{};
      return inner;
    }
    const Token token = now();
    Expression made;
    switch (token.kind) {
      case Token::Kind::number: made.value = token.number; break;
      case Token::Kind::text: made.value = token.text; break;
      case Token::Kind::error: made.value = Error{token.text}; break;
      case Token::Kind::cells:
        made.kind = Kind::cells;
        made.cells = token.cells;
        return ++at_, made;
      case Token::Kind::table:
        made.kind = Kind::table;
        made.table = token.table;
        return ++at_, made;
      case Token::Kind::word: return ++at_, word(token.text);
      default: throw NotKnown{};
    }
    made.kind = Kind::value;
    ++at_;
    return made;
  }

  Expression word(const std::string& name) {
    Expression made;
    std::string upper = name;
    std::ranges::transform(upper, upper.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (take("(")) {
      constexpr std::string_view later = "_XLFN.";  // functions that came after the standard
      made.kind = Kind::call;
      made.word = upper.starts_with(later) ? upper.substr(later.size()) : upper;
      read_arguments(made);
      return made;
    }
    if (upper == "TRUE" || upper == "FALSE") {
      made.kind = Kind::value;
      made.value = upper == "TRUE";
      return made;
    }
    made.kind = Kind::name;
    made.word = name;
    return made;
  }

  void read_arguments(Expression& call) {
    if (take(")")) return;
    do {
      const bool missing = now().kind == Token::Kind::sign && (now().text == "," || now().text == ")");
      call.arguments.push_back(missing ? Expression() : comparison());
    } while (take(","));
    if (!take(")")) throw NotKnown{};
  }

  static constexpr int deepest = 100;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

std::unique_ptr<Expression> read_expression(std::string_view formula) {
  try {
    return std::make_unique<Expression>(Reader(formula).read());
  } catch (const NotKnown&) {
    return nullptr;
  }
}

}  // namespace lg::calc
