#include "merge/xlsx_tag_reader.hpp"

#include "base/text.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"

#include <algorithm>
#include <utility>

namespace lg::merge {
namespace {

std::string joined(const std::vector<sml::TextRun>& runs) {
  std::string text;
  for (const sml::TextRun& run : runs) text += run.text;
  return text;
}

bool is_empty(const CellTemplate& cell) {
  const auto* fixed = std::get_if<FixedCell>(&cell.content);
  return fixed != nullptr && fixed->shown.text.empty();
}

/// A filter that hid the template row says nothing of the rows that come of it.
void show_row(RowTemplate& row) {
  const std::string_view hidden = " hidden=\"1\"";
  const std::size_t at = row.attributes.find(hidden);
  if (at != std::string::npos) row.attributes.erase(at, hidden.size());
}

/// The list that an each-tag repeats over, when it names one that could be found.
const Field* list_of(const Tag& tag) {
  const Field* field = tag.each.list.path.field;
  const bool list = tag.kind == TagKind::each && field != nullptr && field->shape == Field::Shape::list;
  return list ? field : nullptr;
}

}  // namespace

Location SheetTagReader::place(int row, int column) const {
  return CellLocation{file_, sheet_.name, cell_name(row, column), ""};
}

void SheetTagReader::add_problem(const char* code, const Location& where, std::string message,
                                 std::string hint) {
  problems_.add({Severity::error, code, where, std::move(message), std::move(hint), {}});
}

/// The sheet's own filter loses its criteria when the rows under it become others.
void SheetTagReader::forget_filter() {
  const pugi::xml_node filter = opc::child(sheet_.document.document_element(), "autoFilter");
  const auto range = sml::CellRange::parse(filter.attribute("ref").value());
  if (!range || !opc::child(filter, "filterColumn")) return;
  const auto under = [&](int row) { return range->first.row < row && row <= range->last.row; };
  const bool repeats = std::ranges::any_of(sheet_.steps, [&](const SheetStep& step) {
    return step.kind == SheetStep::Kind::open && under(step.rows.first);
  });
  if (!repeats) return;
  for (RowTemplate& row : sheet_.rows) {
    if (under(row.number)) show_row(row);
  }
  sml::forget_criteria(filter);
}

void SheetTagReader::read(std::vector<FoundText> found) {
  found_ = std::move(found);
  parser_.begin_story();
  read_tab();
  find_tables();
  for (std::size_t row = 0; row < sheet_.rows.size(); ++row) {
    const int number = sheet_.rows[row].number;
    std::size_t refused = growing_.contains(number) ? 0 : open_refused(number);
    read_row(row);
    for (; refused > 0; --refused) parser_.close_list();
  }
  forget_filter();
  read_headers();
  if (sheet_.repeat_tag >= 0) parser_.read("{{slut}}", CellLocation{file_, sheet_.name, "", ""});
  parser_.end_story();
  link();
}

/// A tab may say `{{varje x i Lista}}`: one sheet for each row. Its block ends with the sheet.
void SheetTagReader::read_tab() {
  if (!may_hold_tags(sheet_.name)) return;
  const std::vector<int> numbers = parser_.read(sheet_.name, CellLocation{file_, sheet_.name, "", ""});
  sheet_.has_tags = sheet_.has_tags || !numbers.empty();
  sheet_.tab = TextTemplate::make({{"", sheet_.name}}, numbers, parser_.tags());
  if (!numbers.empty() && tag(numbers.front()).kind == TagKind::each) sheet_.repeat_tag = numbers.front();
}

void SheetTagReader::find_tables() {
  for (const auto& table : sheet_.tables) {
    const Field* list = parser_.find_list(table->table.display_name);
    if (list == nullptr) list = parser_.find_list(table->table.name);
    const sml::Rows data = table->table.data_rows();
    const bool one_row = data.first == data.last && table->table.header_rows == 1;
    if (one_row) {
      GrowingTable& growing = growing_[data.first];
      if (growing.table != nullptr) {
        if (list != nullptr) refused_.push_back(data);
        add_problem("MALL-105", place(data.first, table->table.range.first.column),
                    "Tabellen ”" + table->table.display_name + "” och tabellen ”" +
                        growing.table->table.display_name + "” har sina mallrader på samma rad.",
                    "Flytta den ena tabellen till ett eget blad eller till en rad längre ned.");
      } else {
        growing = {table.get(), list, {}, 0};
      }
    } else if (list != nullptr) {
      check_table(*table, list);
    }
  }
}

/// The fields of a table that is told of are known in its rows all the same. Returns how many were opened.
std::size_t SheetTagReader::open_refused(int row) {
  std::size_t count = 0;
  for (const sml::Rows& rows : refused_) {
    if (row < rows.first || rows.last < row) continue;
    parser_.open_unknown_list();
    ++count;
  }
  return count;
}

void SheetTagReader::check_table(const TableTemplate& table, const Field* list) {
  const sml::CellRange& range = table.table.range;
  const sml::Rows data = table.table.data_rows();
  const bool tags = std::any_of(found_.begin(), found_.end(), [&](const FoundText& found) {
    const int row = sheet_.rows[found.row].number;
    return data.first <= row && row <= data.last;
  });
  if (!tags) return;
  refused_.push_back(data);
  const int count = std::max(data.last - data.first + 1, 0);
  add_problem("MALL-102", place(range.first.row, range.first.column),
              "Tabellen ”" + table.table.display_name + "” heter som listan ”" + list->name +
                  "” och ska därför ha en rubrikrad och exakt en mallrad, men har " + std::to_string(count) +
                  (table.table.header_rows == 1 ? " mallrader." : " rader och ingen rubrikrad."),
              "Låt tabellen ha en enda rad med taggar; den upprepas för varje rad i listan.");
}

std::span<FoundText> SheetTagReader::texts_of(std::size_t row) {
  return std::ranges::equal_range(found_, row, {}, &FoundText::row);
}

SheetTagReader::GrowingTable* SheetTagReader::table_with_header_below(int row) {
  const auto at = growing_.find(row + 2);
  return at == growing_.end() ? nullptr : &at->second;
}

bool SheetTagReader::is_alone(std::size_t row, std::size_t cell) const {
  const std::vector<CellTemplate>& cells = sheet_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != cell && !is_empty(cells[i])) return false;
  }
  return true;
}

