#include "rules/care/care.h"

#include <algorithm>
#include <bit>

#include "genesis/genesis.h"
#include "rules/care/suggestion.h"
#include "rules/caseload/caseload.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/rules/any.h"

using namespace relco;
using test::Any;

namespace {

constexpr CareParameters kUsual{};
constexpr std::uint8_t kBlamed = event::well | event::problem | event::active;

// A world with one open case whose pairs all did the same.
struct OneCase {
  OneCase()
      : world(make_world(make_blueprint(test::two_partners(), parameters), parameters, 0, 0)) {
    while (world.cases.id[slot] != 0) ++slot;
    start_case(world, parameters, 0, slot, 4711, 0, {});
  }
  [[nodiscard]] TeamWeek after(std::uint8_t events) {
    for (auto* column : {&world.pairs.events0, &world.pairs.events1}) {
      std::fill(column->begin(), column->end(), events);
    }
    return team_week(world, parameters, 0, slot);
  }
  Parameters parameters;
  World world;
  std::uint32_t slot = 0;
};

// Care of one week for a case whose pairs all did the same, and what it left in the sums.
struct Cared {
  explicit Cared(std::uint8_t events) {
    (void)one.after(events);
    std::vector<OrganisationWeek> sums(one.world.organisations.id.size());
    for (Week week = 0; week < 3; ++week) {
      one.world.week = week;
      care_week(one.world, one.parameters, 0, {}, sums);
    }
  }
  OneCase one;
  [[nodiscard]] float of(const std::vector<float>& column) const { return column[one.slot]; }
};

}  // namespace

