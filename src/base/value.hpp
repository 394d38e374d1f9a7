#pragma once

#include "base/date.hpp"
#include "base/location.hpp"
#include "base/picture.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lg {

/// The sheet that values came from. Values point at it, so it must outlive them.
struct SheetOrigin {
  std::string file;
  std::string sheet;
  std::map<int, std::string> headings;  // by column, counted from 1
};

/// The cell that a value came from: small enough to ride with every value.
struct Source {
  const SheetOrigin* sheet = nullptr;  // null: the value came from no cell
  int row = 0;
  int column = 0;

  [[nodiscard]] explicit operator bool() const { return sheet != nullptr; }
  [[nodiscard]] CellLocation location() const;
  friend bool operator==(const Source&, const Source&) = default;
};

/// "E7" of row 7, column 5.
[[nodiscard]] std::string cell_name(int row, int column);

class Value;
/// The values of one record, in the order of the fields that describe it.
using Row = std::vector<Value>;

/// The cells of a value that was made of several.
struct MadeOf {
  std::vector<Source> cells;
  bool counted = false;  // the value says how many they are, or is a sentence about their rows
};

/// What a template can show: nothing, a text, a number, yes or no, a date, a record or a list of records.
/// Made once, by intake/ and compose/ (or from JSON), and only read by merge/. It may know the cell it came
/// from, so that a problem found while merging still points at the workbook.
class Value {
 public:
  /// A required value that is missing: a draft shows the place as ⟦saknas: …⟧.
  struct Hole {};
  struct Number {
    double number = 0;
    bool percent = false;  // the cell's number format is a percentage: 0.12 is shown as 12 %
  };
  struct Record {
    Row row;
  };
  struct List {
    std::vector<Row> rows;
  };
  using Data = std::variant<std::monostate, Hole, std::string, Number, bool, Date, Record, List>;

  Value() = default;
  // Named makers, not constructors: Value("x") would quietly pick the bool.
  [[nodiscard]] static Value hole(Source source = {}) { return Value(Data(Hole{}), source); }
  [[nodiscard]] static Value text(std::string text, Source source = {}) {
    return Value(Data(std::move(text)), source);
  }
  [[nodiscard]] static Value number(double number, Source source = {}, bool percent = false) {
    return Value(Data(Number{number, percent}), source);
  }
  [[nodiscard]] static Value flag(bool flag, Source source = {}) { return Value(Data(flag), source); }
  [[nodiscard]] static Value date(Date date, Source source = {}) { return Value(Data(date), source); }
  [[nodiscard]] static Value blank(Source source) { return Value(Data(), source); }
  [[nodiscard]] static Value record(Row row) { return Value(Data(Record{std::move(row)}), {}); }
  [[nodiscard]] static Value list(std::vector<Row> rows) { return Value(Data(List{std::move(rows)}), {}); }

  [[nodiscard]] bool is_hole() const { return std::holds_alternative<Hole>(data_); }
  /// Nothing to show: blank, a hole, an empty text, an empty list.
  [[nodiscard]] bool is_blank() const;
  [[nodiscard]] const std::string* as_text() const { return std::get_if<std::string>(&data_); }
  [[nodiscard]] const Number* as_number() const { return std::get_if<Number>(&data_); }
  [[nodiscard]] const bool* as_flag() const { return std::get_if<bool>(&data_); }
  [[nodiscard]] const Date* as_date() const { return std::get_if<Date>(&data_); }
  [[nodiscard]] const Record* as_record() const { return std::get_if<Record>(&data_); }
  [[nodiscard]] const List* as_list() const { return std::get_if<List>(&data_); }
  [[nodiscard]] List* as_list() { return std::get_if<List>(&data_); }

  [[nodiscard]] const Source& source() const { return source_; }
  /// The same value, made of those cells; those of no sheet are passed over.
  [[nodiscard]] Value made_of(std::vector<Source> cells, bool counted = false) const;
  /// Null: of source() alone.
  [[nodiscard]] const MadeOf* made_of() const { return made_of_.get(); }

 private:
  Value(Data data, Source source) : data_(std::move(data)), source_(source) {}

  Data data_;
  Source source_;
  std::shared_ptr<const MadeOf> made_of_;
};

/// The cell that a row is known by: its first value that came from one.
[[nodiscard]] Source source_of(const Row& row);

/// The value as it is shown where nothing else is asked for: "0,5", "Ja", "2025-10-14".
[[nodiscard]] std::string to_text(const Value& value);

/// A fact of a whole list or group that a template may name after it, beside `antal`: Ansvarsmening.
struct Aggregate {
  std::string name;
  std::function<Value(std::span<const Row* const>)> make;
};

/// One name that a template may use, and what stands behind it. The fields of a list or record lie in it, so
/// one Field describes a whole set of data.
struct Field {
  enum class Shape : std::uint8_t { text, number, yes_no, date, record, list };

  std::string name;    // as the user writes it: "Oönskad händelse"
  std::string folded;  // fold(name), what names are compared by
  Shape shape = Shape::text;
  std::vector<std::string> choices;  // allowed words; empty: any
  std::vector<std::string>
      phrases;            // values of the data that hold a word of the tag language: "Roller och ansvar"
  std::string help;       // Swedish, one line
  bool required = false;  // no row may leave it blank
  bool declared = true;   // the contract knows it; false: a column of the user's own
  bool derived = false;   // the program makes it of other data: a template loses nothing by leaving it out
  bool open = false;      // of a list or record: names beside `fields` are blank, not wrong
  std::vector<Field> fields;          // of a list or record
  std::vector<Aggregate> aggregates;  // of a list

  [[nodiscard]] static Field of(std::string name, Shape shape);
  /// Position of the field with that folded name; -1 when there is none.
  [[nodiscard]] int find(std::string_view folded_name) const;
};

/// Notes the phrases of a list's fields: short values that hold " och " or " eller ", which a condition would
/// otherwise take for its own words.
void note_phrases(Field& list, std::span<const Row> rows);

/// Everything that a template can name: the single values and lists, described by `root`.
struct Dataset {
  Field root;                                // shape record
  Row row;                                   // as root.fields says
  std::map<std::string, Value> textblocks;   // by folded key, for {{infoga nyckel}}
  std::vector<std::string> textblock_names;  // as the user wrote the keys
  Pictures pictures;                         // for {{bild namn}}
};

}  // namespace lg
