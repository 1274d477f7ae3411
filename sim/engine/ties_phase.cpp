// Phases communication and learning over the two tie stores.
#include <algorithm>

#include "engine/exchange.h"
#include "engine/parallel.h"
#include "engine/week.h"
#include "rules/care/suggestion.h"
#include "rules/caseload/caseload.h"
#include "rules/workforce/workforce.h"
#include "rules/structures/structures.h"

namespace relco {
namespace {

constexpr std::uint8_t kSilentYear = 52;
constexpr Week kSuggestionEvery = 4;  // weeks between looks at how suggestions are taken

// Sums of one block and direction, kept local until the block is done.
struct BlockSums {
  Books books;
  std::int64_t items[kItems] = {};
  std::int64_t ties = 0, evaluations = 0;
  double suggestions = 0;
  std::int64_t suggestion_ties = 0;
};

void commit(const BlockSums& block, OrganisationWeek& sums, TieScope scope) {
  TieSums& to = sums.ties[static_cast<std::size_t>(scope)];
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) {
      if (block.books.terms[t][c] != 0) add_shared(to.terms[t][c], block.books.terms[t][c]);
    }
  }
  for (std::size_t n = 0; n < kItems; ++n) add_shared(to.items[n], block.items[n]);
  add_shared(to.ties, block.ties);
  add_shared(sums.evaluations, block.evaluations);
}

void load(const Pairs& p, std::uint32_t k, End& a, End& b) {
  a.tie = {p.goals0[k], p.knowledge0[k], p.respect0[k]};
  b.tie = {p.goals1[k], p.knowledge1[k], p.respect1[k]};
  a.memory = {p.frequent0[k], p.timely0[k], p.accurate0[k], p.solving0[k]};
  b.memory = {p.frequent1[k], p.timely1[k], p.accurate1[k], p.solving1[k]};
}

void store(Pairs& p, std::uint32_t k, const End& a, const End& b) {
  p.goals0[k] = a.tie.goals;
  p.knowledge0[k] = a.tie.knowledge;
  p.respect0[k] = a.tie.respect;
  p.goals1[k] = b.tie.goals;
  p.knowledge1[k] = b.tie.knowledge;
  p.respect1[k] = b.tie.respect;
  p.frequent0[k] = a.memory.frequent;
  p.timely0[k] = a.memory.timely;
  p.accurate0[k] = a.memory.accurate;
  p.solving0[k] = a.memory.solving;
  p.frequent1[k] = b.memory.frequent;
  p.timely1[k] = b.memory.timely;
  p.accurate1[k] = b.memory.accurate;
  p.solving1[k] = b.memory.solving;
  p.events0[k] = a.events;
  p.events1[k] = b.events;
}

// A tie with a newcomer starts from what roles hand on; how much depends on the newcomer's place.
void reset_tie(Tie& tie, const Triple& norm, float memory, float stranger, Books& books) {
  apply(tie.goals, memory * norm[0] + (1.0f - memory) * stranger - tie.goals, Term::reset,
        Component::goals, books);
  apply(tie.knowledge, memory * norm[1] + (1.0f - memory) * stranger - tie.knowledge, Term::reset,
        Component::knowledge, books);
  apply(tie.respect, memory * norm[2] + (1.0f - memory) * stranger - tie.respect, Term::reset,
        Component::respect, books);
}

void meet_newcomer(const World& world, const Parameters& parameters, const Links& links,
                   std::uint32_t link, End& a, End& b, Books& books_a, Books& books_b) {
  const Units& units = world.units;
  const std::uint32_t first = links.first[link], second = links.second[link];
  const auto memory = [&](std::uint32_t unit) {
    const StructureLevels& s = world.organisations.structures[units.organisation[unit]];
    return newcomer_memory(parameters.workforce, units.embedded[unit] != 0,
                           level(s, Structure::hiring_for_teamwork));
  };
  const bool own = links.own_group[link] != 0;
  const float stranger = parameters.workforce.stranger;
  reset_tie(a.tie, own ? units.norm_within[first] : units.norm_between[first], memory(first),
            stranger, books_a);
  reset_tie(b.tie, own ? units.norm_within[second] : units.norm_between[second], memory(second),
            stranger, books_b);
}

// Two people who meet for the first time, or after a year of silence, start from how their units
// work with others. Until then a released pair rests: nothing moves its ties.
void meet_first(const Units& units, const Links& links, std::uint32_t link, End& a, End& b,
                Books& books_a, Books& books_b) {
  const std::uint32_t first = links.first[link], second = links.second[link];
  const bool own = links.own_group[link] != 0;
  reset_tie(a.tie, own ? units.norm_within[first] : units.norm_between[first], 1.0f, 0.0f, books_a);
  reset_tie(b.tie, own ? units.norm_within[second] : units.norm_between[second], 1.0f, 0.0f, books_b);
}

