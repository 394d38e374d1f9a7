#include "sml/row_map.hpp"

#include <catch2/catch.hpp>

using lg::sml::RowMap;
using lg::sml::Rows;

namespace {

/// Row 5 of the template stands three times, as a table's row does: 5, 6 and 7.
RowMap table_of_three() {
  RowMap map;
  map.place({1, 4}, 1);
  for (int turn = 0; turn < 3; ++turn) {
    const auto number = map.begin_turn({5, 5}, 5 + turn);
    map.place({5, 5}, 5 + turn);
    map.end_turn(number, 5 + turn);
  }
  return map;
}

/// Rows 2 (marker) and 5 (marker) vanish, 3–4 are repeated twice, 6 is the last row of the file.
RowMap block_of_two() {
  RowMap map;
  map.place({1, 1}, 1);
  map.skip({2, 2});
  for (int turn = 0; turn < 2; ++turn) {
    const auto number = map.begin_turn({3, 4}, 2 + 2 * turn);
    map.place({3, 3}, 2 + 2 * turn);
    map.place({4, 4}, 3 + 2 * turn);
    map.end_turn(number, 3 + 2 * turn);
  }
  map.skip({5, 5});
  map.place({6, 6}, 6);
  return map;
}

}  // namespace

TEST_CASE("a range that contains, begins or ends at a repeated row grows") {
  const RowMap map = table_of_three();
  CHECK(map.envelope({5, 5}) == Rows{5, 7});
  CHECK(map.envelope({4, 5}) == Rows{4, 7});
  CHECK(map.envelope({5, 6}) == Rows{5, 8});
  CHECK(map.envelope({1, 9}) == Rows{1, 11});
  CHECK(map.envelope({6, 9}) == Rows{8, 11});
  CHECK(map.first(8) == 10);
  CHECK(map.tail_shift() == 2);
  CHECK_FALSE(map.is_identity());
}

TEST_CASE("rows that vanish have no image, and the rows around them close up") {
  const RowMap map = block_of_two();
  CHECK_FALSE(map.envelope({2, 2}));
  CHECK(map.envelope({2, 3}) == Rows{2, 4});
  CHECK(map.first(4) == 3);
  CHECK(map.last(4) == 5);
  CHECK(map.first(6) == 6);
  CHECK(map.first(100) == 100);
  CHECK(map.areas({3, 3}) == std::vector<Rows>{{2, 2}, {4, 4}});
  CHECK(map.areas({3, 6}) == std::vector<Rows>{{2, 6}});
  CHECK(map.copies({3, 4}) == std::vector<Rows>{{2, 3}, {4, 5}});
  CHECK(map.copies({5, 5}).empty());
}

TEST_CASE("within one turn only its own images count") {
  const RowMap map = block_of_two();
  CHECK(map.envelope({4, 4}, &map.turn(1)) == Rows{5, 5});
  CHECK(map.envelope({3, 4}, &map.turn(0)) == Rows{2, 3});
  CHECK(map.turns_of_first(3).size() == 1);
  CHECK(map.turns_of_first(6).empty());
}

TEST_CASE("a list without rows takes its rows away") {
  RowMap map;
  map.place({1, 1}, 1);
  map.skip({2, 4});
  CHECK(map.first(5) == 2);
  CHECK_FALSE(map.first(3));
  CHECK(map.envelope({3, 9}) == Rows{2, 6});
  CHECK(map.envelope({1, 3}) == Rows{1, 1});
}

TEST_CASE("a map of nothing moves nothing") {
  RowMap map;
  CHECK(map.is_identity());
  CHECK(map.first(7) == 7);
  map.place({1, 9}, 1);
  CHECK(map.is_identity());
}