void SheetTagReader::add_gap(int until) {
  if (until < next_row_) return;
  sheet_.steps.push_back({SheetStep::Kind::rows, {next_row_, until}, -1, -1, TextTemplate::none, false});
  next_row_ = until + 1;
}

void SheetTagReader::place_row(std::size_t row) {
  const int number = sheet_.rows[row].number;
  sheet_.steps.push_back(
      {SheetStep::Kind::rows, {number, number}, static_cast<int>(row), -1, TextTemplate::none, false});
  next_row_ = number + 1;
}

/// A marker row that belongs to no block of rows: it goes away and does nothing else.
void SheetTagReader::vanish(int row) {
  sheet_.steps.push_back({SheetStep::Kind::close, {row, row}, -1, -1, TextTemplate::none, false});
  next_row_ = row + 1;
}

/// The marker row above a table needs no {{slut}}; where somebody wrote one below the table all the same, it
/// means what it says.
bool SheetTagReader::ends_marker_above(std::size_t row, std::span<FoundText> texts) const {
  if (texts.size() != 1 || !is_alone(row, texts[0].cell)) return false;
  const bool below = std::ranges::any_of(growing_, [&](const auto& entry) {
    return !entry.second.marker.empty() &&
           entry.second.table->table.range.last.row + 1 == sheet_.rows[row].number;
  });
  const ScannedText scanned = scan_tags(joined(texts[0].runs));
  return below && scanned.tags.size() == 1 && fold(scanned.tags[0].inner).starts_with("slut");
}

