#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// What the ISAM's forms look like. The reader, the writer of blank forms and the guide go by these
/// declarations alone (domain.md, part B).
namespace lg::intake {

/// What the cells of a column hold, and so how they are read.
enum class Kind : std::uint8_t {
  text,
  whole_number,
  number,
  date,  // a day, with a time where one is given
  yes_no,
  choice,   // one of `choices`
  choices,  // some of `choices`, separated by ;
  id,
  ids,    // separated by ;
  role,   // a Roll of the sheet Roller
  roles,  // separated by ;
  years,  // years separated by ;, or "alla"
};

/// Whether a cell of the column must be filled in.
enum class Need : std::uint8_t {
  optional,
  column,    // the column must be there, a cell may be blank
  required,  // the column and each cell; a blank one is told by the reader and becomes a hole
  ruled,     // as required, but a rule of domain/ tells the blank cell in its own words
};

using Words = std::span<const std::string_view>;

/// Another word for one of a column's choices: "Varje månad" is Månadsvis.
struct Synonym {
  std::string_view word;
  std::string_view choice;
};

struct Column {
  std::string_view heading;
  Kind kind = Kind::text;
  Need need = Need::optional;
  Words choices = {};
  Words aliases = {};
  std::string_view help = {};              // one Swedish line
  std::string_view fallback = {};          // what a blank cell counts as
  std::string_view code = {};              // of the problem "not a whole number"; empty: the general one
  bool open_choice = false;                // other words than `choices` are allowed
  bool period_end = false;                 // "2025-10" is the last day of the period, not the first
  bool computed = false;                   // made by the program; never a column of the sheet
  std::span<const Synonym> synonyms = {};  // other systems' words for `choices`
  bool carried = false;  // filled when a year is opened from the one before; no column of blank forms
};

/// The year that a sheet is about when neither sheet, workbook nor row says one.
enum class Period : std::uint8_t {
  none,       // of no year; a stated year must be the report's
  report,     // the report year
  follow_up,  // the follow-up year
  either,     // of no year; a stated year may be the report's or the follow-up year
  both,       // the report year, and the follow-up year as "förra årets …"
  plan,       // goes by its own columns of years; the year of a name means nothing
};

struct Form {
  std::string_view workbook;  // of the blank forms: "VoR"; its year or period is added by the writer
  std::string_view sheet;     // and list
  Words aliases = {};
  std::string_view purpose = {};  // what the sheet is for, in one Swedish line
  std::span<const Column> columns = {};
  Period period = Period::none;
  bool needed = false;        // a folder without the sheet is wrong
  bool year_columns = false;  // headings such as 2025 are columns of the form, one for each year
};

/// Every sheet that the program knows, in the order of the contract.
[[nodiscard]] std::span<const Form> forms();

/// The form with that sheet name (folded compare); null when there is none.
[[nodiscard]] const Form* find_form(std::string_view sheet);

/// The choice that the word names, by itself, by its number ("1" of "1 Hög") or by a synonym.
[[nodiscard]] std::optional<std::string_view> find_choice(const Column& column, std::string_view word);

/// Every Fält of the sheet Uppgifter, declared as a column.
[[nodiscard]] std::span<const Column> fact_columns();

}  // namespace lg::intake
