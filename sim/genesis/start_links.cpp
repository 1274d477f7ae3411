#include <algorithm>
#include <tuple>

#include "genesis/start.h"
#include "rules/structures/structures.h"

namespace relco {
namespace {

// The part of one place of a team that one unit fills.
struct Seat {
  std::uint32_t place = 0, unit = 0;
  double members = 0;  // expected
};

std::vector<Seat> seats_of(const World& world, std::uint32_t lane) {
  const Plan& plan = *world.plan;
  const PathwayPlan& pathway = plan.pathways[world.lanes.pathway[lane]];
  std::vector<Seat> out;
  for (std::uint32_t place = 0; place < pathway.places.size(); ++place) {
    const CandidateRange range = plan.lane_candidates[lane * plan.places + place];
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      const std::uint32_t unit = world.people.unit[plan.candidates[k]];
      if (out.empty() || out.back().place != place || out.back().unit != unit) {
        out.push_back({place, unit, 0});
      }
      out.back().members +=
          static_cast<double>(pathway.places[place].expected) / (range.end - range.begin);
    }
  }
  return out;
}

// Links lie sorted by their units, those of own groups last.
std::uint32_t find_link(const Links& links, std::uint32_t a, std::uint32_t b, bool own_group) {
  const auto wanted = std::tuple(std::min(a, b), std::max(a, b), own_group ? 1 : 0);
  std::size_t low = 0, high = links.first.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const auto here =
        std::tuple(links.first[middle], links.second[middle], int{links.own_group[middle]});
    if (here == wanted) return static_cast<std::uint32_t>(middle);
    (here < wanted ? low : high) = here < wanted ? middle + 1 : middle;
  }
  return kNone;
}

}  // namespace

void start_uncertainty(World& world) {
  Links& links = world.links;
  std::vector<double> sum(links.first.size(), 0), weight(links.first.size(), 0);
  for (std::uint32_t lane = 0; lane < world.lanes.id.size(); ++lane) {
    const PathwayPlan& pathway = world.plan->pathways[world.lanes.pathway[lane]];
    const std::vector<Seat> seats = seats_of(world, lane);
    for (const Seat& a : seats) {
      for (const Seat& b : seats) {
        if (b.place <= a.place) continue;
        const bool own =
            a.unit == b.unit && pathway.places[a.place].role == pathway.places[b.place].role;
        const std::uint32_t link = find_link(links, a.unit, b.unit, own);
        if (link == kNone) continue;
        const double need =
            a.members * b.members *
            static_cast<double>(pathway.interdependence[a.place * pathway.places.size() + b.place]);
        sum[link] += need * static_cast<double>(world.lanes.uncertainty[lane]);
        weight[link] += need;
      }
    }
  }
  for (std::size_t link = 0; link < sum.size(); ++link) {
    links.uncertainty[link] =
        weight[link] > 0 ? static_cast<float>(sum[link] / weight[link]) : kOrdinaryUncertainty;
  }
}

}  // namespace relco
