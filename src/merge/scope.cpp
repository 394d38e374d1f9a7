#include "merge/scope.hpp"

#include "base/text.hpp"
#include "merge/comparison.hpp"
#include "merge/expression_parser.hpp"
#include "merge/filters.hpp"
#include "merge/tag_parser.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace lg::merge {
namespace {

const Value nothing;

Value number_of(std::size_t count) {
  return Value::number(static_cast<double>(count));
}

std::string missing_text(const std::string& name) {
  return "⟦saknas: " + name + "⟧";
}

}  // namespace

Scope::Scope(const Dataset& data, Problems& problems) : data_(data), problems_(problems) {
  Frame values;
  values.row = &data.row;
  frames_.push_back(values);
}

void Scope::open(const Turn& turn, std::size_t number, std::size_t count) {
  // Loops within loops multiply: what nobody can read is refused before it fills the memory.
  constexpr std::size_t most_turns = 1'000'000;
  if (++turns_ > most_turns) {
    throw UnreadableFile(
        Problem{Severity::error,
                "M078",
                FileLocation{},
                "Mallens slingor går mer än en miljon varv, som är gränsen.",
                "Låt en slinga inne i en annan bara gå över de rader som hör till, med ”där”.",
                {}});
  }
  Frame frame;
  frame.row = turn.row;
  frame.group = turn.group;
  frame.name = &turn.name;
  frame.missing = turn.missing;
  frame.grouped_by = turn.grouped_by;
  frame.number = number;
  frame.count = count;
  frames_.push_back(frame);
}

void Scope::close() {
  frames_.pop_back();
}

const Value& Scope::find(const Path& path, Value& made) {
  if (path.blank) return nothing;
  const Frame& frame = frames_[static_cast<std::size_t>(path.frame)];
  switch (path.fact) {
    case Fact::turn: return made = number_of(frame.number);
    case Fact::turns: return made = number_of(frame.count);
    case Fact::is_first: return made = Value::flag(frame.number == 1);
    case Fact::is_last: return made = Value::flag(frame.number == frame.count);
    case Fact::group_name: note_group(frame); return made = Value::text(*frame.name);
    case Fact::count:
    case Fact::aggregate: {
      Query query;
      query.path = path;
      query.path.fact = Fact::none;
      const auto all = rows(query);
      made =
          path.fact == Fact::count ? number_of(all.size()) : path.field->aggregates[path.aggregate].make(all);
      if (made.made_of() != nullptr)
        note(made, nullptr);
      else
        note_counted(all, CellUse::How::counted);
      return made;
    }
    case Fact::none: break;
  }
  const Row* row = frame.row;
  const Value* value = &nothing;
  for (const int step : path.steps) {
    if (row == nullptr || static_cast<std::size_t>(step) >= row->size()) return nothing;
    value = &(*row)[static_cast<std::size_t>(step)];
    const auto* record = value->as_record();
    if (record == nullptr) note(*value, row);
    row = record == nullptr ? nullptr : &record->row;
  }
  return *value;
}

/// The cell of a value that is shown; what was made within its row has the row's.
void Scope::note(const Value& value, const Row* row) {
  if (watched_ == nullptr || value.as_list() != nullptr) return;
  if (const MadeOf* made = value.made_of()) {
    for (const Source& cell : made->cells)
      watched_->push_back({cell, made->counted ? CellUse::How::counted : CellUse::How::shown});
    return;
  }
  Source source = value.source();
  if (!source && row != &data_.row) source = source_of(*row);
  if (source) watched_->push_back({source, CellUse::How::shown});
}

void Scope::note_counted(std::span<const Row* const> rows, CellUse::How how) {
  if (watched_ == nullptr) return;
  for (const Row* row : rows) {
    if (const Source source = source_of(*row)) watched_->push_back({source, how});
  }
}

void Scope::note_group(const Frame& frame) {
  if (watched_ == nullptr || frame.grouped_by < 0) return;
  const auto column = static_cast<std::size_t>(frame.grouped_by);
  for (const Row* row : frame.group) note(column < row->size() ? (*row)[column] : nothing, row);
}

std::vector<const Row*> Scope::rows(const Query& query) {
  std::vector<const Row*> found;
  const Path& path = query.path;
  if (path.blank) return found;
  if (path.steps.empty()) {
    const auto& group = frames_[static_cast<std::size_t>(path.frame)].group;
    found.assign(group.begin(), group.end());
  } else {
    Value made;
    if (const auto* list = find(path, made).as_list()) {
      found.reserve(list->rows.size());
      for (const Row& row : list->rows) found.push_back(&row);
    }
  }
  if (!query.where) return found;
  const bool steering = std::exchange(steering_, false);
  std::erase_if(found, [&](const Row* row) {
    Frame frame;
    frame.row = row;
    frames_.push_back(frame);
    const bool kept = holds(*query.where);
    frames_.pop_back();
    return !kept;
  });
  steering_ = steering;
  return found;
}

