// Phases communication and learning over the standing pairs.
#include <cstring>

#include "engine/pair_lanes.h"
#include "engine/pair_week.h"
#include "parallel/parallel.h"
#include "rules/care/suggestion.h"
#include "rules/caseload/caseload.h"
#include "rules/learning/learning.h"
#include "rules/structures/structures.h"
#include "rules/workforce/workforce.h"

namespace relco {
namespace {

// A tie with a newcomer starts from what roles hand on; how much depends on the newcomer's place.
void reset_tie(Tie& tie, const Triple& norm, float memory, float stranger, Books& books) {
  const float add = (1.0f - memory) * stranger;
  const auto reset = [&](float& value, float start, Component component) {
    GridShare share(value);
    apply(share, memory * start + add - value, Term::reset, component, books);
    value = share.value();
  };
  reset(tie.goals, norm[0], Component::goals);
  reset(tie.knowledge, norm[1], Component::knowledge);
  reset(tie.respect, norm[2], Component::respect);
}

}  // namespace

void meet_newcomer(const World& world, const Parameters& parameters, std::uint32_t link, Tie* ties,
                   Books* books) {
  const Units& units = world.units;
  const Links& links = world.links;
  const std::uint32_t first = links.first[link], second = links.second[link];
  const auto memory = [&](std::uint32_t unit) {
    const StructureLevels& s = world.organisations.structures[units.organisation[unit]];
    return newcomer_memory(parameters.workforce, units.embedded[unit] != 0,
                           level(s, Structure::hiring_for_teamwork));
  };
  const bool own = links.own_group[link] != 0;
  const float stranger = parameters.workforce.stranger;
  reset_tie(ties[0], own ? units.norm_within[first] : units.norm_between[first], memory(first),
            stranger, books[0]);
  reset_tie(ties[1], own ? units.norm_within[second] : units.norm_between[second], memory(second),
            stranger, books[1]);
}

void meet_first(const Units& units, const Links& links, std::uint32_t link, Tie* ties,
                Books* books) {
  const std::uint32_t first = links.first[link], second = links.second[link];
  const bool own = links.own_group[link] != 0;
  reset_tie(ties[0], own ? units.norm_within[first] : units.norm_between[first], 1.0f, 0.0f,
            books[0]);
  reset_tie(ties[1], own ? units.norm_within[second] : units.norm_between[second], 1.0f, 0.0f,
            books[1]);
}

bool newcomers_on(const World& world, std::uint32_t link) {
  const std::vector<std::uint8_t>& newcomer = world.people.newcomer;
  const auto in_unit = [&](std::uint32_t unit) {
    const std::uint32_t begin = world.units.begin[unit], end = world.units.end[unit];
    return end > begin && std::memchr(&newcomer[begin], 1, end - begin) != nullptr;
  };
  return in_unit(world.links.first[link]) || in_unit(world.links.second[link]);
}

ExchangeSetting setting_of_link(const World& world, const Parameters& parameters,
                                float sigma_custom, std::uint32_t link) {
  ExchangeSetting setting;
  setting.parameters = &parameters;
  setting.sigma_custom = sigma_custom;
  setting.key = world.luck.key(Purpose::communication);
  setting.week = world.week;
  setting.view[0] = view_of(world, parameters, link, 0);
  setting.view[1] = view_of(world, parameters, link, 1);
  setting.suggestions = looks_at_suggestions(world.week);
  return setting;
}

namespace {

// Rare, so one by one: pairs that meet for the first time, and pairs with a newcomer.
void meet(const World& world, const Parameters& parameters, std::uint32_t link, bool newcomers,
          const PairChunk& chunk, TieLanes& t, Books* books) {
  if (!newcomers && !chunk.first_meetings) return;
  const std::vector<std::uint8_t>& newcomer = world.people.newcomer;
  for (std::size_t l = 0; l < chunk.used; ++l) {
    const bool first = t.silent[l] >= kSilentYear;
    const bool fresh = newcomers && (newcomer[chunk.lower[l]] | newcomer[chunk.upper[l]]) != 0;
    if (!(first | fresh)) continue;
    Tie ties[2];
    for (int s = 0; s < 2; ++s) {
      ties[s] = {t.side[s].goals[l], t.side[s].knowledge[l], t.side[s].respect[l]};
    }
    if (first) {
      meet_first(world.units, world.links, link, ties, books);
      t.silent[l] = 0;
    }
    if (fresh) meet_newcomer(world, parameters, link, ties, books);
    for (int s = 0; s < 2; ++s) {
      t.side[s].goals[l] = ties[s].goals;
      t.side[s].knowledge[l] = ties[s].knowledge;
      t.side[s].respect[l] = ties[s].respect;
    }
  }
}

// How suggestions between roles are taken, of one block; summed in the order of its pairs.
struct Suggestions {
  double sum[2] = {};
  std::int64_t count = 0;

