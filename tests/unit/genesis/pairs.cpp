// Pairs of people: everyone who can share work is met once, and found from both sides.
#include <algorithm>
#include <set>

#include "base/errors.h"
#include "genesis/topology.h"
#include "support/catch.h"
#include "support/worlds.h"

using namespace relco;

namespace {

using Couple = std::pair<std::uint32_t, std::uint32_t>;

std::set<Couple> couples(const Blueprint& blueprint) {
  const Pairs& pairs = blueprint.prototype.pairs;
  std::set<Couple> out;
  for (std::size_t k = 0; k < pairs.lower.size(); ++k) out.insert({pairs.lower[k], pairs.upper[k]});
  return out;
}

// Of each person.
std::vector<std::size_t> partners_of(const Blueprint& blueprint) {
  const Pairs& pairs = blueprint.prototype.pairs;
  std::vector<std::size_t> out(blueprint.prototype.people.id.size(), 0);
  for (const auto* side : {&pairs.lower, &pairs.upper}) {
    for (const std::uint32_t person : *side) ++out[person];
  }
  return out;
}

}  // namespace

TEST_CASE("no pair is listed twice, and nobody is paired with themselves") {
  for (const Facts& facts : {test::one_ward(), test::one_child(), test::rich(), test::storm()}) {
    const Blueprint blueprint = make_blueprint(facts, {});
    const Pairs& pairs = blueprint.prototype.pairs;
    CHECK(couples(blueprint).size() == pairs.lower.size());
    for (std::size_t k = 0; k < pairs.lower.size(); ++k) CHECK(pairs.lower[k] < pairs.upper[k]);
  }
}

TEST_CASE("a person of more partners than sums can hold is refused, and never wrapped") {
  Facts facts = test::one_ward();  // one surgeon, whom every nurse of the ward meets
  const auto partners = [&facts](int nurses) {
    facts.organisations[0].units[0].staff = {{"surgeon", 1}, {"nurse", nurses}};
    const std::vector<std::size_t> all = partners_of(make_blueprint(facts, {}));
    return *std::max_element(all.begin(), all.end());
  };
  CHECK(partners(static_cast<int>(kMostPartners)) == kMostPartners);
  CHECK_THROWS_AS(partners(static_cast<int>(kMostPartners) + 1), UserError);
}

TEST_CASE("any two people who may sit in one team are a pair") {
  const Blueprint blueprint = make_blueprint(test::rich(), {});
  const Plan& plan = *blueprint.plan;
  const std::set<Couple> known = couples(blueprint);
  std::size_t missing = 0, looked = 0;
  for (std::size_t lane = 0; lane < blueprint.prototype.lanes.id.size(); ++lane) {
    for (std::uint32_t a = 0; a < plan.places; ++a) {
      for (std::uint32_t b = a + 1; b < plan.places; ++b) {
        const CandidateRange from = plan.lane_candidates[lane * plan.places + a];
        const CandidateRange to = plan.lane_candidates[lane * plan.places + b];
        for (std::uint32_t i = from.begin; i < from.end; ++i) {
          for (std::uint32_t j = to.begin; j < to.end; ++j) {
            const std::uint32_t x = plan.candidates[i], y = plan.candidates[j];
            if (x == y) continue;
            ++looked;
            missing += known.count({std::min(x, y), std::max(x, y)}) == 0;
          }
        }
      }
    }
  }
  CHECK(looked > 100);
  CHECK(missing == 0);
}

TEST_CASE("in a small workgroup everybody knows everybody, and daily work ties them") {
  const Blueprint blueprint = make_blueprint(test::one_ward(), {});
  const Pairs& pairs = blueprint.prototype.pairs;
  const std::size_t within = 3 * 2 / 2 + 6 * 5 / 2;  // surgeons, nurses
  std::size_t own = 0;
  for (std::size_t k = 0; k < pairs.lower.size(); ++k) {
    own += blueprint.prototype.people.role[pairs.lower[k]] ==
           blueprint.prototype.people.role[pairs.upper[k]];
    CHECK(pairs.daily[k] == 1);
  }
  CHECK(own == within);
}

TEST_CASE("in a large workgroup nobody knows more than a dozen colleagues of the same role") {
  Facts facts = test::one_ward();
  facts.organisations[0].units[0].staff = {{"nurse", 60}};
  const std::vector<std::size_t> all = partners_of(make_blueprint(facts, {}));
  for (std::size_t i = 0; i < 60; ++i) CHECK(all[i] == 12);
}

TEST_CASE("a pair is found from either side, and strangers find none") {
  const Blueprint blueprint = make_blueprint(test::storm(), {});
  const Pairs& pairs = blueprint.prototype.pairs;
  const std::set<Couple> known = couples(blueprint);
  const auto people = static_cast<std::uint32_t>(blueprint.prototype.people.id.size());
  std::size_t wrong = 0;
  for (std::uint32_t a = 0; a < people; ++a) {
    for (std::uint32_t b = 0; b < people; ++b) {
      if (a == b) continue;
      const std::uint32_t pair = find_pair(*blueprint.plan, pairs, a, b);
      const bool knows = known.count({std::min(a, b), std::max(a, b)}) != 0;
      wrong += (pair != kNone) != knows;
      wrong += pair != kNone &&
               (pairs.lower[pair] != std::min(a, b) || pairs.upper[pair] != std::max(a, b));
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("blocks of work cover every pair once, each within one link") {
  const Blueprint blueprint = make_blueprint(test::storm(), {});
  const Links& links = blueprint.prototype.links;
  std::uint32_t next = 0;
  for (const PairBlock& block : blueprint.plan->blocks) {
    CHECK(block.begin == next);
    CHECK(block.begin >= links.begin[block.link]);
    CHECK(block.end <= links.end[block.link]);
    next = block.end;
  }
  CHECK(next == blueprint.prototype.pairs.lower.size());
}
