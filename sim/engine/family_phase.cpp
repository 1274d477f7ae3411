// Ties between the families of cases and the providers in their teams: the same exchange, over the
// case-lived store.
#include <algorithm>

#include "engine/exchange.h"
#include "engine/parallel.h"
#include "engine/week.h"

namespace relco {
namespace {

constexpr std::uint16_t kFamilyRole = 0xffff;

Profile family_profile(const World& world, const FamilyParameters& p, std::uint32_t lane,
                       std::uint32_t slot) {
  const Cases& cases = world.cases;
  Profile out;
  const float inside =
      std::min(1.0f, (world.plan->facts.families.in_team ? 1.0f : 0.0f) + world.lanes.family_dose[lane]);
  out.strain = p.load_strain * (cases.strain[slot] - 0.3f);
  out.contact = (p.outside + (p.in_team - p.outside) * inside) * (0.5f + cases.engagement[slot]);
  out.status = p.status;
  out.bias_role = p.bias;
  out.learn_knowledge = world.lanes.family_dose[lane] * 0.5f;
  out.luck = static_cast<std::uint32_t>(cases.id[slot] >> 32) ^ static_cast<std::uint32_t>(cases.id[slot]);
  out.role = kFamilyRole;
  return out;
}

End family_end(const Members& m, std::size_t row) {
  return {{m.goals0[row], m.knowledge0[row], m.respect0[row]},
          {m.frequent0[row], m.timely0[row], m.accurate0[row], m.solving0[row]},
          0};
}

End provider_end(const Members& m, std::size_t row) {
  return {{m.goals1[row], m.knowledge1[row], m.respect1[row]},
          {m.frequent1[row], m.timely1[row], m.accurate1[row], m.solving1[row]},
          0};
}

void store(Members& m, std::size_t row, const End& family, const End& provider) {
  m.goals0[row] = family.tie.goals;
  m.knowledge0[row] = family.tie.knowledge;
  m.respect0[row] = family.tie.respect;
  m.goals1[row] = provider.tie.goals;
  m.knowledge1[row] = provider.tie.knowledge;
  m.respect1[row] = provider.tie.respect;
  m.frequent0[row] = family.memory.frequent;
  m.timely0[row] = family.memory.timely;
  m.accurate0[row] = family.memory.accurate;
  m.solving0[row] = family.memory.solving;
  m.frequent1[row] = provider.memory.frequent;
  m.timely1[row] = provider.memory.timely;
  m.accurate1[row] = provider.memory.accurate;
  m.solving1[row] = provider.memory.solving;
  m.events0[row] = family.events;
  m.events1[row] = provider.events;
}

void commit(const Books* books, const std::int64_t* items, std::int64_t ties,
            OrganisationWeek& sums) {
  TieSums& to = sums.ties[static_cast<std::size_t>(TieScope::family)];
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) {
      add_shared(to.terms[t][c], books[0].terms[t][c] + books[1].terms[t][c]);
    }
  }
  for (std::size_t n = 0; n < kItems; ++n) add_shared(to.items[n], items[n]);
  add_shared(to.ties, ties);
}

// Contact with the family matters in the stay and in follow-up, less in the latter.
float need_of(const World& world, const Parameters& p, std::uint32_t lane, std::uint32_t slot) {
  const float phase = world.cases.phase[slot] == 1 ? 1.0f : p.caseload.follow_up_need;
  return p.family.need * (1.0f + world.lanes.uncertainty[lane]) * phase;
}

void case_week(World& world, const Parameters& parameters, WeekFlows& flows, std::uint32_t lane,
               std::uint32_t slot) {
  Members& m = world.members;
  const std::uint32_t places = world.plan->places;
  const Profile family = family_profile(world, parameters.family, lane, slot);
  const PhiloxKey key = world.luck.key(Purpose::family_communication);
  const float need = need_of(world, parameters, lane, slot);
  LinkView view;
  view.structures_reach = 0.5f;
  for (std::uint32_t k = 0; k < places; ++k) {
    const std::size_t row = std::size_t{slot} * places + k;
    const std::uint32_t person = m.person[row];
    if (person == kNone) continue;
    Profile provider = flows.profiles[person];
    provider.contact += family.contact;  // the team's door is open or not for both
    End a = family_end(m, row), b = provider_end(m, row);
    Books books[2];
    exchange(parameters, flows.sigma_custom, key, world.week, need, family, provider, view, view, a,
             b, books[0], books[1]);
    store(m, row, a, b);
    std::int64_t items[kItems] = {};
    add_items(a, items);
    add_items(b, items);
    commit(books, items, 2, flows.sums[world.plan->organisation_of_person[person]]);
  }
}

}  // namespace

void phase_family_ties(World& world, const Parameters& parameters, WeekFlows& flows) {
  for_each_task(world.lanes.id.size(), 4, [&](std::size_t n) {
    const auto lane = static_cast<std::uint32_t>(n);
    if (!world.plan->pathways[world.lanes.pathway[lane]].facts->family) return;
    for (std::uint32_t slot = world.lanes.begin[lane]; slot < world.lanes.end[lane]; ++slot) {
      if (world.cases.id[slot] != 0) case_week(world, parameters, flows, lane, slot);
    }
  });
}

}  // namespace relco