void SheetTagReader::read_row(std::size_t row) {
  const int number = sheet_.rows[row].number;
  add_gap(number - 1);
  const std::span<FoundText> texts = texts_of(row);
  if (const auto table = growing_.find(number); table != growing_.end()) {
    return read_table_row(row, table->second);
  }
  // The row above a table's header may choose the table's rows. It is read just before the table's own row,
  // so that its names do not reach into the header.
  GrowingTable* below = table_with_header_below(number);
  const bool marks = texts.size() == 1 && below != nullptr && is_alone(row, texts[0].cell) &&
                     scan_tags(joined(texts[0].runs)).tags.size() > 0 &&
                     fold(scan_tags(joined(texts[0].runs)).tags[0].inner).find("varje") < 5;
  if (marks) {
    below->marker_row = number;
    return vanish(number);
  }
  if (ends_marker_above(row, texts)) return vanish(number);
  read_cells(row);
}

void SheetTagReader::read_marker_above(GrowingTable& growing) {
  if (growing.marker_row == 0) return;
  for (FoundText& found : found_) {
    const RowTemplate& row = sheet_.rows[found.row];
    if (row.number != growing.marker_row) continue;
    growing.marker = parser_.read(joined(found.runs), place(row.number, row.cells[found.cell].column));
    sheet_.has_tags = true;
    TextTemplate text = TextTemplate::make(found.runs, growing.marker, parser_.tags());
    // What follows {{annars}} is what an empty table says.
    const auto otherwise = std::find_if(text.pieces.begin(), text.pieces.end(), [&](const auto& piece) {
      return piece.tag >= 0 && tag(piece.tag).kind == TagKind::otherwise;
    });
    if (otherwise != text.pieces.end())
      text.pieces.erase(text.pieces.begin(), otherwise + 1);
    else
      text.pieces.clear();
    growing.table->otherwise = std::move(text);
  }
}

void SheetTagReader::read_table_row(std::size_t row, GrowingTable& growing) {
  const int number = sheet_.rows[row].number;
  const Location where = place(number, growing.table->table.range.first.column);
  read_marker_above(growing);
  const int filter = growing.marker.empty() ? -1 : growing.marker.front();
  const Field* list = filter >= 0 ? list_of(tag(filter)) : growing.list;
  if (list == nullptr && filter >= 0) list = growing.list;
  if (list == nullptr) return read_cells(row);  // a table of another name: its row stays as it is
  const int opener = parser_.open_list(*list, filter, where);
  growing.table->grows = true;
  show_row(sheet_.rows[row]);
  sheet_.has_tags = true;
  sheet_.steps.push_back({SheetStep::Kind::open, {0, -1}, -1, opener, sheet_.steps.size() + 2, true});
  std::size_t refused = open_refused(number);
  for (FoundText& found : texts_of(row)) read_cell(found);
  for (; refused > 0; --refused) parser_.close_list();
  place_row(row);
  parser_.close_list();
  sheet_.steps.push_back({SheetStep::Kind::close, {0, -1}, -1, -1, TextTemplate::none, false});
}

void SheetTagReader::read_cells(std::size_t row) {
  const std::span<FoundText> texts = texts_of(row);
  for (FoundText& found : texts) {
    read_cell(found);
    CellTemplate& cell = sheet_.rows[row].cells[found.cell];
    const auto* tagged = std::get_if<TaggedCell>(&cell.content);
    if (tagged == nullptr || stays_whole(*tagged)) continue;
    const Location where = place(sheet_.rows[row].number, cell.column);
    if (tagged->lone_tag >= 0 && is_alone(row, found.cell)) return add_marker(row, tagged->lone_tag);
    add_problem("MALL-103", where,
                tagged->lone_tag >= 0 ? "Blocktaggen ”" + tag(tagged->lone_tag).raw + "” delar rad med annat."
                                      : "Ett block som börjar i en cell slutar inte i samma cell.",
                "Låt blocktaggen stå ensam på en egen rad; raden försvinner i det färdiga dokumentet.");
  }
  place_row(row);
}

