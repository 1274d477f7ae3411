#include "rules/change/levers.h"

#include <array>

namespace relco {
namespace {

#define X(kind, hours, goals, knowledge, respect, solving, contact, safety, inquiry, larger,     \
          harden, family, systems, threat, checking, source)                                     \
  InterventionRow{Intervention::kind,                                                            \
                  #kind,                                                                         \
                  hours,                                                                         \
                  {goals, knowledge, respect, solving, contact, safety, inquiry, larger, harden, \
                   family, systems, threat, checking},                                           \
                  source},
constexpr std::array kRows{
#include "rules/change/interventions.def"
};
#undef X

static_assert(kRows.size() == kInterventions);
static_assert(
    [] {
      for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (static_cast<std::size_t>(kRows[i].kind) != i) return false;
      }
      return true;
    }(),
    "interventions.def lists the interventions in the order of the vocabulary");

}  // namespace

std::span<const InterventionRow> intervention_rows() {
  return kRows;
}

}  // namespace relco
