#include "merge/xlsx_layout.hpp"

#include "sml/cell_ref.hpp"

#include <algorithm>

namespace lg::merge {

using Kind = SheetStep::Kind;

SheetLayout::SheetLayout(const SheetTemplate& sheet, const std::vector<Tag>& tags, Scope& scope)
    : sheet_(sheet), tags_(tags), scope_(scope) {
  walk(0, sheet.steps.size());
  for (const auto& [row, output] : stand_ins_) {
    if (!map_.first(row)) map_.stand_in(row, output);
  }
}

const Tag& SheetLayout::tag(std::size_t step) const {
  return tags_[static_cast<std::size_t>(sheet_.steps[step].tag)];
}

std::size_t SheetLayout::close_of(std::size_t at) const {
  while (sheet_.steps[at].next != TextTemplate::none) at = sheet_.steps[at].next;
  return at;
}

sml::Rows SheetLayout::body(std::size_t begin, std::size_t end) const {
  sml::Rows rows{0, -1};
  for (std::size_t i = begin; i < end; ++i) {
    const sml::Rows& step = sheet_.steps[i].rows;
    if (step.last < step.first) continue;
    if (rows.last < rows.first) rows = step;
    rows.last = std::max(rows.last, step.last);
  }
  return rows;
}

void SheetLayout::walk(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const SheetStep& step = sheet_.steps[i];
    if (step.kind == Kind::rows) {
      place(step, Order::Kind::row, nullptr);
      continue;
    }
    const std::size_t close = close_of(i);
    // Everything of a block that is not placed below is gone.
    for (std::size_t inner = i; inner <= close; ++inner) {
      const sml::Rows& rows = sheet_.steps[inner].rows;
      if (rows.last >= rows.first) map_.skip(rows);
    }
    if (step.kind != Kind::open || step.next == TextTemplate::none) continue;
    if (tag(i).kind == TagKind::each)
      repeat(i, close);
    else
      choose(i);
    i = close;
  }
}

void SheetLayout::place(const SheetStep& step, Order::Kind kind, const TextTemplate* otherwise) {
  const int count = step.rows.last - step.rows.first + 1;
  map_.place(step.rows, next_);
  if (step.row >= 0) {
    Order order;
    order.kind = kind;
    order.row = static_cast<std::size_t>(step.row);
    order.output = next_;
    order.otherwise = otherwise;
    orders_.push_back(order);
  }
  next_ += count;
}

void SheetLayout::repeat(std::size_t at, std::size_t close) {
  const SheetStep& step = sheet_.steps[at];
  const std::vector<Turn>& turns = turns_.emplace_back(scope_.turns(tag(at).each));
  if (turns.empty()) {
    if (step.table) return keep_one_row(at);
    if (step.next != close) {
      if (step.kept) stand_in(at, close);
      return walk(step.next + 1, close);
    }
    if (step.kept) keep_rows(at + 1, close);
    return;
  }
  const sml::Rows rows = body(at + 1, step.next);
  // One row too many is enough to refuse the sheet.
  for (std::size_t i = 0; i < turns.size() && next_ <= sml::max_rows + 1; ++i) {
    Order open;
    open.kind = Order::Kind::open;
    open.turn = &turns[i];
    open.number = i + 1;
    open.count = turns.size();
    open.turned = map_.begin_turn(rows, next_);
    orders_.push_back(open);
    scope_.open(turns[i], i + 1, turns.size());
    walk(at + 1, step.next);
    scope_.close();
    map_.end_turn(open.turned, next_ - 1);
    Order closing;
    closing.kind = Order::Kind::close;
    orders_.push_back(closing);
  }
}

/// A table needs a row of data: without any its template row stays, with nothing in it but its formulas.
void SheetLayout::keep_one_row(std::size_t at) {
  const SheetStep& row = sheet_.steps[at + 1];
  const TextTemplate* otherwise = nullptr;
  for (const auto& table : sheet_.tables) {
    if (table->grows && table->table.data_rows().first == row.rows.first) otherwise = &table->otherwise;
  }
  place(row, Order::Kind::blank_row, otherwise);
}

void SheetLayout::keep_rows(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (sheet_.steps[i].kind == Kind::rows) place(sheet_.steps[i], Order::Kind::blank_row, nullptr);
  }
}

/// What refers to the rows of a list that is empty every time refers to the first row of its {{annars}}.
void SheetLayout::stand_in(std::size_t at, std::size_t close) {
  const std::size_t otherwise = sheet_.steps[at].next;
  const sml::Rows rows = body(at + 1, otherwise);
  const sml::Rows instead = body(otherwise + 1, close);
  if (instead.last < instead.first) return;
  for (int row = rows.first; row <= rows.last; ++row) stand_ins_.emplace_back(row, next_);
}

void SheetLayout::choose(std::size_t at) {
  for (; sheet_.steps[at].next != TextTemplate::none; at = sheet_.steps[at].next) {
    if (tag(at).kind == TagKind::otherwise || scope_.holds(tag(at).condition)) {
      return walk(at + 1, sheet_.steps[at].next);
    }
  }
}

}  // namespace lg::merge