/// Do all blocks of the cell begin and end in it?
bool SheetTagReader::stays_whole(const TaggedCell& cell) const {
  if (cell.lone_tag >= 0) return !is_block(tag(cell.lone_tag).kind);
  return cell.text.balanced;
}

void SheetTagReader::read_cell(FoundText& found) {
  RowTemplate& row = sheet_.rows[found.row];
  CellTemplate& cell = row.cells[found.cell];
  const Location where = place(row.number, cell.column);
  const std::vector<int> numbers = parser_.read(joined(found.runs), where);
  if (numbers.empty()) return;
  for (const int number : numbers) {
    const TagKind kind = tag(number).kind;
    if (kind != TagKind::picture && kind != TagKind::chart && kind != TagKind::page_break) continue;
    add_problem("MALL-106", where, "Taggen ”" + tag(number).raw + "” kan inte stå i en cell.",
                kind == TagKind::page_break
                    ? "Ta bort taggen; lägg sidbrytningen i bladet under Sidlayout."
                    : "Sätt in en bild eller ett diagram på bladet och skriv taggen i dess alternativtext.");
  }
  TaggedCell tagged;
  tagged.text = TextTemplate::make(found.runs, numbers, parser_.tags());
  tagged.lone_tag = tagged.text.lone_tag();
  cell.content = std::move(tagged);
  sheet_.has_tags = true;
}

void SheetTagReader::add_marker(std::size_t row, int number) {
  const TagKind kind = tag(number).kind;
  const int at = sheet_.rows[row].number;
  const bool opens = kind == TagKind::each || kind == TagKind::when;
  const SheetStep::Kind step = opens                  ? SheetStep::Kind::open
                               : kind == TagKind::end ? SheetStep::Kind::close
                                                      : SheetStep::Kind::branch;
  sheet_.steps.push_back({step, {at, at}, -1, number, TextTemplate::none, false});
  next_row_ = at + 1;
}

/// Finds, for each marker row of a block, the block's next one.
void SheetTagReader::link() {
  std::map<int, std::size_t> places;
  for (std::size_t i = 0; i < sheet_.steps.size(); ++i) {
    if (sheet_.steps[i].tag >= 0) places[sheet_.steps[i].tag] = i;
  }
  for (SheetStep& step : sheet_.steps) {
    if (step.tag < 0 || step.table || step.kind == SheetStep::Kind::close) continue;
    const Tag& own = tag(step.tag);
    const Tag& opener = own.opener < 0 ? own : tag(own.opener);
    const auto later = std::find_if(opener.branches.begin(), opener.branches.end(),
                                    [&](int branch) { return branch > step.tag; });
    const int next = later == opener.branches.end() ? opener.closer : *later;
    if (const auto at = places.find(next); at != places.end()) step.next = at->second;
  }
}

void SheetTagReader::read_headers() {
  const pugi::xml_node element = opc::child(sheet_.document.document_element(), "headerFooter");
  for (const pugi::xml_node node : element.children()) {
    const std::string text = node.child_value();
    if (!may_hold_tags(text)) continue;
    const bool header = opc::local_name(node).find("Header") != std::string_view::npos;
    const CellLocation where{file_, sheet_.name, header ? "sidhuvud" : "sidfot", ""};
    const std::vector<int> numbers = parser_.read(text, where);
    if (numbers.empty()) continue;
    sheet_.has_tags = true;
    HeaderTemplate part{std::string(opc::local_name(node)),
                        TextTemplate::make({{"", text}}, numbers, parser_.tags())};
    mark_header_values(part.text);
    sheet_.headers.push_back(std::move(part));
  }
}

}  // namespace lg::merge
