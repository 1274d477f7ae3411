#include "rules/payment/payment.h"

#include <algorithm>

#include "engine/simulation.h"
#include "support/catch.h"
#include "support/worlds.h"
#include "unit/rules/any.h"
#include "unit/stats/approx.h"

using namespace relco;
using test::Any;

namespace {

constexpr PaymentParameters kUsual{};
constexpr CareParameters kCare{};

PaymentModel model(std::size_t k) {
  return static_cast<PaymentModel>(k);
}

bool none(const PaymentForce& f) {
  return f.exposure == 0 && f.one_sided == 0 && f.own_effort == 0 && f.steer == 0 &&
         f.steer_exempt == 0 && f.thrift == 0 && f.faster == 0 && f.crowding == 0;
}

ChannelFacts channel(bool institutional, bool exempt) {
  ChannelFacts out;
  out.institutional = institutional;
  out.exempt = exempt;
  return out;
}

float chance(const ChannelFacts& channel, const PaymentForce& force, float share = 0.4f,
             float coordination = kCare.ordinary) {
  return channel_chance(kCare, channel, share, force, {coordination, 1.0f});
}

// Forces and exposures of a world in some week, as the environment and payment settle them.
struct Settled {
  Settled(const Facts& facts, std::size_t arm, Week week) {
    const Blueprint blueprint = make_blueprint(facts, parameters);
    Simulation simulation(blueprint, parameters, arm, 0);
    simulation.run_until(week);
    forces = simulation.flows().payment.forces;
    links = simulation.world().organisation_links;
  }
  Parameters parameters;
  std::vector<PaymentForce> forces;
  OrganisationLinks links;
};

}  // namespace

TEST_CASE("fee for service is no force at all, whatever its share") {
  for (const float share : {0.0f, 0.5f, 1.0f}) {
    CHECK(none(force_of(kUsual, PaymentModel::fee_for_service, share)));
  }
}

TEST_CASE("every other model is some force, and forces never turn negative") {
  for (std::size_t k = 0; k < kPaymentModels; ++k) {
    const PaymentForce f = force_of(kUsual, model(k), 0.3f);
    if (model(k) != PaymentModel::fee_for_service) CHECK_FALSE(none(f));
    for (const float x : {f.exposure, f.one_sided, f.own_effort, f.steer, f.steer_exempt, f.thrift,
                          f.faster, f.crowding}) {
      CHECK(x >= 0);
    }
    CHECK(f.exposure <= 1);
    CHECK(f.one_sided <= 1);
  }
}

TEST_CASE("a model in which one side pays exposes one side, one of joint results both") {
  for (const PaymentModel one : {PaymentModel::co_financing, PaymentModel::per_day_charge}) {
    CHECK(force_of(kUsual, one, 0.3f).one_sided > 0);
    CHECK(force_of(kUsual, one, 0.3f).exposure == 0);
    CHECK(force_of(kUsual, one, 0).one_sided == 0);
    CHECK(force_of(kUsual, one, 0.6f).one_sided > force_of(kUsual, one, 0.3f).one_sided);
  }
  for (const PaymentModel joint : {PaymentModel::bundled, PaymentModel::shared_savings,
                                   PaymentModel::capitation, PaymentModel::pooled_budget}) {
    CHECK(force_of(kUsual, joint, 0.3f).exposure > 0);
    CHECK(force_of(kUsual, joint, 0.3f).one_sided == 0);
  }
}

TEST_CASE("a blend of two models begins as the first, ends as the second and lies between") {
  const PaymentForce from = force_of(kUsual, PaymentModel::pay_for_performance, 0.3f);
  const PaymentForce to = force_of(kUsual, PaymentModel::bundled, 0.3f);
  CHECK(blend(from, to, 0).crowding == from.crowding);
  CHECK(blend(from, to, 0).exposure == from.exposure);
  CHECK(blend(from, to, 1).exposure == test::Approx(to.exposure));
  CHECK(blend(from, to, 1).crowding == test::Approx(to.crowding).margin(1e-7));
  CHECK(blend(from, to, 0.5f).exposure == test::Approx(0.5f * to.exposure));
}

TEST_CASE("a habit without any force and ordinary coordination stays what it is") {
  for (const float share : {0.01f, 0.3f, 0.9f}) {
    for (const bool institutional : {false, true}) {
      for (const bool exempt : {false, true}) {
        CHECK(chance(channel(institutional, exempt), {}, share) ==
              test::Approx(share).margin(1e-6));
      }
    }
  }
  CHECK(chance(channel(true, false), {}, 0) == 0);
  CHECK(chance(channel(false, false), {}, 1) > 0.99f);
}