TEST_CASE("a met need lies in 0 to 1, and without contact nothing is met") {
  Any any(1);
  std::size_t wrong = 0;
  for (int events = 0; events < 64; ++events) {
    const float share = met(kUsual, static_cast<std::uint8_t>(events));
    wrong += !(share >= 0 && share <= 1.000001f);
    if (!(events & event::contact)) wrong += share != 0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("contact in time and accurate meets more, blame spoils some of it, solving does not") {
  const std::uint8_t contact = event::contact;
  CHECK(met(kUsual, contact) > 0);
  CHECK(met(kUsual, contact | event::timely) > met(kUsual, contact));
  CHECK(met(kUsual, contact | event::accurate) > met(kUsual, contact));
  CHECK(met(kUsual, event::well) > met(kUsual, contact | event::timely));
  CHECK(met(kUsual, event::well | event::problem) < met(kUsual, event::well));
  CHECK(met(kUsual, event::well | event::problem) > 0);
  CHECK(met(kUsual, event::well | event::problem | event::solved) == met(kUsual, event::well));
}

TEST_CASE("a team's shares lie in 0 to 1 and grow with every better week") {
  OneCase one;
  const TeamWeek silent = one.after(event::active);
  const TeamWeek spoke = one.after(event::active | event::contact);
  const TeamWeek well = one.after(event::active | event::well);
  const TeamWeek blamed = one.after(kBlamed);
  CHECK(silent.share == 0);
  CHECK(spoke.share > silent.share);
  CHECK(well.share > spoke.share);
  CHECK(blamed.share < well.share);
  CHECK(well.share <= 1.000001f);
  CHECK(well.informed == 1);
  CHECK(silent.informed == 0);
  CHECK(well.failed == 0);
  CHECK(silent.failed > 0);
  CHECK(blamed.blame == 1);
  CHECK(well.blame == 0);
}

TEST_CASE("one silent pair in a team costs coordination, whichever it is") {
  OneCase one;
  const float best = one.after(event::active | event::well).share;
  const std::uint32_t* pair = &one.world.case_pairs[one.slot * pair_places(one.world.plan->places)];
  for (std::uint32_t k = 0; k < pair_places(one.world.plan->places); ++k) {
    if (pair[k] == kNone) continue;
    one.world.pairs.events0[pair[k]] = event::active;
    CHECK(team_week(one.world, one.parameters, 0, one.slot).share < best);
    one.world.pairs.events0[pair[k]] = event::active | event::well;
  }
}

TEST_CASE("a team of one coordinates itself") {
  OneCase one;
  const std::uint32_t places = one.world.plan->places;
  bool first = true;
  for (std::uint32_t k = 0; k < places; ++k) {
    std::uint32_t& person = one.world.members.person[one.slot * places + k];
    if (person == kNone) continue;
    if (!first) person = kNone;
    first = false;
  }
  index_case_pairs(one.world);
  CHECK(one.after(event::active).share == 1);
}

TEST_CASE("well coordinated care goes faster, waits less, doubles less, wastes less, heals more") {
  const Cared well(event::active | event::well), badly(event::active);
  const Cases& good = well.one.world.cases;
  const Cases& bad = badly.one.world.cases;
  CHECK(well.of(good.progress) > badly.of(bad.progress));
  CHECK(well.of(good.delay) < badly.of(bad.delay));
  CHECK(well.of(good.duplication) < badly.of(bad.duplication));
  CHECK(well.of(good.wasted) < badly.of(bad.wasted));
  CHECK(well.of(good.wellness) > badly.of(bad.wellness));
  CHECK(well.of(good.coordination) > badly.of(bad.coordination));
}

TEST_CASE("slices of the picture spread by accurate contact, and not at all without") {
  const auto held = [](const Cared& cared) {
    int bits = 0;
    const std::uint32_t places = cared.one.world.plan->places;
    for (std::uint32_t k = 0; k < places; ++k) {
      bits += std::popcount(cared.one.world.members.plan[cared.one.slot * places + k]);
    }
    return bits;
  };
  OneCase start;
  int before = 0;
  const std::uint32_t places = start.world.plan->places;
  for (std::uint32_t k = 0; k < places; ++k) {
    before += std::popcount(start.world.members.plan[start.slot * places + k]);
  }
  CHECK(held(Cared(event::active | event::well)) > before);
  CHECK(held(Cared(event::active | event::contact | event::timely)) <= before);
}

TEST_CASE(
    "a family inside the team tells all at one table, and whoever hears it there hears more") {
  // Slices that members hold after a week in which the family reached some of them.
  const auto held = [](float inside, std::uint32_t reached) {
    OneCase one;
    (void)one.after(event::active);
    std::fill(one.world.lanes.family_dose.begin(), one.world.lanes.family_dose.end(), inside);
    const std::uint32_t places = one.world.plan->places, base = one.slot * places;
    std::vector<int> bits;
    for (std::uint32_t k = 0, members = 0; k < places; ++k) {
      if (one.world.members.person[base + k] == kNone) continue;
      const bool hears = members++ < reached;
      one.world.members.events0[base + k] = hears ? event::active | event::well : event::active;
    }
    std::vector<OrganisationWeek> sums(one.world.organisations.id.size());
    care_week(one.world, one.parameters, 0, {}, sums);
    for (std::uint32_t k = 0; k < places; ++k) {
      if (one.world.members.person[base + k] == kNone) continue;
      bits.push_back(std::popcount(one.world.members.plan[base + k]));
    }
    return bits;
  };
  CHECK(held(1, 0) == held(0, 0));  // nobody hears it
  CHECK(held(1, 1) == held(0, 1));  // one alone hears the same at a table
  const std::vector<int> outside = held(0, 3), table = held(1, 3);
  REQUIRE(outside.size() > 3);
  for (std::size_t k = 0; k < 3; ++k) CHECK(table[k] > outside[k]);
  for (std::size_t k = 3; k < outside.size(); ++k) CHECK(table[k] == outside[k]);
}

TEST_CASE("suggestions are taken more from people one respects, knows, belongs to and sits with") {
  Any any(2);
  for (int n = 0; n < 500; ++n) {
    const CareParameters p = any.parameters().care;
    const Tie tie{any.share(), 0.8f * any.share(), 0.8f * any.share()};
    const float team = 0.8f * any.share(), near = 0.8f * any.share();
    const float base = suggestion_chance(p, tie, team, near);
    CHECK((base >= 0 && base <= 1));
    CHECK(suggestion_chance(p, {tie.goals, tie.knowledge + 0.2f, tie.respect}, team, near) >=
          base - 1e-6f);
    CHECK(suggestion_chance(p, {tie.goals, tie.knowledge, tie.respect + 0.2f}, team, near) >=
          base - 1e-6f);
    CHECK(suggestion_chance(p, tie, team + 0.2f, near) >= base - 1e-6f);
    CHECK(suggestion_chance(p, tie, team, near + 0.2f) >= base - 1e-6f);
  }
}
