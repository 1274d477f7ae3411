#include "world/outcomes.h"

#include <array>

namespace relco {
namespace {

#define RELCO_OUTCOME_ROW(name, unit, good, level, meaning) \
  OutcomeRow{#name, unit, good, OutcomeLevel::level, meaning},
constexpr std::array kRows{RELCO_OUTCOMES(RELCO_OUTCOME_ROW)};

}  // namespace

std::span<const OutcomeRow> outcome_rows() {
  return kRows;
}

std::string_view smallest_scope(OutcomeLevel level) {
  switch (level) {
    case OutcomeLevel::tie: return "pair of roles";
    case OutcomeLevel::person: return "role";
    case OutcomeLevel::unit: return "unit";
    case OutcomeLevel::pathway: return "pathway";
    case OutcomeLevel::organisation: return "organisation";
  }
  return "";
}

double case_unit(Outcome outcome) {
  constexpr double kMoney = 1000;  // keeps the squares of costs within a whole number of 64 bits
  switch (outcome) {
    case Outcome::episode_length:
    case Outcome::experience:
    case Outcome::pain_freedom:
    case Outcome::function:
    case Outcome::delay:
    case Outcome::duplication:
    case Outcome::adverse_events:
    case Outcome::readmissions:
    case Outcome::frequent_attendance:
    case Outcome::return_to_work:
    case Outcome::wasted_effort: return 1;
    case Outcome::episode_cost: return kMoney;
    default: return 0;
  }
}

std::optional<Outcome> find_outcome(std::string_view name) {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].name == name) return static_cast<Outcome>(i);
  }
  return std::nullopt;
}

}  // namespace relco
