#include "rules/payment/payment.h"

#include <algorithm>

#include "base/numerics.h"
#include "rules/change/budget.h"
#include "rules/change/environment.h"

namespace relco {
namespace {

const PayerFacts& payer_facts(const Plan& plan, std::uint32_t row) {
  return row == 0 ? plan.facts.system : *plan.payers[row - 1];  // row 0 is the system's payer
}

// P4: partners negotiate a new agreement; trust and joint authority shorten it (S0-28, S2-06), and
// it waits for budgets that reach far enough (S1-12). Do they negotiate this week?
bool negotiate(OrganisationLinks& links, std::size_t k, const ChangeParameters& p, float wanted,
               float invest) {
  if (wanted <= 0.0f || links.agreement[k] >= 1.0f) return false;
  const float weeks = 1.0f + p.negotiation_weeks * (1.0f - p.negotiation_trust * links.trust[k]) *
                                 (1.0f - p.negotiation_governance * links.governance[k]);
  const float step = invest / weeks, left = 1.0f - links.agreement[k];
  links.agreement[k] = std::min(1.0f, links.agreement[k] + step);
  links.negotiation[k] += step > left ? left / step : 1.0f;  // the last week ends when they agree
  return true;
}

// People of an organisation that negotiates, with however many partners, spend time on positions.
void ask_hours(World& world, float hours, std::uint32_t organisation) {
  const Organisations& o = world.organisations;
  for (std::uint32_t u = o.begin[organisation]; u < o.end[organisation]; ++u) {
    world.units.hours_asked[u] += hours;
  }
}

// What presses on one side only: charges of that kind, and a share in the common result that the
// partner has not taken on (E24).
float alone(const PaymentForce& mine, const PaymentForce& partners) {
  return mine.one_sided + max0(mine.exposure - partners.exposure);
}

}  // namespace

PaymentForce force_of(const PaymentParameters& p, PaymentModel model, float share) {
  PaymentForce f;
  switch (model) {
    case PaymentModel::fee_for_service: break;
    case PaymentModel::pay_for_performance:
      f.own_effort = p.effort_own;
      f.crowding = p.crowding;
      break;
    case PaymentModel::bundled:
      f = {p.exposure_bundled, 0, p.effort_own, p.steer_channel, 0, p.thrift, 0, 0, 0};
      break;
    case PaymentModel::shared_savings:
      f = {p.exposure_shared_savings, 0, p.effort_own, p.steer_savings, 0, 0, 0, 0, 0};
      break;
    case PaymentModel::capitation:
      f = {p.exposure_capitation, 0, p.effort_own, p.steer_savings, 0, 0, 0, 0, 0};
      break;
    case PaymentModel::pooled_budget:
      f = {p.exposure_pooled, 0, 0, p.steer_savings, 0, 0, 0, 0, 0};
      break;
    case PaymentModel::co_financing:
      f.one_sided = p.one_sided_co_financing * share;
      f.steer_exempt = p.steer_exempt * share / p.steer_exempt_share;
      break;
    case PaymentModel::per_day_charge:
      f.one_sided = p.one_sided_per_day * share;
      f.faster = p.faster_per_day;
      break;
  }
  if (model != PaymentModel::fee_for_service) f.direct = p.direct;
  return f;
}

PaymentForce framed(const PaymentParameters& p, PaymentForce force, Framing framing) {
  if (framing == Framing::cost) force.crowding = p.crowding;
  if (framing == Framing::patient) force.crowding = 0;
  return force;
}

PaymentForce within_budget(PaymentForce force, float invest) {
  force.exposure = std::min(1.0f, force.exposure * invest);
  force.steer *= invest;
  force.thrift = std::min(1.0f, force.thrift * invest);
  return force;
}

PaymentForce blend(const PaymentForce& from, const PaymentForce& to, float s) {
  const auto mix = [s](float a, float b) { return a + s * (b - a); };
  return {mix(from.exposure, to.exposure),
          mix(from.one_sided, to.one_sided),
          mix(from.own_effort, to.own_effort),
          mix(from.steer, to.steer),
          mix(from.steer_exempt, to.steer_exempt),
          mix(from.thrift, to.thrift),
          mix(from.faster, to.faster),
          mix(from.crowding, to.crowding),
          mix(from.direct, to.direct)};
}

void settle_payment(World& world, const Parameters& parameters, PaymentWeek& week) {
  const Plan& plan = *world.plan;
  const std::size_t organisations = world.organisations.id.size();
  auto& [forces, start, wanted, invest, talks] = week;
  start.resize(world.payers.id.size());
  for (std::uint32_t k = 0; k < start.size(); ++k) {
    const PayerFacts& facts = payer_facts(plan, k);
    world.payers.model[k] = static_cast<std::uint32_t>(facts.model);
    world.payers.share[k] = static_cast<float>(facts.share);
    world.payers.dose[k] = 0;
    start[k] = force_of(parameters.payment, facts.model, static_cast<float>(facts.share));
  }
  forces.resize(organisations);
  for (std::size_t o = 0; o < organisations; ++o) forces[o] = start[world.organisations.payer[o]];

  wanted.assign(organisations, 0.0f);
  for (const PlannedChange& change : plan.arms[world.arm]) {
    const auto* verb = std::get_if<PaymentChange>(change.verb);
    if (verb == nullptr) continue;
    const float s = strength_of(parameters.change, *change.facts, world.week);
    if (s == 0.0f) continue;
    const PaymentForce target =
        framed(parameters.payment,
               force_of(parameters.payment, verb->to.model, static_cast<float>(verb->to.share)),
               change.facts->framing);
    for (std::uint32_t o : change.organisations) {
      if (!is_named(plan, o, verb->to.partners)) continue;
      forces[o] = blend(forces[o], target, s);
      wanted[o] = std::max(wanted[o], s * target.exposure);
      const std::uint32_t payer = world.organisations.payer[o];
      world.payers.model[payer] = static_cast<std::uint32_t>(verb->to.model);
      world.payers.dose[payer] = s;
      world.payers.share[payer] = static_cast<float>(verb->to.share);
    }
  }
  invest.resize(organisations);
  for (std::size_t o = 0; o < organisations; ++o) {
    invest[o] = investing(parameters.change, world.organisations.budget_years[o],
                          world.organisations.horizon_years[o]);
    forces[o] = within_budget(forces[o], invest[o]);
  }
  talks.assign(organisations, 0);
  OrganisationLinks& links = world.organisation_links;
  for (std::size_t k = 0; k < links.first.size(); ++k) {
    const std::uint32_t a = links.first[k], b = links.second[k];
    if (negotiate(links, k, parameters.change, std::min(wanted[a], wanted[b]),
                  std::min(invest[a], invest[b]))) {
      talks[a] = talks[b] = 1;
    }
    const float signed_up = wanted[a] > 0.0f || wanted[b] > 0.0f ? links.agreement[k] : 1.0f;
    const float mutual = std::min(forces[a].exposure, forces[b].exposure) * signed_up;
    links.exposure0[k] = std::min(1.0f, mutual + alone(forces[a], forces[b]));
    links.exposure1[k] = std::min(1.0f, mutual + alone(forces[b], forces[a]));
  }
  for (std::uint32_t o = 0; o < organisations; ++o) {
    if (talks[o] != 0) ask_hours(world, parameters.change.negotiation_hours, o);
  }
}

PaymentForce force_on_lane(const Plan& plan, std::uint32_t lane,
                           const std::vector<PaymentForce>& forces) {
  PaymentForce strongest;
  for (const std::uint32_t o : plan.lane_organisations[lane]) {
    strongest.steer = std::max(strongest.steer, forces[o].steer);
    strongest.steer_exempt = std::max(strongest.steer_exempt, forces[o].steer_exempt);
    strongest.thrift = std::max(strongest.thrift, forces[o].thrift);
    strongest.faster = std::max(strongest.faster, forces[o].faster);
    strongest.direct = std::max(strongest.direct, forces[o].direct);
  }
  return strongest;
}

float channel_chance(const CareParameters& care, const ChannelFacts& channel, float share,
                     const PaymentForce& force, const ChannelCase& of) {
  if (share <= 0.0f) return 0.0f;
  const float base = share < 0.999f ? share : 0.999f;
  const float missing = care.ordinary - of.coordination;
  auto z = static_cast<float>(log_d(base / (1.0 - base)));
  if (channel.institutional) {
    z += care.channel_coordination * missing;
  } else if (channel.admission) {
    z += care.admission_coordination * (missing > 0.0f ? missing : missing * of.elsewhere);
  }
  if ((channel.institutional || channel.admission) && !channel.exempt) z -= force.steer;
  if (channel.exempt) z += force.steer_exempt;
  return logistic(z) * (channel.admission ? 1.0f - force.direct : 1.0f);
}

}  // namespace relco
