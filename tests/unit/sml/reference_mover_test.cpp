#include "sml/reference_mover.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace lg::sml;

namespace {

/// The sheet Blad1, whose row 5 stands three times.
struct Grown {
  RowMap rows;
  std::vector<std::size_t> turns;
  Grown() {
    rows.place({1, 4}, 1);
    for (int turn = 5; turn < 8; ++turn) {
      turns.push_back(rows.begin_turn({5, 5}, turn));
      rows.place({5, 5}, turn);
      rows.end_turn(turns.back(), turn);
    }
  }
  MovedSheet sheet{"Blad1", "Blad1", &rows};
  MovedSheet other{"Blad 2", "2026", nullptr};
  ReferenceMover mover{{sheet, other}};

  [[nodiscard]] std::string outside(std::string_view formula) const {
    return mover.move(formula, {mover.find("blad1"), {}, false, {}});
  }
  [[nodiscard]] std::string in_turn(std::string_view formula, std::size_t number) const {
    const Turned* turn = &rows.turn(turns[number]);
    return mover.move(formula, {mover.find("Blad1"), {&turn, 1}, false, {}});
  }
  [[nodiscard]] std::string elsewhere(std::string_view formula) const {
    return mover.move(formula, {mover.find("Blad 2"), {}, false, {}});
  }
  [[nodiscard]] std::string name(std::string_view formula) const {
    return mover.move(formula, {nullptr, {}, true, {}});
  }
};

}  // namespace

TEST_CASE("formulas beside a grown table follow it") {
  const Grown grown;
  CHECK(grown.outside("SUM(B5:B5)") == "SUM(B5:B7)");
  CHECK(grown.outside("SUM(B5)") == "SUM(B5:B7)");
  CHECK(grown.outside("SUM($B$4:$B$5)") == "SUM($B$4:$B$7)");
  CHECK(grown.outside("B8/B10") == "B10/B12");
  CHECK(grown.outside("B5*2") == "B5*2");
  CHECK(grown.outside("SUM(5:5)+SUM(B:B)+SUM(6:6)") == "SUM(5:7)+SUM(B:B)+SUM(8:8)");
  CHECK(grown.outside("SUM(B9:B5)") == "SUM(B11:B5)");
  CHECK(grown.outside("'Blad 2'!B9+[1]Blad1!B9") == "'2026'!B9+[1]Blad1!B9");
  CHECK(grown.elsewhere("Blad1!B8+B8") == "Blad1!B10+B8");
  CHECK(grown.elsewhere("SUM(Blad1!$B$5:$B$5)") == "SUM(Blad1!$B$5:$B$7)");
}

TEST_CASE("formulas in the repeated row stay in their own copy") {
  const Grown grown;
  CHECK(grown.in_turn("B5*2", 0) == "B5*2");
  CHECK(grown.in_turn("B5*2", 2) == "B7*2");
  CHECK(grown.in_turn("SUM(B5:C5)", 1) == "SUM(B6:C6)");
  CHECK(grown.in_turn("B5/B8", 1) == "B6/B10");
  CHECK(grown.in_turn("B5/SUM(B$5:B$5)", 1) == "B6/SUM(B$5:B$7)");
}

TEST_CASE("a sum over the copies of one of a block's rows leaves out what stands between them") {
  RowMap rows;
  rows.place({1, 2}, 1);
  for (int turn = 3; turn < 9; turn += 2) {
    const std::size_t number = rows.begin_turn({3, 4}, turn);
    rows.place({3, 4}, turn);
    rows.end_turn(number, turn + 1);
  }
  const MovedSheet sheet{"Blad 1", "Blad 1", &rows};
  const ReferenceMover mover{{sheet}};
  const auto moved = [&](std::string_view formula) {
    return mover.move(formula, {mover.find("Blad 1"), {}, false, {}});
  };
  CHECK(moved("SUM(C4:C4)") == "SUM(C4,C6,C8)");
  CHECK(moved("SUM(C4,D9)") == "SUM(C4,C6,C8,D13)");
  CHECK(moved("AVERAGE(B4:C4)") == "AVERAGE(B4:C4,B6:C6,B8:C8)");
  CHECK(moved("SUM(C3:C4)") == "SUM(C3:C8)");
  CHECK(moved("SUM('Blad 1'!C$4:C$4)") == "SUM('Blad 1'!C$4,'Blad 1'!C$6,'Blad 1'!C$8)");
  CHECK(moved("SUMIF(B4:B4,1,C4:C4)") == "SUMIF(B4:B8,1,C4:C8)");
}

TEST_CASE("a range to the sheet's last row goes on doing so") {
  const Grown grown;
  CHECK(grown.outside("SUM(B5:B1048576)") == "SUM(B5:B1048576)");
  CHECK(grown.outside("SUM(B8:B1048575)") == "SUM(B10:B1048576)");
  CHECK(grown.outside("B1048576") == "B1048576");
  CHECK(grown.rows.areas({5, 1048576}) == std::vector<Rows>{{5, 1048576}});
}

TEST_CASE("a running sum grows with each row") {
  const Grown grown;
  CHECK(grown.in_turn("SUM(B$5:B5)", 0) == "SUM(B$5:B5)");
  CHECK(grown.in_turn("SUM(B$5:B5)", 2) == "SUM(B$5:B7)");
  CHECK(grown.in_turn("SUM(B$4:B5)", 2) == "SUM(B$4:B7)");
}

TEST_CASE("names and charts take all copies of a row") {
  const Grown grown;
  CHECK(grown.name("Blad1!$A$5") == "Blad1!$A$5:$A$7");
  CHECK(grown.name("Blad1!$B$8") == "Blad1!$B$10");
  CHECK(grown.name("Blad1!$A:$A,Blad1!$1:$4") == "Blad1!$A:$A,Blad1!$1:$4");
  CHECK(grown.name("OFFSET(Blad1!$A$5,0,0,COUNTA(Blad1!$A:$A)-1)") ==
        "OFFSET(Blad1!$A$5:$A$7,0,0,COUNTA(Blad1!$A:$A)-1)");
}

TEST_CASE("references to rows that are gone say so") {
  RowMap rows;
  rows.place({1, 1}, 1);
  rows.skip({2, 4});
  const ReferenceMover mover({{"B", "B", &rows}});
  CHECK(mover.move("B3+SUM(B1:B3)+B9+SUM(2:3)", {mover.find("B"), {}, false, {}}) ==
        "#REF!+SUM(B1:B1)+B6+SUM(#REF!)");
  CHECK_FALSE(mover.is_identity());
}

TEST_CASE("a reference through sheets moves where they moved alike") {
  RowMap same;
  same.skip({1, 1});
  const ReferenceMover alike({{"jan", "jan", &same}, {"feb", "feb", &same}});
  CHECK(alike.move("SUM(jan:feb!B3)", {}) == "SUM(jan:feb!B2)");
  const ReferenceMover unlike({{"jan", "jan", &same}, {"feb", "mars", nullptr}});
  CHECK(unlike.move("SUM(jan:feb!B3)", {}) == "SUM(jan:mars!B3)");
}
