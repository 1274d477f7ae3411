#include "rules/change/policy.h"

#include <algorithm>

namespace relco {

float share_of_lanes(const World& world, std::uint32_t organisation, const std::string& pathway) {
  float named = 0, served = 0;
  for (std::size_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    const std::vector<std::uint32_t>& here = world.plan->lane_organisations[lane];
    if (std::find(here.begin(), here.end(), organisation) == here.end()) continue;
    const PathwayFacts& facts = *world.plan->pathways[world.lanes.pathway[lane]].facts;
    served += 1.0f;
    named += pathway.empty() || facts.name == pathway ? 1.0f : 0.0f;
  }
  return named / std::max(served, 1.0f);
}

}  // namespace relco