TEST_CASE("a force steers away from costly channels, never from exempt or ordinary ones") {
  PaymentForce force;
  force.steer = 0.5f;
  CHECK(chance(channel(true, false), force) < chance(channel(true, false), {}));
  CHECK(chance(channel(true, true), force) == chance(channel(true, true), {}));
  CHECK(chance(channel(false, false), force) == chance(channel(false, false), {}));
  ChannelFacts admission;
  admission.admission = true;
  CHECK(chance(admission, force) < chance(admission, {}));
}

TEST_CASE("co-financing steers towards exempt channels only") {
  PaymentForce force;
  force.steer_exempt = 0.5f;
  CHECK(chance(channel(false, true), force) > chance(channel(false, true), {}));
  CHECK(chance(channel(true, false), force) == chance(channel(true, false), {}));
  CHECK(chance(channel(false, false), force) == chance(channel(false, false), {}));
}

TEST_CASE("well coordinated cases need costly after-care less, other channels as before") {
  CHECK(chance(channel(true, false), {}, 0.4f, 0.9f) <
        chance(channel(true, false), {}, 0.4f, 0.3f));
  CHECK(chance(channel(false, false), {}, 0.4f, 0.9f) ==
        chance(channel(false, false), {}, 0.4f, 0.3f));
}

TEST_CASE("good coordination avoids an admission as far as care can go elsewhere") {
  ChannelFacts stay;
  stay.admission = true;
  const auto admitted = [&](float coordination, float elsewhere) {
    return channel_chance(kCare, stay, 0.4f, {}, {coordination, elsewhere});
  };
  const float usual = admitted(kCare.ordinary, 1);
  CHECK(admitted(0.9f, 0) == usual);
  CHECK(admitted(0.9f, 0.5f) < usual);
  CHECK(admitted(0.9f, 1) < admitted(0.9f, 0.5f));
  CHECK(admitted(0.3f, 0) > usual);  // what is missing needs no room to do harm
  CHECK(admitted(0.3f, 0) == admitted(0.3f, 1));
}

TEST_CASE("chances of channels lie in 0 to 1 for any habit and force") {
  Any any(1);
  std::size_t wrong = 0;
  for (int n = 0; n < 3000; ++n) {
    PaymentForce force;
    force.steer = any.number(0, 10);
    force.steer_exempt = any.number(0, 10);
    const float x = channel_chance(any.parameters().care, channel(any.coin(), any.coin()),
                                   any.number(0, 1.2f), force, {any.share(), any.share()});
    wrong += !(x >= 0 && x <= 1);
  }
  CHECK(wrong == 0);
}

TEST_CASE("shared results count as far as partners have agreed, and agreement takes time") {
  Facts facts = test::two_partners();
  PaymentChange bundle;
  bundle.to.model = PaymentModel::bundled;
  bundle.to.partners = {"hospital", "homecare"};
  test::add_arm(facts, test::change("bundle", bundle));
  REQUIRE(Settled(facts, 0, 16).links.exposure0.size() == 1);
  float exposure = 0;
  for (Week week = 4; week <= 16; week += 4) {
    const Settled now(facts, 1, week);
    CHECK(now.links.exposure0[0] == now.links.exposure1[0]);
    CHECK(now.links.exposure0[0] > exposure);
    CHECK(now.links.agreement[0] <= 1);
    exposure = now.links.exposure0[0];
  }
  CHECK(exposure <= PaymentParameters{}.exposure_bundled);
  CHECK(Settled(facts, 0, 16).links.exposure0[0] == 0);
}

TEST_CASE("a bundle of one organisation alone presses on that one, and is no shared result") {
  Facts facts = test::two_partners();
  PaymentChange alone;
  alone.to.model = PaymentModel::bundled;
  alone.to.partners = {"hospital"};
  test::add_arm(facts, test::change("alone", alone));
  const Settled now(facts, 1, 16);
  const float low = std::min(now.links.exposure0[0], now.links.exposure1[0]);
  const float high = std::max(now.links.exposure0[0], now.links.exposure1[0]);
  CHECK(low == 0);
  CHECK(high == test::Approx(PaymentParameters{}.exposure_bundled));
  CHECK(now.links.negotiation[0] == 0);
}

