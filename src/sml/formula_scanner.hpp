#pragma once

#include "sml/formula.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lg::sml {

/// What a function's arguments may be: single cells, ranges, or any number of ranges one after the other.
enum class Takes : std::uint8_t { cells, ranges, series };

/// Which arguments of a function are criteria, where one cell is what is looked for and never its copies.
enum class Criteria : std::uint8_t { none, second, every_second, every_third_on };

/// An open "(" or "{": what it takes, and the number of the argument that is being read, from 0.
struct OpenCall {
  Takes takes = Takes::cells;
  Criteria criteria = Criteria::none;
  int argument = 0;
};

/// Cuts one formula into pieces, from left to right. Behind Formula::parse.
class FormulaScanner {
 public:
  explicit FormulaScanner(std::string_view text) : text_(text) {}

  [[nodiscard]] std::vector<Formula::Piece> pieces();

 private:
  struct Qualifier {
    std::size_t size = 0;  // with the "!"
    std::string first;
    std::string last;
    bool external = false;
  };

  void step();
  void take_quoted();
  void take_word();
  void take_reference(const Qualifier& qualifier);
  void take_error_value();
  void take_call(std::size_t word_size);
  void skip(std::size_t count) { literal_.append(text_.substr(at_, count)), at_ += count; }
  void skip_string();
  void skip_brackets();
  void close_call();
  void flush();

  [[nodiscard]] char peek(std::size_t ahead = 0) const;
  [[nodiscard]] std::size_t word_size(std::size_t from) const;
  [[nodiscard]] std::optional<Qualifier> plain_qualifier() const;
  [[nodiscard]] std::optional<Qualifier> quoted_qualifier() const;
  [[nodiscard]] std::optional<Reference> reference_at(std::size_t from, std::string_view qualifier,
                                                      std::size_t& size) const;
  [[nodiscard]] bool whole_argument(std::size_t after) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::string literal_;
  std::vector<OpenCall> calls_;
  std::vector<Formula::Piece> pieces_;
};

}  // namespace lg::sml
