#include "engine/one_tie.h"

#include <algorithm>

#include "engine/family_week.h"
#include "engine/pair_lanes.h"
#include "engine/pair_week.h"
#include "rules/caseload/caseload.h"
#include "rules/learning/learning.h"

namespace relco {
namespace {

constexpr std::int32_t kMostSilent = 255;

Events events_of(const ExchangeSetting& setting, const ExchangeLuck& luck, const Profile& me,
                 const Profile& other, const Tie& tie, float need, const LinkView& view) {
  if (need <= 0.0f) return 0;
  const float strain = me.strain + me.weekday_strain * weekday(luck);
  const Chances c = chances(setting.parameters->communication, tie, need, me, other, view, strain);
  return happen(c, luck, me.presence * other.presence);
}

// Communication and learning of both directions.
void live(const ExchangeSetting& setting, const Profile (&who)[2], OnePairWeek& week) {
  const LearningParameters learning = at_pace(setting.parameters->learning);
  const float respect[2] = {week.side[0].tie.respect, week.side[1].tie.respect};
  const Draw draw = Luck::directed(setting.key, who[0].luck, who[1].luck, setting.week);
  for (int s = 0; s < 2; ++s) {
    OneTie& me = week.side[s];
    me.sent = events_of(setting, luck_of(draw, s), who[s], who[1 - s], me.tie, week.need,
                        setting.view[s]);
  }
  for (int s = 0; s < 2; ++s) {
    OneTie& me = week.side[s];
    learn(learning, setting.sigma_custom, me.tie, respect[1 - s], week.side[1 - s].sent, me.sent,
          who[s], who[1 - s], setting.view[s], me.books);
  }
  const bool contact = ((week.side[0].sent | week.side[1].sent) & event::contact) != 0;
  week.silent = contact ? 0 : std::min(week.silent + 1, kMostSilent);
}

float sigma_custom(const Parameters& parameters) {
  return logistic(parameters.learning.anchor_custom);
}

// Whoever of a pair starts this week.
bool has_newcomer(const World& world, const Parameters& parameters, std::uint32_t lower,
                  std::uint32_t upper) {
  return parameters.learning.pace > 0.0f &&
         (world.people.newcomer[lower] | world.people.newcomer[upper]) != 0;
}

// First meetings and newcomers, as the phase has them before anything else.
void meet(const World& world, const Parameters& parameters, std::uint32_t link, OnePairWeek& week) {
  Tie ties[2] = {week.side[0].tie, week.side[1].tie};
  Books met[2], books[2];
  if (week.met) {
    meet_first(world.units, world.links, link, ties, met);
    week.silent = 0;
  }
  for (int s = 0; s < 2; ++s) week.side[s].first = ties[s];
  if (week.newcomer) meet_newcomer(world, parameters, link, ties, books);
  for (int s = 0; s < 2; ++s) {
    week.side[s].tie = ties[s];
    week.side[s].met = met[s];
    week.side[s].books = books[s];
  }
}

}  // namespace

std::uint32_t link_of(const Links& links, std::uint32_t pair) {
  const auto after = std::upper_bound(links.begin.begin(), links.begin.end(), pair);
  return static_cast<std::uint32_t>(after - links.begin.begin()) - 1;
}

OnePairWeek week_of_pair(const World& world, const Parameters& parameters, const WeekFlows& flows,
                         std::uint32_t pair) {
  const Pairs& p = world.pairs;
  OnePairWeek week;
  week.side[0].tie = {p.goals0[pair], p.knowledge0[pair], p.respect0[pair]};
  week.side[1].tie = {p.goals1[pair], p.knowledge1[pair], p.respect1[pair]};
  week.silent = p.silent[pair];
  week.awake = p.silent[pair] < kSilentYear || p.need[pair] > 0;
  if (!week.awake) return week;
  const std::uint32_t link = link_of(world.links, pair);
  const std::uint32_t lower = p.lower[pair], upper = p.upper[pair];
  const bool own_group = world.links.own_group[link] != 0;
  const auto cases = [](std::int32_t units) { return static_cast<float>(units) / kNeedUnit; };
  week.need = cases(p.need[pair]);
  week.daily = p.daily[pair] != 0 ? cases(daily_need(parameters.caseload, own_group)) : 0.0f;
  week.met = p.silent[pair] >= kSilentYear;
  week.newcomer = has_newcomer(world, parameters, lower, upper);
  meet(world, parameters, link, week);
  const Profile who[2] = {flows.profiles[lower], flows.profiles[upper]};
  live(setting_of_link(world, parameters, sigma_custom(parameters), link), who, week);
  return week;
}

OnePairWeek week_of_family(const World& world, const Parameters& parameters, const WeekFlows& flows,
                           std::uint32_t lane, std::uint32_t slot, std::size_t row) {
  const Members& m = world.members;
  OnePairWeek week;
  week.side[0].tie = {m.goals0[row], m.knowledge0[row], m.respect0[row]};
  week.side[1].tie = {m.goals1[row], m.knowledge1[row], m.respect1[row]};
  for (OneTie& side : week.side) side.first = side.tie;
  week.need = need_of(world, parameters, lane, slot);
  Profile who[2] = {profile_of_family(world, parameters.family, lane, slot),
                    flows.profiles[m.person[row]]};
  who[1].contact += who[0].contact;  // the team's door is open for both
  live(setting_of_families(world, parameters, sigma_custom(parameters)), who, week);
  return week;
}

}  // namespace relco
