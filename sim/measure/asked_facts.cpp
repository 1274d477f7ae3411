// Facts of organisations and units that slopes may be taken on.
#include <algorithm>

#include "measure/asked.h"
#include "world/world.h"

namespace relco {
namespace {

const OrganisationFacts& declared(const World& world, std::uint32_t organisation) {
  const Plan& plan = *world.plan;
  const auto& all = plan.facts.organisations;
  return *std::find_if(all.begin(), all.end(), [&](const OrganisationFacts& facts) {
    return facts.name == plan.declared_names[organisation];
  });
}

double share_vacant(const World& world, std::uint32_t unit) {
  const std::uint32_t first = world.units.begin[unit], last = world.units.end[unit];
  const auto empty =
      std::count_if(world.people.vacant.begin() + first, world.people.vacant.begin() + last,
                    [](std::uint16_t weeks) { return weeks > 0; });
  return last > first ? static_cast<double>(empty) / static_cast<double>(last - first) : 0.0;
}

// Everything but vacancies is as it was drawn at the start. `u` is the unit, `o` its organisation.
struct Row {
  std::string_view name;
  double (*value)(const World& world, std::uint32_t u, std::uint32_t o);
};
#define RELCO_FACT(name, expression)                                          \
  Row {                                                                       \
    name,                                                                     \
        [](const World& w, [[maybe_unused]] std::uint32_t u,                  \
           [[maybe_unused]] std::uint32_t o) -> double { return expression; } \
  }
constexpr Row kRows[] = {
    RELCO_FACT("support", w.organisations.own_support[o]),
    RELCO_FACT("inquiry", w.organisations.own_inquiry[o]),
    RELCO_FACT("imprint", w.organisations.imprint[o]),
    RELCO_FACT("trade_off_belief", w.organisations.trade_off[o]),
    RELCO_FACT("workload", w.units.workload[u]),
    RELCO_FACT("safety", w.units.safety_start[u]),
    RELCO_FACT("vacancies", share_vacant(w, u)),
    RELCO_FACT("slack", w.organisations.slack[o]),
    RELCO_FACT("control", w.organisations.control[o]),
    RELCO_FACT("identity", w.organisations.identity[o]),
    RELCO_FACT("permanence", w.organisations.permanence[o]),
    RELCO_FACT("cost_pressure", w.organisations.cost_pressure_start[o]),
    RELCO_FACT("horizon_years", declared(w, o).horizon_years),
    RELCO_FACT("copies", declared(w, o).copies),
};
#undef RELCO_FACT

std::string_view without(std::string_view prefix, std::string_view name) {
  return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

}  // namespace

std::optional<Quantity> find_quantity(std::string_view name) {
  if (const auto outcome = find_outcome(name)) return *outcome;
  if (const auto word = find_word(structure_words(), without("structures.", name))) {
    return static_cast<Structure>(*word);
  }
  const std::string_view fact = without("leadership.", name);
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].name == fact) return FactQuantity{i};
  }
  return std::nullopt;
}

double fact_in_unit(const World& world, FactQuantity fact, std::uint32_t unit) {
  return kRows[fact.index].value(world, unit, world.units.organisation[unit]);
}

}  // namespace relco
