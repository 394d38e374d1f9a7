#include "merge/xlsx_checks.hpp"

#include "base/value.hpp"
#include "merge/tag_scanner.hpp"
#include "opc/xml.hpp"
#include "sml/formula_names.hpp"

#include <algorithm>

namespace lg::merge {
namespace {

bool overlaps(sml::Rows a, sml::Rows b) {
  return a.first <= b.last && b.first <= a.last;
}

bool holds(sml::Rows outer, sml::Rows inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

sml::Rows rows_of(const sml::CellRange& range) {
  return {range.first.row, range.last.row};
}

std::string name_of(sml::Rows rows) {
  return rows.first == rows.last ? "rad " + std::to_string(rows.first)
                                 : "raderna " + std::to_string(rows.first) + "–" + std::to_string(rows.last);
}

}  // namespace

std::string text_without_sheets(const sml::Formula& formula) {
  std::string text;
  for (const sml::Formula::Piece& piece : formula.pieces()) {
    const auto* literal = std::get_if<std::string>(&piece);
    text +=
        literal != nullptr ? sml::without_sheets(*literal) : sml::cells_text(std::get<sml::Reference>(piece));
  }
  return text;
}

void SheetChecker::add_problem(const char* code, int row, int column, std::string message, std::string hint) {
  problems_.add({Severity::error,
                 code,
                 CellLocation{file_, sheet_.name, cell_name(row, column), ""},
                 std::move(message),
                 std::move(hint),
                 {}});
}

void SheetChecker::check() {
  find_blocks();
  for (const Block& block : blocks_) {
    check_merges(block);
    check_tables(block);
  }
  check_formulas();
  check_elsewhere(sheet_.document.document_element());
}

/// Tags in rules, drop-down lists and links would stay in the result as they are.
void SheetChecker::check_elsewhere(pugi::xml_node node) {
  for (const pugi::xml_node inner : node.children()) {
    if (opc::local_name(inner) == "headerFooter") continue;
    if (inner.type() == pugi::node_pcdata) {
      check_unfilled(inner.parent(), text_without_sheets(sml::Formula::parse(inner.value())));
    }
    for (const pugi::xml_attribute attribute : inner.attributes()) {
      const bool link = opc::local_name(attribute.name()) == "location";
      const std::string value = attribute.value();
      check_unfilled(inner, link ? text_without_sheets(sml::Formula::parse(value)) : value);
    }
    check_elsewhere(inner);
  }
}

void SheetChecker::check_unfilled(pugi::xml_node node, std::string_view text) {
  if (!may_hold_tags(text)) return;
  const ScannedText scanned = scan_tags(text);
  if (scanned.tags.empty()) return;
  sml::CellRef cell;
  for (; node; node = node.parent()) {
    const std::string_view areas = node.attribute(node.attribute("ref") ? "ref" : "sqref").value();
    if (const auto range = sml::CellRange::parse(areas.substr(0, areas.find(' ')))) {
      cell = range->first;
      break;
    }
  }
  add_problem("MALL-113", cell.row, cell.column,
              "Taggen ”{{" + scanned.tags.front().inner +
                  "}}” står i en länk, en regel eller en inmatningshjälp, där den inte fylls i.",
              "Skriv taggen i en cell i stället.");
}

/// Each branch of a block is a block of its own here: rows of one must not be bound to rows of the other.
void SheetChecker::find_blocks() {
  const auto& steps = sheet_.steps;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (steps[at].kind != SheetStep::Kind::open) continue;
    std::size_t close = at;
    while (steps[close].next != TextTemplate::none) close = steps[close].next;
    for (std::size_t part = at; part != close; part = steps[part].next) {
      Block block;
      block.table = steps[at].table;
      block.repeats = tags_[static_cast<std::size_t>(steps[at].tag)].kind == TagKind::each;
      block.body = block.table ? steps[at + 1].rows
                               : sml::Rows{steps[part].rows.last + 1, steps[steps[part].next].rows.first - 1};
      block.whole = block.table ? block.body : sml::Rows{steps[at].rows.first, steps[close].rows.last};
      if (block.body.first <= block.body.last) blocks_.push_back(block);
    }
  }
}

void SheetChecker::check_merges(const Block& block) {
  const pugi::xml_node merges = opc::child(sheet_.document.document_element(), "mergeCells");
  for (const pugi::xml_node merge : merges.children()) {
    const auto range = sml::CellRange::parse(merge.attribute("ref").value());
    if (!range || !overlaps(rows_of(*range), block.body) || holds(block.body, rows_of(*range))) continue;
    if (!block.table && holds(rows_of(*range), block.whole)) continue;
    if (!told_merges_.insert(range->text()).second) continue;
    add_problem("MALL-104", range->first.row, range->first.column,
                "De sammanfogade cellerna " + range->text() +
                    " går över kanten på det som upprepas eller väljs (" + name_of(block.body) + ").",
                "Dela cellerna, eller låt dem ligga helt inom eller helt utanför.");
  }
}

void SheetChecker::check_tables(const Block& block) {
  if (block.table) return;
  for (const auto& table : sheet_.tables) {
    const sml::CellRange& range = table->table.range;
    // A whole table may be chosen or left out; it cannot be repeated, nor be cut in two.
    const bool whole = !block.repeats && holds(block.body, rows_of(range));
    if (whole || !overlaps(rows_of(range), block.whole)) continue;
    if (!block.repeats && !overlaps(rows_of(range), block.body)) continue;
    add_problem("MALL-105", range.first.row, range.first.column,
                "Excel-tabellen ”" + table->table.display_name +
                    "” ligger i rader som upprepas eller delvis väljs bort (" + name_of(block.whole) + ").",
                "Flytta tabellen ut ur blocket, eller gör om den till vanliga celler.");
  }
}

void SheetChecker::check_formulas() {
  for (const RowTemplate& row : sheet_.rows) {
    for (const CellTemplate& cell : row.cells) {
      const auto* formula = std::get_if<FormulaCell>(&cell.content);
      if (formula == nullptr) continue;
      const ScannedText scanned = scan_tags(text_without_sheets(formula->formula));
      if (!scanned.tags.empty()) {
        add_problem("MALL-101", row.number, cell.column,
                    "Taggen ”{{" + scanned.tags.front().inner + "}}” står i en formel.",
                    "Skriv taggen i en egen cell och låt formeln peka på den.");
      }
      if (formula->array || !formula->inputs.empty()) check_array(row, cell, *formula);
    }
  }
}

void SheetChecker::check_array(const RowTemplate& row, const CellTemplate& cell, const FormulaCell& formula) {
  const sml::Rows filled = formula.array ? rows_of(*formula.array) : sml::Rows{row.number, row.number};
  for (const Block& block : blocks_) {
    if (!overlaps(filled, block.body)) continue;
    const bool data_table = formula.formula.pieces().empty();
    if (!data_table && filled.first == filled.last) continue;
    add_problem("MALL-107", row.number, cell.column,
                data_table ? "En datatabell (konsekvensanalys) ligger i rader som upprepas eller väljs."
                           : "Matrisformeln i " + formula.array->text() +
                                 " fyller flera rader och ligger i rader som upprepas eller väljs.",
                "Flytta den ut ur blocket, eller skriv en vanlig formel i varje cell.");
  }
}

}  // namespace lg::merge
