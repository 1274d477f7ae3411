// The tables of state: every column says what it is, and rows stay together.
#include <cctype>
#include <set>

#include "support/catch.h"
#include "world/outcomes.h"
#include "world/world.h"

using namespace relco;

namespace {

template <class Visit>
void for_each_column(World& world, Visit&& visit) {
  for_each_table(
      world, [&](auto& table) { std::decay_t<decltype(table)>::for_each_column(table, visit); });
}

}  // namespace

TEST_CASE("every column has a name of its own in its table, a unit, a writer and a meaning") {
  World world;
  std::set<std::string> names;
  std::size_t columns = 0;
  for_each_column(world, [&](const ColumnInfo& info, const auto&) {
    ++columns;
    CAPTURE(info.table, info.name);
    names.insert(std::string(info.table) + "." + std::string(info.name));
    CHECK(!info.unit.empty());
    CHECK(!info.writer.empty());
    CHECK(!info.meaning.empty());
  });
  CHECK(names.size() == columns);
  CHECK(columns > 100);
}

TEST_CASE("what is fixed is written by genesis alone, and what flows by another room") {
  World world;
  for_each_column(world, [&](const ColumnInfo& info, const auto&) {
    CAPTURE(info.table, info.name);
    if (info.kind == ColumnKind::fixed) CHECK(info.writer == "genesis");
    if (info.kind == ColumnKind::flow) CHECK(info.writer != "genesis");
  });
}

TEST_CASE("all columns of a table have as many rows as the table") {
  World world;
  std::size_t rows = 3;
  for_each_table(world, [&](auto& table) { table.resize(rows++); });
  rows = 3;
  for_each_table(world, [&](auto& table) {
    std::decay_t<decltype(table)>::for_each_column(
        table, [&](const ColumnInfo&, const auto& column) { CHECK(column.size() == rows); });
    ++rows;
  });
}

TEST_CASE("a row that is added starts with nothing in it, and the rows before stay as they were") {
  Organisations table;
  table.resize(1);
  table.support[0] = 0.7f;
  table.resize(2);
  CHECK(table.support[0] == 0.7f);
  CHECK(table.support[1] == 0);
}

TEST_CASE("every outcome has a name of its own, is found by it, and says what it means") {
  std::set<std::string_view> names;
  for (std::size_t n = 0; n < kOutcomes; ++n) {
    const OutcomeRow& row = row_of(static_cast<Outcome>(n));
    names.insert(row.name);
    CHECK(find_outcome(row.name) == static_cast<Outcome>(n));
    CHECK(!row.unit.empty());
    CHECK(!row.meaning.empty());
    CHECK((row.good >= -1 && row.good <= 1));
  }
  CHECK(names.size() == kOutcomes);
  CHECK(!find_outcome("no such outcome"));
}

TEST_CASE("there are as many unordered pairs of places as of people at a round table") {
  CHECK(pair_places(0) == 0);
  CHECK(pair_places(1) == 0);
  CHECK(pair_places(2) == 1);
  CHECK(pair_places(8) == 28);
}
