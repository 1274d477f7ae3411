#include "measure/mean_field.h"

#include <cmath>

#include "rules/identity/identity.h"
#include "rules/learning/learning.h"
#include "rules/structures/structures.h"

namespace relco {
namespace {

constexpr int kMostWeeks = 5000;

}  // namespace

HeldPair held_pair(const Parameters& p, const MeanFieldCase& c) {
  HeldPair out;
  Profile& a = out.person;
  StructureLevels levels;
  levels.fill(c.structures);
  a.strain = strain_of(p.communication, c.load, c.burnout, 0.5f);
  a.leader = c.support - p.leadership.usual;
  a.solving = p.communication.solve_labour * c.labour +
              p.communication.solve_safety * (c.safety - 0.5f) -
              p.structures.control_blame * 0.5f * (1.0f - c.structures);
  a.inquiry = 0.3f;
  a.structures = structures_felt(p.structures, levels, a.status);
  a.bias_role =
      acting_bias(p.identity, p.identity.distance_role, p.identity.larger_start, c.support);
  a.anchor_labour = p.learning.anchor_labour * c.labour;
  out.partner = a;
  out.partner.role = c.own_group ? a.role : static_cast<std::uint16_t>(a.role + 1);
  out.link.own_group = c.own_group ? 1.0f : 0.0f;
  out.link.shared_systems = c.structures;
  out.link.near = p.structures.space_near * c.structures;
  out.link.exposure = c.exposure;
  return out;
}

namespace {

Chances chances_of(const Parameters& p, const MeanFieldCase& c, const HeldPair& held,
                   const Tie& tie) {
  return chances(p.communication, tie, c.need, held.person, held.partner, held.link,
                 held.person.strain);
}

struct Heard {
  std::uint8_t events = 0;
  double chance = 0;
};

// All that can be heard in a week, with its chance.
std::vector<Heard> outcomes_of(const Chances& c) {
  std::vector<Heard> out;
  for (int bits = 0; bits < 32; ++bits) {
    const auto events = static_cast<std::uint8_t>(bits);
    const bool contact = events & event::contact, timely = events & event::timely;
    const bool accurate = events & event::accurate, problem = events & event::problem;
    const bool solved = events & event::solved;
    if ((!contact && (timely || accurate)) || (!problem && solved)) continue;
    double chance = contact ? static_cast<double>(c.contact) : 1.0 - static_cast<double>(c.contact);
    if (contact) {
      chance *= timely ? static_cast<double>(c.timely) : 1.0 - static_cast<double>(c.timely);
      chance *= accurate ? static_cast<double>(c.accurate) : 1.0 - static_cast<double>(c.accurate);
    }
    chance *= problem ? static_cast<double>(c.problem) : 1.0 - static_cast<double>(c.problem);
    if (problem)
      chance *= solved ? static_cast<double>(c.solve) : 1.0 - static_cast<double>(c.solve);
    out.push_back({events, chance});
  }
  return out;
}

FixedPoint settle(const Parameters& p, const MeanFieldCase& c, float start) {
  FixedPoint out;
  out.tie = {start, start, start};
  for (out.weeks = 0; out.weeks < kMostWeeks; ++out.weeks) {
    const Tie next = expected_week(p, c, out.tie);
    const float moved = std::fabs(next.goals - out.tie.goals) +
                        std::fabs(next.knowledge - out.tie.knowledge) +
                        std::fabs(next.respect - out.tie.respect);
    out.tie = next;
    if (moved < 1e-6f) break;
  }
  out.index = expected_index(p, c, out.tie);
  return out;
}

}  // namespace

float expected_index(const Parameters& parameters, const MeanFieldCase& held, const Tie& tie) {
  const Chances c = chances_of(parameters, held, held_pair(parameters, held), tie);
  const float items =
      c.contact + c.timely + c.accurate + c.solve + tie.goals + tie.knowledge + tie.respect;
  return survey_score(items / 7.0f);
}

Tie expected_week(const Parameters& parameters, const MeanFieldCase& c, Tie tie) {
  const HeldPair held = held_pair(parameters, c);
  const Chances chance = chances_of(parameters, c, held, tie);
  const float sigma_custom = logistic(parameters.learning.anchor_custom);
  double sum[3] = {};
  const auto ignore = [](Term, Component, std::int32_t) {};
  for (const Heard& heard : outcomes_of(chance)) {
    for (const bool sent : {false, true}) {
      const double contact = static_cast<double>(chance.contact);
      const double weight = heard.chance * (sent ? contact : 1.0 - contact);
      Tie after = tie;
      learn(at_pace(parameters.learning), sigma_custom, after, tie.respect, heard.events,
            sent ? event::contact : std::uint8_t{0}, held.person, held.partner, held.link, ignore);
      sum[0] += weight * static_cast<double>(after.goals);
      sum[1] += weight * static_cast<double>(after.knowledge);
      sum[2] += weight * static_cast<double>(after.respect);
    }
  }
  return {static_cast<float>(sum[0]), static_cast<float>(sum[1]), static_cast<float>(sum[2])};
}

MeanField mean_field(const Parameters& parameters, const MeanFieldCase& held) {
  MeanField out;
  out.low = settle(parameters, held, 0.05f);
  out.high = settle(parameters, held, 0.95f);
  if (out.high.index - out.low.index < 0.1f) return out;
  const float middle = 0.5f * (out.low.index + out.high.index);
  float low = 0.05f, high = 0.95f;
  while (high - low > 0.00025f) {
    const float start = 0.5f * (low + high);
    (settle(parameters, held, start).index > middle ? high : low) = start;
  }
  out.separatrix = expected_index(parameters, held, {low, low, low});
  return out;
}

}  // namespace relco