TEST_CASE("any bit of trust shortens negotiations") {
  Facts facts = test::two_partners();
  facts.horizon = 52;
  PaymentChange bundle;
  bundle.to.model = PaymentModel::bundled;
  bundle.to.partners = {"hospital", "homecare"};
  test::add_arm(facts, test::change("bundle", bundle));
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  const auto weeks_at = [&](float trust) {
    World world = make_world(blueprint, parameters, facts.arms.size() - 1, 0);
    PaymentWeek payment;
    std::vector<float>& years =
        world.organisations.budget_years;  // else settled by the environment
    std::fill(years.begin(), years.end(), 1.0f);
    for (world.week = 0; world.week < facts.horizon; ++world.week) {
      world.organisation_links.trust[0] = trust;
      settle_payment(world, parameters, payment);
    }
    REQUIRE(world.organisation_links.agreement[0] == 1);
    return world.organisation_links.negotiation[0];
  };
  CHECK(weeks_at(0.51f) < weeks_at(0.50f));
  CHECK(weeks_at(0.9f) < weeks_at(0.6f));
}

TEST_CASE("the payer's column says the model, its dose and its share in force") {
  Facts facts = test::two_partners();
  PaymentChange charge;
  charge.to.model = PaymentModel::per_day_charge;
  charge.to.share = 0.4;
  test::add_arm(facts, test::change("charge", charge));
  const Parameters parameters;
  const Blueprint blueprint = make_blueprint(facts, parameters);
  Simulation simulation(blueprint, parameters, 1, 0);
  simulation.run_until(facts.horizon);
  CHECK(simulation.world().payers.model[0] == static_cast<std::uint32_t>(charge.to.model));
  CHECK(simulation.world().payers.dose[0] == 1);
  CHECK(simulation.world().payers.share[0] == 0.4f);
}

TEST_CASE("payment framed by cost crowds out goals, framed by patients it does not") {
  for (std::size_t k = 0; k < kPaymentModels; ++k) {
    const PaymentForce f = force_of(kUsual, model(k), 0.3f);
    CHECK(framed(kUsual, f, Framing::neutral).crowding == f.crowding);
    CHECK(framed(kUsual, f, Framing::cost).crowding == kUsual.crowding);
    CHECK(framed(kUsual, f, Framing::patient).crowding == 0);
    CHECK(framed(kUsual, f, Framing::cost).exposure == f.exposure);
  }
}

TEST_CASE("savings beyond the budget's reach weigh less, pressure of the day weighs the same") {
  const PaymentForce f = force_of(kUsual, PaymentModel::bundled, 0.3f);
  const PaymentForce shorter = within_budget(f, 0.5f), longer = within_budget(f, 100);
  CHECK(shorter.exposure == 0.5f * f.exposure);
  CHECK(shorter.steer == 0.5f * f.steer);
  CHECK(shorter.thrift == 0.5f * f.thrift);
  CHECK(shorter.own_effort == f.own_effort);
  CHECK(longer.exposure == 1);
  CHECK(longer.thrift == 1);
  const PaymentForce alone = force_of(kUsual, PaymentModel::co_financing, 0.3f);
  CHECK(within_budget(alone, 0.5f).one_sided == alone.one_sided);
  CHECK(within_budget(alone, 0.5f).steer_exempt == alone.steer_exempt);
}

TEST_CASE(
    "of every push on a purchase the strongest counts, whoever of those that care it acts on") {
  Facts facts = test::two_partners();
  facts.roles.push_back({});
  facts.roles.back().name = "clerk";
  OrganisationFacts elsewhere;
  elsewhere.name = "elsewhere";
  elsewhere.units.push_back({});
  elsewhere.units[0].name = "office";
  elsewhere.units[0].staff = {{"clerk", 2}};
  facts.organisations.push_back(elsewhere);
  const Blueprint blueprint = make_blueprint(facts, {});
  const Plan& plan = *blueprint.plan;
  REQUIRE(plan.lane_organisations.size() == 1);
  REQUIRE(plan.lane_organisations[0].size() == 2);
  std::vector<PaymentForce> forces(plan.organisation_names.size());
  for (std::size_t o = 0; o < forces.size(); ++o) {
    const bool cares = plan.organisation_names[o] != "elsewhere";
    forces[o].steer = cares ? 0.1f + 0.1f * static_cast<float>(o) : 9.0f;
    forces[o].exposure = 1.0f;
  }
  const PaymentForce lane = force_on_lane(plan, 0, forces);
  float strongest = 0;
  for (const std::uint32_t o : plan.lane_organisations[0]) {
    strongest = std::max(strongest, forces[o].steer);
  }
  CHECK(lane.steer == strongest);
  CHECK(lane.steer < 9.0f);
  CHECK(lane.exposure == 0);  // a matter of organisations, not of purchases
}
