#include "compose/responsibility_sentences.hpp"

#include "base/text.hpp"
#include "domain/responsibility.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lg::compose {

RowsFact responsibility_sentences(const Field& activities) {
  const int owner = activities.find(fold("Ansvarig"));
  const int kind = activities.find(fold("Ansvarstyp"));
  const int support = activities.find(fold("Med stöd av"));
  const auto text = [](const Row& row, int column) {
    return column < 0 ? std::string() : to_text(row[static_cast<std::size_t>(column)]);
  };
  return [=](std::span<const Row* const> rows) {
    std::vector<std::string> sentences;
    std::vector<Source> cells;
    for (const Row* row : rows) {
      cells.push_back(source_of(*row));
      for (const int column : {owner, kind, support}) {
        if (column >= 0 && !(*row)[static_cast<std::size_t>(column)].is_blank())
          cells.push_back((*row)[static_cast<std::size_t>(column)].source());
      }
      const std::vector<std::string> helpers = split(text(*row, support), ';');
      std::string sentence =
          domain::responsibility_sentence(text(*row, owner), text(*row, kind), helpers, rows.size() > 1);
      const bool known = std::ranges::find(sentences, sentence) != sentences.end();
      if (!sentence.empty() && !known) sentences.push_back(std::move(sentence));
    }
    std::string all;
    for (const std::string& sentence : sentences) all += (all.empty() ? "" : " ") + sentence;
    return Value::text(std::move(all)).made_of(std::move(cells), true);
  };
}

}  // namespace lg::compose
