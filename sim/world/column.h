// How state columns are declared: one row per column in a table macro, from which the struct, the
// digest, snapshots and documentation all come.
//   X(type, name, kind, unit, writer, meaning)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace relco {

// fixed: set by genesis. stock: carries over from week to week. flow: made new every week.
// reference: index of a row of another table; digested through that row's stable id.
enum class ColumnKind : std::uint8_t { fixed, stock, flow, reference };

struct ColumnInfo {
  std::string_view table, name;
  ColumnKind kind = ColumnKind::stock;
  std::string_view unit, writer, meaning;
};

inline constexpr std::uint32_t kNone = 0xffffffffu;  // "no row"

#define RELCO_COLUMN_MEMBER(type, name, kind, unit, writer, meaning) std::vector<type> name;
#define RELCO_COLUMN_RESIZE(type, name, kind, unit, writer, meaning) name.resize(rows);
#define RELCO_COLUMN_VISIT(type, name, kind, unit, writer, meaning) \
  visit(ColumnInfo{kTable, #name, ColumnKind::kind, unit, writer, meaning}, table.name);

// Declares struct NAME with the columns of COLUMNS, resize(rows) and for_each_column(table, visit).
#define RELCO_TABLE(NAME, COLUMNS)                                 \
  struct NAME {                                                    \
    static constexpr std::string_view kTable = #NAME;              \
    COLUMNS(RELCO_COLUMN_MEMBER)                                   \
    void resize(std::size_t rows) { COLUMNS(RELCO_COLUMN_RESIZE) } \
    template <class Self, class Visit>                             \
    static void for_each_column(Self& table, Visit&& visit) {      \
      COLUMNS(RELCO_COLUMN_VISIT)                                  \
    }                                                              \
  }

}  // namespace relco