  void add(const TieLanes& t) {
    for (std::size_t l = 0; l < t.used; ++l) {
      if (t.known[l] == 0 || t.side[0].role[l] == t.side[1].role[l]) continue;
      sum[0] += static_cast<double>(t.suggestion[0][l]);
      sum[1] += static_cast<double>(t.suggestion[1][l]);
      ++count;
    }
  }
  void share(int side, OrganisationWeek& sums) const {
    Tally& taken = tally(sums, Outcome::suggestion_acceptance);
    add_shared(taken.sum, to_fixed(sum[side]));
    add_shared(taken.count, count);
  }
};

void commit(const ExchangeSums& block, int side, TieScope scope, OrganisationWeek& sums) {
  TieSums& to = sums.ties[static_cast<std::size_t>(scope)];
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) {
      const std::int64_t steps = block.books[side].terms[t][c];
      if (steps != 0) add_shared(to.terms[t][c], steps);
    }
  }
  for (std::size_t n = 0; n < kItems; ++n) add_shared(to.items[n], block.items[side][n]);
  add_shared(to.ties, block.ties);
  add_shared(sums.evaluations, block.evaluations);
}

// What links between the same two organisations add up to, so that it is shared with other threads
// once and not block by block.
class Between {
 public:
  Between(const World& world, WeekFlows& flows) : world_(world), flows_(flows) {}
  Between(const Between&) = delete;
  Between& operator=(const Between&) = delete;
  ~Between() { share(); }

  // The sums that pairs of this link belong to.
  ExchangeSums& sums_of(std::uint32_t link) {
    const Links& links = world_.links;
    const std::vector<std::uint32_t>& organisation = world_.units.organisation;
    const std::uint32_t first = organisation[links.first[link]];
    const std::uint32_t second = organisation[links.second[link]];
    if (first != first_ || second != second_ || links.across[link] != across_) {
      share();
      first_ = first;
      second_ = second;
      across_ = links.across[link];
    }
    const TieScope scope = links.own_group[link] ? TieScope::within : TieScope::between;
    return sums_[static_cast<std::size_t>(scope)];
  }

  void share() {
    for (const TieScope scope : {TieScope::within, TieScope::between}) {
      ExchangeSums& sums = sums_[static_cast<std::size_t>(scope)];
      if (!sums.begun) continue;
      sums.settle();
      commit(sums, 0, scope, flows_.sums[first_]);
      commit(sums, 1, scope, flows_.sums[second_]);
      if (across_ != kNone) {
        add_shared(flows_.trust_sum[across_],
                   sums.items[0][4] + sums.items[0][6] + sums.items[1][4] + sums.items[1][6]);
        add_shared(flows_.trust_count[across_], 4 * sums.ties);
      }
      sums = {};
    }
  }

 private:
  const World& world_;
  WeekFlows& flows_;
  std::uint32_t first_ = kNone, second_ = kNone, across_ = kNone;
  ExchangeSums sums_[2];
};

void block_week(World& world, const Parameters& parameters, WeekFlows& flows,
                const PairBlock& block, Between& between) {
  ExchangeSetting setting = setting_of_link(world, parameters, flows.sigma_custom, block.link);
  setting.lanes = &*flows.lanes;
  const bool own_group = world.links.own_group[block.link] != 0;
  const float daily =
      static_cast<float>(daily_need(parameters.caseload, own_group)) * (1.0f / kNeedUnit);
  ExchangeSums& sums = between.sums_of(block.link);
  Suggestions suggestions;
  TieLanes lanes;
  PairChunk chunk;
  const bool newcomers = parameters.learning.pace > 0.0f && newcomers_on(world, block.link);
  for (std::uint32_t k = block.begin; k < block.end;) {
    k = load_pairs(world.pairs, k, block.end, flows.profiles, daily, chunk, lanes);
    if (chunk.used == 0) break;
    meet(world, parameters, block.link, newcomers, chunk, lanes, sums.books);
    exchange(lanes, setting, sums);
    store_pairs(chunk, lanes, world.pairs);
    if (setting.suggestions) suggestions.add(lanes);
  }
  if (suggestions.count == 0) return;
  const Links& links = world.links;
  const std::vector<std::uint32_t>& organisation = world.units.organisation;
  suggestions.share(0, flows.sums[organisation[links.first[block.link]]]);
  suggestions.share(1, flows.sums[organisation[links.second[block.link]]]);
}

}  // namespace

void phase_ties(World& world, const Parameters& parameters, WeekFlows& flows) {
  flows.sigma_custom = logistic(parameters.learning.anchor_custom);
  flows.lanes.emplace(parameters);
  const std::vector<PairBlock>& blocks = world.plan->blocks;
  for_each_range(blocks.size(), 32, [&](std::size_t begin, std::size_t end) {
    Between between(world, flows);
    for (std::size_t n = begin; n < end; ++n) {
      block_week(world, parameters, flows, blocks[n], between);
    }
  });
}

}  // namespace relco
