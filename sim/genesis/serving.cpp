#include "genesis/serving.h"

#include <algorithm>
#include <functional>

namespace relco {
namespace {

bool may_serve(const PathwayFacts& pathway, const OrganisationFacts& facts) {
  return pathway.organisations.empty() ||
         std::find(pathway.organisations.begin(), pathway.organisations.end(), facts.name) !=
             pathway.organisations.end();
}

bool has_roles_of(const OrganisationFacts& facts, const PathwayFacts& pathway) {
  return std::any_of(facts.units.begin(), facts.units.end(), [&](const UnitFacts& unit) {
    return std::any_of(unit.staff.begin(), unit.staff.end(),
                       [&](const auto& staff) { return pathway.team.count(staff.first) > 0; });
  });
}

}  // namespace

Serving::Serving(const Draft& draft, const PathwayFacts& pathway) : world_(draft.world) {
  std::uint32_t row = 0;
  for (const OrganisationFacts* facts : by_id(draft.plan.facts.organisations)) {
    const auto copies = static_cast<std::uint32_t>(facts->copies);
    if (may_serve(pathway, *facts)) {
      kinds_.push_back({facts, row, std::vector<std::uint32_t>(copies, 0)});
      if (has_roles_of(*facts, pathway)) lanes_ = std::max(lanes_, facts->copies);
    }
    nest_.push_back(facts->copies);
    row += copies;
  }
  std::sort(nest_.begin(), nest_.end(), std::greater<>());
  nest_.erase(std::unique(nest_.begin(), nest_.end()), nest_.end());
}

std::uint32_t Serving::copy_of(const OrganisationFacts& facts) const {
  int copy = lane_;
  for (const int copies : nest_) {
    if (copies < facts.copies) break;
    copy %= copies;
  }
  return static_cast<std::uint32_t>(copy);
}

std::vector<std::uint32_t> Serving::next_units() {
  std::vector<std::uint32_t> rows;
  for (Kind& kind : kinds_) {
    const std::uint32_t copy = copy_of(*kind.facts);
    const std::uint32_t turn = kind.turns[copy]++;
    std::uint32_t row = world_.organisations.begin[kind.first + copy];
    for (const UnitFacts* unit : by_id(kind.facts->units)) {
      const auto copies = static_cast<std::uint32_t>(unit->copies);
      if (unit->sampled) {
        rows.push_back(row + turn % copies);
      } else {
        for (std::uint32_t n = 0; n < copies; ++n) rows.push_back(row + n);
      }
      row += copies;
    }
  }
  ++lane_;
  return rows;
}

}  // namespace relco