void look_at_suggestions(const Parameters& parameters, const Profile& pa, const Profile& pb,
                         const LinkView& view, const End& a, const End& b, BlockSums* sums) {
  if (pa.role == pb.role) return;
  const float near = closeness(pa, pb, view);
  sums[0].suggestions += suggestion_chance(parameters.care, a.tie, near);
  sums[1].suggestions += suggestion_chance(parameters.care, b.tie, near);
  ++sums[0].suggestion_ties;
  ++sums[1].suggestion_ties;
}

void commit_suggestions(const BlockSums& block, OrganisationWeek& sums) {
  if (block.suggestion_ties == 0) return;
  Tally& to = tally(sums, Outcome::suggestion_acceptance);
  add_shared(to.sum, to_fixed(block.suggestions));
  add_shared(to.count, block.suggestion_ties);
}

void block_week(World& world, const Parameters& parameters, WeekFlows& flows,
                const PairBlock& block) {
  Pairs& p = world.pairs;
  const Links& links = world.links;
  const LinkView va = view_of(world, parameters, block.link, 0);
  const LinkView vb = view_of(world, parameters, block.link, 1);
  const PhiloxKey key = world.luck.key(Purpose::communication);
  const std::int32_t daily = daily_need(parameters.caseload, links.own_group[block.link] != 0);
  const bool suggestions = world.week % kSuggestionEvery == kSuggestionEvery - 1;
  BlockSums sums[2];
  for (std::uint32_t k = block.begin; k < block.end; ++k) {
    const bool released = p.silent[k] >= kSilentYear;
    if (released && p.need[k] <= 0) {
      p.events0[k] = p.events1[k] = 0;
      continue;
    }
    const std::uint32_t i = p.lower[k], j = p.upper[k];
    const Profile &pa = flows.profiles[i], &pb = flows.profiles[j];
    End a, b;
    load(p, k, a, b);
    if (released) {
      meet_first(world.units, links, block.link, a, b, sums[0].books, sums[1].books);
      p.silent[k] = 0;
    }
    if (world.people.newcomer[i] | world.people.newcomer[j]) {
      meet_newcomer(world, parameters, links, block.link, a, b, sums[0].books, sums[1].books);
    }
    const float need = static_cast<float>(p.need[k]) * (1.0f / kNeedUnit);
    exchange(parameters, flows.sigma_custom, key, world.week, need, pa, pb, va, vb, a, b,
             sums[0].books, sums[1].books);
    const bool contact = ((a.events | b.events) & event::contact) != 0;
    p.silent[k] = contact ? 0 : static_cast<std::uint8_t>(p.silent[k] + (p.silent[k] < 255 ? 1 : 0));
    store(p, k, a, b);
    const bool known = p.silent[k] < kSurveyWindow || p.need[k] > 0;
    if (known) {
      add_items(a, sums[0].items);
      add_items(b, sums[1].items);
      ++sums[0].ties;
      ++sums[1].ties;
      if (suggestions) look_at_suggestions(parameters, pa, pb, va, a, b, sums);
    }
    const bool shared_case = p.need[k] > (p.daily[k] != 0 ? daily : 0);
    sums[0].evaluations += shared_case;
    sums[1].evaluations += shared_case;
  }
  const TieScope scope = links.own_group[block.link] ? TieScope::within : TieScope::between;
  OrganisationWeek& first = flows.sums[world.units.organisation[links.first[block.link]]];
  OrganisationWeek& second = flows.sums[world.units.organisation[links.second[block.link]]];
  commit(sums[0], first, scope);
  commit(sums[1], second, scope);
  commit_suggestions(sums[0], first);
  commit_suggestions(sums[1], second);
  const std::uint32_t across = links.across[block.link];
  if (across != kNone) {
    const std::int64_t trust = sums[0].items[4] + sums[0].items[6] + sums[1].items[4] + sums[1].items[6];
    add_shared(flows.trust_sum[across], trust);
    add_shared(flows.trust_count[across], 2 * (sums[0].ties + sums[1].ties));
  }
}

}  // namespace

void phase_ties(World& world, const Parameters& parameters, WeekFlows& flows) {
  flows.sigma_custom = logistic(parameters.learning.anchor_custom);
  const std::vector<PairBlock>& blocks = world.plan->blocks;
  for_each_task(blocks.size(), 8, [&](std::size_t n) {
    block_week(world, parameters, flows, blocks[n]);
  });
}

}  // namespace relco
