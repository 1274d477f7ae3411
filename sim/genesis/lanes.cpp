#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/errors.h"
#include "base/fixed.h"
#include "base/hash.h"
#include "genesis/serving.h"
#include "genesis/topology.h"
#include "rules/care/team_week.h"

namespace relco {
namespace {

constexpr std::size_t kMostCandidates = 32;  // per lane and role; bounds the pairs of a person

float interdependence(const PathwayFacts& pathway, const std::string& a, const std::string& b) {
  auto found = pathway.interdependence.find({a, b});
  if (found == pathway.interdependence.end()) found = pathway.interdependence.find({b, a});
  return static_cast<float>(
      found != pathway.interdependence.end() ? found->second : pathway.default_interdependence);
}

PathwayPlan plan_pathway(const Plan& plan, const PathwayFacts& facts) {
  PathwayPlan out;
  out.facts = &facts;
  out.id = hash_text(identity(facts));
  for (std::uint32_t role = 0; role < plan.roles.size(); ++role) {
    const auto members = facts.team.find(plan.roles[role].name);
    if (members == facts.team.end()) continue;
    double left = members->second;
    while (left > 1e-9) {
      out.places.push_back({role, static_cast<float>(std::min(left, 1.0))});
      left -= 1.0;
    }
  }
  if (out.places.empty() || out.places.size() > kMostTeam) {
    throw UserError(fmt::format("{}: pathways.{}.team: {} places; a team has 1 to {}",
                                plan.facts.file, facts.name, out.places.size(), kMostTeam));
  }
  double members = 0, wages = 0;
  for (const auto& place : out.places) {
    members += static_cast<double>(place.expected);
    wages += static_cast<double>(place.expected) * plan.roles[place.role].wage;
  }
  out.wage = static_cast<float>(wages / members);
  for (const auto& a : out.places) {
    for (const auto& b : out.places) {
      out.interdependence.push_back(
          interdependence(facts, plan.roles[a.role].name, plan.roles[b.role].name));
    }
  }
  return out;
}

// Posts of the role in the serving units: at most kMostCandidates, chosen by hash so that
// everyone who stays a candidate when others come is chosen by the same luck.
std::vector<std::uint32_t> candidates_of(const Draft& draft, std::uint64_t lane,
                                         const std::vector<std::uint32_t>& units,
                                         std::uint32_t role) {
  const World& world = draft.world;
  std::vector<std::uint32_t> found;
  for (std::uint32_t unit : units) {
    for (std::uint32_t p = world.units.begin[unit]; p < world.units.end[unit]; ++p) {
      if (world.people.role[p] == role) found.push_back(p);
    }
  }
  if (found.size() > kMostCandidates) {
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
      return combine64(lane, world.people.id[a]) < combine64(lane, world.people.id[b]);
    });
    found.resize(kMostCandidates);
    std::sort(found.begin(), found.end());
  }
  return found;
}

