#include "lint/unused_data.hpp"

#include "base/text.hpp"
#include "lint/used_names.hpp"

#include <algorithm>

namespace lg::lint {
namespace {

constexpr std::size_t most_names = 12;  // told in one line

/// "A, B och C", or the first of many and how many more there are.
std::string told(std::vector<std::string> names) {
  if (names.size() > most_names + 1) {
    const std::size_t more = names.size() - most_names;
    names.resize(most_names);
    names.push_back(std::to_string(more) + " till");
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names[i].ends_with(" till")) names[i] = "”" + names[i] + "”";
  }
  return join(names, "och");
}

/// An ID, a number of order or a year joins rows; it need not be shown.
bool is_key(const Field& field) {
  return field.folded.ends_with("id") || field.folded == "nr" || field.folded == "sorteringsordning";
}

class Unused {
 public:
  Unused(const Dataset& data, std::set<const Field*> used, Basis basis)
      : data_(data), used_(std::move(used)), basis_(basis) {}

  void gather() {
    for (std::size_t i = 0; i < data_.root.fields.size(); ++i) {
      const Field& field = data_.root.fields[i];
      const Value* value = i < data_.row.size() ? &data_.row[i] : nullptr;
      const bool list = field.shape == Field::Shape::list;
      const bool matters =
          basis_ == Basis::contract ? list || field.required : value != nullptr && !value->is_blank();
      if (field.derived) continue;
      if (!used_.contains(&field)) {
        if (matters) (list ? lists : fields).push_back(field.name);
      } else if (list) {
        gather_fields(field, value);
      }
    }
  }

  std::vector<std::string> lists;
  std::vector<std::string> fields;

 private:
  void gather_fields(const Field& list, const Value* value) {
    const bool whole =
        std::ranges::none_of(list.fields, [&](const Field& one) { return used_.contains(&one); });
    if (whole && basis_ == Basis::contract) return;  // only counted, as a list may be
    for (std::size_t i = 0; i < list.fields.size(); ++i) {
      const Field& field = list.fields[i];
      if (used_.contains(&field) || is_key(field) || field.derived) continue;
      if (basis_ == Basis::contract ? field.required : has_value(value, i))
        fields.push_back(list.name + "." + field.name);
    }
  }

  static bool has_value(const Value* list, std::size_t column) {
    const Value::List* rows = list == nullptr ? nullptr : list->as_list();
    return rows != nullptr && std::ranges::any_of(rows->rows, [&](const Row& row) {
             return column < row.size() && !row[column].is_blank();
           });
  }

  const Dataset& data_;
  std::set<const Field*> used_;
  Basis basis_;
};

}  // namespace

void check_unused(const std::string& file, const std::vector<merge::Tag>& tags, const Dataset& data,
                  Basis basis, Problems& problems) {
  if (tags.empty()) return;
  Unused unused(data, used_names(tags, data), basis);
  unused.gather();
  const auto add = [&](const std::string& what, std::vector<std::string> names) {
    if (names.empty()) return;
    problems.add({Severity::note,
                  "M060",
                  FileLocation{file},
                  "Mallen visar inget ur " + what + " " + told(std::move(names)) + ".",
                  "Det är inget fel om det inte ska vara med; genomgang falt visar taggarna.",
                  {}});
  };
  add(unused.lists.size() == 1 ? "listan" : "listorna", unused.lists);
  add(unused.fields.size() == 1 ? "fältet" : "fälten", unused.fields);
}

}  // namespace lg::lint
