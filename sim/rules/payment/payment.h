// What ways of paying do: they never touch outcomes. They expose organisations to each other's
// results (which turns into shared goals only where ties exist), move own effort a little, and
// steer the choice of priced channels (model equations P1-P8).
#pragma once

#include <vector>

#include "rules/parameters.h"
#include "world/world.h"

namespace relco {

// The push of one payment model at full strength (E08 to E24, S1-03).
struct PaymentForce {
  float exposure = 0;      // of one's result to the partners' results, 0-1
  float one_sided = 0;     // exposure that the partner does not share
  float own_effort = 0;    // log-odds of contact inside the own organisation
  float steer = 0;         // log-odds away from the costly channel
  float steer_exempt = 0;  // log-odds towards exempt channels
  float thrift = 0;        // share of supply prices saved
  float faster = 0;        // share of waiting days removed
  float crowding = 0;      // log-odds of goals lost to purely financial framing
  float direct = 0;        // share of stays cut by the incentive itself
};

// P1: what a model does at full strength; `share`, 0-1, is the strength of its incentive.
[[nodiscard]] PaymentForce force_of(const PaymentParameters& p, PaymentModel model, float share);
// P2: a model that is being phased in, `strength` 0 to 1.
[[nodiscard]] PaymentForce blend(const PaymentForce& from, const PaymentForce& to, float strength);
// P6: the same as it is told to people: purely financial framing crowds out goals, patients first
// do not (S1-03).
[[nodiscard]] PaymentForce framed(const PaymentParameters& p, PaymentForce force, Framing framing);
// P7: the same under a budget and a plan of some reach (X14): what pays back later counts by
// `invest`.
[[nodiscard]] PaymentForce within_budget(PaymentForce force, float invest);

// The payment of a week: the force on each organisation, and room that is used again every week.
struct PaymentWeek {
  std::vector<PaymentForce> forces, usual;  // per organisation; per payer, without changes
  std::vector<float> wanted, invest;        // per organisation: exposure that changes want, P7
  std::vector<std::uint8_t> talks;          // per organisation: 1 when it negotiates
};

// P3: settles the week's payment: the force on each organisation, and the exposure of each pair of
// organisations, which grows with the agreement they negotiate. Needs the environment's flows.
void settle_payment(World& world, const Parameters& parameters, PaymentWeek& week);

// P8: what steers the purchases of a case: of each push the strongest among the organisations that
// care for it, for whoever bears a share of the bill looks at the price.
[[nodiscard]] PaymentForce force_on_lane(const Plan& plan, std::uint32_t lane,
                                         const std::vector<PaymentForce>& forces);

// What a case brings to the choice of a channel.
struct ChannelCase {
  float coordination = 0;  // mean coordinated share of its weeks, 0-1
  float elsewhere = 1;     // how far care can go elsewhere than to hospital, 0-1 (Q18)
};

// P5: the chance that a case takes a priced channel, given its habit share, the force on whoever
// decides, and what the case brings, relative to the ordinary.
[[nodiscard]] float channel_chance(const CareParameters& care, const ChannelFacts& channel,
                                   float share, const PaymentForce& force, const ChannelCase& of);

}  // namespace relco