bool Scope::holds(const Condition& condition) {
  std::vector<CellUse>* watched = watched_;
  const std::size_t shown = watched == nullptr ? 0 : watched->size();
  if (!steering_) watched_ = nullptr;
  const bool held = std::ranges::any_of(condition.alternatives, [&](const auto& parts) {
    return std::ranges::all_of(parts, [&](const Comparison& part) { return holds(part) != part.negated; });
  });
  watched_ = watched;
  if (watched == nullptr) return held;
  for (CellUse& use : std::span(*watched).subspan(shown)) use.how = CellUse::How::steering;
  return held;
}

bool Scope::holds(const Comparison& comparison) {
  const Query& left = comparison.left;
  const bool group = left.path.steps.empty() && left.path.fact == Fact::none && !left.path.blank &&
                     !frames_[static_cast<std::size_t>(left.path.frame)].group.empty();
  if (left.where || group) {
    const bool any = !rows(left).empty();
    return comparison.op == Operator::missing ? !any : any;
  }
  Value made;
  const Value& value = find(left.path, made);
  switch (comparison.op) {
    case Operator::exists: return !value.is_blank();
    case Operator::missing: return value.is_blank();
    case Operator::flag: return value.as_flag() != nullptr ? *value.as_flag() : !value.is_blank();
    case Operator::any_of:
      return std::ranges::any_of(
          comparison.right, [&](const Operand& right) { return compare(value, Operator::equal, right); });
    default: return compare(value, comparison.op, comparison.right.front());
  }
}

bool Scope::compare(const Value& left, Operator op, const Operand& right) {
  if (const auto* path = std::get_if<Path>(&right)) {
    Value made;
    return compare_values(left, op, find(*path, made));
  }
  if (const auto* literal = std::get_if<Literal>(&right))
    return compare_text(left, op, literal->text, literal->folded);
  if (const auto* number = std::get_if<double>(&right))
    return compare_values(left, op, Value::number(*number));
  if (const auto* date = std::get_if<Date>(&right)) return compare_values(left, op, Value::date(*date));
  return compare_values(left, op, Value::flag(std::get<bool>(right)));
}

std::vector<Turn> Scope::turns(const Each& each) {
  std::vector<const Row*> all = rows(each.list);
  const auto cell = [](const Row* row, const Path& path) -> const Value& {
    if (path.blank || path.steps.empty()) return nothing;
    const auto place = static_cast<std::size_t>(path.steps.front());
    return place < row->size() ? (*row)[place] : nothing;
  };
  if (!each.sort.empty()) {
    std::vector<std::pair<std::vector<SortValue>, const Row*>> keyed;
    keyed.reserve(all.size());
    for (const Row* row : all) {
      std::vector<SortValue> keys;
      for (const SortKey& key : each.sort) keys.push_back(sort_value(cell(row, key.path)));
      keyed.emplace_back(std::move(keys), row);
    }
    std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
      for (std::size_t i = 0; i < each.sort.size(); ++i) {
        if (a.first[i] == b.first[i]) continue;
        // Blanks are last, up or down.
        if (a.first[i].kind == 2 || b.first[i].kind == 2) return b.first[i].kind == 2;
        return each.sort[i].descending ? b.first[i] < a.first[i] : a.first[i] < b.first[i];
      }
      return false;
    });
    std::ranges::transform(keyed, all.begin(), [](const auto& pair) { return pair.second; });
  }
  std::vector<Turn> turns;
  if (!each.grouped) {
    turns.reserve(all.size());
    for (const Row* row : all) turns.push_back({row, {}, "", false, -1});
    return turns;
  }
  std::unordered_map<std::string, std::size_t> places;
  for (const Row* row : all) {
    const Value& value = cell(row, each.group);
    const std::string name = value.is_hole() ? missing_text(each.group.text) : to_text(value);
    const auto [found, added] = places.emplace(fold(name), turns.size());
    const int column = each.group.steps.empty() ? -1 : each.group.steps.front();
    if (added) turns.push_back({nullptr, {}, name, value.is_hole(), column});
    turns[found->second].group.push_back(row);
  }
  return turns;
}

std::string Scope::listed(const Filter& filter, const Query& query) {
  std::vector<std::string> words;
  std::unordered_set<std::string> known;
  for (const Row* row : rows(query)) {
    Frame frame;
    frame.row = row;
    frames_.push_back(frame);
    Value made;
    const std::string text = to_text(find(filter.field, made));
    frames_.pop_back();
    for (std::string& word : split(text, ';')) {
      if (known.insert(fold(word)).second) words.push_back(std::move(word));
    }
  }
  return join(
      words, filter.arguments.empty() || filter.arguments.front().empty() ? "och" : filter.arguments.front());
}

