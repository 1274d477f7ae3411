// A single tie worked out from the rules alone, one at a time: the same bits as in the lanes of
// many, and the same ledger.
#include "engine/one_tie.h"

#include <array>
#include <vector>

#include "engine/simulation.h"
#include "support/at_level.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

using Terms = std::array<std::array<std::int64_t, kComponents>, kTerms>;
using Sums = std::vector<std::array<Terms, kTieScopes>>;  // of each organisation

Sums ledger_of(const WeekFlows& flows) {
  Sums sums(flows.sums.size());
  for (std::size_t o = 0; o < sums.size(); ++o) {
    for (std::size_t s = 0; s < kTieScopes; ++s) sums[o][s] = flows.sums[o].ties[s].terms;
  }
  return sums;
}

void add(Terms& to, const OneTie& tie) {
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) {
      to[t][c] += tie.met.terms[t][c] + tie.books.terms[t][c];
    }
  }
}

bool is(const Tie& tie, float goals, float knowledge, float respect) {
  return tie.goals == goals && tie.knowledge == knowledge && tie.respect == respect;
}

// One week of a world, phase by phase, beside the same week of every tie by itself.
class WeekOfSingles {
 public:
  explicit WeekOfSingles(Simulation& simulation) : s_(simulation), w_(simulation.world()) {}

  void live() {
    for (const Phase& phase : phases()) {
      if (phase.name == "ties") expect_pairs();
      if (phase.name == "family") expect_families();
      phase.run(s_);
      if (phase.name == "ties") compare_pairs();
      if (phase.name == "family") compare_families();
    }
    ++w_.week;
  }

  std::size_t wrong = 0, ties = 0, met = 0, newcomers = 0, asleep = 0, families = 0;

 private:
  void expect_pairs() {
    before_ = ledger_of(s_.flows());
    pairs_.clear();
    for (std::uint32_t k = 0; k < w_.pairs.lower.size(); ++k) {
      const OnePairWeek week = week_of_pair(w_, s_.parameters(), s_.flows(), k);
      const std::uint32_t link = link_of(w_.links, k);
      const auto scope =
          static_cast<std::size_t>(w_.links.own_group[link] ? TieScope::within : TieScope::between);
      const std::vector<std::uint32_t>& organisation = w_.plan->organisation_of_person;
      add(before_[organisation[w_.pairs.lower[k]]][scope], week.side[0]);
      add(before_[organisation[w_.pairs.upper[k]]][scope], week.side[1]);
      met += week.met ? 1 : 0;
      newcomers += week.newcomer ? 1 : 0;
      asleep += week.awake ? 0 : 1;
      pairs_.push_back(week);
    }
    ties += pairs_.size();
  }

  void compare_pairs() {
    wrong += ledger_of(s_.flows()) == before_ ? 0 : 1;
    const Pairs& p = w_.pairs;
    for (std::size_t k = 0; k < pairs_.size(); ++k) {
      const OnePairWeek& week = pairs_[k];
      wrong += !is(week.side[0].tie, p.goals0[k], p.knowledge0[k], p.respect0[k]);
      wrong += !is(week.side[1].tie, p.goals1[k], p.knowledge1[k], p.respect1[k]);
      wrong += week.side[0].sent != p.events0[k] || week.side[1].sent != p.events1[k];
      wrong += week.silent != p.silent[k];
    }
  }

  template <class Visit>
  void for_each_family(Visit&& visit) {
    for (std::uint32_t lane = 0; lane < w_.lanes.id.size(); ++lane) {
      if (!w_.plan->pathways[w_.lanes.pathway[lane]].facts->family) continue;
      for (std::uint32_t slot = w_.lanes.begin[lane]; slot < w_.lanes.end[lane]; ++slot) {
        const std::size_t first = std::size_t{slot} * w_.plan->places;
        for (std::size_t row = first; row < first + w_.plan->places; ++row) {
          if (w_.cases.id[slot] != 0 && w_.members.person[row] != kNone) visit(lane, slot, row);
        }
      }
    }
  }

  void expect_families() {
    before_ = ledger_of(s_.flows());
    rows_.assign(w_.members.person.size(), {});
    for_each_family([&](std::uint32_t lane, std::uint32_t slot, std::size_t row) {
      rows_[row] = week_of_family(w_, s_.parameters(), s_.flows(), lane, slot, row);
      auto& to = before_[w_.plan->organisation_of_person[w_.members.person[row]]]
                        [static_cast<std::size_t>(TieScope::family)];
      for (const OneTie& side : rows_[row].side) add(to, side);
      ++families;
    });
  }

  void compare_families() {
    wrong += ledger_of(s_.flows()) == before_ ? 0 : 1;
    const Members& m = w_.members;
    for_each_family([&](std::uint32_t, std::uint32_t, std::size_t row) {
      const OnePairWeek& week = rows_[row];
      wrong += !is(week.side[0].tie, m.goals0[row], m.knowledge0[row], m.respect0[row]);
      wrong += !is(week.side[1].tie, m.goals1[row], m.knowledge1[row], m.respect1[row]);
      wrong += week.side[0].sent != m.events0[row] || week.side[1].sent != m.events1[row];
    });
  }

  Simulation& s_;
  World& w_;
  Sums before_;
  std::vector<OnePairWeek> pairs_, rows_;
};

}  // namespace

TEST_CASE("ties worked out one by one are those of the lanes, and add up to their ledger") {
  Facts facts = test::storm();
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  for (const VectorLevel level : vector_levels()) {
    const test::AtLevel at(level);
    Simulation simulation(blueprint, parameters, facts.arms.size() - 1, 1);
    WeekOfSingles week(simulation);
    for (int n = 0; n < 70; ++n) week.live();
    CAPTURE(static_cast<int>(level));
    CHECK(week.wrong == 0);
    // Everything that can happen to a tie did happen.
    CHECK(week.ties > 5000);
    CHECK(week.families > 500);
    CHECK(week.met > 0);
    CHECK(week.newcomers > 0);
    CHECK(week.asleep > 0);
  }
}
