// The table of interventions: what each asks of people's hours, and which levers it moves.
#pragma once

#include <span>
#include <string_view>

#include "world/tables.h"
#include "world/vocabulary.h"

namespace relco {

struct InterventionRow {
  Intervention kind;
  std::string_view name;
  float hours = 0;  // a week and person at full dose
  Levers levers{};  // effect of a full dose, -1 to 1
  std::string_view source;
};

[[nodiscard]] std::span<const InterventionRow> intervention_rows();
[[nodiscard]] inline const InterventionRow& row_of(Intervention kind) {
  return intervention_rows()[static_cast<std::size_t>(kind)];
}

[[nodiscard]] inline float& lever(Levers& levers, Lever which) {
  return levers[static_cast<std::size_t>(which)];
}
[[nodiscard]] inline float lever(const Levers& levers, Lever which) {
  return levers[static_cast<std::size_t>(which)];
}

}  // namespace relco