// The organisations whose people may be in the teams of a lane, in canonical order.
std::vector<std::uint32_t> at_work(const Plan& plan, std::uint32_t lane) {
  std::vector<std::uint32_t> found;
  const CandidateRange first = plan.lane_candidates[lane * plan.places];
  const CandidateRange last = plan.lane_candidates[(lane + 1) * plan.places - 1];
  for (std::uint32_t k = first.begin; k < last.end; ++k) {
    found.push_back(plan.organisation_of_person[plan.candidates[k]]);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// The organisation that accounts for a lane: the one whose people carry most of the team's
// interdependence. Each place weighs by how much the others depend on it and is shared out among
// the organisations of its candidates; of equals, the smaller stable id. Sums are exact, so neither
// the order nor the spelling of roles matters.
std::uint32_t accounting(const Draft& draft, std::uint32_t lane) {
  const Plan& plan = draft.plan;
  const PathwayPlan& pathway = plan.pathways[draft.world.lanes.pathway[lane]];
  const std::size_t places = pathway.places.size();
  struct Weight {
    Fixed interdependent = 0, members = 0;
  };
  std::map<std::uint32_t, Weight> weights;
  for (std::size_t a = 0; a < places; ++a) {
    const CandidateRange range = plan.lane_candidates[lane * plan.places + a];
    const double members = static_cast<double>(pathway.places[a].expected);
    for (std::uint32_t k = range.begin; k < range.end; ++k) {
      Weight& weight = weights[plan.organisation_of_person[plan.candidates[k]]];
      const double own = members / (range.end - range.begin);
      weight.members += to_fixed(own);
      for (std::size_t b = 0; b < places; ++b) {
        const double need = static_cast<double>(pathway.interdependence[a * places + b]) *
                            static_cast<double>(pathway.places[b].expected);
        if (b != a) weight.interdependent += to_fixed(own * need);
      }
    }
  }
  const std::vector<std::uint64_t>& ids = draft.world.organisations.id;
  const auto order = [&](const auto& one) {
    return std::tuple(-one.second.interdependent, -one.second.members, ids[one.first]);
  };
  const auto first =
      std::min_element(weights.begin(), weights.end(),
                       [&](const auto& a, const auto& b) { return order(a) < order(b); });
  return first != weights.end() ? first->first : kNone;
}

double most_demand(const Facts& facts) {
  double most = 1;
  for (const ChangeFacts& change : facts.changes) {
    for (const VerbChange& verb : change.verbs) {
      if (const auto* demand = std::get_if<DemandChange>(&verb))
        most = std::max(most, demand->factor);
    }
  }
  return most;
}

// N8: room for the cases of a lane, with a margin for luck.
std::uint32_t slots_of(const Plan& plan, const PathwayFacts& facts, const CaseloadParameters& p) {
  if (facts.standing) return static_cast<std::uint32_t>(*facts.standing);
  const double weeks = p.longest_stay_weeks * 0.6 + facts.follow_up_weeks + 1;
  const double open = facts.starts_per_week.value_or(1) * most_demand(plan.facts) * weeks;
  return static_cast<std::uint32_t>(open + 6.0 * std::sqrt(open) + 8.0);
}

}  // namespace

void lay_out_lanes(Draft& draft, const Parameters& parameters) {
  Plan& plan = draft.plan;
  Lanes& lanes = draft.world.lanes;
  for (const PathwayFacts* facts : by_id(plan.facts.pathways))
    plan.pathways.push_back(plan_pathway(plan, *facts));
  for (const PathwayPlan& pathway : plan.pathways) {
    plan.places = std::max(plan.places, static_cast<std::uint32_t>(pathway.places.size()));
  }
  std::uint32_t slots = 0;
  for (std::uint32_t k = 0; k < plan.pathways.size(); ++k) {
    const PathwayPlan& pathway = plan.pathways[k];
    Serving serving(draft, *pathway.facts);
    const int copies = serving.lanes();
    for (int copy = 0; copy < copies; ++copy) {
      const std::size_t row = lanes.id.size();
      lanes.resize(row + 1);
      lanes.id[row] = combine64(pathway.id, static_cast<std::uint64_t>(copy));
      lanes.pathway[row] = k;
      lanes.begin[row] = slots;
      slots += slots_of(plan, *pathway.facts, parameters.caseload);
      lanes.end[row] = slots;
      const std::vector<std::uint32_t> units = serving.next_units();
      for (std::uint32_t place = 0; place < plan.places; ++place) {
        CandidateRange range{static_cast<std::uint32_t>(plan.candidates.size()), 0};
        if (place < pathway.places.size()) {
          const auto found = candidates_of(draft, lanes.id[row], units, pathway.places[place].role);
          plan.candidates.insert(plan.candidates.end(), found.begin(), found.end());
        }
        range.end = static_cast<std::uint32_t>(plan.candidates.size());
        plan.lane_candidates.push_back(range);
      }
      plan.lane_organisations.push_back(at_work(plan, static_cast<std::uint32_t>(row)));
      lanes.organisation[row] = accounting(draft, static_cast<std::uint32_t>(row));
      if (lanes.organisation[row] == kNone) {
        throw UserError(
            fmt::format("{}: pathways.{}.team: nobody has any of these roles in the "
                        "organisations that serve the pathway",
                        plan.facts.file, pathway.facts->name));
      }
    }
  }
}

}  // namespace relco
