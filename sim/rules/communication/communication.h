// How two people who share cases communicate in a week: whether they make contact, in time,
// accurately, and whether a problem between them is solved or blamed (model equations C1-C9).
// Inline functions of one directed tie, so that the engine can fuse them into one pass.
#pragma once

#include <limits>

#include "base/numerics.h"
#include "random/draws.h"
#include "rules/communication/communication_parameters.h"
#include "world/ties.h"

namespace relco {

// A chance, kept as the odds against it: luck is held against those without a division.
struct Chance {
  float against = std::numeric_limits<float>::infinity();

  constexpr Chance() = default;
  constexpr Chance(float share) noexcept : against((1.0f - share) / share) {}  // NOLINT: a chance
  [[nodiscard]] static constexpr Chance against_it(float odds) noexcept {
    Chance out;
    out.against = odds;
    return out;
  }
  constexpr operator float() const noexcept { return 1.0f / (1.0f + against); }  // NOLINT
};

// The chances of one direction, sender to receiver, in one week, 0-1 each (S0-10, S0-11, G23).
struct Chances {
  Chance contact, timely, accurate;  // each given the one before
  float problem = 0;                 // a problem comes up
  Chance solve;                      // it is solved together instead of blamed
  float excess = 0;                  // contact beyond what is needed, log-odds
};

// I4: in-group bias felt by `sender` towards a receiver: a share for each boundary between the two,
// added up; 0 without any (G06).
RELCO_LANE_RULE float felt_bias(const Profile& sender, const Profile& receiver,
                                const LinkView& link) noexcept {
  const float role = sender.role != receiver.role ? sender.bias_role : 0.0f;
  const float label = sender.label != receiver.label ? sender.bias_label : 0.0f;
  const float place =
      link.other_unit * sender.bias_unit + link.other_organisation * sender.bias_organisation;
  return role + label + place;
}

// S5: structures as this pair feels them: the mean of both sides' exposure, weakened across
// organisations unless joint governance carries them over (C02, A25).
RELCO_LANE_RULE float felt_structures(const Profile& sender, const Profile& receiver,
                                      const LinkView& link) noexcept {
  return 0.5f * (sender.structures + receiver.structures) * link.structures_reach;
}

// S7: face to face, 0-1, as far as the place or the attachment of one of the two to the team allows
// (C11, S4-32).
RELCO_LANE_RULE float closeness(const Profile& a, const Profile& b, const LinkView& link) noexcept {
  const float attached = a.attached > b.attached ? a.attached : b.attached;
  return link.near > attached ? link.near : attached;
}

// S10: of one team, 0-1: of one unit, or as far as one of the two is attached to the other's (D13).
RELCO_LANE_RULE float teammates(const Profile& a, const Profile& b, const LinkView& link) noexcept {
  const float attached = a.attached > b.attached ? a.attached : b.attached;
  const float home = 1.0f - link.other_unit;
  return home > attached ? home : attached;
}

// C1-C6: the chances of the week. `need` in units of one case a week; `strain` of the sender on the
// weekday drawn.
RELCO_LANE_RULE Chances chances(const CommunicationParameters& p, const Tie& tie, float need,
                                const Profile& sender, const Profile& receiver,
                                const LinkView& link, float strain) noexcept {
  const float x = (tie.goals + tie.knowledge + tie.respect) * (1.0f / 3.0f);
  const float bias = felt_bias(sender, receiver, link);
  const float structures = felt_structures(sender, receiver, link);
  const float near = closeness(sender, receiver, link);
  const float clarity = p.clarity_systems * link.shared_systems + p.clarity_rich * near * x;
  const float z_contact = p.contact_base + p.contact_goals * tie.goals +
                          p.contact_knowledge * tie.knowledge + p.contact_respect * tie.respect +
                          p.contact_structures * structures * x + p.contact_near * near +
                          sender.contact + sender.own_effort * (1.0f - link.other_organisation) -
                          strain + p.contact_need * log1p_f(need);
  const float contact = odds_against(z_contact);
  const float timely =
      odds_against(p.timely_base + p.timely_goals * tie.goals + p.timely_knowledge * tie.knowledge -
                   p.timely_strain * strain + clarity);
  const float accurate = odds_against(p.accurate_base + p.accurate_knowledge * tie.knowledge -
                                      p.accurate_strain * strain + clarity);
  const float there = sender.presence * receiver.presence;  // 1, or 0 where somebody is not
  const float success = there / ((1.0f + contact) * (1.0f + timely) * (1.0f + accurate));
  Chances out;
  out.contact = there > 0.0f ? Chance::against_it(contact) : Chance();
  out.timely = Chance::against_it(timely);
  out.accurate = Chance::against_it(accurate);
  out.problem = p.problem_base + (1.0f - p.problem_base) * p.problem_failure * (1.0f - success);
  const float above = max0(sender.status - receiver.status);
  out.solve = Chance::against_it(odds_against(
      p.solve_base +
      p.solve_tie * (p.solve_goals_share * tie.goals + (1.0f - p.solve_goals_share) * tie.respect) +
      p.solve_leadership * sender.leader * link.leader_reach + sender.solving -
      p.solve_strain * strain - p.solve_bias * bias -
      p.solve_status * above * (1.0f - sender.inquiry)));
  out.excess = max0(z_contact - p.excess_from);
  return out;
}

// The luck of one direction in a week: half of the pair's draw.
struct ExchangeLuck {
  std::uint32_t message = 0, problem = 0;
};

// Of the direction from side 0, or from side 1.
RELCO_LANE_RULE ExchangeLuck luck_of(const Draw& pair, int side) noexcept {
  return {pair.word(2 * side), pair.word(2 * side + 1)};
}

// Weekday of the exchange, -2 (Monday) to +2 (Friday) with equal chances, from the bits that the
// uniforms leave over; strain grows with it (S1-15).
RELCO_LANE_RULE float weekday(const ExchangeLuck& luck) noexcept {
  return static_cast<float>(static_cast<std::int32_t>(((luck.message & 0xffu) * 5u) >> 8)) - 2.0f;
}

// C8: what happened, as the event bits kept on the pair. A problem needs both sides to be there.
RELCO_LANE_RULE Events happen(const Chances& c, const ExchangeLuck& luck, float active) noexcept {
  Fate message(uniform24(luck.message)), trouble(uniform24(luck.problem));
  const bool contact = message.decide(c.contact.against);
  const bool timely = message.decide(c.timely.against);
  const bool accurate = message.decide(c.accurate.against);
  const bool problem = trouble.happens(c.problem);
  const bool solved = trouble.decide(c.solve.against);
  const Events said = event::contact | (timely ? event::timely : 0) |
                      (accurate ? event::accurate : 0) | (c.excess > 0.0f ? event::excess : 0);
  const Events trouble_had = event::problem | (solved ? event::solved : 0);
  const Events all = event::active | (contact ? said : 0) | (problem ? trouble_had : 0);
  return active > 0.0f ? all : 0;
}

// C7: strain of a person, 0 in an ordinary week, negative under low load: load above capacity,
// burnout and hurry (G21, B10, G25). `load` is 1 when work fills the hours; `burnout` and
// `pressure`, the time pressure of the pathways served, are shares.
[[nodiscard]] inline float strain_of(const CommunicationParameters& p, float load, float burnout,
                                     float pressure) noexcept {
  const float over = load - 1.0f > -p.strain_relief ? load - 1.0f : -p.strain_relief;
  return p.strain_load * over + p.strain_burnout * (burnout - p.burnout_level) +
         p.strain_hurry * (pressure - 0.5f) * clamp01(load);
}

}  // namespace relco