Value Scope::filtered(const Filter& filter, Value value, const Tag& tag) {
  if (filter.kind == FilterKind::list) return Value::text(listed(filter, tag.query));
  if (filter.kind == FilterKind::genitive) {
    Value made;
    const Value& form = filter.has_form ? find(filter.form, made) : nothing;
    return Value::text(form.is_blank() ? genitive(to_text(value)) : to_text(form), value.source());
  }
  if (filter.kind == FilterKind::counted && list_of(tag.query.path) != nullptr && value.is_blank()) {
    const auto all = rows(tag.query);
    value = number_of(all.size());
    note_counted(all, tag.query.where ? CellUse::How::chosen : CellUse::How::counted);
  }
  Filtered result = apply(filter, value);
  if (!result.fits) {
    const Source source = value.source();
    const Location where = source ? Location(source.location()) : tag.where;
    problems_.add({Severity::warning, "M017", where,
                   "”" + excerpt(to_text(value), 40) + "” kan inte skrivas med filtret ”" +
                       std::string(name_of(filter.kind)) + "” och står som det är.",
                   "Ändra värdet, eller ta bort filtret i mallen.",
                   source ? std::vector<Location>{tag.where} : std::vector<Location>{}});
  }
  return std::move(result.value);
}

void Scope::tell_missing(const Tag& tag, const Source& source) {
  const Location where = source ? Location(source.location()) : tag.where;
  problems_.add({Severity::hole, missing_code, where,
                 "Värdet saknas, men mallen visar det med ”" + tag.raw + "”.",
                 "Fyll i cellen, eller rätta formeln i den.",
                 source ? std::vector<Location>{tag.where} : std::vector<Location>{}});
}

Shown Scope::show(const Tag& tag) {
  Shown shown;
  Value made;
  const Value& found = find(tag.query.path, made);
  shown.source = found.source();
  if (found.is_hole()) {
    shown.missing = true;
    tell_missing(tag, found.source());
    shown.text = missing_text(tag.query.path.text);
    shown.value = Value::text(shown.text, shown.source);
    return shown;
  }
  const Path& path = tag.query.path;
  shown.missing = path.fact == Fact::group_name && frames_[static_cast<std::size_t>(path.frame)].missing;
  if (tag.filters.empty()) {
    shown.text = to_text(found);
    if (found.as_list() == nullptr && found.as_record() == nullptr) shown.value = found;
    return shown;
  }
  Value value = filtered(tag.filters.front(), found.as_list() == nullptr ? found : Value(), tag);
  for (std::size_t i = 1; i < tag.filters.size(); ++i)
    value = filtered(tag.filters[i], std::move(value), tag);
  shown.text = to_text(value);
  shown.value = std::move(value);
  return shown;
}

Shown Scope::textblock(const Tag& tag) {
  Shown shown;
  const auto found = data_.textblocks.find(tag.key);
  if (found == data_.textblocks.end() || found->second.is_hole()) {
    shown.missing = true;
    shown.text = missing_text(tag.raw.substr(2, tag.raw.size() - 4));
    problems_.add({Severity::hole,
                   "M011",
                   tag.where,
                   "Taggen ”" + tag.raw + "”: textblocket ”" + tag.name + "” finns inte.",
                   "Lägg till en rad med den nyckeln i bladet Textblock.",
                   {}});
    return shown;
  }
  const std::string text = to_text(found->second);
  shown.source = found->second.source();
  note(found->second, &data_.row);
  const Location where = shown.source ? Location(shown.source.location()) : tag.where;
  TagParser parser(data_, problems_);
  const std::vector<int> numbers = parser.read(text, where);
  parser.end_story();
  std::size_t at = 0;
  for (const int number : numbers) {
    const Tag& inner = parser.tags()[static_cast<std::size_t>(number)];
    shown.text += text.substr(at, inner.begin - at);
    at = inner.end;
    if (inner.kind == TagKind::value) {
      shown.text += show(inner).text;
    } else if (inner.kind != TagKind::comment && inner.kind != TagKind::broken) {
      problems_.add({Severity::error,
                     "M025",
                     where,
                     "”" + inner.raw + "” kan inte stå i ett textblock.",
                     "I ett textblock kan bara värden som {{Nämnd}} stå.",
                     {}});
    }
  }
  shown.text += text.substr(at);
  shown.value = Value::text(shown.text, shown.source);
  return shown;
}

}  // namespace lg::merge
