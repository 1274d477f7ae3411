// Phases communication and learning over the standing pairs.
#include <algorithm>

#include "engine/parallel.h"
#include "engine/tie_lanes.h"
#include "engine/week.h"
#include "rules/caseload/caseload.h"
#include "rules/learning/learning.h"
#include "rules/structures/structures.h"
#include "rules/workforce/workforce.h"

namespace relco {
namespace {

constexpr std::uint8_t kSilentYear = 52;
constexpr Week kSuggestionEvery = 4;  // weeks between looks at how suggestions are taken

// The pairs that are lived through together.
struct Chunk {
  std::uint32_t pair[kLanes];
  std::size_t used = 0;
  // Mostly so: wherever no pair rests.
  [[nodiscard]] bool adjacent() const { return pair[used - 1] - pair[0] == used - 1; }
};

// Collects pairs from `k` on, and returns where to go on. A released pair rests until it shares a
// case: nothing moves its ties.
std::uint32_t collect(Pairs& p, std::uint32_t k, std::uint32_t end, Chunk& chunk) {
  chunk.used = 0;
  for (; k < end && chunk.used < kLanes; ++k) {
    if (p.silent[k] >= kSilentYear && p.need[k] <= 0) {
      p.events0[k] = p.events1[k] = 0;
    } else {
      chunk.pair[chunk.used++] = k;
    }
  }
  const std::size_t lanes = whole_steps(chunk.used);
  for (std::size_t l = chunk.used; l < lanes; ++l) chunk.pair[l] = chunk.pair[chunk.used - 1];
  return k;
}

template <class From, class To>
void fetch(const std::vector<From>& column, const Chunk& chunk, To* lanes) {
  const From* const from = column.data();
  const std::size_t count = whole_steps(chunk.used);
  if (chunk.adjacent()) {
    for (std::size_t l = 0; l < chunk.used; ++l) lanes[l] = from[chunk.pair[0] + l];
    for (std::size_t l = chunk.used; l < count; ++l) lanes[l] = from[chunk.pair[l]];
  } else {
    for (std::size_t l = 0; l < count; ++l) lanes[l] = from[chunk.pair[l]];
  }
}

template <class From, class To>
void put_back(const From* lanes, const Chunk& chunk, std::vector<To>& column) {
  To* const to = column.data();
  if (chunk.adjacent()) {
    for (std::size_t l = 0; l < chunk.used; ++l) to[chunk.pair[0] + l] = static_cast<To>(lanes[l]);
  } else {
    for (std::size_t l = 0; l < chunk.used; ++l) to[chunk.pair[l]] = static_cast<To>(lanes[l]);
  }
}

void load(const Pairs& p, const std::vector<Profile>& profiles, float daily, const Chunk& chunk,
          TieLanes& t) {
  SideLanes &a = t.side[0], &b = t.side[1];
  fetch(p.goals0, chunk, a.goals);
  fetch(p.knowledge0, chunk, a.knowledge);
  fetch(p.respect0, chunk, a.respect);
  fetch(p.frequent0, chunk, a.memory.frequent);
  fetch(p.timely0, chunk, a.memory.timely);
  fetch(p.accurate0, chunk, a.memory.accurate);
  fetch(p.solving0, chunk, a.memory.solving);
  fetch(p.goals1, chunk, b.goals);
  fetch(p.knowledge1, chunk, b.knowledge);
  fetch(p.respect1, chunk, b.respect);
  fetch(p.frequent1, chunk, b.memory.frequent);
  fetch(p.timely1, chunk, b.memory.timely);
  fetch(p.accurate1, chunk, b.memory.accurate);
  fetch(p.solving1, chunk, b.memory.solving);
  fetch(p.silent, chunk, t.silent);
  const std::size_t lanes = whole_steps(chunk.used);
  for (std::size_t l = 0; l < lanes; ++l) {
    const std::uint32_t k = chunk.pair[l];
    t.need[l] = static_cast<float>(p.need[k]) * (1.0f / kNeedUnit);
    t.daily[l] = p.daily[k] != 0 ? daily : 0.0f;
  }
  const Profile* const people = profiles.data();
  for (std::size_t l = 0; l < lanes; l += 4) {
    const std::uint32_t* const k = &chunk.pair[l];
    t.seat_four(0, l,
                {people + p.lower[k[0]], people + p.lower[k[1]], people + p.lower[k[2]],
                 people + p.lower[k[3]]});
    t.seat_four(1, l,
                {people + p.upper[k[0]], people + p.upper[k[1]], people + p.upper[k[2]],
                 people + p.upper[k[3]]});
  }
  t.use(chunk.used);
}

void store(Pairs& p, const Chunk& chunk, const TieLanes& t) {
  const SideLanes &a = t.side[0], &b = t.side[1];
  put_back(a.goals, chunk, p.goals0);
  put_back(a.knowledge, chunk, p.knowledge0);
  put_back(a.respect, chunk, p.respect0);
  put_back(a.memory.frequent, chunk, p.frequent0);
  put_back(a.memory.timely, chunk, p.timely0);
  put_back(a.memory.accurate, chunk, p.accurate0);
  put_back(a.memory.solving, chunk, p.solving0);
  put_back(a.events, chunk, p.events0);
  put_back(b.goals, chunk, p.goals1);
  put_back(b.knowledge, chunk, p.knowledge1);
  put_back(b.respect, chunk, p.respect1);
  put_back(b.memory.frequent, chunk, p.frequent1);
  put_back(b.memory.timely, chunk, p.timely1);
  put_back(b.memory.accurate, chunk, p.accurate1);
  put_back(b.memory.solving, chunk, p.solving1);
  put_back(b.events, chunk, p.events1);
  put_back(t.silent, chunk, p.silent);
}

// A tie with a newcomer starts from what roles hand on; how much depends on the newcomer's place.
void reset_tie(Tie& tie, const Triple& norm, float memory, float stranger, Books& books) {
  const float add = (1.0f - memory) * stranger;
  apply(tie.goals, memory * norm[0] + add - tie.goals, Term::reset, Component::goals, books);
  apply(tie.knowledge, memory * norm[1] + add - tie.knowledge, Term::reset, Component::knowledge,
        books);
  apply(tie.respect, memory * norm[2] + add - tie.respect, Term::reset, Component::respect, books);
}

// L10: both sides of a tie with a newcomer start again.
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

// L11: two people who meet for the first time, or after a year of silence, start from how their
// units work with others.
void meet_first(const Units& units, const Links& links, std::uint32_t link, Tie* ties,
                Books* books) {
  const std::uint32_t first = links.first[link], second = links.second[link];
  const bool own = links.own_group[link] != 0;
  reset_tie(ties[0], own ? units.norm_within[first] : units.norm_between[first], 1.0f, 0.0f,
            books[0]);
  reset_tie(ties[1], own ? units.norm_within[second] : units.norm_between[second], 1.0f, 0.0f,
            books[1]);
}

// Rare, so one by one: pairs that meet for the first time, and pairs with a newcomer.
void meet(const World& world, const Parameters& parameters, std::uint32_t link, const Chunk& chunk,
          TieLanes& t, Books* books) {
  const Pairs& p = world.pairs;
  const std::uint8_t* const newcomer = world.people.newcomer.data();
  for (std::size_t l = 0; l < chunk.used; ++l) {
    const std::uint32_t k = chunk.pair[l];
    const bool first = p.silent[k] >= kSilentYear;
    const bool fresh =
        parameters.learning.pace > 0.0f && (newcomer[p.lower[k]] | newcomer[p.upper[k]]) != 0;
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
};

void commit(const ExchangeSums& block, const Suggestions& suggestions, int side, TieScope scope,
            OrganisationWeek& sums) {
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
  if (suggestions.count == 0) return;
  Tally& taken = tally(sums, Outcome::suggestion_acceptance);
  add_shared(taken.sum, to_fixed(suggestions.sum[side]));
  add_shared(taken.count, suggestions.count);
}

void commit_block(const World& world, std::uint32_t link, const ExchangeSums& block,
                  const Suggestions& suggestions, WeekFlows& flows) {
  const Links& links = world.links;
  const TieScope scope = links.own_group[link] ? TieScope::within : TieScope::between;
  const std::vector<std::uint32_t>& organisation = world.units.organisation;
  commit(block, suggestions, 0, scope, flows.sums[organisation[links.first[link]]]);
  commit(block, suggestions, 1, scope, flows.sums[organisation[links.second[link]]]);
  const std::uint32_t across = links.across[link];
  if (across == kNone) return;
  add_shared(flows.trust_sum[across],
             block.items[0][4] + block.items[0][6] + block.items[1][4] + block.items[1][6]);
  add_shared(flows.trust_count[across], 4 * block.ties);
}

void block_week(World& world, const Parameters& parameters, WeekFlows& flows,
                const PairBlock& block) {
  ExchangeSetting setting;
  setting.parameters = &parameters;
  setting.sigma_custom = flows.sigma_custom;
  setting.key = world.luck.key(Purpose::communication);
  setting.week = world.week;
  setting.view[0] = view_of(world, parameters, block.link, 0);
  setting.view[1] = view_of(world, parameters, block.link, 1);
  setting.suggestions = world.week % kSuggestionEvery == kSuggestionEvery - 1;
  const bool own_group = world.links.own_group[block.link] != 0;
  const float daily =
      static_cast<float>(daily_need(parameters.caseload, own_group)) * (1.0f / kNeedUnit);
  ExchangeSums sums;
  Suggestions suggestions;
  TieLanes lanes;
  Chunk chunk;
  for (std::uint32_t k = block.begin; k < block.end;) {
    k = collect(world.pairs, k, block.end, chunk);
    if (chunk.used == 0) break;
    load(world.pairs, flows.profiles, daily, chunk, lanes);
    meet(world, parameters, block.link, chunk, lanes, sums.books);
    exchange(lanes, setting, sums);
    store(world.pairs, chunk, lanes);
    if (setting.suggestions) suggestions.add(lanes);
  }
  commit_block(world, block.link, sums, suggestions, flows);
}

}  // namespace

void phase_ties(World& world, const Parameters& parameters, WeekFlows& flows) {
  flows.sigma_custom = logistic(parameters.learning.anchor_custom);
  const std::vector<PairBlock>& blocks = world.plan->blocks;
  for_each_task(blocks.size(), 8,
                [&](std::size_t n) { block_week(world, parameters, flows, blocks[n]); });
}

}  // namespace relco
